import Documents
import Kernel
import People

/// What a plan page shows, to take away as a table.
struct PlanExport {
    let view: PlanView
    let filter: PlanFilter

    typealias Format = TableFile.Format

    /// `peer-review-response 2026-03-31.csv`
    func name(as format: Format) -> String { "\(view.facts.plan.reference) \(view.day.iso).\(format.rawValue)" }

    func bytes(as format: Format) throws -> [UInt8] {
        try TableFile(
            title: view.facts.plan.title, tab: "Actions", header: PlanExport.columns, rows: rows.map { cells($0, $1) }, on: view.day
        ).bytes(as: format)
    }

    static let columns = [
        "Finding", "Finding text", "Full wording", "Action", "Action text", "Lead owner", "Joint owners", "Due", "First promised", "Times moved", "Instead of a day",
        "Standing", "Computed", "Set until", "Waits for", "Reasons", "Owner says", "Owner expects", "Once", "A year", "FTE", "Not funded once", "Not funded a year", "Not funded FTE", "Done", "Verified", "Closed", "Last update", "Update", "Evidence",
    ]

    private var rows: [(FindingView, ActionView)] {
        let findings = filter.findings(of: view)
        let byAction = Dictionary(uniqueKeysWithValues: findings.flatMap { finding in finding.actions.map { ($0.action.id, finding) } })
        return filter.sorted(findings, view.facts).compactMap { item in byAction[item.action.id].map { ($0, item) } }
    }

    private func cells(_ finding: FindingView, _ item: ActionView) -> [Workbook.Value] {
        func text(_ text: String?) -> Workbook.Value { Workbook.Value(text) }
        func day(_ day: Day?) -> Workbook.Value { Workbook.Value(day) }
        func amount(_ amount: Hundredths) -> Workbook.Value { amount == .zero ? .blank : .number(amount.number) }
        let lasting = item.needs.lasting(on: view.day)
        let (all, open) = (NeedSum(lasting), NeedSum(lasting.filter { !$0.isFunded }))
        let (action, names) = (item.action, item.action.owners.map(view.facts.name))
        return [
            text(finding.finding.reference.text), text(finding.finding.text), text(finding.finding.fullText),
            text(action.reference.text), text(action.text), text(names.first), text(names.dropFirst().joined(separator: "; ")),
            day(item.due), day(item.dueDay.first), .number(Double(item.dueDay.timesMoved)), text(action.dueWritten), text(item.standing.colour.name), text(item.computed.colour.name), day(item.override?.until),
            text(item.waitsFor.isEmpty ? nil : listed(item.waitsFor.map { $0.name(seenFrom: view.facts.plan.id) })), text(item.standing.why),
            text(item.stated?.name), day(item.forecast), amount(all.oneOff), amount(all.yearly), amount(all.fte), amount(open.oneOff), amount(open.yearly), amount(open.fte),
            day(item.completion?.on), day(item.closing.acceptance?.on), text(finding.closing.words), day(item.lastUpdate?.asOf),
            text(item.lastUpdate?.narrative), item.evidence.holding.isEmpty ? .blank : .text(item.evidence.holding.map(\.inWords).joined(separator: "; ")),
        ]
    }
}
