import Kernel
import People
import Plans
import Storage
import TestSupport
import Testing

struct PlanQueryTests {
    @Test(arguments: Engine.allCases)
    func `all plans are read with the facts that each has by itself`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            #expect(try await world.desk.read { try $0.allFacts().isEmpty })
            let (plan, _, action) = try await world.plan()
            try await world.desk.write(by: world.manager) { work in
                try world.plans.addMilestone("Consulted", due: nil, to: action, of: plan, work)
                try world.plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "Begun"), work)
                try world.plans.complete(action, of: plan, NewCompletion(on: work.today, restIsNotNeeded: true), work)
                let later = try world.plans.begin(
                    NewPlan(title: "Gaps", kind: .gapAnalysis, from: Day(2021, 1, 1)!, through: Day(2022, 6, 30)!, sponsor: "P. Lindqvist"), work)
                let finding = try world.plans.add(NewFinding(kind: .gap, text: "A gap"), to: later, work)
                try world.plans.add(NewAction(text: "Close it", owners: ["R. Okafor", "GM Halloran"]), to: finding, of: later, work)
                try world.plans.withdraw(finding, of: later, because: "x", work)
            }
            try await world.desk.read { session in
                let all = try session.allFacts()
                #expect(all.map(\.plan.title) == ["Gaps", "Peer review response"])
                for facts in all {
                    let alone = try session.facts(of: facts.plan)
                    #expect(facts.findings == alone.findings)
                    #expect(facts.actions == alone.actions)
                    #expect(facts.milestones == alone.milestones)
                    #expect(facts.updates == alone.updates)
                    #expect(facts.completions == alone.completions)
                    #expect(facts.withdrawals == alone.withdrawals)
                    for (id, party) in alone.parties { #expect(facts.parties[id] == party) }
                }
                #expect(all[0].actions[0].owners.map(all[0].name) == ["R. Okafor", "GM Halloran"])
                #expect(all[1].milestones.count + all[1].updates.count + all[1].completions.count == 3)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an action has its owners, however it is read`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            #expect(action.owners == [ID(2)])
            try await world.desk.read { session in
                try #expect(session.find(action.id) == action)
                try #expect(session.first(Action.self, "WHERE plan = \(plan.id)") == action)
                try #expect(session.all(Action.self, "ORDER BY id DESC LIMIT 1") == [action])
                try #expect(session.action("1.1", in: plan) == action)
                try #expect(Journal(session).departures(of: People.records + Plans.records).isEmpty)
            }
            // Somebody takes the owner away behind the journal's back.
            try await world.desk.write(by: world.manager) { try $0.session.run("DELETE FROM action_owner") }
            let found = try await world.desk.read { try Journal($0).departures(of: People.records + Plans.records) }
            #expect(found.map(\.subject) == [action.subject])
            #expect(found.first?.sentence.contains("what belongs to it") == true)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a milestone is shown from the day it was added`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let before = try await world.view(on: Day(2021, 2, 19)!).actions[0].standing
            world.set(Day(2021, 2, 20)!)
            try await world.desk.write(by: world.owner) {
                try world.plans.addMilestone("Consulted", due: Day(2021, 2, 1), to: action, of: plan, $0)
            }
            #expect(try await world.view().actions[0].milestones.map(\.since) == [Day(2021, 2, 20)!])
            #expect(try await world.view(on: Day(2021, 2, 19)!).actions[0].standing == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the database itself refuses a second withdrawal in force`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, _) = try await world.plan()
            try await world.desk.write(by: world.manager) { try world.plans.withdraw(finding, of: plan, because: "x", $0) }
            let fault = await #expect(throws: StorageFault.self) {
                try await world.desk.write(by: world.manager) { work in
                    _ = try work.add("withdrew the finding", in: plan.subject) {
                        Withdrawal(id: $0, plan: plan.id, finding: finding.id, on: work.today, because: "x")
                    }
                }
            }
            #expect(fault?.isUniqueViolation == true)
        }
    }
}
