import Kernel
import People
import Storage

/// A record of a case as an entry of the journal holds it.
enum EnforcementState: RecordState {
    case own(EnforcementCase), finding(CaseFinding), rationale(Rationale), outcome(CaseOutcome), notice(Notice), event(NoticeEvent)

    init?(_ entry: Entry) {
        let found: EnforcementState? = switch entry.subject.kind {
        case EnforcementCase.table.name: entry.record().map(EnforcementState.own)
        case CaseFinding.table.name: entry.record().map(EnforcementState.finding)
        case Rationale.table.name: entry.record().map(EnforcementState.rationale)
        case CaseOutcome.table.name: entry.record().map(EnforcementState.outcome)
        case Notice.table.name: entry.record().map(EnforcementState.notice)
        case NoticeEvent.table.name: entry.record().map(EnforcementState.event)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    var reason: String? {
        switch self {
        case .own(let own): own.closing
        case .finding(let finding): finding.struck
        case .event(let event): event.struck
        case .rationale, .outcome, .notice: nil
        }
    }

    var subjects: [Subject] { [] }
}

/// What was done to the records of a case as sentences, with what each said or how it changed.
struct EnforcementWords: RecordWords {
    let parties: [ID<Party>: String]

    func deed(_ verb: String, _ state: EnforcementState?) -> String {
        switch state {
        case .notice(let notice): "\(verb) \(notice.reference)"
        case .finding(let finding): "\(verb), article \(finding.article)"
        case .own, .rationale, .outcome, .event, nil: verb
        }
    }

    func parts(_ state: EnforcementState) -> [RecordPart] {
        switch state {
        case .own(let own):
            [RecordPart("What it is about", own.title), RecordPart("How it arose", own.origin.words), RecordPart("Officer", parties[own.officer] ?? ""),
             RecordPart("Summary", own.summary ?? ""), RecordPart("Closed on", own.closed.map { "\($0)" } ?? ""), RecordPart("Why", own.closing ?? "")]
        case .finding(let finding): [RecordPart("What was found", finding.found), RecordPart("Struck out", finding.struck ?? "")]
        case .rationale(let held):
            [RecordPart("Risk", held.risk.rawValue), RecordPart("Gap", held.gap.rawValue), RecordPart("Expectation", held.expectation.words),
             RecordPart("Dutyholder factors", held.dutyholder ?? ""), RecordPart("Strategic factors", held.strategic ?? ""), RecordPart("Conclusion", held.conclusion.words),
             RecordPart("Why it departs", held.departure ?? "")]
        case .outcome(let outcome):
            [RecordPart("Day", "\(outcome.on)"), RecordPart("For", outcome.words), RecordPart("What came of it", outcome.result ?? "")]
        case .notice(let notice):
            [RecordPart("Articles", listed(notice.articles)), RecordPart("Steps", notice.steps.map(\.written).joined(separator: "; ")),
             RecordPart("On", listed(notice.recipients.map(\.name))), RecordPart("Substance", notice.substance ?? ""), RecordPart("Grounds", notice.grounds ?? ""),
             RecordPart("Takes effect", notice.isImmediate ? "at once" : notice.effective.map { "\($0)" } ?? ""), RecordPart("To comply by", notice.complyBy.map { "\($0)" } ?? ""),
             RecordPart("Its words", notice.text ?? "")]
        case .event(let event):
            [RecordPart("Day", "\(event.on)"), RecordPart("Said", event.more ?? ""), RecordPart("Note", event.note ?? ""), RecordPart("Struck out", event.struck ?? "")]
        }
    }
}
