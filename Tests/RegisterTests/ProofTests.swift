import Kernel
import People
import Storage
import TestSupport
import Testing

@testable import Register

/// What shows that an entry's editions are in the journal, without showing what the lines hold.
@Suite struct ProofTests {
    @Test(arguments: Engine.allCases)
    func `each edition is followed from its line to the head`(_ engine: Engine) async throws {
        try await TestStore.with(engine, People.migrations + Harvesting.migrations) { store in
            let desk = Desk(store, clock: MovingClock(.inBritain(Day(2026, 11, 27)!, hour: 9)).clock)
            for number in 1...7 { try await desk.write(by: .operator) { _ = try People().findOrAdd(name: "Person \(number)", $0) } }
            let proofs = RegisterProofs.journal(of: desk) { reference, _ in reference == "N-1" ? [(edition: 1, sequence: 2), (edition: nil, sequence: 7)] : [] }
            let found = try await proofs.prove("N-1")
            #expect(found.map(\.edition) == [1, nil] && found.map(\.proof.sequence) == [2, 7])
            #expect(found.allSatisfy { $0.proof.holds && $0.proof.head.size == 7 })
            #expect(found[0].commitment != found[1].commitment)
            #expect(try await proofs.prove("N-2").isEmpty)
            #expect(try await RegisterProofs.none.prove("N-1").isEmpty)
        }
    }
}
