import Kernel
import Plans
import Storage
import TestSupport
import Testing

/// Milestones that an update says were reached.
struct UpdateTests {
    @Test(arguments: Engine.allCases)
    func `an update reaches the milestones it names on the day it speaks of, all or nothing`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let steps = try await world.desk.write(by: world.owner) { work in
                try ["Drafted", "Agreed", "Published"].map { try world.plans.addMilestone($0, due: nil, to: action, of: plan, work) }
            }
            let early = world.today
            try await world.desk.write(by: world.owner) { try world.plans.reach(steps[0], on: early, for: action, of: plan, $0) }
            world.set(Day(2021, 2, 10)!)
            let spoken = Day(2021, 2, 8)!
            func post(_ reached: [ID<Milestone>]) async throws {
                try await world.desk.write(by: world.owner) { work in
                    try world.plans.update(action, of: plan, NewUpdate(asOf: spoken, narrative: "Two steps on", stated: .green, reached: reached), work)
                }
            }
            let before = try await world.told(plan)
            let refusal = await #expect(throws: Refusal.self) { try await post([steps[1].id, ID(99)]) }
            #expect(refusal?.code == "milestone-not-found")
            #expect(try await world.told(plan) == before)
            try await post([steps[0].id, steps[1].id])
            #expect(try await world.view().actions[0].milestones.map(\.reachedOn) == [early, spoken, nil])
            #expect(try await world.told(plan).suffix(2) == ["person/2 updated the action", "person/2 reached the milestone"])
        }
    }
}
