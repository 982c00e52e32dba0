import Kernel
@testable import Plans
import Storage
import TestSupport
import Testing

/// What an action waits for, in its own plan and in others.
struct DependencyTests {
    private struct Two {
        let plan: Plan, action: Action, other: Plan, far: Action
    }

    private func two(_ world: PlanWorld) async throws -> Two {
        let (plan, _, action) = try await world.plan()
        return try await world.desk.write(by: world.manager) { work in
            let other = try world.plans.begin(NewPlan(reference: Reference("culture"), title: "Culture plan", kind: .improvement, from: Day(2021, 1, 1)!, through: Day(2021, 12, 31)!), work)
            let finding = try world.plans.add(NewFinding(reference: Reference("C3"), kind: .gap, text: "People are heard"), to: other, work)
            let far = try world.plans.add(NewAction(reference: Reference("C3.2"), text: "Train the leads", owners: ["R. Okafor"], due: Day(2021, 3, 1)!), to: finding, of: other, work)
            return Two(plan: plan, action: action, other: other, far: far)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a late action of another plan explains a late one, and both plans show it`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let two = try await two(world)
            let shelf = PlanShelf(most: 1000)
            func seen(_ plan: Plan, on day: Day) async throws -> ActionView {
                try await world.desk.read { session in
                    let (kept, read) = (try shelf.facts(of: plan, session).facts, try session.facts(of: plan))
                    let all = try session.allFacts().first { $0.plan.id == plan.id }
                    let views = [kept, read, all ?? kept].map { PlanView($0, on: day).actions[0] }
                    #expect(Set(views.map(\.standing.reasons)).count == 1, "the shelf, a plan by itself and all plans agree")
                    #expect(Set(views.map { $0.awaitedBy.map(\.action.reference.text) }).count == 1)
                    return views[0]
                }
            }
            let april = Day(2021, 4, 12)!
            _ = (try await seen(two.plan, on: april), try await seen(two.other, on: april))
            let made = try await world.desk.write(by: world.owner) { work in
                try world.plans.makeWait(two.action, of: two.plan, NewDependency(plan: "culture", action: "c3.2", note: "Leads who can brief crews"), work)
            }
            #expect(try await seen(two.plan, on: april).standing.reasons == [
                "12 days past its due day and not recorded as done", "waits for C3.2 of Culture plan, which is 42 days late", "no update yet",
            ])
            #expect(try await seen(two.other, on: april).awaitedBy.map { $0.name(seenFrom: two.other.id) } == ["1.1 of Peer review response"])
            // Its owner expects it after the waiting action is due.
            try await world.desk.write(by: world.manager) { work in
                try world.plans.update(two.far, of: two.other, NewUpdate(asOf: work.today, narrative: "Slow", forecast: Day(2021, 4, 5)!), work)
            }
            #expect(try await seen(two.plan, on: Day(2021, 2, 25)!).standing.reasons.contains("waits for C3.2 of Culture plan, which is expected on 5 April 2021"))
            world.set(Day(2021, 3, 20)!)
            try await world.desk.write(by: world.manager) { try world.plans.complete(two.far, of: two.other, NewCompletion(on: $0.today), $0) }
            #expect(try await seen(two.plan, on: april).standing.reasons == ["12 days past its due day and not recorded as done", "no update yet"])
            try await world.desk.write(by: world.manager) { work in
                try world.plans.reopen(two.far, of: two.other, work)
                try world.plans.withdraw(try work.session.finding("C3", in: two.other), of: two.other, because: "Elsewhere", work)
            }
            #expect(try await seen(two.plan, on: april).standing.reasons[1] == "waits for C3.2 of Culture plan, which was withdrawn on 20 March 2021")
            try await world.desk.write(by: world.owner) { try world.plans.end(made, for: two.action, of: two.plan, $0) }
            #expect(try await seen(two.plan, on: april).waitsFor.isEmpty)
            #expect(try await seen(two.plan, on: Day(2021, 3, 19)!).waitsFor.count == 1)
            #expect(try await world.told(two.plan).suffix(2) == ["person/2 said what the action waits for", "person/2 said that the action waits no more"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what waits for an action that was closed without being done is told so`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let two = try await two(world)
            try await world.desk.write(by: world.owner) { try world.plans.makeWait(two.action, of: two.plan, NewDependency(plan: "culture", action: "C3.2"), $0) }
            let chief = Actor(person: 90, name: "Chief", roles: [.reader, .manager, .approver])
            try await world.desk.write(by: chief) { try world.plans.closeNotImplemented(two.far, of: two.other, because: "Another course does", $0) }
            let reasons = try await world.view().actions.first { $0.action.id == two.action.id }?.standing.reasons ?? []
            #expect(reasons.contains("waits for C3.2 of Culture plan, which was closed, not implemented, on \(world.today)"))
            let all = try await world.desk.read { try $0.allFacts() }.first { $0.plan.id == two.plan.id }
            #expect(all.map { PlanView($0, on: world.today).actions[0].standing.reasons } == reasons)
        }
    }

