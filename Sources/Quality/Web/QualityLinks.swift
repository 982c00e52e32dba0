import Kernel
public import Markup

/// Every address that checks have.
public enum QualityLinks {
    public static let overview = Link("quality")
    public static let plans = Link("quality", "plans")
    static let newPlan = Link("quality", "plans", "new")
    public static let checks = Link("quality", "checks")
    public static let newCheck = Link("quality", "checks", "new")
    static let forms = Link("quality", "forms")
    static let newForm = Link("quality", "forms", "new")
    public static let remedials = Link("quality", "remedials")

    static func plan(_ plan: SamplingPlan) -> Link { Link("quality", "plans", plan.reference) }
    static func plan(_ plan: SamplingPlan, _ part: String) -> Link { Link("quality", "plans", plan.reference, part) }
    public static func check(_ check: QualityCheck) -> Link { Link("quality", "checks", check.reference) }
    static func check(_ check: QualityCheck, _ part: String) -> Link { Link("quality", "checks", check.reference, part) }
    static func form(_ form: QualityForm) -> Link { Link("quality", "forms", String(form.edition)) }
    static func form(_ form: QualityForm, _ part: String) -> Link { Link("quality", "forms", String(form.edition), part) }
    static func remedial(_ remedial: RemedialAction) -> Link { Link("quality", "remedials", remedial.id) }
    static func remedial(_ remedial: RemedialAction, _ part: String) -> Link { Link("quality", "remedials", remedial.id, part) }
    static func export(_ format: String) -> Link { Link("quality", "checks", "export", format) }
    static func remedialExport(_ format: String) -> Link { Link("quality", "remedials", "export", format) }
}
