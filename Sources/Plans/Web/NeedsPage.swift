import Kernel
import Markup
import People
import Web

/// What a whole plan costs and who is needed for it, summed by finding, with the working.
struct NeedsPage {
    let view: PlanView
    let viewer: Viewer

    private var plan: Plan { view.facts.plan }

    var page: Page {
        let needs = view.needs
        return Page(
            title: "Costs and staffing", crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead("Costs and staffing", under: "What the actions of \(plan.title) need, as its owners say."))\
                \(needs.isEmpty ? empty("Nobody has said yet what an action of this plan costs or who is needed for it. It is said on the action’s page.") : "\(whole(needs))\(view.findings.map(finding).joined())")
                """)
    }

    private func whole(_ needs: [Need]) -> HTML {
        let lasting = needs.lasting(on: view.day)
        let over = needs.filter { $0.isOver(on: view.day) }
        let (all, funded, open) = (NeedSum(lasting), NeedSum(lasting.filter(\.isFunded)), NeedSum(lasting.filter { !$0.isFunded }))
        let rows = ([("In all", all), ("Funded", funded), ("Not funded yet", open)] + (over.isEmpty ? [] : [("Over, and in no sum", NeedSum(over))])).map { label, sum -> [HTML] in
            ["\(label)", "\(sum.oneOff.pounds)", "\(sum.yearly.pounds)", "\(sum.fte.plain)", "\(sum.count)"]
        }
        return card("The whole plan", id: "whole", """
            \(table(columns: [Column("Funding", .reference), Column("Once", .number), Column("A year", .number), Column("FTE", .number), Column("Needs", .number)], rows: rows))\
            \(disclosure("How these sums came about", working))
            """)
    }

    /// Each sum as its parts, finding by finding.
    private var working: HTML {
        let parts = view.findings.map { ($0.finding.reference.text, NeedSum($0.needs.lasting(on: view.day))) }.filter { $0.1.count > 0 }
        func line(_ label: String, _ value: (NeedSum) -> Hundredths, _ shown: (Hundredths) -> String) -> HTML? {
            let own = parts.filter { value($0.1) != .zero }
            guard !own.isEmpty else { return nil }
            let sum = own.reduce(Hundredths.zero) { $0 + value($1.1) }
            return "<li>\(label): \(own.map { "\(shown(value($0.1))) (finding \($0.0))" }.joined(separator: " + ")) = \(shown(sum))</li>"
        }
        let lines: [HTML] = [
            line("Once", \.oneOff, \.pounds), line("A year", \.yearly, \.pounds), line("Full-time equivalents", \.fte, \.plain),
        ].compactMap(\.self)
        return "<ul>\(lines)</ul>"
    }

    private func finding(_ item: FindingView) -> HTML {
        guard !item.needs.isEmpty else { return .empty }
        let rows = item.actions.flatMap { action in
            action.needs.map { need -> [HTML] in
                ["<a href=\"\(viewer.link(PlanLinks.action(action.action, plan)))\">\(action.action.reference)</a>"] + NeedTable.cells(need)
            }
        }
        return card("Finding \(item.finding.reference)", id: "finding-\(item.finding.reference.key)", """
            <p>\(item.finding.text)</p>\
            \(table(columns: [Column("Action", .reference), Column("What", .wide), Column("Once", .number), Column("A year", .number), Column("FTE", .number), Column("When"), Column("Funded")], rows: rows))\
            <p>In all \(NeedSum(item.needs.lasting(on: view.day)).words).</p>
            """)
    }
}
