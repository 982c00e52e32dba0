public import Kernel
public import People

/// A check with the names that people know its parts by.
public struct QualityCheckFacts: Sendable {
    public var check: QualityCheck
    public var auditor: String
    public var reviewer: String
    /// The name of the auditor’s team then; nil where they were in none.
    public var office: String?
    /// The edition of the form that it was begun with.
    public var form: QualityForm
    public var sample: SamplingPlan?
    public var remedials: [RemedialAction]
    /// The auditor, whoever held that post when the work was done, and whoever holds it: none of them makes, keeps or changes the check.
    public var barred: Set<ID<Party>>

    public init(
        check: QualityCheck, auditor: String, reviewer: String, office: String?, form: QualityForm, sample: SamplingPlan? = nil, remedials: [RemedialAction] = [], barred: Set<ID<Party>>
    ) {
        (self.check, self.auditor, self.reviewer, self.office) = (check, auditor, reviewer, office)
        (self.form, self.sample, self.remedials, self.barred) = (form, sample, remedials, barred)
    }

    public func state(on day: Day) -> QualityCheckState { check.state(on: day) }
    /// What was found, once it was completed by a day; nothing before.
    public func findings(on day: Day) -> [QualityFinding] { state(on: day) == .completed ? check.sheet.findings : [] }
    public func grade(on day: Day) -> QualityGrade? { state(on: day) == .completed ? check.sheet.grade : nil }
    public func obstacles() -> [QualityObstacle] { check.sheet.obstacles(by: form) }
}
