import Documents
import Kernel

/// The checks of a filtered view to take away.
struct QualityExport {
    let checks: [QualityCheckFacts]
    let day: Day

    static let columns = [
        "Check", "Kind", "Audit", "Premises", "Carried out", "Work of", "Office", "Reviewer", "Sampling plan", "Why", "Form", "Due", "Standing", "Completed", "Grade", "Passed", "Failed",
        "Not evidenced", "Does not apply", "Faults", "Summary", "Answer", "Remedial actions",
    ]

    /// `quality checks 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "quality checks \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Quality checks", tab: "Checks", header: Self.columns, rows: checks.map(row), on: day).bytes(as: format)
    }

    private func row(_ facts: QualityCheckFacts) -> [Workbook.Value] {
        let (check, isDone) = (facts.check, facts.state(on: day) == .completed)
        let sheet = isDone ? check.sheet : QualitySheet()
        func count(_ answer: QualityAnswer) -> Workbook.Value { isDone ? .number(Double(sheet.count(answer))) : .blank }
        let place: [Workbook.Value] = [
            .text(check.reference.text), .text(check.kind.words), .text(check.workReference), .text(check.place), .day(check.carriedOut), .text(facts.auditor), .init(facts.office),
            .text(facts.reviewer), .init(facts.sample?.reference.text), .text(check.why), .number(Double(facts.form.edition)), .day(check.due), .text(facts.state(on: day).words),
        ]
        let found: [Workbook.Value] = [
            .init(isDone ? check.completed : nil), .init(sheet.grade?.words), count(.pass), count(.fail), count(.notEvidenced), count(.notApplicable),
            .text(sheet.faults.map(\.written).joined(separator: "; ")), .init(sheet.summary), .init(isDone ? check.reply : nil),
            .number(Double(facts.remedials.count { $0.isHere(on: day) })),
        ]
        return place + found
    }
}
