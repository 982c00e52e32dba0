public import Kernel
public import Storage

/// A figure that another slice works out from its own records, offered to measures by App so that no slice has to know another.
///
///     LiveFigure("notices-served", "Notices served", kind: .count, unit: "notices", meaning: "…") { periods, day, session in … }
public struct LiveFigure: Sendable {
    /// By which a measure names it: `notices-served`.
    public let name: String
    public let title: String
    /// `Count` or `rate`: what a longer period has.
    public let kind: PerformanceMeasure.Kind
    public let unit: String
    /// What is counted, and out of what, for whoever chooses it.
    public let meaning: String
    /// What it comes to in each of some periods as it was known on a day; periods of which nothing is known are left out.
    let read: @Sendable ([ReportingPeriod], Day, Session) throws -> [MeasuredValue]

    public init(
        _ name: String, _ title: String, kind: PerformanceMeasure.Kind, unit: String = "", meaning: String,
        _ read: @escaping @Sendable ([ReportingPeriod], Day, Session) throws -> [MeasuredValue]
    ) {
        (self.name, self.title, self.kind, self.unit, self.meaning, self.read) = (name, title, kind, unit, meaning, read)
    }
}
