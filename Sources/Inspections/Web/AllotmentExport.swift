import Documents
import Kernel
import Premises

/// The audits of a plan to take away.
struct AllotmentExport {
    let facts: ProgrammeFacts
    let lines: [AllotmentLine]

    static let columns = ["Programme", "Plan", "Premises", "Name", "Premises type", "Risk", "Kind", "Complexity", "Why", "Theme", "Officer", "Month", "Standing", "Why left out", "Audit", "Audited or planned for"]

    /// `programme P-2026 2026-11-20.csv`
    func name(as format: TableFile.Format) -> String { "programme \(facts.programme.reference) \(facts.day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: facts.programme.title, tab: "Audits", header: Self.columns, rows: lines.map(row), on: facts.day).bytes(as: format)
    }

    private func row(_ line: AllotmentLine) -> [Workbook.Value] {
        let entry = line.entry
        return [
            .text(facts.programme.reference.text), facts.plan.map { .number(Double($0.number)) } ?? .blank, .text(line.reference), .text(line.name), .text(line.type.words), .text(entry.band.words),
            .text(entry.kind.words), .text(entry.complexity.words), .text(entry.why.words), .init(entry.theme), .init(line.officer), .init(entry.month), .text(line.standing.words),
            .init(line.standing == .left ? entry.left?.words : nil), .init(line.audit), .init(line.day),
        ]
    }
}

/// The progress of a year by month to take away.
struct ProgressExport {
    let progress: ProgrammeProgress

    static let columns = ["Month", "Planned at first", "Planned", "Done", "Besides", "Complaints", "After a fire", "False alarms", "Consultations", "Follow-ups", "Hours", "Hours available"]

    func name(as format: TableFile.Format) -> String { "progress \(progress.facts.programme.reference) \(progress.facts.day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Progress of \(progress.facts.programme.title.lowercasedFirst)", tab: "Progress", header: Self.columns, rows: progress.months.map(row), on: progress.facts.day).bytes(as: format)
    }

    private func row(_ month: ProgrammeProgress.Month) -> [Workbook.Value] {
        func number(_ count: Int?) -> Workbook.Value { count.map { .number(Double($0)) } ?? .blank }
        let counts = month.counts
        return [.day(month.month), number(month.first), number(month.planned), number(counts?.done), number(counts?.beside)]
            + ProgrammeSetting.demandOrigins.map { origin in number(counts.map { $0.demand[origin] ?? 0 }) }
            + [number(counts?.followUps), counts.map { .number($0.hours.number) } ?? .blank, .number(month.hours.number)]
    }
}