    @Test(arguments: Engine.allCases)
    func `circles, repetitions and strangers are refused by name`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let two = try await two(world)
            let next = try await world.desk.write(by: world.manager) { work in
                try world.plans.add(NewAction(text: "Log calls", owners: ["R. Okafor"]), to: work.session.find(two.action.finding)!, of: two.plan, work)
            }
            func refusal(_ actor: Actor, _ action: Action, _ plan: Plan, _ new: NewDependency) async -> Refusal? {
                await #expect(throws: Refusal.self) { try await world.desk.write(by: actor) { _ = try world.plans.makeWait(action, of: plan, new, $0) } }
            }
            func wait(_ action: Action, _ plan: Plan, _ new: NewDependency) async throws -> Dependency {
                try await world.desk.write(by: world.manager) { try world.plans.makeWait(action, of: plan, new, $0) }
            }
            let first = try await wait(two.action, two.plan, NewDependency(plan: "culture", action: "C3.2"))
            _ = try await wait(two.far, two.other, NewDependency(plan: two.plan.reference.text, action: "1.2"))
            let circle = await refusal(world.manager, next, two.plan, NewDependency(action: "1.1"))
            #expect(circle?.code == "dependency-goes-in-a-circle")
            #expect(circle?.sentence == "That would go in a circle: 1.1 waits for C3.2 waits for 1.2, so 1.2 can’t wait for 1.1.")
            #expect(await refusal(world.manager, next, two.plan, NewDependency(action: "1.2"))?.code == "waits-for-itself")
            #expect(await refusal(world.owner, two.action, two.plan, NewDependency(plan: "culture", action: "C3.2"))?.code == "dependency-there-already")
            #expect(await refusal(world.owner, two.action, two.plan, NewDependency(action: "9.9"))?.fields.map(\.name) == ["awaited"])
            #expect(await refusal(world.owner, two.action, two.plan, NewDependency(plan: "none", action: "9.9"))?.fields.map(\.name) == ["awaited-plan"])
            #expect(await refusal(world.reader, two.action, two.plan, NewDependency(action: "1.2"))?.code == "not-allowed")
            let ended = try await world.desk.write(by: world.manager) { try world.plans.end(first, for: two.action, of: two.plan, $0) }
            let again = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.manager) { try world.plans.end(ended, for: two.action, of: two.plan, $0) }
            }
            #expect(again?.code == "dependency-ended-already")
            _ = try await wait(next, two.plan, NewDependency(action: "1.1"))
            try await world.desk.write(by: world.manager) { try world.plans.withdraw(next, of: two.plan, because: "Elsewhere", $0) }
            #expect(await refusal(world.owner, two.action, two.plan, NewDependency(action: "1.2"))?.code == "action-withdrawn")
        }
    }
}
