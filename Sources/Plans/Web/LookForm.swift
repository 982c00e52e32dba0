import Kernel
import Markup
import Web

/// Telling that somebody looked again at what a closed plan left behind.
struct LookForm {
    let view: PlanView
    /// The finding that was chosen on the way here.
    let chosen: String?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let plan = view.facts.plan
        return FormPage(
            title: "Looked at again", under: "What \(plan.title) left behind",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan)), ("Closing", PlanLinks.closure(plan))], section: "plans", filled: filled,
            link: PlanLinks.closure(plan, "look"), token: viewer.csrf, body: """
                \(filled.choice(
                    "finding", "What was looked at",
                    [("", "All that has no review day of its own")] + view.findings.map { ($0.finding.reference.text, "Finding \($0.finding.reference): \($0.finding.text)") },
                    chosen, required: false))\
                \(filled.lines("words", "What was found", hint: "How it stands now, and whether what may go wrong is held.", rows: 4))\
                \(pair(
                    filled.day("on", "The day it was looked at", viewer.today),
                    filled.day("review-on", "The day it is looked at next", hint: "Leave it empty where it need not be looked at any more.", required: false)))\
                \(buttons(submit("Record it"), button("Cancel", to: PlanLinks.closure(plan), quiet: true)))
                """).page
    }
}
