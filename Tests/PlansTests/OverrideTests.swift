import Kernel
import Plans
import Storage
import TestSupport
import Testing

/// A standing set over the computed one: asked for, agreed by a second person, and gone by itself.
struct OverrideTests {
    private let approver = Actor(person: 90, name: "Chief", roles: [.reader, .approver])
    private let may = Day(2021, 5, 31)!

    @Test(arguments: Engine.allCases)
    func `a late action stands amber for a while, with the computed standing beside it, and is red again by itself`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            world.set(Day(2021, 4, 12)!)
            let asked = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToOverride(action, of: plan, NewOverride(colour: .amber, because: "The printer delivers in May", until: may), work)
            }
            #expect(try await world.view().actions[0].standing.colour == .red)
            world.set(Day(2021, 4, 20)!)
            try await world.desk.write(by: approver) { try world.plans.decide(asked, in: plan, agreed: true, saying: "Until then", $0) }
            let now = try await world.view().actions[0]
            #expect(now.standing.colour == .amber && now.computed.colour == .red && now.override?.id == asked.id)
            #expect(now.standing.reasons.prefix(2) == [
                "set by GM Halloran, agreed by person/90, until 31 May 2021", "computed red: 20 days past its due day and not recorded as done",
            ])
            #expect(try await world.view().counts == [.amber: 1])
            #expect(try await world.view(on: Day(2021, 4, 19)!).actions[0].standing.colour == .red)
            #expect(try await world.view(on: may).actions[0].standing.colour == .amber)
            let after = try await world.view(on: may.adding(days: 1)).actions[0]
            #expect(after.standing.colour == .red && after.override == nil && after.standing == after.computed)
            try await world.desk.write(by: world.owner) { try world.plans.complete(action, of: plan, NewCompletion(on: $0.today), $0) }
            let done = try await world.view().actions[0]
            #expect(done.override == nil && done.standing == Standing(.blue, done.computed.reasons + ["not yet verified"], label: "Done, not yet verified"), "what is done stands as computed, whatever was set")
            #expect(try await world.told(plan).suffix(3) == [
                "person/2 asked for another standing of the action", "person/90 agreed another standing of the action", "person/2 recorded the action as done",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a standing that was set ends when its action is closed without being done, and stays ended when that is undone`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            world.set(Day(2021, 4, 12)!)
            let asked = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToOverride(action, of: plan, NewOverride(colour: .amber, because: "The printer delivers in May", until: may), work)
            }
            world.set(Day(2021, 4, 20)!)
            try await world.desk.write(by: approver) { try world.plans.decide(asked, in: plan, agreed: true, $0) }
            world.set(Day(2021, 4, 27)!)
            try await world.desk.write(by: approver) { try world.plans.closeNotImplemented(action, of: plan, because: "The region does it", $0) }
            let closed = try await world.view().actions[0]
            #expect(closed.override == nil && closed.standing.colour == .grey && closed.standing.label == "Closed, not implemented")
            #expect(try await world.view(on: Day(2021, 4, 26)!).actions[0].override?.id == asked.id, "the day before it held")
            world.set(Day(2021, 5, 4)!)
            try await world.desk.write(by: approver) { try world.plans.reopenNotImplemented(action, of: plan, because: "It does not", $0) }
            let open = try await world.view().actions[0]
            #expect(open.override == nil && open.standing.colour == .red && open.standing == open.computed)
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody agrees to what they asked for, and who may not changes nothing`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let both = Actor(person: world.owner.person, name: "GM Halloran", roles: [.reader, .owner, .approver], through: "program_token/1")
            let asked = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToOverride(action, of: plan, NewOverride(colour: .red, because: "Nobody is free", until: Day(2021, 2, 28)!), work)
            }
            let before = try await world.told(plan)
            for actor in [both, world.owner, world.manager, world.reader] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await world.desk.write(by: actor) { try world.plans.decide(asked, in: plan, agreed: true, $0) }
                }
                #expect(refusal?.kind == .forbidden, "\(actor.name)")
            }
            let refusal = await #expect(throws: Refusal.self) { try await world.desk.write(by: world.reader) { try world.plans.end(asked, in: plan, $0) } }
            #expect(refusal?.kind == .forbidden)
            #expect(try await world.told(plan) == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what can't be asked, decided or ended is refused by name`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            func refused(_ actor: Actor, _ deed: @escaping @Sendable (Work) throws -> Void) async -> String? {
                await #expect(throws: Refusal.self) { try await world.desk.write(by: actor, deed) }?.code
            }
            func asking(_ colour: Colour, _ until: Day) -> @Sendable (Work) throws -> Void {
                { work in try world.plans.askToOverride(action, of: plan, NewOverride(colour: colour, because: "Because", until: until), work) }
            }
            let soon = world.today.adding(days: 10)
            #expect(await refused(world.owner, asking(.blue, soon)) == "no-override-to-done")
            #expect(await refused(world.owner, asking(.green, soon)) == "same-standing")
            #expect(await refused(world.owner, asking(.amber, world.today)) == "override-ends-too-soon")
            #expect(await refused(world.owner, asking(.amber, world.today.adding(days: 93))) == "override-too-long")
            #expect(await refused(world.reader, asking(.amber, soon)) == "not-allowed")
            let asked = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToOverride(action, of: plan, NewOverride(colour: .amber, because: "Because", until: soon), work)
            }
            #expect(await refused(world.owner, asking(.red, soon)) == "override-waits-already")
            world.set(soon.adding(days: 1))
            #expect(await refused(approver) { try world.plans.decide(asked, in: plan, agreed: true, $0) } == "override-ends-too-soon")
            let declined = try await world.desk.write(by: approver) { try world.plans.decide(asked, in: plan, agreed: false, $0) }
            #expect(await refused(approver) { try world.plans.decide(declined, in: plan, agreed: true, $0) } == "override-decided-already")
            #expect(await refused(world.owner) { try world.plans.end(declined, in: plan, $0) } == "override-decided-already")
            let next = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToOverride(action, of: plan, NewOverride(colour: .amber, because: "Again", until: work.today.adding(days: 5)), work)
            }
            let agreed = try await world.desk.write(by: approver) { try world.plans.decide(next, in: plan, agreed: true, $0) }
            let ended = try await world.desk.write(by: world.owner) { try world.plans.end(agreed, in: plan, $0) }
            #expect(try await world.view().actions[0].override == nil)
            #expect(await refused(world.owner) { try world.plans.end(ended, in: plan, $0) } == "override-ended-already")
            #expect(await refused(world.owner) { _ = try $0.session.override(ID(99), of: action) } == "override-not-found")
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }
}
