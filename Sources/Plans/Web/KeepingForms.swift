import Kernel
import Markup
import People
import Web

/// Beginning a plan, or editing one.
struct PlanForm {
    let plan: Plan?
    let sponsor: String?
    let names: [String]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let crumbs = [("Plans", PlanLinks.list)] + (plan.map { [($0.title, PlanLinks.plan($0))] } ?? [])
        return FormPage(
            title: plan == nil ? "Begin a plan" : "Edit the plan", crumbs: crumbs, section: "plans", filled: filled,
            link: plan.map(PlanLinks.edit) ?? PlanLinks.list, token: viewer.csrf, body: body).page
    }

    private var body: HTML {
        """
        \(plan.map { overtaken(filled, [("Title", "\($0.title)"), ("Period", "\($0.period.from) to \($0.period.through)")]) })\
        \(hidden("version", plan.map { String($0.version) } ?? ""))\
        \(filled.text("title", "Title", plan?.title))\
        \(filled.choice("kind", "Kind", Plan.Kind.allCases.map { ($0.rawValue, $0.words) }, plan?.kind.rawValue ?? Plan.Kind.peerReview.rawValue))\
        \(filled.lines("source", "Whose findings it answers", plan?.source, hint: "For instance: a peer review by another service, reported on 29 January 2026.", rows: 2, required: false))\
        \(pair(filled.day("from", "First day", plan?.period.from), filled.day("through", "Last day", plan?.period.through)))\
        \(filled.party("sponsor", "Sponsor", sponsor, from: names, required: false))\
        \(filled.choice("rules", "How its standing is computed", RuleSet.Name.allCases.map { ($0.rawValue, RuleSet.named($0).title) }, plan?.rules.rawValue ?? RuleSet.Name.usual.rawValue))\
        \(filled.text("reference", "Reference", plan?.reference.text, hint: "Stands in its address. Made from the title when left empty.", required: false))\
        \(buttons(submit(plan == nil ? "Begin the plan" : "Save"), button("Cancel", to: plan.map(PlanLinks.plan) ?? PlanLinks.list, quiet: true)))
        """
    }
}

/// Adding a finding to a plan, or editing one.
struct FindingForm {
    let plan: Plan
    let finding: Finding?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let form = FormPage(
            title: finding.map { "Edit finding \($0.reference)" } ?? "Add a finding",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan))], section: "plans", filled: filled,
            link: finding.map { PlanLinks.finding($0, plan, "edit") } ?? PlanLinks.findings(plan), token: viewer.csrf, body: body).page
        guard let finding else { return form }
        return Page(title: form.title, crumbs: form.crumbs, section: form.section, body: "\(form.body)\(others(finding))")
    }

    private var body: HTML {
        """
        \(finding.map { overtaken(filled, [("Finding", "\($0.text)"), ("Reference", "\($0.reference)")]) })\
        \(hidden("version", finding.map { String($0.version) } ?? ""))\
        \(filled.lines("text", "Finding", finding?.text, hint: "Short enough to head a list.", rows: 2))\
        \(filled.lines("full-text", "Full wording", finding?.fullText, hint: "As its author worded it, when that is longer.", rows: 6, required: false))\
        \(filled.choice("kind", "Kind", Finding.Kind.allCases.map { ($0.rawValue, $0.words) }, finding?.kind.rawValue ?? Finding.Kind.recommendation.rawValue))\
        \(pair(
            filled.text("reference", "Reference", finding?.reference.text, hint: "The next number when left empty.", required: false),
            filled.day("since", "In the plan since", finding?.since, hint: "Today when left empty. Looking back shows it from this day.", required: false)))\
        \(buttons(submit(finding == nil ? "Add the finding" : "Save"), button("Cancel", to: finding.map { PlanLinks.finding($0, plan) } ?? PlanLinks.plan(plan), quiet: true)))
        """
    }

    private func others(_ finding: Finding) -> HTML {
        placeCard(link: PlanLinks.finding(finding, plan, "place"), withdraw: PlanLinks.finding(finding, plan, "withdrawal"),
                  noun: "finding", viewer: viewer)
    }
}

