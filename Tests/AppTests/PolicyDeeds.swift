import Enforcement
import Kernel
import Storage
import TestSupport

/// What random histories do with the enforcement policy, what it sets out to reach, and numbers that are stated.
extension Deeds {
    private mutating func newPolicy() -> NewEnforcementPolicy {
        NewEnforcementPolicy(
            edition: chance(9) ? text() : "Edition \(Int.random(in: 1...9, using: &dice))", purpose: note(),
            factors: chance(2) ? [RationaleFactor(pick(RationaleFactor.Side.self), text())] : [],
            register: RegisterPolicy(
                retentionYears: .random(in: 3...6, using: &dice), publishAfter: .random(in: 0...13, using: &dice), count: pick(RegisterPolicy.Count.self),
                exportsWithdrawn: pick(RegisterPolicy.Withdrawn.self), sensitive: pick(RegisterPolicy.Sensitive.self)),
            letterWithin: chance(2) ? .random(in: 1...60, using: &dice) : nil)
    }

    private mutating func newObjective() -> NewObjective {
        NewObjective(
            sentence: text(), measure: pick(ActivityMeasure.self), polarity: pick(EnforcementObjective.Polarity.self),
            target: Quantity(.random(in: -1...110, using: &dice)), per: pick(ActivitySpan.self))
    }

    private mutating func newStated() -> NewStatedActivity {
        let year = Int.random(in: 2009...2025, using: &dice)
        return NewStatedActivity(
            year: chance(3) ? "\(year)/\((year + 1) % 100)" : "\(year)", measure: pick(ActivityMeasure.self),
            count: Quantity(.random(in: -1...500, using: &dice)), source: text())
    }

    private func own(_ id: ID<EnforcementPolicy>) throws -> EnforcementPolicy { try work.session.all(EnforcementPolicy.self, "WHERE id = \(id)")[0] }

    static let policyDeeds: [(name: String, deed: Deed)] = [
        ("drafted a policy", { try EnforcementPolicies().draft($0.newPolicy(), $0.work) }),
        ("edited a policy", {
            let policy = try $0.one(EnforcementPolicy.self)
            try EnforcementPolicies().edit(policy, $0.newPolicy(), version: $0.version(policy.version), $0.work)
        }),
        ("put a policy into force", { try EnforcementPolicies().takeEffect($0.one(EnforcementPolicy.self), on: $0.chance(2) ? $0.day() : $0.work.today, $0.work) }),
        ("set an objective", { try EnforcementPolicies().aim($0.newObjective(), in: $0.one(EnforcementPolicy.self), $0.work) }),
        ("edited an objective", {
            let objective = try $0.one(EnforcementObjective.self)
            try EnforcementPolicies().edit(objective, of: $0.own(objective.policy), $0.newObjective(), version: $0.version(objective.version), $0.work)
        }),
        ("dropped an objective", {
            let objective = try $0.one(EnforcementObjective.self)
            try EnforcementPolicies().drop(objective, of: $0.own(objective.policy), $0.work)
        }),
        ("stated a number", { try EnforcementPolicies().state($0.newStated(), $0.work) }),
        ("corrected a number", {
            let stated = try $0.one(StatedActivity.self)
            try EnforcementPolicies().correct(stated, $0.newStated(), version: $0.version(stated.version), $0.work)
        }),
    ]
}
