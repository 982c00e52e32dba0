import Kernel
public import Markup
import Web

/// Something that another slice offers to do about a plan, for those who keep plans. App puts it on the plan's page.
public struct PlanDeed: Sendable {
    let words: String
    let link: Link
    /// The field in which the plan is named, as the journal names it.
    let field: String

    public init(_ words: String, to link: Link, naming field: String) {
        self.words = words
        self.link = link
        self.field = field
    }

    func button(_ plan: Plan, _ viewer: Viewer) -> HTML {
        postButton(words, to: link, token: viewer.csrf, hidden(field, "plan/\(plan.id)"))
    }
}
