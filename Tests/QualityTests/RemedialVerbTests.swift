import Kernel
import People
@testable import Quality
import Storage
import TestSupport
import Testing

/// What is done about what a check found, and whether it worked.
@Suite struct RemedialVerbTests {
    private static let new = NewRemedialAction(criterion: "letter-sent", kind: .coaching, what: "Sit with her for two letters", owner: "WM Birch", due: QualityWorld.first.adding(days: 30))

    @Test(arguments: Engine.allCases)
    func `something is asked for, done, and looked at on a later day by somebody else`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            let check = try await world.completed()
            let asked = try await world.write(by: world.clay) { try $0.remedy(check, Self.new, $1) }
            #expect(asked.state(on: world.today) == .open && !asked.isOverdue(on: asked.due) && asked.isOverdue(on: asked.due.adding(days: 1)))
            var changed = Self.new
            changed.what = "Sit with her for three letters"
            let edited = try await world.write { [changed] in try $0.edit(asked, changed, version: 1, $1) }
            let refused8 = try await world.refused { try $0.edit(asked, Self.new, version: 1, $1) }
            #expect(refused8?.code == "changed-meanwhile")
            let refused9 = try await world.refused { try $0.look(at: edited, on: QualityWorld.first, outcome: .worked, because: "x", $1) }
            #expect(refused9?.code == "remedial-not-done")
            world.set(QualityWorld.first.adding(days: 10))
            let refused10 = try await world.refused(by: world.ash) { try $0.finish(edited, on: $1.today, doing: "x", lookBy: nil, $1) }
            #expect(refused10?.code == "not-allowed")
            let done = try await world.write(by: world.birch) { try $0.finish(edited, on: $1.today, doing: "Three letters were written together", lookBy: $1.today.adding(days: 60), $1) }
            #expect(done.state(on: world.today) == .done && done.owesLook(on: world.today.adding(days: 61)))
            let refused11 = try await world.refused(by: world.birch) { try $0.finish(done, on: $1.today, doing: "x", lookBy: nil, $1) }
            #expect(refused11?.code == "remedial-done")
            let refused12 = try await world.refused { try $0.edit(done, Self.new, $1) }
            #expect(refused12?.code == "remedial-done")
            let refused13 = try await world.refused(by: world.clay) { try $0.look(at: done, on: $1.today, outcome: .worked, because: "x", $1) }
            #expect(refused13?.code == "fields-need-attention", "on a later day")
            world.set(QualityWorld.first.adding(days: 40))
            let refused14 = try await world.refused(by: world.birch) { try $0.look(at: done, on: $1.today, outcome: .worked, because: "x", $1) }
            #expect(refused14?.code == "not-allowed", "who did it does not say whether it worked")
            let refused15 = try await world.refused(by: world.ash) { try $0.look(at: done, on: $1.today, outcome: .worked, because: "x", $1) }
            #expect(refused15?.code == "not-allowed")
            let early = try await world.write(by: world.clay) { try $0.look(at: done, on: $1.today, outcome: .tooEarly, because: "One letter since", lookBy: $1.today.adding(days: 30), $1) }
            #expect(early.state(on: world.today) == .done && early.lookBy == world.today.adding(days: 30))
            world.set(QualityWorld.first.adding(days: 80))
            let looked = try await world.write(by: world.clay) { try $0.look(at: early, on: $1.today, outcome: .didNotWork, because: "Two more were late", $1) }
            #expect(looked.state(on: world.today) == .didNotWork && looked.state(on: QualityWorld.first) == .open)
            #expect(try await world.facts(check).remedials == [looked])
        }
    }

    @Test(arguments: Engine.allCases)
    func `opened as an action of a plan, it lives on there`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            let check = try await world.completed()
            let asked = try await world.write { try $0.remedy(check, Self.new, $1) }
            let refused16 = try await world.refused { try $0.openAction(for: asked, under: Subject(kind: "finding", number: 8), $1) }
            #expect(refused16?.code == "finding-not-open")
            let refused17 = try await world.refused(by: world.clay) { try $0.openAction(for: asked, under: Subject(kind: "finding", number: 3), $1) }
            #expect(refused17?.code == "not-allowed")
            let opened = try await world.write { try $0.openAction(for: asked, under: Subject(kind: "finding", number: 3), version: 1, $1) }
            #expect(opened.action == Subject(kind: "action", number: 9) && opened.state(on: world.today) == .inPlan)
            let refused18 = try await world.refused(by: world.birch) { try $0.finish(opened, on: $1.today, doing: "x", lookBy: nil, $1) }
            #expect(refused18?.code == "remedial-in-plan")
            let refused19 = try await world.refused { try $0.openAction(for: opened, under: Subject(kind: "finding", number: 3), $1) }
            #expect(refused19?.code == "remedial-in-plan")
            world.set(QualityWorld.first.adding(days: 90))
            let looked = try await world.write(by: world.clay) { try $0.look(at: opened, on: $1.today, outcome: .worked, because: "Nothing failed since", $1) }
            #expect(looked.state(on: world.today) == .worked)
        }
    }

    @Test func `what can't be asked for is refused`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            let check = try await world.completed()
            var (stray, late, nobody) = (Self.new, Self.new, Self.new)
            (stray.criterion, late.due, nobody.owner) = ("hats-worn", QualityWorld.first.adding(days: -1), "Nobody")
            for wrong in [stray, late, nobody] {
                let refused20 = try await world.refused { try $0.remedy(check, wrong, $1) }
                #expect(refused20?.code == "fields-need-attention")
            }
            for actor in [world.ash, world.birch, world.reader, world.approver] {
                let refused21 = try await world.refused(by: actor) { try $0.remedy(check, Self.new, $1) }
                #expect(refused21?.code == "not-allowed", "\(actor.name)")
            }
            #expect(try await refusal { try await world.desk.read { _ = try $0.remedial(ID(9)) } }?.code == "remedial-not-found")
            let asked = try await world.write { try $0.remedy(check, Self.new, $1) }
            let lines = try await world.desk.read { session in
                try [world.birch, world.clay, world.ash].map { actor in try session.remedialLines(readBy: actor, Parties(session).actedFor(by: actor, on: QualityWorld.first), on: QualityWorld.first).map(\.remedial.id) }
            }
            #expect(lines == [[asked.id], [asked.id], [asked.id]], "the owner, the reviewer and whoever did the work")
        }
    }

    @Test func `reviewers and owners are reminded until it is done`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            func reminded(_ actor: Actor) async throws -> [String] {
                try await world.desk.read { session in
                    let parties = try Parties(session).actedFor(by: actor, on: world.today)
                    return try ReminderSource.all([Quality.reminders], session, on: world.today)(Reminded(actor: actor, parties: parties)).map(\.words)
                }
            }
            let check = try await world.opened()
            #expect(try await reminded(world.clay) == ["Check A-2025-0001, Q-2026-0001"])
            #expect(try await reminded(world.ash).isEmpty)
            let done = try await world.write(by: world.clay) { try $0.complete($0.fill(check, QualityWorld.sheet(), $1), on: $1.today, $1) }
            let asked = try await world.write { try $0.remedy(done, Self.new, $1) }
            #expect(try await reminded(world.clay).isEmpty)
            #expect(try await reminded(world.birch) == ["Sit with her for two letters"])
            try await world.write(by: world.birch) { try $0.finish(asked, on: $1.today, doing: "x", lookBy: $1.today.adding(days: 9), $1) }
            #expect(try await reminded(world.birch).isEmpty)
            #expect(try await reminded(world.clay) == ["Say whether it worked: Sit with her for two letters"])
        }
    }
}
