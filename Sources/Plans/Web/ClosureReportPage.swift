import Kernel
import Markup
import Web

/// The closure report on one page, to be read and printed.
struct ClosureReportPage {
    let report: ClosureReport
    let plan: Plan
    let viewer: Viewer

    var page: Page {
        Page(
            title: "Closure report",
            crumbs: [
                ("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan))), ("Closing", viewer.link(PlanLinks.closure(plan))),
            ],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead("Closure report: \(report.title)", under: under))\(whole)\(report.findings.map(finding))
                """)
    }

    private var under: HTML {
        let period: HTML = "\(report.period.from) to \(report.period.through)"
        if let on = report.closedOn { return "\(period). Closed on \(on), as it stood on \(report.on)." }
        return "\(period). \(report.isProposed ? "Proposed, and not decided yet" : "Not closed"); as it stood on \(report.on)."
    }

    private var whole: HTML {
        guard let words = report.words else {
            return card(nil, empty("Nobody has proposed to close this plan. This is what its report would hold today."))
        }
        let nobody = quiet("None")
        return card("Decision and residual risk", id: "decision", """
            \(prose(words))<h3>Residual risk</h3>\(prose(report.residualRisk ?? ""))\(facts([
                ("Onward owner", "\(report.onwardOwner ?? "")"), ("Review day", report.reviewOn.map { "\($0)" } ?? nobody),
                ("Board’s decision", report.decision.map { "\($0)" } ?? nobody),
            ]))
            """)
    }

    private func finding(_ finding: ClosureReport.FindingLine) -> HTML {
        let letter: HTML? = finding.letter.map { "<h3>The inspectorate’s letter</h3>\(small("\($0.reference), \($0.on), \($0.author)"))\(prose($0.words))" }
        return findingCard(
            finding.reference, finding.text, link: Link("plans", report.plan, "findings", finding.reference), standing: tag(finding.standing),
            under: small("\(finding.closed.map { $0.capitalisedFirst + "." } ?? finding.standing.why)"), id: "finding-\(finding.reference.lowercased())",
            "\(finding.evidence.isEmpty ? .empty : small("Shown by \(listed(finding.evidence))."))\(actions(finding))\(measures(finding))\(letter)")
    }

    private func actions(_ finding: ClosureReport.FindingLine) -> HTML {
        guard !finding.actions.isEmpty else { return empty("No action answered it.") }
        return table(
            columns: [Column("Ref", .reference), Column("Action", .wide), Column("Promised", .day), Column("Done", .day), Column("Outcome", .wide)],
            rows: finding.actions.map { action in
                let first: HTML? = action.firstDue != action.due ? action.firstDue.map { "<span class=\"why\">First \($0), moved \(counted(action.timesMoved, "time")).</span>" } : nil
                return [
                    "\(action.reference)", "\(action.text)<span class=\"why\">\(action.owners.isEmpty ? "Nobody named" : listed(action.owners)).</span>\(shown(action.evidence))",
                    "\(action.due.map { "\($0)" } ?? "No day")\(first)", action.doneOn.map { "\($0)" } ?? quiet("Not done"), outcome(action),
                ]
            })
    }

    private func shown(_ evidence: [String]) -> HTML? {
        evidence.isEmpty ? nil : "<span class=\"why\">Shown by \(listed(evidence)).</span>"
    }

    private func outcome(_ action: ClosureReport.ActionLine) -> HTML {
        if let on = action.verifiedOn { return "\(tag("Verified", .blue))<span class=\"why\">\(on): \(action.lookedAt ?? "")</span>" }
        if let decision = action.decision {
            let to: HTML? = action.carriedTo.map { one in
                "<span class=\"why\">To <a href=\"\(Link("plans", one.plan))\">\(one.planTitle)</a>\(one.action.map { " as \($0)" } ?? "")\(one.due.map { ", by \($0)" } ?? "").</span>"
            }
            return "\(tag(decision, .grey))<span class=\"why\">\(action.because ?? "")</span>\(to)"
        }
        return tag(action.standing)
    }

    private func measures(_ finding: ClosureReport.FindingLine) -> HTML {
        guard !finding.measures.isEmpty else { return .empty }
        return "<h3>Measures</h3>\(table(columns: [Column("Measure", .wide), Column("Wanted"), Column("Latest"), Column("Read on", .day), Column("Holds")], rows: finding.measures.map { one in ["\(one.title)", "\(one.wanted.capitalisedFirst)", one.latest.map { "\($0)" } ?? quiet("None"), one.on.map { "\($0)" } ?? quiet("Never"), one.holds.map { $0 ? tag("Holds", .green) : tag("Does not hold", .amber) } ?? tag("Not read yet", .grey)] }))"
    }
}
