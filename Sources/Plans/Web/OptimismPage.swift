import Kernel
import Markup
import People
import Web

/// The optimism gap with its working: of one plan, of one owner in all plans, or of the whole service.
struct OptimismPage {
    enum Scope { case plan(PlanView), owner(Party), everything }

    let scope: Scope
    let views: [PlanView]
    let daysBefore: Int
    let viewer: Viewer

    /// So long before the end a forecast is looked at.
    static let choices = [30, 60, 90]

    private var owner: ID<Party>? { if case .owner(let party) = scope { party.id } else { nil } }

    private var here: Link {
        switch scope {
        case .plan(let view): viewer.link(PlanLinks.forecasts(view.facts.plan))
        case .owner(let party): viewer.link(PlanLinks.forecasts(of: party.id))
        case .everything: viewer.link(PlanLinks.allForecasts)
        }
    }

    private var crumbs: [(String, Link)] {
        switch scope {
        case .plan(let view): [("Plans", viewer.link(PlanLinks.list)), (view.facts.plan.title, viewer.link(PlanLinks.plan(view.facts.plan)))]
        case .owner: [("Plans", viewer.link(PlanLinks.list)), ("Forecast and outcome", viewer.link(PlanLinks.allForecasts))]
        case .everything: [("Plans", viewer.link(PlanLinks.list))]
        }
    }

    var page: Page {
        let gap = OptimismGap(views, ledBy: owner, daysBefore: daysBefore)
        let whose = switch scope {
        case .plan(let view): "Of \(view.facts.plan.title)"
        case .owner(let party): "Of the actions that \(party.name) leads"
        case .everything: "Of all plans"
        }
        let name = if case .owner(let party) = scope { party.name } else { "Forecast and outcome" }
        return Page(title: name, crumbs: crumbs, section: "plans", body: """
            \(lead(name, under: "\(whose): what was forecast \(daysBefore) days before an action was done, against the day it was done; and what was said before days that were missed."))\
            \(summary(gap))\(owners)\(outcomes(gap))\(missed(gap))\(overdue(gap))
            """)
    }

    private func summary(_ gap: OptimismGap) -> HTML {
        let choices = Self.choices.enumerated().map { index, days -> HTML in
            let one: HTML = days == daysBefore ? "<strong>\(days)</strong>" : "<a href=\"\(here.adding("before", "\(days)"))\">\(days)</a>"
            return "\(index == 0 ? "" : ", ")\(one)"
        }
        return card("The optimism gap", id: "gap", """
            \(facts([("On average", "\(gap.words)"), ("Green, then missed", "\(gap.missedWords)"), ("Due days kept", "\(gap.kept) of \(gap.kept + gap.missed.count)")]))\
            \(gap.working.map { "<p>\($0)\(gap.meanTenths == nil ? "; too few for an average." : ".")</p>" as HTML })\
            <p class="small onscreen">Forecasts as they stood so many days before the end: \(choices).</p>
            """)
    }

    /// One line for each who leads something, and for each plan where all are looked at.
    private var owners: HTML {
        if owner != nil { return .empty }
        let leads = Set(views.flatMap { view in view.actions.compactMap(\.action.lead) })
        let names = views.reduce(into: [ID<Party>: String]()) { names, view in for lead in leads where view.facts.parties[lead] != nil { names[lead] = view.facts.name(lead) } }
        let rows = leads.sorted { (names[$0] ?? "") < (names[$1] ?? "") }.map { lead in
            row("<a href=\"\(viewer.link(PlanLinks.forecasts(of: lead)))\">\(names[lead] ?? "")</a>", OptimismGap(views, ledBy: lead, daysBefore: daysBefore))
        }
        func columns(_ first: String) -> [Column] {
            [Column(first, .wide), Column("On average"), Column("Outcomes", .number), Column("Days missed", .number), Column("Green before", .number)]
        }
        let plans: HTML? = if case .everything = scope {
            card("By plan", id: "plans", table(columns: columns("Plan"), rows: views.map { view in
                row("<a href=\"\(viewer.link(PlanLinks.forecasts(view.facts.plan)))\">\(view.facts.plan.title)</a>", OptimismGap([view], daysBefore: daysBefore))
            }))
        } else { nil }
        return "\(plans)\(rows.isEmpty ? nil : card("By owner", id: "owners", "\(small("An action counts for its lead, who answers for it."))\(table(columns: columns("Owner"), rows: rows))"))"
    }

    private func row(_ name: HTML, _ gap: OptimismGap) -> [HTML] {
        [name, gap.meanTenths == nil ? quiet("Not enough to say") : "\(gap.words)", "\(gap.outcomes.count)", "\(gap.missed.count)", "\(gap.greenThenMissed.count)"]
    }

    private func outcomes(_ gap: OptimismGap) -> HTML {
        let rows = gap.outcomes.reversed().map { one -> [HTML] in
            [link(one.action, one.plan), "\(one.asOf)", "\(one.forecast)\(one.isPromise ? "<span class=\"why\">Promised; nobody had named a day.</span>" as HTML : .empty)",
             "\(one.doneOn)", "\(one.gap > 0 ? "+" : one.gap < 0 ? "−" : "")\(abs(one.gap))"]
        }
        return card("What was compared", id: "outcomes", rows.isEmpty
            ? empty("No action that was done had anything forecast or promised so long before.") : table(
                columns: [Column("Action", .wide), Column("Looked at on", .day), Column("Expected then", .day), Column("Done", .day), Column("Days later", .number)], rows: rows))
    }

    private func missed(_ gap: OptimismGap) -> HTML {
        guard !gap.missed.isEmpty else { return .empty }
        let rows = gap.missed.reversed().map { one -> [HTML] in
            let said: HTML = one.stated.map { "\(tag($0.words, $0.tone))<span class=\"why\">\(one.statedOn.map(\.description) ?? "")</span>" } ?? quiet("Nothing said")
            return [link(one.action, one.plan), "\(one.due)", said, one.doneOn.map { "\($0), \(counted(one.due.days(until: $0), "day")) late" } ?? "Not yet"]
        }
        return card("Days that were missed", id: "missed", """
            \(small("With the last status that was stated in the \(OptimismGap.mostDaysBefore) days before."))\
            \(table(columns: [Column("Action", .wide), Column("Was due", .day), Column("Owner said"), Column("Done")], rows: rows))
            """)
    }

    private func overdue(_ gap: OptimismGap) -> HTML {
        guard !gap.overdue.isEmpty else { return .empty }
        let rows = gap.overdue.map { plan, action, forecast -> [HTML] in
            [link(action, plan), "\(forecast)", "\(forecast.days(until: viewer.day))"]
        }
        return card("Open past what was forecast", id: "overdue", """
            \(small("Their gap is not known before they are done, so none of these is counted."))\
            \(table(columns: [Column("Action", .wide), Column("Expected", .day), Column("Days past so far", .number)], rows: rows))
            """)
    }

    private func link(_ action: Action, _ plan: Plan) -> HTML {
        let of: HTML? = views.count > 1 ? "<span class=\"why\">\(plan.title)</span>" : nil
        return "<a href=\"\(viewer.link(PlanLinks.action(action, plan)))\">\(action.reference) \(action.text)</a>\(of)"
    }
}
