import Kernel
import People
import Storage

/// A record of a measure as an entry of the journal holds it.
enum MeasureState: RecordState {
    case measure(PerformanceMeasure), value(MeasureValue), target(MeasureTarget), rebase(MeasureRebase)

    init?(_ entry: Entry) {
        let found: MeasureState? = switch entry.subject.kind {
        case PerformanceMeasure.table.name: entry.record().map(MeasureState.measure)
        case MeasureValue.table.name: entry.record().map(MeasureState.value)
        case MeasureTarget.table.name: entry.record().map(MeasureState.target)
        case MeasureRebase.table.name: entry.record().map(MeasureState.rebase)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    var reason: String? {
        switch self {
        case .rebase(let rebase): rebase.reason
        case .target(let target): target.reason
        case .measure, .value: nil
        }
    }

    var subjects: [Subject] { [] }
}

/// What was done to a measure as sentences, with what each record said or how it changed.
struct MeasureWords: RecordWords {
    let measure: PerformanceMeasure
    let parties: [ID<Party>: String]

    func deed(_ verb: String, _ state: MeasureState?) -> String {
        switch state {
        case .value(let value): "\(verb) of \(period(value.from))"
        case .target(let target): "\(verb) from \(period(target.from))"
        case .rebase(let rebase): "\(verb) from \(period(rebase.from))"
        case .measure, nil: verb
        }
    }

    func parts(_ state: MeasureState) -> [RecordPart] {
        switch state {
        case .measure(let own):
            [RecordPart("Title", own.title), RecordPart("What it means", own.meaning), RecordPart("Numerator", own.numerator ?? ""), RecordPart("Denominator", own.denominator ?? ""),
             RecordPart("Unit", own.unit), RecordPart("Which way is better", own.polarity.words), RecordPart("Owner", own.owner.flatMap { parties[$0] } ?? ""),
             RecordPart("Ended on", own.ended.map { "\($0)" } ?? "")]
        case .value(let value): [RecordPart("Value", value.words(measure)), RecordPart("Note", value.note ?? "")]
        case .target(let target):
            [RecordPart("Target", target.words(measure)), RecordPart("Why", target.reason ?? ""), RecordPart("Taken back on", target.dropped.map { "\($0)" } ?? "")]
        case .rebase(let rebase): [RecordPart("Because", rebase.reason), RecordPart("Taken back on", rebase.dropped.map { "\($0)" } ?? "")]
        }
    }

    private func period(_ day: Day) -> String { ReportingPeriod(measure.frequency, of: day).words }
}