/// Moving a thing up or down among its like, and the way to withdraw it.
func placeCard(link: Link, withdraw: Link, noun: String, viewer: Viewer) -> HTML {
    card("Place and withdrawal", """
        <div class="actions">\(postButton("Move up", to: link, token: viewer.csrf, hidden("step", "up")))\
        \(postButton("Move down", to: link, token: viewer.csrf, hidden("step", "down")))\
        \(button("Withdraw the \(noun)", to: withdraw, quiet: true))</div>
        """)
}

/// Adding an action to a finding, or editing one.
struct ActionForm {
    let plan: Plan
    let finding: Finding
    let action: Action?
    /// The day in force.
    let due: Day?
    /// The names of the action's owners, the lead first.
    let owners: [String]
    let names: [String]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let form = FormPage(
            title: action.map { "Edit action \($0.reference)" } ?? "Add an action",
            under: "Finding \(finding.reference): \(finding.text)",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan))]
                + (action.map { [($0.reference.text, PlanLinks.action($0, plan))] } ?? []),
            section: "plans", filled: filled, link: action.map { PlanLinks.action($0, plan, "edit") } ?? PlanLinks.actions(finding, plan),
            token: viewer.csrf, body: body).page
        guard let action else { return form }
        return Page(title: form.title, crumbs: form.crumbs, section: form.section, body: """
            \(form.body)\(placeCard(link: PlanLinks.action(action, plan, "place"), withdraw: PlanLinks.action(action, plan, "withdrawal"), noun: "action", viewer: viewer))
            """)
    }

    private var body: HTML {
        """
        \(action.map { overtaken(filled, [("Action", "\($0.text)"), ("Due", due.map { "\($0)" } ?? "No day agreed"), ("Owners", "\(listed(owners))")]) })\
        \(hidden("version", action.map { String($0.version) } ?? ""))\
        \(filled.lines("text", "Action", action?.text, rows: 3))\
        \(filled.party("lead", "Lead owner", owners.first, from: names, hint: "A person, post or team on record.", required: false))\
        \(area("joint", "Joint owners", value: filled.values("joint", Array(owners.dropFirst())).joined(separator: "\n"), hint: "One name a line.", error: filled.error("joint"), rows: 2, required: false))\
        \(pair(
            filled.day("due", "Due day", due, hint: due == nil ? "The day it is promised for." : "A promise that changes is asked for on the action’s page. Change it here only where it was written wrongly.", required: false),
            filled.text("due-written", "Instead of a day", action?.dueWritten, hint: "What was agreed when no day was: “ongoing”.", required: false)))\
        \(due == nil ? nil : filled.text("correction", "Why the day was wrong", hint: "Only where you correct the due day.", required: false))\
        \(filled.lines("success-measure", "How success will be measured", action?.successMeasure, rows: 2, required: false))\
        \(pair(
            filled.text("reference", "Reference", action?.reference.text, hint: "The finding’s number and the next one when left empty.", required: false),
            filled.day("since", "In the plan since", action?.since, hint: "Today when left empty.", required: false)))\
        \(buttons(submit(action == nil ? "Add the action" : "Save"), button("Cancel", to: action.map { PlanLinks.action($0, plan) } ?? PlanLinks.plan(plan), quiet: true)))
        """
    }
}

/// Asking why something is withdrawn, before it is.
struct WithdrawalForm {
    let plan: Plan
    let noun: String
    let reference: Reference
    let text: String
    let link: Link
    let back: Link
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: "Withdraw \(noun) \(reference)", under: "\(text)",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan))], section: "plans", filled: filled, link: link,
            token: viewer.csrf, body: """
                <p>It leaves the plan from today and no longer counts. Earlier days still show it, the plan page lists it \
                as withdrawn with your reason, and it can be put back.</p>\
                \(filled.lines("because", "Why it is withdrawn", rows: 3))\
                \(buttons(submit("Withdraw the \(noun)", danger: true), button("Cancel", to: back, quiet: true)))
                """).page
    }
}
