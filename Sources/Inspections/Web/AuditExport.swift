import Documents
import Kernel
import Premises

/// The audits of a filtered view to take away.
struct AuditExport {
    let audits: [AuditFacts]
    let day: Day

    static let columns = [
        "Audit", "Kind", "How it came", "Premises", "Name and address", "Premises type", "Risk", "Complexity", "Officer", "Office", "Planned for", "Carried out", "Completed", "Standing",
        "Hours on site", "Hours besides", "Worst level", "Articles below standard", "Result", "What follows", "Next due", "Why then",
    ]

    /// `audits 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "audits \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Audits", tab: "Audits", header: AuditExport.columns, rows: audits.map(row), on: day).bytes(as: format)
    }

    private func row(_ facts: AuditFacts) -> [Workbook.Value] {
        let (audit, state) = (facts.audit, facts.state(on: day))
        let sheet = state == .planned ? AuditSheet() : audit.sheet
        return [
            .text(audit.reference.text), .text(audit.kind.words), .text(audit.origin.words), .text(facts.premises.reference.text), .text(facts.premises.line), .text(facts.premises.type.words),
            .init(audit.band?.words), .text(audit.complexity.words), .text(facts.officer), .text(facts.offices.joined(separator: ", ")), .day(audit.planned), .init(sheet.carriedOut),
            .init(state == .completed ? audit.completed : nil), .text(state.words), .init(sheet.onSite), .init(sheet.besides),
            sheet.worst.map { .number(Double($0.rawValue)) } ?? .blank, .text(sheet.findings.filter(\.level.isDeficient).map(\.article).joined(separator: ", ")),
            .init(sheet.result?.words), .text(sheet.outcomes.map(\.words).joined(separator: "; ")), .init(sheet.nextDue), .init(sheet.nextBecause),
        ]
    }
}
