import Enforcement
import Kernel
import People
import Storage
import TestSupport
import Testing

/// The verbs of the enforcement policy, each with what the journal says of it.
@Suite struct PolicyVerbTests {
    private static let first = NewEnforcementPolicy(
        edition: "2024", purpose: "To keep people safe", factors: [RationaleFactor(.dutyholder, "A history: of failing"), RationaleFactor(.strategic, "People at risk asleep")],
        register: RegisterPolicy(retentionYears: 5, publishAfter: 2, count: .workingDays, exportsWithdrawn: .exported, sensitive: .articlesUnlessProhibition), letterWithin: 10)
    private static let aim = NewObjective(sentence: "Notices are complied with in time", measure: .compliance, target: Quantity("92.5")!, per: .quarter)

    @Test(arguments: Engine.allCases)
    func `an edition is drafted, takes effect and is followed by another`(_ engine: Engine) async throws {
        try await PolicyWorld.with(engine) { world in
            let draft = try await world.write { try $0.draft(Self.first, $1) }
            #expect(try await world.policy(on: Day(2030, 1, 1)!) == nil, "a draft counts on no day")
            let objective = try await world.write { policies, work in
                let kept = try policies.aim(Self.aim, in: draft, work)
                let other = try policies.aim(NewObjective(sentence: "x", measure: .enforcement, target: Quantity(1)), in: draft, work)
                try policies.drop(other, of: draft, work)
                return kept
            }
            // The first may have taken effect before it stood here.
            let first = try await world.write { try $0.takeEffect(draft, on: Day(2024, 4, 1)!, $1) }
            let read = try #require(try await world.policy(on: Day(2024, 4, 1)!))
            #expect(read.policy == first && read.policy.factors == Self.first.factors && read.policy.register == Self.first.register && read.policy.letterWithin == 10)
            #expect(read.objectives == [objective] && read.objectives[0].aim == "at least 92.5% a quarter")
            #expect(try await world.policy(on: Day(2024, 3, 31)!) == nil)
            #expect(read.policy.letterWithin.map { Day(2025, 4, 11)!.adding(workingDays: $0) } == Day(2025, 4, 29)!, "Easter and weekends are left out")

            let next = try await world.write { policies, work in
                let next = try policies.draft(NewEnforcementPolicy(edition: "2025"), work)
                let taken = try work.session.objectives(of: next)
                #expect(taken.map(\.sentence) == [Self.aim.sentence], "objectives come along")
                try policies.edit(taken[0], of: next, NewObjective(sentence: "Most", measure: .compliance, target: Quantity(95)), work)
                return try policies.edit(next, NewEnforcementPolicy(edition: "2025a", register: RegisterPolicy(retentionYears: 3)), work)
            }
            #expect(try await world.code { try $0.takeEffect(next, on: Day(2025, 1, 5)!, $1) } == "policy-out-of-order")
            try await world.write { try $0.takeEffect(next, on: Day(2025, 4, 1)!, $1) }
            #expect(try await world.policy(on: Day(2025, 3, 31)!)?.policy.edition == "2024")
            #expect(try await world.policy(on: Day(2025, 4, 1)!)?.policy.edition == "2025a")
            #expect(try await world.policy(on: Day(2025, 4, 1)!)?.objectives.map(\.sentence) == ["Most"])
            let third = try await world.write { try $0.draft(NewEnforcementPolicy(edition: "2026"), $1) }
            #expect(try await world.code { try $0.takeEffect(third, on: Day(2025, 4, 1)!, $1) } == "policy-out-of-order")
            #expect(try await world.desk.told(draft.subject) == [
                "person/1 drafted the edition", "person/1 added the objective", "person/1 added the objective", "person/1 dropped the objective", "person/1 had the edition take effect",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what has taken effect stays, and only who may keeps the policy`(_ engine: Engine) async throws {
        try await PolicyWorld.with(engine) { world in
            let (policy, objective) = try await world.write { policies, work in
                let policy = try policies.draft(Self.first, work)
                let objective = try policies.aim(Self.aim, in: policy, work)
                return (try policies.takeEffect(policy, on: work.today, work), objective)
            }
            let before = try await world.desk.read { try Journal($0).head().size }
            #expect(try await world.code { try $0.edit(policy, Self.first, $1) } == "policy-in-force")
            #expect(try await world.code { try $0.takeEffect(policy, on: Day(2026, 1, 1)!, $1) } == "policy-in-force")
            #expect(try await world.code { try $0.aim(Self.aim, in: policy, $1) } == "policy-in-force")
            #expect(try await world.code { try $0.edit(objective, of: policy, Self.aim, $1) } == "policy-in-force")
            #expect(try await world.code { try $0.drop(objective, of: policy, $1) } == "policy-in-force")
            #expect(try await world.code { try $0.draft(NewEnforcementPolicy(edition: "2024"), $1) } == "policy-edition-taken")
            for actor in [world.reader, Actor(person: 3, name: "O", roles: [.reader, .owner, .approver])] {
                #expect(try await world.code(by: actor) { try $0.draft(NewEnforcementPolicy(edition: "9"), $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.takeEffect(policy, on: Day(2026, 1, 1)!, $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.state(NewStatedActivity(year: "2011", measure: .enforcement, count: Quantity(1), source: "x"), $1) } == "not-allowed")
            }
            #expect(try await world.desk.read { try Journal($0).head().size } == before)
            let draft = try await world.write { try $0.draft(NewEnforcementPolicy(edition: "2025"), $1) }
            #expect(try await world.code { try $0.edit(draft, NewEnforcementPolicy(edition: "2025"), version: 7, $1) } == "changed-meanwhile")
            #expect(try await world.code { try $0.aim(NewObjective(sentence: "x", measure: .compliance, target: Quantity(101)), in: draft, $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.aim(NewObjective(sentence: "x", measure: .officers, target: Quantity(9), per: .month), in: draft, $1) } == "fields-need-attention")
        }
    }

    @Test(arguments: Engine.allCases)
    func `years are stated once each, corrected, and known from the day they were stated`(_ engine: Engine) async throws {
        try await PolicyWorld.with(engine) { world in
            let new = NewStatedActivity(year: "2011", measure: .enforcement, count: Quantity(34), source: "FOI 4039/2019")
            let stated = try await world.write { policies, work in
                try policies.state(NewStatedActivity(year: "2011/12", measure: .officers, count: Quantity("7.6")!, source: "FOI 3789/2018"), work)
                return try policies.state(new, work)
            }
            #expect(try await world.code { try $0.state(new, $1) } == "activity-stated-already")
            for (year, measure, count) in [("11", ActivityMeasure.enforcement, Quantity(1)), ("2012", .compliance, Quantity(1)), ("2012", .notices, Quantity(1)), ("2012", .caution, Quantity("1.5")!), ("2012", .caution, Quantity(-1))] {
                #expect(try await world.code { try $0.state(NewStatedActivity(year: year, measure: measure, count: count, source: "x"), $1) } == "fields-need-attention", "\(year) \(measure)")
            }
            let changed = try await world.write { try $0.correct(stated, NewStatedActivity(year: "1999", measure: .caution, count: Quantity(35), source: "Misread"), $1) }
            #expect(changed.year == "2011" && changed.measure == .enforcement && changed.count == Quantity(35))
            #expect(try await world.code { try $0.correct(stated, new, $1) } == "changed-meanwhile")
            #expect(try await world.desk.read { session in try session.all(StatedActivity.self, "ORDER BY id").map(\.count.description) } == ["7.6", "35"])
        }
    }
}
