import Kernel
import Markup
import Storage
import Web

/// One finding on a day: how it stands and why, its wording, and the actions that answer it.
struct FindingPage {
    let view: PlanView
    let item: FindingView
    /// What other slices say of it and of the actions that answer it.
    let said: [MentionGroup]
    let evidence: EvidenceCard
    let viewer: Viewer

    private var plan: Plan { view.facts.plan }
    private var finding: Finding { item.finding }

    var page: Page {
        Page(
            title: "Finding \(finding.reference)",
            crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead(finding.text, under: "Finding \(finding.reference) of \(plan.title)", standing: tag(item.standing), actions: deeds))\(errorSummary(evidence.filled.refusal))\
                \(about)\
                \(wording)\
                \(evidence.card)\
                \(actions)\
                \(closure)\
                \(measured)\
                \(mentionCards(said, for: viewer, names: item.names))
                """)
    }

    private var deeds: [HTML] {
        let keeping = viewer.mayKeep ? [
            button("Add an action", to: PlanLinks.newAction(finding, plan)),
            button("Edit", to: PlanLinks.finding(finding, plan, "edit"), quiet: true),
        ] : []
        return keeping + [button("History of the plan", to: viewer.link(PlanLinks.history(plan)), quiet: true)]
    }

    private var about: HTML {
        card("Where it stands", id: "summary", facts([
            ("Kind", "\(finding.kind.words)"), ("Standing", "\(item.standing.sentence)"), ("In the plan since", "\(finding.since)"),
        ]))
    }

    private var wording: HTML? { finding.fullText.map { card("Full wording", id: "wording", prose($0)) } }

    private var closure: HTML { FindingClosureCard(item: item, view: view, viewer: viewer).card }

    private var measured: HTML {
        let own = item.actions.map(\.action.id)
        return MeasureCard(
            of: finding, plan: plan, views: view.facts.measures(on: view.day).filter { one in
                one.measure.finding == finding.id || one.measure.action.map(own.contains) ?? false
            }, viewer: viewer).card
    }

    private var actions: HTML {
        card("Actions", id: "actions", item.actions.isEmpty
            ? empty("No action answers this finding yet.") : ActionTable(view: view, viewer: viewer).of(item.actions))
    }
}
