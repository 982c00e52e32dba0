import Kernel
import Markup
import People
import Storage
import Web

/// What an owner fills in to say how an action goes: on its page, and on a page of its own that is quick on a phone.
struct UpdateFields {
    let item: ActionView
    let intake: Intake
    let filled: Filled
    let viewer: Viewer

    /// Every field, for the action's page.
    var whole: HTML {
        """
        \(narrative)\
        \(pair(filled.choice("stated", "Your status", [("", "None given")] + statuses, required: false), forecast, asOf))\
        \(milestones)\(photo)
        """
    }

    /// What happened first, then what one tap answers; the day it speaks of is today unless one says otherwise.
    var short: HTML {
        """
        \(narrative)\
        \(radios("stated", "Your status", options: [("", "None given")] + statuses.filter { $0.value != "blue" }, chosen: filled.value("stated"), error: filled.error("stated"), required: false))\
        \(milestones)\
        \(photo)\(pair(forecast, asOf))
        """
    }

    private var narrative: HTML { filled.lines("narrative", "What happened", rows: 3) }
    private var photo: HTML {
        filled.file("photo", "A photograph or a file that shows it", by: intake, hint: "It is added as evidence of what you say above.")
    }

    private var forecast: HTML { filled.day("forecast", "Expected day", item.forecast, required: false) }
    private var asOf: HTML { filled.day("as-of", "The day it speaks of", viewer.today) }
    private var statuses: [(value: String, label: String)] { Colour.allCases.map { ($0.rawValue, "\($0.name): \($0.words.lowercased())") } }

    private var milestones: HTML? {
        let open = item.milestones.filter { $0.reachedOn == nil }
        guard !open.isEmpty else { return nil }
        return checkboxes(
            "reached", "Milestones reached", options: open.map { ("\($0.id)", "\($0.text)\($0.due.map { ", due \($0)" } ?? "")") },
            chosen: Set(filled.values("reached")), error: filled.error("reached"), required: false)
    }
}

/// An update and nothing else, reached from one's own work.
struct QuickUpdatePage {
    let view: PlanView
    let item: ActionView
    let intake: Intake
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let (plan, action) = (view.facts.plan, item.action)
        return Page(
            title: "Update \(action.reference)", crumbs: [("My work", PlanLinks.work), ("Action \(action.reference)", PlanLinks.action(action, plan))], section: "work", body: """
                \(lead("Update \(action.reference)", under: "\(action.text)", standing: tag(item)))\(errorSummary(filled.refusal))\
                \(card(nil, form(to: PlanLinks.newUpdate(action, plan), token: viewer.csrf, multipart: true, """
                    \(UpdateFields(item: item, intake: intake, filled: filled, viewer: viewer).short)\
                    \(buttons(submit("Post the update"), button("Cancel", to: PlanLinks.work, quiet: true)))
                    """)))\
                \(card("Where it stands", "<p>\(item.standing.why)</p>\(facts([("Due", dueWords(item))]))\(last)"))
                """)
    }

    private var last: HTML? {
        item.lastUpdate.map { "<p><strong>Last said on \($0.asOf)</strong></p>\(prose($0.narrative))" }
    }
}
