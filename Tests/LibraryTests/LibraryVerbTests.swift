import Kernel
import Library
import People
import Storage
import TestSupport
import Testing

/// The verbs of the register, each with what the journal says of it.
@Suite struct LibraryVerbTests {
    @Test(arguments: Engine.allCases)
    func `a document lives from its registration to what takes its place`(_ engine: Engine) async throws {
        try await LibraryWorld.with(engine) { world in
            let policy = try await world.policy()
            #expect(policy.reference.text == "enforcement-policy")
            #expect(try await world.view().standing == .reviewDue)
            #expect(try await world.view(on: Day(2024, 3, 1)!).inForce?.label == "1", "a version in force before it was registered is of its own day")
            let draft = try await world.write { try $0.add(NewVersion(label: "2", change: "Fees"), to: policy, $1) }
            #expect(try await world.view().inForce?.label == "1")
            world.set(Day(2025, 2, 3)!)
            try await world.write { library, work in
                let changed = try library.edit(draft, of: policy, NewVersion(
                    label: "2", inForce: Day(2025, 4, 1)!, change: "Fees", link: WebAddress("https://a.example/2.pdf"), nextReview: Day(2027, 4, 1)!), work)
                #expect(changed.since == Day(2025, 1, 6)!)
            }
            #expect(try await world.view(on: Day(2025, 4, 1)!).nextReview == Day(2027, 4, 1)!)
            try await world.write(by: world.owner) { try $0.review(policy, NewDocumentReview(on: Day(2025, 2, 3)!, next: Day(2026, 2, 3)!), $1) }
            #expect(try await world.view().nextReview == Day(2026, 2, 3)!)
            try await world.write { library, work in
                let new = try library.register(NewDocument(title: "New policy", kind: .policy), work)
                let gone = try library.withdraw(policy, NewDocumentWithdrawal(on: Day(2025, 2, 3)!, because: "Replaced", successor: "New policy"), work)
                #expect(gone.successor == new.id)
            }
            #expect(try await world.view().standing == .superseded)
            let circle = try await world.code { library, work in
                guard let new = try work.session.first(ControlledDocument.self, "WHERE title = 'New policy'") else { return }
                try library.withdraw(new, NewDocumentWithdrawal(on: Day(2025, 2, 3)!, because: "x", successor: "enforcement-policy"), work)
            }
            #expect(circle == "fields-need-attention", "two documents never take each other's place")
            #expect(try await world.code { try $0.add(NewVersion(label: "3", change: "x"), to: policy, $1) } == "document-withdrawn")
            #expect(try await world.code { try $0.review(policy, NewDocumentReview(on: Day(2025, 2, 3)!, next: Day(2026, 2, 3)!), $1) } == "document-withdrawn")
            #expect(try await world.code { try $0.withdraw(policy, NewDocumentWithdrawal(on: Day(2025, 2, 3)!, because: "x"), $1) } == "document-withdrawn")
            try await world.write { try $0.restore(policy, $1) }
            #expect(try await world.view().standing == .current)
            #expect(try await world.code { try $0.restore(policy, $1) } == "document-not-withdrawn")
            #expect(try await world.told(policy) == [
                "person/1 registered the document", "person/1 added the version", "person/1 added the version", "person/1 edited the version",
                "person/2 reviewed the document", "person/1 superseded the document", "person/1 put back the document",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what can't be done is refused, and changes nothing`(_ engine: Engine) async throws {
        try await LibraryWorld.with(engine) { world in
            let policy = try await world.policy()
            let before = try await world.desk.read { try Journal($0).head().size }
            let version = try await world.view().versions[0]
            #expect(try await world.code { try $0.register(NewDocument(reference: Reference("ENFORCEMENT-policy"), title: "x", kind: .other), $1) } == "document-reference-taken")
            for taken in ["new", "export"] {
                #expect(try await world.code { try $0.register(NewDocument(reference: Reference(taken), title: "x", kind: .other), $1) } == "reference-not-usable")
            }
            #expect(try await world.code { try $0.register(NewDocument(title: "x", kind: .other, owner: "Nobody"), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.register(NewDocument(title: "x", kind: .other, answers: [Subject(kind: "rocket", number: 1)]), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.edit(policy, NewDocument(title: "x", kind: .other), version: 9, $1) } == "changed-meanwhile")
            #expect(try await world.code { try $0.add(NewVersion(label: "1", change: "x"), to: policy, $1) } == "version-label-taken")
            #expect(try await world.code { try $0.edit(version, of: policy, NewVersion(label: "1", change: "x"), version: 7, $1) } == "changed-meanwhile")
            #expect(try await world.code { try $0.add(NewVersion(label: "2", change: "x", nextReview: Day(2026, 1, 1)!), to: policy, $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.review(policy, NewDocumentReview(on: Day(2025, 1, 7)!, next: Day(2026, 1, 1)!), $1) } == "reviewed-in-the-future")
            #expect(try await world.code { try $0.review(policy, NewDocumentReview(on: Day(2025, 1, 6)!), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.withdraw(policy, NewDocumentWithdrawal(on: Day(2025, 1, 6)!, because: "x", successor: "enforcement-policy"), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.withdraw(policy, NewDocumentWithdrawal(on: Day(2025, 1, 6)!, because: "x", successor: "no such"), $1) } == "fields-need-attention")
            #expect(try await world.desk.read { try Journal($0).head().size } == before)
            // Under its own reference and label nothing is in the way.
            try await world.write { try $0.edit(policy, NewDocument(reference: Reference("enforcement-policy"), title: "Policy", kind: .policy), $1) }
            try await world.write { try $0.edit(version, of: policy, NewVersion(label: "1", inForce: Day(2024, 3, 1)!, change: "y"), $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `only who may keeps the register, and an owner reviews their own`(_ engine: Engine) async throws {
        try await LibraryWorld.with(engine) { world in
            let policy = try await world.policy()
            let other = try await world.write { try $0.register(NewDocument(title: "Strategy", kind: .strategy, owner: "Chief Fire Officer"), $1) }
            for actor in [world.owner, world.reader] {
                #expect(try await world.code(by: actor) { try $0.register(NewDocument(title: "x", kind: .other), $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.edit(policy, NewDocument(title: "x", kind: .other), $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.add(NewVersion(label: "2", change: "x"), to: policy, $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.withdraw(policy, NewDocumentWithdrawal(on: Day(2025, 1, 6)!, because: "x"), $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.restore(policy, $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.review(other, NewDocumentReview(on: Day(2025, 1, 6)!, next: Day(2026, 1, 1)!), $1) } == "not-allowed")
            }
            #expect(try await world.code(by: world.reader) { try $0.review(policy, NewDocumentReview(on: Day(2025, 1, 6)!, next: Day(2026, 1, 1)!), $1) } == "not-allowed")
            try await world.write(by: world.owner) { try $0.review(policy, NewDocumentReview(on: Day(2025, 1, 6)!, next: Day(2026, 1, 1)!), $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who asks what answers a thing hears of the documents`(_ engine: Engine) async throws {
        try await LibraryWorld.with(engine) { world in
            _ = try await world.policy()
            let mentions = Mentions(Library.mentions)
            let told = try await world.desk.read { session in
                try mentions.about([Subject(kind: "party", number: 4), Subject(kind: "party", number: 1)], on: Day(2025, 1, 6)!, session)
            }
            #expect(told.map(\.title) == ["Documents"])
            let mention = try #require(told.first?.mentions.first)
            #expect(mention.words == "Enforcement policy, version 1" && mention.by == "Policy" && mention.outcome == "Review due")
            #expect(mention.about == [Subject(kind: "party", number: 4)] && mention.address == ["documents", "enforcement-policy"])
            #expect(try await world.desk.read { try mentions.about([Subject(kind: "party", number: 1)], on: Day(2025, 1, 6)!, $0) }.isEmpty)
            #expect(try await world.desk.read { try mentions.about([Subject(kind: "party", number: 4)], on: Day(2024, 1, 1)!, $0) }.isEmpty)
            let names = try await world.desk.read { try LibraryWorld.naming.names(of: [Subject(kind: "document_version", number: 1)], $0) }
            #expect(names.values.map(\.words) == ["Enforcement policy, version 1"])
        }
    }
}
