public import Kernel

extension PerformanceView {
    /// The periods whose figure is known, the earliest first: what a chart has points for.
    public var charted: [ReportingPeriod] { periods.filter { figure($0).value != nil } }

    /// The measure’s own periods as a control chart, rebased where that was recorded, against the target that counts for the last.
    ///
    /// - Parameters:
    ///   - isScreened: whether moving ranges that are far too large are left out.
    ///   - through: the last period to show; all when nil.
    public func chart(screened isScreened: Bool = true, through last: ReportingPeriod? = nil) -> ControlChart {
        let shown = charted(through: last)
        let starts = Set(rebases.compactMap { rebase in shown.firstIndex { $0.from >= rebase.from } })
        return ControlChart(
            shown.map { figure($0).value?.number ?? 0 }, screened: isScreened, rebasedAt: starts, improvement: measure.polarity.improvement,
            target: shown.last.flatMap(ownTarget)?.number)
    }

    public func charted(through last: ReportingPeriod?) -> [ReportingPeriod] { last.map { last in charted.filter { $0.through <= last.through } } ?? charted }

    /// What one of its own periods was to reach by itself.
    public func ownTarget(_ period: ReportingPeriod) -> Quantity? { target(of: period).map { $0.figure(of: measure, period, parts: 1) } }
}
