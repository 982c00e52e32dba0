import Kernel
import People
import Plans
import Storage
import TestSupport
import Testing

/// The service verifies, the inspectorate closes, and some things are closed without being done. It begins on 30 January 2021.
struct VerifyingTests {
    private let approver = Actor(person: 90, name: "Chief", roles: [.reader, .approver])
    private let looked = "The rota, on the intranet"

    private func refused(_ world: PlanWorld, _ actor: Actor, _ deed: @escaping @Sendable (Work) throws -> Void) async -> String? {
        await #expect(throws: Refusal.self) { try await world.desk.write(by: actor, deed) }?.code
    }

    /// Its owner says that it is done, and puts there what shows it.
    private func completing(_ action: Action, _ plan: Plan, on day: Day) -> @Sendable (Work) throws -> Void {
        { work in
            try Plans().complete(action, of: plan, NewCompletion(on: day), work)
            try Plans().show(NewEvidence(shows: "The rota", link: "https://northshire.example/rota"), for: action, of: plan, naming: Naming(), work)
        }
    }

    private func accepting(_ action: Action, _ plan: Plan, on day: Day, _ measure: ID<SuccessMeasure>? = nil) -> @Sendable (Work) throws -> Void {
        let looked = looked
        return { work in try Plans().accept(action, of: plan, NewAcceptance(on: day, lookedAt: looked, measure: measure), work) }
    }

