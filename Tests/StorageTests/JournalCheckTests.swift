internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

/// What someone might do who can write to the database behind Muster's back, and that it shows.
enum Tampering: String, CaseIterable, Sendable {
    case who, moment, verb, subject, scope, reason, state, salt, commitment, leaf, node
    case payloadGone, entryGone, lastEntryGone, leafAndPayloadMadeAnew

    /// The statements, and the entry that is then the first that does not match.
    var deed: (statements: [SQL], entry: Int64) {
        switch self {
        case .who: (["UPDATE journal SET who = 'person/9' WHERE sequence = 1030"], 1030)
        case .moment: (["UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 5"], 5)
        case .verb: (["UPDATE journal SET verb = 'burnt the letter' WHERE sequence = 6"], 6)
        case .subject: (["UPDATE journal SET subject = 'letter/999' WHERE sequence = 7"], 7)
        case .scope: (["UPDATE journal SET scope = 'folder/2' WHERE sequence = 8"], 8)
        case .reason: (["UPDATE journal_payload SET reason = 'none' WHERE sequence = 1024"], 1024)
        case .state: (["UPDATE journal_payload SET state = '{}' WHERE sequence = 1025"], 1025)
        case .salt: (["UPDATE journal_payload SET salt = \([UInt8](repeating: 9, count: 16)) WHERE sequence = 3"], 3)
        case .commitment: (["UPDATE journal SET commitment = \(Hash(of: [9])) WHERE sequence = 3"], 3)
        case .leaf: (["UPDATE journal SET leaf = \(Hash(of: [9])) WHERE sequence = 1031"], 1031)
        // Node 4 of level 3 is complete with entry 40.
        case .node: (["UPDATE journal_node SET hash = \(Hash(of: [9])) WHERE level = 3 AND place = 4"], 40)
        case .payloadGone: (["DELETE FROM journal_payload WHERE sequence = 17"], 17)
        case .entryGone:
            (["DELETE FROM journal_payload WHERE sequence = 17", "DELETE FROM journal WHERE sequence = 17"], 17)
        case .lastEntryGone:
            (["DELETE FROM journal_payload WHERE sequence = 1032", "DELETE FROM journal WHERE sequence = 1032"], 1032)
        // A whole entry copied over another: it agrees with itself, but its number is in its leaf.
        case .leafAndPayloadMadeAnew:
            ([
                "UPDATE journal SET commitment = (SELECT commitment FROM journal WHERE sequence = 21), leaf = (SELECT leaf FROM journal WHERE sequence = 21) WHERE sequence = 20",
                "UPDATE journal_payload SET salt = (SELECT salt FROM journal_payload WHERE sequence = 21), state = (SELECT state FROM journal_payload WHERE sequence = 21), reason = NULL WHERE sequence = 20",
            ], 20)
        }
    }
}

@Suite struct JournalCheckTests {
    /// 1032 entries: more than are read at a time.
    private func written(_ engine: Engine) async throws -> Store {
        let store = try await TestStore.open(engine, Letter.migrations)
        try await Desk(store, clock: .fixed(Moment(milliseconds: 0))).write(by: .operator) { work in
            for number in 1...1032 { try work.add("sent the letter") { Letter(id: $0, reference: "\(number)") } }
        }
        return store
    }

    private func undefend(_ session: Session) throws {
        for table in ["journal", "journal_payload", "journal_node"] {
            switch session.dialect {
            case .sqlite:
                let names = ["update": 0, "delete": 1]
                for (name, _) in names { try session.run(dropping("\(table)_no_\(name)")) }
            case .postgres: try session.run(dropping("\(table)_no_change ON \(table)"))
            }
        }
    }

    private func dropping(_ trigger: String) -> SQL { SQL(stringLiteral: "DROP TRIGGER \(trigger)") }

    @Test(arguments: Engine.allCases)
    func `each kind of tampering is found at its entry`(_ engine: Engine) async throws {
        let store = try await written(engine)
        let head = try await store.read { try Journal($0).head() }
        for tampering in Tampering.allCases {
            let (statements, entry) = tampering.deed
            var found: [JournalCheck] = []
            do {
                // Looked at within the very transaction, which is then undone.
                try await store.write { session in
                    try undefend(session)
                    for statement in statements { #expect(try session.run(statement) == 1, "\(tampering)") }
                    throw Found(check: try Journal(session).verify())
                }
            } catch let seen as Found { found = [seen.check] }
            #expect(found.first?.mismatch?.sequence == entry, "\(tampering)")
            #expect(found.first?.mismatch?.sentence.contains("\(entry)") == true)
        }
        let check = try await store.read { try Journal($0).verify(against: head) }
        #expect(check == JournalCheck(entries: 1032, root: head.root, mismatch: nil))
        try await store.close()
    }

    private struct Found: Error { let check: JournalCheck }

    @Test(arguments: Engine.allCases)
    func `a journal that is not the one whose head was noted is found out`(_ engine: Engine) async throws {
        let store = try await written(engine)
        let (noted, wrong) = try await store.read { session in
            (try Journal(session).head(ofSize: 1000), try Journal(session).head(ofSize: 999))
        }
        func mismatch(_ head: Head) async throws -> Int64? {
            try await store.read { try Journal($0).verify(against: head) }.mismatch?.sequence
        }
        try await #expect(mismatch(noted) == nil)
        try await #expect(mismatch(Head(size: 1000, root: wrong.root, at: nil)) == 1000)
        try await #expect(mismatch(Head(size: 1040, root: wrong.root, at: nil)) == 1033)
        try await store.close()
    }

    @Test(arguments: Engine.allCases)
    func `an empty journal is whole`(_ engine: Engine) async throws {
        try await TestStore.with(engine) { store in
            let check = try await store.read { try Journal($0).verify() }
            #expect(check == JournalCheck(entries: 0, root: MerkleTree.empty, mismatch: nil))
        }
    }
}
