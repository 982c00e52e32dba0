public import Kernel
public import Markup

/// Addresses of what checks show together: trends, calibrations, reports.
extension QualityLinks {
    public static let trends = Link("quality", "trends")
    static func trendExport(_ format: String) -> Link { Link("quality", "trends", "export", format) }

    public static let calibrations = Link("quality", "calibrations")
    static let newCalibration = Link("quality", "calibrations", "new")
    public static func calibration(_ calibration: Calibration) -> Link { Link("quality", "calibrations", calibration.reference) }
    static func calibration(_ calibration: Calibration, _ part: String) -> Link { Link("quality", "calibrations", calibration.reference, part) }

    public static let reports = Link("quality", "reports")
    public static func report(_ period: ReportingPeriod) -> Link { Link("quality", "reports", period.frequency.rawValue, period.code) }
    static func report(_ period: ReportingPeriod, _ part: String) -> Link { Link("quality", "reports", period.frequency.rawValue, period.code, part) }
    static func reportFile(_ period: ReportingPeriod, _ part: String, _ format: String) -> Link { Link("quality", "reports", period.frequency.rawValue, period.code, part, format) }
}
