import Kernel
import Web

/// Which measures of which period are looked at, as an address says.
struct ScorecardFilter: Sendable {
    var frequency: Frequency = .month
    /// Nil for the last that is over.
    var asked: ReportingPeriod?
    var standing: TargetStanding?
    var words: String?

    init() {}

    init(_ query: AddressQuery) {
        frequency = query["by"].flatMap(Frequency.init(rawValue:)) ?? .month
        asked = query["period"].flatMap { ReportingPeriod(frequency, written: $0) }
        standing = query["standing"].flatMap(TargetStanding.init(rawValue:))
        words = query["words"]
    }

    func period(on day: Day) -> ReportingPeriod { asked ?? Scorecard.usual(frequency, on: day) }
    var isNarrow: Bool { standing != nil || words != nil }

    func shown(_ lines: [ScorecardLine]) -> [ScorecardLine] {
        lines.filter { line in
            (standing.map { $0 == line.judged.standing } ?? true)
                && (words.map { "\(line.measure.reference) \(line.measure.title) \(line.measure.meaning) \(line.view.facts.owner ?? "")".holds(words: $0) } ?? true)
        }
    }
}
