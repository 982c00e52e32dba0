public import Kernel
import People
public import Storage

extension Session {
    /// - Throws: `quality-check-not-found`
    public func qualityCheck(_ reference: String) throws -> QualityCheck {
        try first(
            QualityCheck.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("quality-check-not-found", "There is no check “\(reference.prefix(60))”. The list shows those there are."))
    }

    /// Every check that there is, the latest first by the day on which it was opened.
    public func allQualityChecks() throws -> [QualityCheckFacts] { try qualityFacts("") }

    public func facts(of check: QualityCheck) throws -> QualityCheckFacts {
        guard let facts = try qualityFacts("WHERE id = \(check.id)").first else { throw Refusal.missing("quality-check-not-found", "There is no check “\(check.reference)”.") }
        return facts
    }

    /// The checks of a piece of work.
    public func qualityChecks(of work: Subject) throws -> [QualityCheckFacts] { try qualityFacts("WHERE work = \(work)") }

    func qualityFacts(_ clause: SQL) throws -> [QualityCheckFacts] {
        let checks = try all(QualityCheck.self, clause)
        let names = try Parties(self).names()
        let forms = Dictionary(uniqueKeysWithValues: try all(QualityForm.self).map { ($0.id, $0) })
        let plans = try byNumber(SamplingPlan.self, Set(checks.compactMap(\.sample)))
        let remedials = Dictionary(grouping: try all(RemedialAction.self, "WHERE quality_check IN (SELECT id FROM quality_check \(clause)) ORDER BY id"), by: \.check)
        let barred = Dictionary(zip(checks.map(\.id), try barred(from: checks.map { ($0.auditor, $0.carriedOut) }))) { first, _ in first }
        return checks.sorted { ($0.since, $0.id) > ($1.since, $1.id) }.compactMap { check in
            guard let form = forms[check.form] else { return nil }
            return QualityCheckFacts(
                check: check, auditor: names[check.auditor] ?? "", reviewer: names[check.reviewer] ?? "", office: check.office.flatMap { names[$0] }, form: form,
                sample: check.sample.flatMap { plans[$0] }, remedials: remedials[check.id] ?? [], barred: barred[check.id] ?? [check.auditor])
        }
    }

    // MARK: Forms

    /// The edition that checks are begun with on a day; nil where none is.
    public func qualityForm(inForceOn day: Day) throws -> QualityForm? { try all(QualityForm.self, "WHERE effective_on IS NOT NULL").inForce(on: day) }

    public func qualityForms() throws -> [QualityForm] { try all(QualityForm.self, "ORDER BY edition DESC") }

    /// - Parameter edition: its number, as it was written.
    /// - Throws: `quality-form-not-found`
    public func qualityForm(_ edition: String) throws -> QualityForm {
        try first(
            QualityForm.self, "WHERE edition = \(Int(edition).flatMap { $0 < 1_000_000 ? $0 : nil } ?? -1)",
            or: Refusal.missing("quality-form-not-found", "There is no edition “\(edition.prefix(20))” of the form. The list shows those there are."))
    }

    // MARK: Remedial actions

    /// - Throws: `remedial-not-found`
    public func remedial(_ id: ID<RemedialAction>) throws -> RemedialAction {
        try first(RemedialAction.self, "WHERE id = \(id)", or: Refusal.missing("remedial-not-found", "There is no remedial action of the number \(id)."))
    }

    // MARK: Sampling plans

    /// - Throws: `sampling-plan-not-found`
    public func samplingPlan(_ reference: String) throws -> SamplingPlan {
        try first(
            SamplingPlan.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("sampling-plan-not-found", "There is no sampling plan “\(reference.prefix(60))”. The list shows those there are."))
    }

    /// What was drawn by a plan; nil where nothing was yet.
    public func draw(of plan: SamplingPlan) throws -> SampleDraw? { try first(SampleDraw.self, "WHERE plan = \(plan.id)") }
}
