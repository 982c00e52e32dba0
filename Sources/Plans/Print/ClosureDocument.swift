import Documents
import Kernel
import Markup

/// The closure report as the document that is shown and printed: how the plan ended as a whole, then finding by finding.
struct ClosureDocument {
    let report: ClosureReport
    /// The address of the service, so that links lead somewhere from a file.
    let base: String?
    let made: Moment

    var document: Document {
        Document(
            "Closure report: \(report.title)", reference: "\(report.plan) closure report", under: under, author: report.by, made: made,
            marking: report.closedOn == nil ? report.isProposed ? "Proposed" : "Not closed" : nil, foot: "\(report.plan), closure report", base: base, blocks)
    }

    /// Without what stands at the head of the paper.
    var blocks: [Block] { [about] + whole + ending + onward + carried + report.findings.flatMap(finding) }

    var under: String {
        let period = "\(report.period.from) to \(report.period.through)"
        if let on = report.closedOn { return "\(period). Closed on \(on), as it stood on \(report.on)." }
        return "\(period). \(report.isProposed ? "Proposed, and not decided yet" : "Not closed"); as it stood on \(report.on)."
    }

    // MARK: The whole

    private var about: Block {
        var facts = [Block.Fact("Plan", "\(report.title, to: Link("plans", report.plan))")]
        if let on = report.closedOn { facts.append(Block.Fact("Closed", "\(on)\(report.by.map { ", by \($0)" } ?? "")")) }
        if report.words != nil {
            facts += [Block.Fact("Onward owner", "\(report.onwardOwner)"), Block.Fact("Looked at again", report.reviewOn.map { "\($0)" } ?? "no day is set")]
        }
        return .facts(facts)
    }

    private var whole: [Block] {
        guard let words = report.words else { return [.callout(.grey, nil, ["\(ClosureReport.nobodyProposed)"])] }
        let board: Words = report.decision.map { "\($0, to: report.decisionAddress.map { Link(parts: $0) })" } ?? "No decision of a board is named."
        let why: [Block] = [.heading(1, "Why it can be closed")]
        let risk: [Block] = [.heading(1, "Residual risk of the plan")]
        let decision: [Block] = [.heading(1, "Decision"), .paragraph(board)]
        return [why, paragraphs(words), risk, paragraphs(report.residualRisk ?? ""), decision, paragraphs(report.answer ?? "")].flatMap(\.self)
    }

    private var ending: [Block] {
        let endings = report.endings
        guard !endings.isEmpty else { return [] }
        let shares = endings.map { Share($0.count, $0.words.lowercased(), ClosureDocument.tone($0.words)) }
        return [.heading(1, "How its actions ended"), .figure(Block.Figure("Every action, by how it ended", .shares(Block.Shares(shares))))]
    }

    static func tone(_ ending: String) -> Tone {
        switch ending {
        case "Verified": .blue
        case ClosureItem.Kind.carriedForward.words: .green
        case ClosureItem.Kind.notImplemented.words: .grey
        default: .amber
        }
    }

    /// What each finding leaves behind, who looks after it and when they look again.
    private var onward: [Block] {
        let rows = report.findings.compactMap { finding -> Block.Row? in
            guard let onward = finding.onward else { return nil }
            let past: Words = onward.isPast ? "\n\("Past", .amber)" : ""
            return [
                "\(finding.reference, to: link(finding))", "\(finding.text)\n\(finding.closed?.capitalisedFirst ?? finding.standing.why)",
                onward.asForPlan.contains(.residualRisk) ? "As for the plan" : "\(onward.residualRisk)",
                "\(onward.onwardOwner)\(onward.asForPlan.contains(.onwardOwner) ? ", as for the plan" : "")",
                "\(onward.reviewOn.map { "\($0)" } ?? "No further day")\(onward.asForPlan.contains(.reviewDay) ? "\nAs for the plan" : "")\(past)",
            ]
        }
        guard !rows.isEmpty else { return [] }
        return [.heading(1, "What is left, and who looks after it"), .table(Block.Table(columns: [
            Block.Column("Ref", .reference), Block.Column("Finding", .wide), Block.Column("Residual risk", .wide), Block.Column("Onward owner"), Block.Column("Review day", .day),
        ], rows: rows))]
    }

    private var carried: [Block] {
        let rows = report.findings.flatMap(\.actions).compactMap { action -> Block.Row? in
            guard let to = action.carriedTo else { return nil }
            let goes = Link("plans", to.plan)
            let there: Words = to.action.map { "\nAs \($0, to: Link("plans", to.plan, "actions", $0))" } ?? ""
            return [
                "\(action.reference, to: link(action))", "\(action.text)\n\(action.because)", "\(to.planTitle, to: goes)\(there)",
                "\(to.owner ?? owners(action))", "\(to.due.map { "\($0)" } ?? "No day")",
            ]
        }
        guard !rows.isEmpty else { return [] }
        return [.heading(1, "Carried forward"), .table(Block.Table(columns: [
            Block.Column("Ref", .reference), Block.Column("Action", .wide), Block.Column("Goes on under", .wide), Block.Column("Owner there"), Block.Column("Day there", .day),
        ], rows: rows))]
    }

    // MARK: Words

    func owners(_ action: ClosureReport.ActionLine) -> String { action.owners.isEmpty ? "Nobody named" : listed(action.owners) }
    func link(_ finding: ClosureReport.FindingLine) -> Link { Link("plans", report.plan, "findings", finding.reference) }
    func link(_ action: ClosureReport.ActionLine) -> Link { Link("plans", report.plan, "actions", action.reference) }

    func paragraphs(_ text: String) -> [Block] {
        text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.map { .paragraph("\($0)") }
    }
}
