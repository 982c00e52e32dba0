import Foundation
import Kernel
import Testing

@testable import Register

@Suite struct PublicEntryTests {
    @Test func readsWhatItWrote() throws {
        let day = Day(2026, 1, 4)!
        let entry = PublicEntry(
            reference: "N-1", kind: .enforcement, status: .inForce, served: day, entered: day, changed: day, retainUntil: day, articles: ["8", "21A"],
            persons: [.init(name: "Harbour Lets Ltd")], premises: "Harbour House", address: ["1 Quay Street"], premisesType: .hmo)
        #expect(try JSONDecoder().decode(PublicEntry.self, from: JSONEncoder().encode(entry)) == entry)
    }
}
