import Kernel
import People
@testable import Plans
import Storage
import TestSupport
import Testing

/// A plan that was closed, reopened and is closed again.
extension ClosingPlansTests {
    func close(_ plan: Plan, _ items: [NewPlanClosure.Item], _ world: PlanWorld) async throws {
        let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(items), $0) }
        try await world.desk.write(by: approver, deciding(closure, of: plan))
    }

    @Test(arguments: Engine.allCases)
    func `what was carried forward before goes on as the same action, and no twin of it is made`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, actions) = try await begin(world)
            let other = try await world.desk.write(by: world.manager) {
                try world.plans.begin(NewPlan(reference: Reference("elsewhere"), title: "Elsewhere", kind: .improvement, from: Day(2021, 1, 1)!, through: Day(2022, 12, 31)!), $0)
            }
            world.set(Day(2021, 7, 5)!)
            try await close(plan, decided, world)
            world.set(Day(2021, 9, 1)!)
            try await world.desk.write(by: approver) { try world.plans.reopen(plan, because: "The board wants it", $0) }
            func again(onto: String, finding: String? = nil, owner: String? = nil, due: Day) -> [NewPlanClosure.Item] {
                [.init(action: "1.1", kind: .carriedForward, because: "Still open", onto: onto, finding: finding, owner: owner, due: due), decided[2]]
            }
            #expect(await refused(world, world.manager, proposing(plan, again(onto: "elsewhere", due: Day(2022, 1, 31)!)))?.fields
                == [.init("onto-1.1", "1.1 goes on as 1.1 of Culture already. Carry it forward there, or withdraw it there first.")])
            try await close(plan, again(onto: "culture", owner: "GM Halloran", due: Day(2022, 1, 31)!), world)
            let there = try await world.desk.read { PlanView(try $0.facts(of: onto), on: world.today) }
            let joined = try #require(there.actions.first)
            #expect(there.actions.count == 1 && there.findings.count == 1, "no twin")
            #expect(joined.due == Day(2022, 1, 31)! && joined.dueDay.moves.map(\.to) == [Day(2021, 6, 15)!, Day(2021, 12, 31)!, Day(2022, 1, 31)!])
            #expect(joined.action.owners.map(there.facts.name) == ["GM Halloran"])
            let items = try await world.view().facts.closing.items.filter { $0.action == actions[0].id }
            #expect(items.map(\.carriedAs) == [joined.action.id, joined.action.id])
            let origin = try await world.desk.read { try $0.origin(of: joined.action) }
            #expect(origin?.action.id == actions[0].id && origin?.item.because == "Still open")
            #expect(try await world.desk.told(onto.subject).suffix(2) == ["person/90 set the day of the action", "person/90 edited the action"])

            // Of what was withdrawn there, nothing is left to join.
            try await world.desk.write(by: approver) { try world.plans.reopen(plan, because: "Again", $0) }
            try await world.desk.write(by: world.manager) { work in
                _ = try world.plans.withdraw(work.session.action("1.1", in: onto), of: onto, because: "Nobody wants it", work)
            }
            try await close(plan, again(onto: "elsewhere", due: Day(2022, 3, 31)!), world)
            #expect(try await world.desk.read { PlanView(try $0.facts(of: other), on: world.today) }.actions.map(\.action.text) == ["Publish the rota"])
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    /// The plan closed with 1.1 carried forward to Culture, and reopened.
    private func reopened(_ world: PlanWorld) async throws -> (plan: Plan, onto: Plan, there: Action) {
        let (plan, onto, _) = try await begin(world)
        world.set(Day(2021, 7, 5)!)
        try await close(plan, decided, world)
        try await world.desk.write(by: approver) { try world.plans.reopen(plan, because: "The board wants it", $0) }
        return (plan, onto, try await world.desk.read { try $0.action("1.1", in: onto) })
    }

    private func again(_ due: Day) -> [NewPlanClosure.Item] {
        [.init(action: "1.1", kind: .carriedForward, because: "Still open", onto: "culture", due: due), decided[2]]
    }

    @Test(arguments: Engine.allCases)
    func `no day is agreed past one that is asked for where an action goes on`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, there) = try await reopened(world)
            let (asked, other) = (Day(2022, 2, 28)!, Day(2022, 1, 31)!)
            func ask() async throws -> DateMove {
                try await world.desk.write(by: world.manager) { try world.plans.askToMove(there, of: onto, NewDateMove(to: asked, because: "Late"), $0) }
            }
            let move = try await ask()
            let refusal = await refused(world, world.manager, proposing(plan, again(other)))
            let sentence = "For 1.1 of Culture another day was asked for on 5 July 2021 and is not decided yet. Decide that first."
            #expect(refusal?.code == "move-waits-already" && refusal?.fields == [.init("due-1.1", sentence)])
            let more = await refused(world, world.manager, proposing(plan, [again(other)[0]]))
            #expect(more?.code == "fields-need-attention" && more?.fields.map(\.name) == ["due-1.1", "kind-1.3"])
            try await world.desk.write(by: world.manager) { try world.plans.takeBack(move, in: onto, $0) }
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(again(other)), $0) }
            let second = try await ask()
            #expect(await refused(world, approver, deciding(closure, of: plan))?.code == "move-waits-already")
            try await world.desk.write(by: approver) { try world.plans.decide(second, in: onto, agreed: true, $0) }
            try await world.desk.write(by: approver, deciding(closure, of: plan))
            let due = try await world.desk.read { try $0.dueDay(of: there, on: world.today) }
            #expect(due.inForce == other && due.moves.suffix(2).map(\.from) == [Day(2021, 12, 31)!, asked] && due.open == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is done where it went on, or ended in a closed plan, is told with what can be done`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, there) = try await reopened(world)
            func wrong() async -> [Refusal.Field]? { await refused(world, world.manager, proposing(plan, again(Day(2022, 1, 31)!)))?.fields }
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(again(Day(2022, 1, 31)!)), $0) }
            try await world.desk.write(by: .operator) { try world.plans.complete(there, of: onto, NewCompletion(on: $0.today), $0) }
            let since = await refused(world, approver, deciding(closure, of: plan))
            #expect(since?.code == "closure-out-of-date" && since?.sentence.contains("was done there on 5 July 2021") == true, "\(String(describing: since))")
            try await world.desk.write(by: world.manager) { try world.plans.takeBack(closure, of: plan, $0) }
            let done = "1.1 went on as 1.1 of Culture, and was done there on 5 July 2021. Record 1.1 as done here too, or"
            #expect(await wrong() == [.init("kind-1.1", "\(done) reopen it there first.")])
            try await close(onto, [.init(action: "1.1", kind: .onItsWord, because: "Small")], world)
            #expect(await wrong() == [.init("kind-1.1", "\(done) have an approver reopen that plan, and reopen it there first.")])
            let view = try await world.view()
            let before = try await world.desk.read { try $0.carriedBefore(view.actions[0].action) }
            #expect(before?.action.id == there.id && before?.closedOn == world.today && before?.obstacle(to: view.actions[2])?.contains("Close 1.3 on its owner’s word, or") == true)
            let open = CarriedBefore(action: there, plan: onto, doneOn: nil, closedOn: world.today)
            #expect(open.obstacle(to: view.actions[0])
                == "1.1 goes on as 1.1 of Culture, which was closed on 5 July 2021. Close 1.1 without its being implemented, or have an approver reopen that plan first.")
            let same = CarriedBefore(action: view.actions[2].action, plan: plan, doneOn: nil, closedOn: nil)
            #expect(same.obstacle(to: view.actions[0]) == "1.1 goes on in this plan, as 1.3. Close 1.1 without its being implemented, and decide about 1.3.")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what waits for an action waits once when that is carried forward again`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, actions) = try await begin(world)
            let waiting = try await world.desk.write(by: world.manager) { work in
                let finding = try world.plans.add(NewFinding(kind: .gap, text: "Crews don’t know"), to: onto, work)
                let waiting = try world.plans.add(NewAction(text: "Tell all", owners: ["GM Halloran"], due: Day(2022, 3, 31)!), to: finding, of: onto, work)
                try world.plans.makeWait(waiting, of: onto, NewDependency(plan: "peer-review-response", action: "1.1"), work)
                return waiting
            }
            world.set(Day(2021, 7, 5)!)
            try await close(plan, decided, world)
            try await world.desk.write(by: approver) { try world.plans.reopen(plan, because: "x", $0) }
            try await world.desk.write(by: world.manager) { _ = try world.plans.makeWait(waiting, of: onto, NewDependency(plan: "peer-review-response", action: "1.1"), $0) }
            try await close(plan, [decided[0], decided[2]], world)
            let standing = try await world.desk.read { try $0.all(Dependency.self, "WHERE ended_on IS NULL") }
            #expect(standing.count == 1 && standing[0].action == waiting.id && standing[0].awaited != actions[0].id && standing[0].awaitedPlan == onto.id)
        }
    }
}
