import Kernel
import People
import Storage
import Web

/// A record of checks as an entry of the journal holds it.
enum QualityRecordState: RecordState {
    case check(QualityCheck), remedial(RemedialAction), plan(SamplingPlan), draw(SampleDraw), form(QualityForm)

    init?(_ entry: Entry) {
        let found: QualityRecordState? = switch entry.subject.kind {
        case QualityCheck.table.name: entry.record().map(QualityRecordState.check)
        case RemedialAction.table.name: entry.record().map(QualityRecordState.remedial)
        case SamplingPlan.table.name: entry.record().map(QualityRecordState.plan)
        case SampleDraw.table.name: entry.record().map(QualityRecordState.draw)
        case QualityForm.table.name: entry.record().map(QualityRecordState.form)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    var reason: String? {
        switch self {
        case .check(let check): check.callingOff ?? check.correction
        case .plan(let plan): plan.dropping
        case .remedial, .draw, .form: nil
        }
    }

    var subjects: [Subject] { [] }
}

/// What was done to checks, plans and forms as sentences, with what they said or how they changed.
struct QualityWords: RecordWords {
    let parties: [ID<Party>: String]

    func deed(_ verb: String, _ state: QualityRecordState?) -> String {
        switch state {
        case .check(let check): "\(verb) \(check.reference)"
        case .plan(let plan): "\(verb) \(plan.reference)"
        case .form(let form): "\(verb), \(form.name)"
        case .remedial, .draw, nil: verb
        }
    }

    func parts(_ state: QualityRecordState) -> [RecordPart] {
        switch state {
        case .check(let check): parts(check)
        case .remedial(let remedial): parts(remedial)
        case .plan(let plan): parts(plan)
        case .draw(let draw): [RecordPart("Seed", "\(draw.seed)"), RecordPart("Drawn from", "\(draw.stock.count)"), RecordPart("Drawn", draw.drawn.map(\.reference.text).joined(separator: ", "))]
        case .form(let form):
            [RecordPart("Title", form.title), RecordPart("Criteria", form.criteria.map(\.written).joined(separator: "; ")), RecordPart("In force from", day(form.effective))]
        }
    }

    private func parts(_ check: QualityCheck) -> [RecordPart] {
        let sheet = check.sheet
        return [
            RecordPart("Work", check.workReference), RecordPart("Work of", parties[check.auditor] ?? ""), RecordPart("Reviewer", parties[check.reviewer] ?? ""), RecordPart("Kind", check.kind.words),
            RecordPart("Due by", "\(check.due)"), RecordPart("Why", check.why), RecordPart("Answers", sheet.findings.map(\.written).joined(separator: "; ")), RecordPart("Grade", sheet.grade?.words ?? ""),
            RecordPart("Why the grade is another", sheet.departure ?? ""), RecordPart("Summary", sheet.summary ?? ""), RecordPart("Completed on", day(check.completed)),
            RecordPart("Answer", check.reply ?? ""), RecordPart("Called off on", day(check.calledOff)), RecordPart("Correction", check.correction ?? ""),
        ]
    }

    private func parts(_ remedial: RemedialAction) -> [RecordPart] {
        [
            RecordPart("What", remedial.what), RecordPart("Kind", remedial.kind.words), RecordPart("About", remedial.criterion ?? ""), RecordPart("Who", parties[remedial.owner] ?? ""),
            RecordPart("Due by", "\(remedial.due)"), RecordPart("Done on", day(remedial.done)), RecordPart("What was done", remedial.doing ?? ""), RecordPart("Look by", day(remedial.lookBy)),
            RecordPart("Looked at on", day(remedial.looked)), RecordPart("Whether it worked", remedial.outcome?.words ?? ""), RecordPart("What that rests on", remedial.looking ?? ""),
        ]
    }

    private func parts(_ plan: SamplingPlan) -> [RecordPart] {
        [
            RecordPart("Title", plan.title), RecordPart("Audits", "\(plan.from) to \(plan.through)"), RecordPart("Checks done by", "\(plan.due)"),
            RecordPart("Rules", plan.rules.map(\.written).joined(separator: "; ")), RecordPart("Fault rate", "\(plan.faultPercent)%"), RecordPart("Probability", "\(plan.wantedPercent)%"),
            RecordPart("Reviewers", plan.reviewers.map { parties[$0] ?? "" }.joined(separator: "; ")), RecordPart("Given up", plan.dropping ?? ""),
        ]
    }

    private func day(_ day: Day?) -> String { day.map { "\($0)" } ?? "" }
}
