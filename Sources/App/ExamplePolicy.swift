import Enforcement
import Kernel
import Storage

/// The enforcement policy of the fictional service in two editions, and the yearly numbers it states of the years before its records begin.
enum ExamplePolicy {
    static func deeds() -> [ExampleDeed] {
        [
            ExampleDeed(.inBritain(Day(number: 17_141), hour: 9)) { desk in
                try await desk.write(by: .operator, because: "The authority approved the policy on 1 December 2016") { try first($0) }
            },
            ExampleDeed(.inBritain(Day(number: 19_737), hour: 9)) { desk in
                try await desk.write(by: .operator, because: "The authority approved the new edition") { try second($0) }
            },
        ]
    }

    private static func first(_ work: Work) throws {
        let policies = EnforcementPolicies()
        let policy = try policies.draft(NewEnforcementPolicy(
            edition: "2017", purpose: "To keep people safe from fire by asking for what the law asks for, in proportion to the risk.",
            factors: [
                RationaleFactor(.dutyholder, "A history of failing to comply"), RationaleFactor(.dutyholder, "Gain from not complying"),
                RationaleFactor(.dutyholder, "Willingness to put things right at once"), RationaleFactor(.strategic, "People who sleep there or can’t escape by themselves"),
                RationaleFactor(.strategic, "The effect on those who live or work there"),
            ], letterWithin: 10), work)
        try policies.aim(NewObjective(sentence: "Serious failures are met with formal notices", measure: .notices, target: Quantity(6), per: .year), in: policy, work)
        try policies.aim(NewObjective(sentence: "Notices are complied with in time", measure: .compliance, target: Quantity(60), per: .year), in: policy, work)
        try policies.aim(NewObjective(sentence: "Every entry of the register is made in time", measure: .inTime, target: Quantity(100), per: .quarter), in: policy, work)
        try policies.takeEffect(policy, on: Day(number: 17_167), work)
        for (year, notices, prohibitions) in [("2012", 21, 4), ("2013", 17, 6), ("2014", 9, 3), ("2015", 4, 2), ("2016", 2, 3)] {
            for (measure, count) in [(ActivityMeasure.enforcement, notices), (.prohibition, prohibitions)] {
                try policies.state(NewStatedActivity(year: year, measure: measure, count: Quantity(count), source: "Yearly report to the authority, \(year)"), work)
            }
        }
    }

    private static func second(_ work: Work) throws {
        let policies = EnforcementPolicies()
        guard let before = try work.session.enforcementPolicy(inForceOn: work.today) else { return }
        let policy = try policies.draft(NewEnforcementPolicy(
            edition: "2024", purpose: before.purpose, factors: before.factors + [RationaleFactor(.strategic, "What was learnt from fires elsewhere")],
            register: RegisterPolicy(exportsWithdrawn: .exported), letterWithin: 10), work)
        try policies.aim(NewObjective(sentence: "Half of all notices are complied with within 60 days", measure: .daysToComply, polarity: .atMost, target: Quantity(60), per: .year), in: policy, work)
        try policies.takeEffect(policy, on: Day(number: 19_814), work)
    }
}
