import Inspections
import Kernel
import Testing

struct ScopeTests {
    @Test func `each scope is offered once and says in a sentence what it lets programs do`() {
        let offered = Inspections.scopes
        #expect(Set(offered.map(\.scope)).count == offered.count)
        #expect(offered.contains { $0.scope == .riskRead } && offered.contains { $0.scope == .riskWrite })
    }
}
