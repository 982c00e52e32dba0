import Kernel
import Plans
import Storage
import TestSupport
import Testing

/// Milestones are put right, given up, and none is forgotten when an action is done. It begins on 30 January 2021.
struct MilestoneTests {
    private func milestones(_ world: PlanWorld, _ action: Action, _ plan: Plan, _ texts: String...) async throws -> [Milestone] {
        try await world.desk.write(by: world.owner) { work in try texts.map { try world.plans.addMilestone($0, due: Day(2021, 2, 20), to: action, of: plan, work) } }
    }

    @Test(arguments: Engine.allCases)
    func `a milestone is put right for every day, and given up from today`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let steps = try await milestones(world, action, plan, "Draftd", "Agreed")
            world.set(Day(2021, 2, 10)!)
            try await world.desk.write(by: world.owner) { work in
                try world.plans.correct(steps[0], NewMilestone(text: "Drafted", due: Day(2021, 3, 1)), version: steps[0].version, for: action, of: plan, work)
            }
            #expect(try await world.view(on: Day(2021, 1, 30)!).actions[0].milestones.map(\.text) == ["Drafted", "Agreed"])
            try await world.desk.write(by: world.owner, because: "One step") { work in
                try world.plans.withdraw(steps[1], because: "One step", for: action, of: plan, work)
            }
            #expect(try await world.view().actions[0].milestones.map(\.text) == ["Drafted"])
            #expect(try await world.view(on: Day(2021, 2, 9)!).actions[0].milestones.count == 2, "earlier days show it")
            #expect(try await world.told(plan).suffix(2) == ["person/2 corrected the milestone", "person/2 withdrew the milestone"])
            let stranger = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.reader) { try world.plans.correct(steps[0], NewMilestone(text: "x"), for: action, of: plan, $0) }
            }
            #expect(stranger?.code == "not-allowed")
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever records an action as done says of each milestone what became of it`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let steps = try await milestones(world, action, plan, "Drafted", "Agreed", "Printed")
            world.set(Day(2021, 2, 10)!)
            let on = Day(2021, 2, 8)!
            try await world.desk.write(by: world.owner) { try world.plans.reach(steps[0], on: Day(2021, 2, 1)!, for: action, of: plan, $0) }
            let before = try await world.told(plan)
            let left = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.owner) { try world.plans.complete(action, of: plan, NewCompletion(on: on, reached: [steps[1].id]), $0) }
            }
            #expect(left?.code == "milestones-left-open" && left?.fields.first?.name == "milestones-reached" && left?.sentence.contains("“Printed”") == true)
            #expect(try await world.told(plan) == before)
            try await world.desk.write(by: world.owner) { work in
                try world.plans.complete(action, of: plan, NewCompletion(on: on, reached: [steps[1].id], restIsNotNeeded: true), work)
            }
            let now = try await world.view().actions[0].milestones
            #expect(now.map(\.text) == ["Drafted", "Agreed"] && now.map(\.reachedOn) == [Day(2021, 2, 1), on])
            #expect(try await world.told(plan).suffix(3) == ["person/2 recorded the action as done", "person/2 reached the milestone", "person/2 withdrew the milestone"])
        }
    }
}
