import Documents
import Kernel
import Markup

/// One finding of the report: what was decided, what is left of it, its actions, its measures and the inspectorate’s letter.
extension ClosureDocument {
    func finding(_ finding: ClosureReport.FindingLine) -> [Block] {
        let kind = FindingKind(rawValue: finding.kind)?.words ?? "Finding"
        let decision = finding.closed.map { "\($0.capitalisedFirst)." } ?? finding.standing.sentence
        var blocks: [Block] = [
            .heading(1, "\(kind) \(finding.reference)", anchor: "finding-\(finding.reference)"), .paragraph("\(strong: finding.text)"),
            .facts([Block.Fact("Decision", "\(finding.standing.label ?? finding.standing.colour.words, finding.standing.colour.tone) \(decision)")] + left(finding)),
        ]
        if let onward = finding.onward {
            blocks.append(.paragraph("\(strong: "Residual risk\(asForPlan(.residualRisk, onward)):") \(onward.residualRisk)"))
            if let look = onward.look { blocks.append(.paragraph("\(strong: "Looked at again") on \(look.on), by \(look.by): \(look.words)")) }
        }
        if !finding.evidence.isEmpty { blocks.append(.paragraph("Shown by \(listed(finding.evidence)).")) }
        return blocks + [actions(finding)] + measures(finding) + letter(finding)
    }

    private func left(_ finding: ClosureReport.FindingLine) -> [Block.Fact] {
        guard let onward = finding.onward else { return [] }
        let day: Words = onward.reviewOn.map { "\($0)\(asForPlan(.reviewDay, onward))" } ?? "No further day is set"
        let past: Words = onward.isPast ? " \("Past", .amber)" : ""
        return [Block.Fact("Onward owner", "\(onward.onwardOwner)\(asForPlan(.onwardOwner, onward))"), Block.Fact("Review day", day + past)]
    }

    private func asForPlan(_ part: Onward.Part, _ onward: ClosureReport.OnwardLine) -> String { onward.asForPlan.contains(part) ? " (as for the plan)" : "" }

    private func actions(_ finding: ClosureReport.FindingLine) -> Block {
        .table(Block.Table(columns: [
            Block.Column("Ref", .reference), Block.Column("Action and its owners", .wide), Block.Column("Promised", .day), Block.Column("Done", .day), Block.Column("How it ended", .wide),
        ], rows: finding.actions.map { action in
            let shown = action.evidence.isEmpty ? "" : "\nShown by \(listed(action.evidence))."
            let moved = action.firstDue != action.due ? action.firstDue.map { "\nFirst \($0), moved \(howOften(action.timesMoved))" } ?? "" : ""
            return [
                "\(action.reference, to: link(action))", "\(action.text)\n\(owners(action)).\(shown)", "\(action.due.map { "\($0)" } ?? "No day")\(moved)",
                "\(action.doneOn.map { "\($0)" } ?? "Not done")", outcome(action),
            ]
        }, none: "No action answered it."))
    }

    private func outcome(_ action: ClosureReport.ActionLine) -> Words {
        if let on = action.verifiedOn { return "\("Verified", .blue) on \(on)\n\(action.lookedAt)" }
        if let decision = action.decision {
            let to = action.carriedTo.map { "\nTo \($0.planTitle)\($0.action.map { " as \($0)" } ?? "")\($0.owner.map { ", owned by \($0)" } ?? "")\($0.due.map { ", by \($0)" } ?? "")." } ?? ""
            return "\(decision, ClosureDocument.tone(decision))\n\(action.because)\(to)"
        }
        return "\(action.standing.label ?? action.standing.colour.words, action.standing.colour.tone)\n\(action.standing.why)"
    }

    private func measures(_ finding: ClosureReport.FindingLine) -> [Block] {
        guard !finding.measures.isEmpty else { return [] }
        return [.table(Block.Table(columns: [
            Block.Column("Measure", .wide), Block.Column("Wanted"), Block.Column("Latest"), Block.Column("Read on", .day), Block.Column("Holds"),
        ], rows: finding.measures.map { one in
            let holds: Words = one.holds.map { $0 ? "\("Holds", .green)" : "\("Does not hold", .amber)" } ?? "\(one.unknown == nil ? "Not read yet" : "Not known", .grey)"
            return ["\(one.title)", "\(one.wanted.capitalisedFirst)", "\((one.latest ?? "None") + (one.stale.map { "; \($0)" } ?? ""))", "\(one.on.map { "\($0)" } ?? "Never")", holds]
        }))]
    }

    private func letter(_ finding: ClosureReport.FindingLine) -> [Block] {
        guard let letter = finding.letter else { return [] }
        return [.heading(2, "The inspectorate’s letter"), .note("\(letter.reference), \(letter.on), \(letter.author)")] + paragraphs(letter.words)
    }
}
