import Kernel
import People
import Storage
import Web

/// A record of an audit as an entry of the journal holds it.
enum AuditRecordState: RecordState {
    case audit(Audit), exception(AuthorisationException), letter(AuditLetter)

    init?(_ entry: Entry) {
        let found: AuditRecordState? = switch entry.subject.kind {
        case Audit.table.name: entry.record().map(AuditRecordState.audit)
        case AuthorisationException.table.name: entry.record().map(AuditRecordState.exception)
        case AuditLetter.table.name: entry.record().map(AuditRecordState.letter)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    var reason: String? {
        switch self {
        case .audit(let audit): audit.abandoning ?? audit.correction
        case .exception(let exception): exception.because
        case .letter: nil
        }
    }

    var subjects: [Subject] { [] }
}

/// What was done to an audit as sentences, with what it said or how it changed.
struct AuditWords: RecordWords {
    let parties: [ID<Party>: String]

    func deed(_ verb: String, _ state: AuditRecordState?) -> String {
        switch state {
        case .audit(let audit): "\(verb) \(audit.reference)"
        case .exception, .letter, nil: verb
        }
    }

    func parts(_ state: AuditRecordState) -> [RecordPart] {
        switch state {
        case .audit(let audit): planned(audit) + filled(audit.sheet) + ended(audit)
        case .exception(let exception): [RecordPart("Why", exception.because)]
        case .letter(let letter): [RecordPart("Sent on", "\(letter.sent)"), RecordPart("To", letter.recipients.joined(separator: "; "))]
        }
    }

    private func planned(_ audit: Audit) -> [RecordPart] {
        [
            RecordPart("Officer", parties[audit.officer] ?? ""), RecordPart("Kind", audit.kind.words), RecordPart("How it came", audit.origin.words),
            RecordPart("Complexity", audit.complexity.words), RecordPart("Risk", audit.band?.words ?? ""), RecordPart("Planned for", "\(audit.planned)"), RecordPart("Brief", audit.brief ?? ""),
        ]
    }

    private func filled(_ sheet: AuditSheet) -> [RecordPart] {
        [
            RecordPart("Carried out", day(sheet.carriedOut)), RecordPart("Hours on site", sheet.onSite?.description ?? ""), RecordPart("Hours besides", sheet.besides?.description ?? ""),
            RecordPart("Met", sheet.met.map(\.words).joined(separator: "; ")), RecordPart("Seen", sheet.evidence.documents(.seen).map(\.words).joined(separator: ", ")),
            RecordPart("Asked for, not seen", sheet.evidence.documents(.missing).map(\.words).joined(separator: ", ")),
            RecordPart("Findings", sheet.findings.map(\.written).joined(separator: "; ")), RecordPart("Result", sheet.result?.words ?? ""),
            RecordPart("What follows", sheet.outcomes.map(\.words).joined(separator: "; ")), RecordPart("Why it departs", sheet.departure ?? ""), RecordPart("Notes", sheet.notes ?? ""),
            RecordPart("Follow-up on", day(sheet.followUp)), RecordPart("Next due", day(sheet.nextDue)), RecordPart("Why then", sheet.nextBecause ?? ""),
        ]
    }

    private func ended(_ audit: Audit) -> [RecordPart] {
        [RecordPart("Completed on", day(audit.completed)), RecordPart("Abandoned on", day(audit.abandoned)), RecordPart("Why", audit.abandoning ?? ""), RecordPart("Correction", audit.correction ?? "")]
    }

    private func day(_ day: Day?) -> String { day.map { "\($0)" } ?? "" }
}