    @Test(arguments: Engine.allCases)
    func `what its owner says is done is verified by somebody else, and each day says which it is`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            world.set(Day(2021, 3, 20)!)
            #expect(await refused(world, approver, accepting(action, plan, on: world.today)) == "action-not-done")
            try await world.desk.write(by: world.owner, completing(action, plan, on: Day(2021, 3, 18)!))
            let done = try await world.view().actions[0]
            #expect(done.standing.colour == .blue && done.standing.label == "Done, not yet verified" && done.standing.reasons.last == "not yet verified")
            #expect(try await world.view().findings[0].closing.words == "done, not yet verified")
            let both = Actor(person: world.owner.person, name: "GM Halloran", roles: [.reader, .owner, .approver], through: "program_token/1")
            for actor in [world.owner, both, world.reader] {
                #expect(await refused(world, actor, accepting(action, plan, on: world.today)) == "not-allowed", "\(actor.name)")
            }
            #expect(await refused(world, approver, accepting(action, plan, on: Day(2021, 3, 17)!)) == "accepted-before-done")
            #expect(await refused(world, approver, accepting(action, plan, on: Day(2021, 3, 21)!)) == "accepted-in-the-future")
            try await world.desk.write(by: approver, accepting(action, plan, on: Day(2021, 3, 19)!))
            #expect(await refused(world, approver, accepting(action, plan, on: world.today)) == "action-already-accepted")
            let verified = try await world.view()
            #expect(verified.actions[0].standing.label == "Verified" && verified.actions[0].standing.reasons.last == "verified on 19 March 2021")
            #expect(verified.findings[0].closing.words == "closed by the service on 19 March 2021")
            #expect(verified.findings[0].standing.label == "Closed by the service")
            #expect(try await world.view(on: Day(2021, 3, 18)!).findings[0].closing.words == "done, not yet verified")
            #expect(await refused(world, world.owner) { try world.plans.reopen(action, of: plan, $0) } == "verification-stands")
            world.set(Day(2021, 4, 2)!)
            try await world.desk.write(by: approver) { try world.plans.takeBackAcceptance(of: action, in: plan, because: "It had gaps", $0) }
            #expect(await refused(world, approver) { try world.plans.takeBackAcceptance(of: action, in: plan, because: "Again", $0) } == "action-not-accepted")
            try await world.desk.write(by: world.owner, because: "It had gaps") { try world.plans.reopen(action, of: plan, $0) }
            #expect(try await world.view().findings[0].closing.state == .open)
            #expect(try await world.view(on: Day(2021, 4, 1)!).actions[0].closing.acceptance?.lookedAt == looked, "it stood that evening")
            #expect(try await world.told(plan).suffix(4) == [
                "person/2 added evidence for the action", "person/90 verified the action", "person/90 took back the verification of the action",
                "person/2 reopened the action",
            ])
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever recorded it as done does not verify it, a manager neither`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            try await world.desk.write(by: world.manager) { try world.plans.complete(action, of: plan, NewCompletion(on: $0.today), $0) }
            #expect(await refused(world, world.manager, accepting(action, plan, on: world.today)) == "not-allowed")
            try await world.desk.write(by: approver, accepting(action, plan, on: world.today))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a measure that is named must hold, and stays watched afterwards`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let watching = try await world.desk.write(by: world.manager) { work in
                try world.plans.edit(plan, NewPlan(title: plan.title, kind: plan.kind, from: plan.period.from, through: plan.period.through, rules: .evidence), work)
            }
            let measure = try await world.desk.write(by: world.manager) {
                try world.plans.measure(finding, of: plan, by: NewMeasure(title: "Answered", unit: "per cent", threshold: Quantity(95)), $0)
            }
            func read(_ value: Int) async throws {
                try await world.desk.write(by: world.owner) { try world.plans.read(measure, of: plan, NewReading(on: $0.today, value: Quantity(value)), $0) }
            }
            try await world.desk.write(by: world.owner, completing(action, plan, on: world.today))
            #expect(await refused(world, approver, accepting(action, plan, on: world.today, measure.id)) == "measure-does-not-hold", "nobody has read it")
            try await read(90)
            #expect(await refused(world, approver, accepting(action, plan, on: world.today, measure.id)) == "measure-does-not-hold")
            #expect(await refused(world, approver, accepting(action, plan, on: world.today, ID(77))) == "measure-not-found")
            world.set(Day(2021, 3, 1)!)
            try await read(96)
            try await world.desk.write(by: approver, accepting(action, plan, on: world.today, measure.id))
            #expect(try await world.view().findings[0].closing.fallen.isEmpty)
            world.set(Day(2021, 5, 1)!)
            try await read(80)
            let fallen = try await world.view()
            #expect(fallen.findings[0].standing.colour == .amber && fallen.actions[0].standing.colour == .amber)
            #expect(fallen.findings[0].standing.reasons.first == "“Answered” was 80 per cent on 1 May 2021 and must be at least 95 per cent")
            #expect(fallen.findings[0].closing.fallen.map(\.measure.id) == [measure.id])
            #expect(try await world.view(on: Day(2021, 4, 30)!).findings[0].standing.colour == .blue)
            var older = fallen.facts
            older.plan.rules = .standard
            #expect(PlanView(older, on: world.today).findings[0].standing.colour == .blue, "a published set of rules stays as it was")
            #expect(PlanView(older, on: world.today).findings[0].closing.fallen.count == 1, "and the finding says so all the same")
            _ = watching
        }
    }

    @Test(arguments: Engine.allCases)
    func `a measure that never held has not fallen, and only the gate says that it does not hold`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan(rules: .evidence)
            let wanted = NewMeasure(title: "Answered", unit: "per cent", threshold: Quantity(95))
            let measures = try await world.desk.write(by: world.manager) { work in
                [try world.plans.measure(finding, of: plan, by: wanted, work), try world.plans.measure(action, of: plan, by: wanted, work)]
            }
            func read(_ value: Int) async throws {
                try await world.desk.write(by: world.owner) { work in
                    for measure in measures { try world.plans.read(measure, of: plan, NewReading(on: work.today, value: Quantity(value)), work) }
                }
            }
            try await read(60)
            try await world.desk.write(by: world.owner, completing(action, plan, on: world.today))
            try await world.desk.write(by: approver, accepting(action, plan, on: world.today))
            let verified = try await world.view()
            #expect(verified.findings[0].closing.fallen.isEmpty && verified.actions[0].standing.label == "Verified", "\(verified.actions[0].standing)")
            #expect(ClosingGate(verified).count(.fallen) == 2)
            world.set(Day(2021, 3, 1)!)
            try await read(50)
            #expect(try await world.view().findings[0].closing.fallen.isEmpty, "lower still, and it never held")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the inspectorate closes by its own letter, and a plan says what is still open with it`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let letter = NewInspectorateClosure(on: Day(2021, 4, 10)!, letter: "FS/21/7", author: "HMI", words: "We consider it closed.")
            world.set(Day(2021, 4, 12)!)
            #expect(await refused(world, world.manager) { try world.plans.recordClosure(of: finding, in: plan, letter, $0) } == "finding-not-inspected")
            let concern = try await world.desk.write(by: world.manager) {
                try world.plans.edit(finding, of: plan, NewFinding(kind: .causeOfConcern, text: finding.text, since: finding.since), $0)
            }
            try await world.desk.write(by: world.owner, completing(action, plan, on: Day(2021, 4, 1)!))
            try await world.desk.write(by: approver, accepting(action, plan, on: Day(2021, 4, 5)!))
            let left = try await world.view().findings[0].closing
            #expect(left.isLeftWithInspectorate && left.words == "closed by the service on 5 April 2021 and still open with the inspectorate")
            #expect(await refused(world, world.owner) { try world.plans.recordClosure(of: concern, in: plan, letter, $0) } == "not-allowed")
            try await world.desk.write(by: world.manager) { try world.plans.recordClosure(of: concern, in: plan, letter, $0) }
            #expect(await refused(world, world.manager) { try world.plans.recordClosure(of: concern, in: plan, letter, $0) } == "finding-closed-already")
            let closed = try await world.view().findings[0]
            #expect(closed.closing.words == "closed by the inspectorate on 10 April 2021, closed by the service on 5 April 2021" && closed.standing.label == "Closed by the inspectorate")
            #expect(try await world.view(on: Day(2021, 4, 9)!).findings[0].closing.isLeftWithInspectorate)
            let late = NewReopening(on: Day(2021, 4, 13)!, because: "x")
            #expect(await refused(world, world.manager) { try world.plans.recordReopening(of: concern, in: plan, late, $0) } == "letter-of-the-future")
            let early = NewReopening(on: Day(2021, 4, 9)!, because: "x")
            #expect(await refused(world, world.manager) { try world.plans.recordReopening(of: concern, in: plan, early, $0) } == "letter-before-closure")
            world.set(Day(2021, 6, 1)!)
            let again = NewReopening(on: Day(2021, 5, 20)!, because: "Letter FS/21/30")
            try await world.desk.write(by: world.manager) { try world.plans.recordReopening(of: concern, in: plan, again, $0) }
            #expect(await refused(world, world.manager) { try world.plans.recordReopening(of: concern, in: plan, again, $0) } == "finding-not-closed")
            #expect(try await world.view().findings[0].closing.isLeftWithInspectorate)
            #expect(await refused(world, world.manager) { try world.plans.recordClosure(of: concern, in: plan, letter, $0) } == "letter-before-reopening")
            #expect(try await world.told(plan).suffix(2) == [
                "person/1 recorded that the inspectorate closed the finding", "person/1 recorded that the inspectorate reopened the finding",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what will not be done is closed by an approver whose own it is not, and nothing is reported on it`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let own = Actor(person: world.owner.person, name: "GM Halloran", roles: [.reader, .owner, .approver])
            let closing: @Sendable (Work) throws -> Void = { try Plans().closeNotImplemented(action, of: plan, because: "The region does it", $0) }
            for actor in [own, world.manager, world.owner] { #expect(await refused(world, actor, closing) == "not-allowed", "\(actor.name)") }
            try await world.desk.write(by: approver, closing)
            #expect(await refused(world, approver, closing) == "not-implemented-already")
            let closed = try await world.view()
            #expect(closed.actions[0].standing == Standing(.grey, ["closed, not implemented, on 30 January 2021: The region does it"], label: "Closed, not implemented"))
            #expect(closed.findings[0].closing.words == "closed, not implemented, on 30 January 2021")
            #expect(await refused(world, world.owner) { try world.plans.update(action, of: plan, NewUpdate(asOf: $0.today, narrative: "x"), $0) } == "not-implemented-already")
            #expect(await refused(world, world.owner) { try world.plans.complete(action, of: plan, NewCompletion(on: $0.today), $0) } == "not-implemented-already")
            world.set(Day(2021, 3, 1)!)
            try await world.desk.write(by: approver) { try world.plans.reopenNotImplemented(action, of: plan, because: "It does not", $0) }
            #expect(await refused(world, approver) { try world.plans.reopenNotImplemented(action, of: plan, because: "x", $0) } == "not-closed-unimplemented")
            #expect(try await world.view().actions[0].closing.notImplemented == nil)
            try await world.desk.write(by: approver) { try world.plans.closeNotImplemented(finding, of: plan, because: "All of it", $0) }
            #expect(try await world.view().actions[0].closing.notImplemented?.finding == finding.id, "a finding takes what is open of it along")
            #expect(await refused(world, world.owner) { try world.plans.update(action, of: plan, NewUpdate(asOf: $0.today, narrative: "x"), $0) } == "not-implemented-already")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an owner who leaves the owners for a minute, or their post, neither verifies it nor gives it up`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let both = Actor(person: world.owner.person, name: "GM Halloran", roles: [.reader, .owner, .manager, .approver])
            let (second, post) = try await world.desk.write(by: .operator) { work in
                let post = try People().findOrAdd(name: "Head of Protection", work)
                try People().give(post: post.id, to: ID(both.person ?? 0), from: Day(2020, 1, 1)!, work)
                return (try world.plans.add(NewAction(text: "Another", owners: ["Head of Protection"], since: action.since), to: finding, of: plan, work), post)
            }
            try await world.desk.write(by: both) { work in
                for (item, owners) in [(action, ["R. Okafor"]), (second, ["R. Okafor"])] {
                    try world.plans.edit(item, of: plan, NewAction(text: item.text, owners: owners, due: item.due, since: item.since), work)
                }
            }
            try await world.desk.write(by: .operator) { work in
                let held = try Parties(work.session).holdings(of: post.id)
                for one in held { try People().endHolding(one.id, through: work.today.adding(days: -1), work) }
            }
            for item in [action, second] {
                try await world.desk.write(by: world.manager) { try world.plans.complete(item, of: plan, NewCompletion(on: $0.today), $0) }
                #expect(await refused(world, both, accepting(item, plan, on: world.today)) == "not-allowed")
                #expect(await refused(world, both) { try world.plans.closeNotImplemented(item, of: plan, because: "x", $0) } == "not-allowed")
            }
            #expect(await refused(world, both) { try world.plans.closeNotImplemented(finding, of: plan, because: "x", $0) } == "not-allowed")
            try await world.desk.write(by: approver, accepting(action, plan, on: world.today))
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever verifies ticks the evidence that they looked at, and may look again`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            try await world.desk.write(by: world.owner, completing(action, plan, on: world.today))
            let piece = try await world.view().actions[0].evidence[0].evidence
            #expect(await refused(world, approver) { try Plans().accept(action, of: plan, NewAcceptance(on: $0.today, lookedAt: "x", seen: [ID(99)]), $0) } == "evidence-not-found")
            #expect(try await world.view().actions[0].closing.acceptance == nil, "all or nothing")
            try await world.desk.write(by: approver) { try Plans().accept(action, of: plan, NewAcceptance(on: $0.today, lookedAt: "The rota", seen: [piece.id]), $0) }
            #expect(try await world.view().actions[0].evidence[0].lastLook?.by == "person/90")
            try await world.desk.write(by: approver) { try Plans().look(at: piece, in: plan, $0) }
            #expect(await refused(world, world.reader) { try Plans().look(at: piece, in: plan, $0) } == "not-allowed")
            #expect(await refused(world, approver) { try Plans().takeBack(piece, in: plan, because: "x", $0) } == "not-allowed")
            #expect(try await world.told(plan).suffix(3) == [
                "person/90 verified the action", "person/90 looked at evidence for the action: it still shows it", "person/90 looked at evidence for the action: it still shows it",
            ])
        }
    }
}
