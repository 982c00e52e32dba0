public import Kernel
public import Markup

/// Every address that measures and their reports have.
public enum PerformanceLinks {
    public static let scorecard = Link("performance")
    static let newMeasure = Link("performance", "measures", "new")
    static let measures = Link("performance", "measures")
    static let values = Link("performance", "values")
    static let preview = Link("performance", "values", "preview")

    public static let reports = Link("performance", "reports")
    public static func report(_ period: ReportingPeriod) -> Link { Link("performance", "reports", period.frequency.rawValue, period.code) }
    static func report(_ period: ReportingPeriod, _ part: String) -> Link { Link("performance", "reports", period.frequency.rawValue, period.code, part) }
    static func file(_ period: ReportingPeriod, _ part: String, _ format: String) -> Link { Link("performance", "reports", period.frequency.rawValue, period.code, part, format) }
    static func exception(_ measure: PerformanceMeasure, _ period: ReportingPeriod) -> Link {
        Link("performance", "reports", period.frequency.rawValue, period.code, "exceptions", measure.reference)
    }

    public static func scorecard(_ period: ReportingPeriod) -> Link { scorecard.adding("by", period.frequency.rawValue).adding("period", period.code) }
    static func export(_ period: ReportingPeriod, _ format: String) -> Link {
        Link("performance", "export", format).adding("by", period.frequency.rawValue).adding("period", period.code)
    }
    public static func measure(_ measure: PerformanceMeasure) -> Link { Link("performance", "measures", measure.reference) }
    static func measure(_ measure: PerformanceMeasure, _ part: String) -> Link { Link("performance", "measures", measure.reference, part) }
    static func export(_ measure: PerformanceMeasure, _ format: String) -> Link { Link("performance", "measures", measure.reference, "export", format) }
    static func new(_ kind: String, of measure: PerformanceMeasure) -> Link { Link("performance", "measures", measure.reference, kind, "new") }
    static func removal(_ target: MeasureTarget, of measure: PerformanceMeasure) -> Link { Link("performance", "measures", measure.reference, "targets", target.id, "removal") }
    static func removal(_ rebase: MeasureRebase, of measure: PerformanceMeasure) -> Link { Link("performance", "measures", measure.reference, "rebases", rebase.id, "removal") }
}
