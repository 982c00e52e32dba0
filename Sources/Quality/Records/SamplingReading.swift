public import Kernel
import People
public import Storage

extension Session {
    /// Every sampling plan, the latest stretch first.
    public func samplingPlans() throws -> [SamplingPlanFacts] { try samplingFacts("") }

    public func facts(of plan: SamplingPlan) throws -> SamplingPlanFacts {
        guard let facts = try samplingFacts("WHERE id = \(plan.id)").first else { throw Refusal.missing("sampling-plan-not-found", "There is no sampling plan “\(plan.reference)”.") }
        return facts
    }

    /// A plan that was there on a day.
    ///
    /// - Throws: `sampling-plan-not-found`
    func samplingThen(_ reference: String, on day: Day) throws -> SamplingPlanFacts {
        let facts = try facts(of: samplingPlan(reference))
        guard facts.plan.isHere(on: day) else {
            throw Refusal.missing("sampling-plan-not-found", "\(facts.plan.reference) came on record on \(facts.plan.since), after \(day). Choose a later day.")
        }
        return facts
    }

    private func samplingFacts(_ clause: SQL) throws -> [SamplingPlanFacts] {
        let plans = try all(SamplingPlan.self, clause)
        let names = try Parties(self).names()
        let draws = Dictionary(try all(SampleDraw.self, "WHERE plan IN (SELECT id FROM sampling_plan \(clause))").map { ($0.plan, $0) }) { first, _ in first }
        let checks = Dictionary(grouping: try qualityFacts("WHERE sample IN (SELECT id FROM sampling_plan \(clause))"), by: \.check.sample)
        return plans.sorted { ($0.from, $0.id) > ($1.from, $1.id) }.map { plan in
            SamplingPlanFacts(
                plan: plan, reviewers: plan.reviewers.map { names[$0] ?? "" }, draw: draws[plan.id], checks: (checks[plan.id] ?? []).sorted { ($0.check.due, $0.check.id) < ($1.check.due, $1.check.id) })
        }
    }

    /// What is counted of a check: by when it was planned, whether it was done, and whether anything failed.
    public func qualityCheckCounts(by day: Day) throws -> [QualityCheckCount] {
        try all(QualityCheck.self, "WHERE since_on <= \(day) ORDER BY id").map { check in
            let isDone = check.state(on: day) == .completed
            return QualityCheckCount(
                due: check.due, isPlanned: check.sample != nil, completed: isDone ? check.completed : nil, hasFail: isDone && check.sheet.count(.fail) > 0)
        }
    }
}

/// A check as figures count it.
public struct QualityCheckCount: Sendable, Equatable {
    public let due: Day
    /// Whether a plan drew it.
    public let isPlanned: Bool
    /// The day on which it was completed; nil where it was not yet.
    public let completed: Day?
    public let hasFail: Bool
}
