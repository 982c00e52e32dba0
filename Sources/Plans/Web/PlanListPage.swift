import Kernel
import Markup
import Web

/// All plans, each with how it stands on the day shown.
struct PlanListPage {
    let views: [PlanView]
    let viewer: Viewer

    var page: Page {
        let deeds: [HTML] = viewer.mayKeep
            ? [button("Import a plan", to: PlanLinks.newImport), button("Begin an empty plan", to: PlanLinks.new, quiet: true)] : []
        let compared: [HTML] = views.isEmpty ? [] : [button("Forecast and outcome", to: viewer.link(PlanLinks.allForecasts), quiet: true)]
        return Page(title: "Plans", section: "plans", body: "\(lead("Plans", under: "What was promised, by whom and by when, and how it stands.", actions: deeds + compared))\(list)")
    }

    private var list: HTML {
        guard !views.isEmpty else {
            return empty(
                "There is no plan yet. A plan that exists as a Word, Excel or text table is here in minutes.",
                action: viewer.mayKeep ? button("Import a plan", to: PlanLinks.newImport) : nil)
        }
        return views.map { PlanCard(view: $0, viewer: viewer).card }.joined()
    }
}

/// One plan in brief: its bar, its counts, its period.
struct PlanCard {
    let view: PlanView
    let viewer: Viewer

    var card: HTML {
        let plan = view.facts.plan
        let page = viewer.link(PlanLinks.plan(plan))
        let late = view.counts[.red] ?? 0
        let left = view.findings.count(where: \.closing.isLeftWithInspectorate)
        let closed: HTML? = view.facts.closing.closure(on: view.day)?.decidedOn.map { on in
            "<p>\(tag("Closed", .blue)) \(on)\(left == 0 ? "" : ", and \(counted(left, "finding")) still open with the inspectorate")</p>"
        }
        return """
            <section class="card"><h2><a href="\(page)">\(plan.title)</a></h2>\
            \(small("\(plan.kind.words), \(plan.period.from) to \(plan.period.through), \(view.timeLeft)"))\(closed)\
            \(view.actions.isEmpty ? "<p>No action stands in it yet.</p>" : stack(shares(view.shares)))\
            \(view.actions.isEmpty ? nil : legend(shares(view.shares, at: page)))\
            \(closed == nil && late > 0 && view.daysLeft < 0 ? small("The plan’s period is over with \(counted(late, "action")) late.") : nil)</section>
            """
    }
}
