import Kernel
import Testing

@testable import Premises

@Suite struct PremisesLineTests {
    @Test func aLineLeavesOutWhatIsNotKnown() throws {
        let premises = Premises(id: ID(1), reference: try Reference("P-1"), name: "Harbour House", address: ["1 Quay Street"], type: .shop, since: Day(2026, 1, 1)!)
        #expect(premises.line == "Harbour House, 1 Quay Street")
    }
}
