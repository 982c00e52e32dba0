import Kernel
import People
import Storage
import Web

/// A record of a programme as an entry of the journal holds it.
enum ProgrammeState: RecordState {
    case programme(Programme), capacity(OfficerCapacity), plan(YearPlan), adoption(YearPlanAdoption), month(PlannedMonth)

    init?(_ entry: Entry) {
        let found: ProgrammeState? = switch entry.subject.kind {
        case Programme.table.name: entry.record().map(ProgrammeState.programme)
        case OfficerCapacity.table.name: entry.record().map(ProgrammeState.capacity)
        case YearPlan.table.name: entry.record().map(ProgrammeState.plan)
        case YearPlanAdoption.table.name: entry.record().map(ProgrammeState.adoption)
        case PlannedMonth.table.name: entry.record().map(ProgrammeState.month)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    var reason: String? { nil }
    var subjects: [Subject] { [] }
}

/// What was done to a programme as sentences, with what it said or how it changed.
struct ProgrammeWords: RecordWords {
    let parties: [ID<Party>: String]

    func deed(_ verb: String, _ state: ProgrammeState?) -> String {
        switch state {
        case .programme(let programme): "\(verb) of \(programme.span)"
        case .capacity(let capacity): "\(verb): \(parties[capacity.officer] ?? "")"
        case .plan(let plan): "\(verb), the \(plan.number == 1 ? "first" : "plan of the number \(plan.number)")"
        case .month(let month): "\(verb) \(month.month.monthName)"
        case .adoption, nil: verb
        }
    }

    func parts(_ state: ProgrammeState) -> [RecordPart] {
        switch state {
        case .programme(let programme): parts(programme.setting)
        case .capacity(let own): [
            RecordPart("Full-time equivalent", own.fte.plain), RecordPart("Days away", own.away.map(String.init).joined(separator: ", ")), RecordPart("Share for audits", "\(own.auditPercent)%"),
            RecordPart("Office", own.base ?? ""), RecordPart("Place", own.place.map { "\($0.latitude), \($0.longitude)" } ?? ""), RecordPart("From", own.from.map { "\($0)" } ?? ""),
            RecordPart("Until", own.until.map { "\($0)" } ?? ""),
        ]
        case .plan(let plan): [
            RecordPart("Audits", "\(plan.allotted.count)"), RecordPart("Left out", "\(plan.left.count)"), RecordPart("From", "\(plan.from)"), RecordPart("Solver", plan.content.solver),
            RecordPart("How near to the best", plan.content.nearness),
        ]
        case .adoption: []
        case .month(let month): [RecordPart("Audits", "\(month.audits.count)")]
        }
    }

    private func parts(_ setting: ProgrammeSetting) -> [RecordPart] {
        [
            RecordPart("Targets", setting.targets.map(\.written).joined(separator: "; ")), RecordPart("Themes", setting.themes.map(\.written).joined(separator: "; ")),
            RecordPart("Random sample", setting.sample.map { "\($0.count) of \($0.band), seed \($0.seed)" } ?? ""), RecordPart("Hours of a full audit", setting.full.exact),
            RecordPart("Hours of a short audit", setting.short.exact), RecordPart("Short audits", setting.shortBands.map(\.rawValue).joined(separator: ", ")),
            RecordPart("Kept for what arrives", ProgrammeSetting.demandOrigins.compactMap { origin in setting.demand[origin.rawValue].map { "\(origin.words) \($0.exact)" } }.joined(separator: ", ")),
        ]
    }
}
