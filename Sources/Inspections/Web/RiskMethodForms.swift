import Kernel
import Markup
import Web

/// Drafting an edition, or editing a draft: the method as JSON.
struct RiskMethodForm {
    let edition: RiskEdition?
    /// The edition in force, which a new draft begins from.
    let before: RiskEdition?
    let filled: Filled
    let viewer: RiskViewer

    var page: Page {
        let held = (edition ?? before).map { RiskMethodFile.text($0.method) }
        let back = edition.map { RiskLinks.method($0) } ?? RiskLinks.methods
        return FormPage(
            title: edition == nil ? "Draft an edition" : "Edit the draft",
            under: edition == nil && before != nil ? "It begins with the method in force; give it an edition of its own." : nil,
            crumbs: viewer.methodCrumbs + (edition.map { [("Edition \($0.name)", RiskLinks.method($0))] } ?? []), section: "risk", filled: filled,
            link: edition.map { RiskLinks.method($0, "edit") } ?? RiskLinks.methods, token: viewer.csrf,
            above: overtaken(filled, edition.map { [("Edition", "\($0.name)"), ("Title", "\($0.method.title)")] } ?? []), body: """
                \(hidden("version", edition.map { String($0.version) } ?? ""))\
                \(filled.lines("method", "The method, as JSON", held, hint: "Its tables, bands and intervals, as another edition’s file has them. What is wrong in it is said with its place.", rows: 28))\
                \(buttons(submit(edition == nil ? "Draft it" : "Save"), button("Cancel", to: back, quiet: true)))
                """).page
    }
}

/// Asking from which day premises are scored by an edition.
struct RiskAdoptionForm {
    let edition: RiskEdition
    let filled: Filled
    let viewer: RiskViewer

    var page: Page {
        FormPage(
            title: "Adopt edition \(edition.name)", crumbs: viewer.methodCrumbs + [("Edition \(edition.name)", RiskLinks.method(edition))], section: "risk", filled: filled,
            link: RiskLinks.method(edition, "adoption"), token: viewer.csrf,
            above: overtaken(filled, [("Edition", "\(edition.name)"), ("Title", "\(edition.method.title)")]), body: """
                \(hidden("version", String(edition.version)))\
                <p>From then on premises are scored by it and it stays as it is. What is decided anew is a new edition. Look before at who would move.</p>\
                \(filled.day("on", "The day it is adopted", viewer.today))\
                \(buttons(submit("Adopt it"), button("Cancel", to: RiskLinks.method(edition), quiet: true)))
                """).page
    }
}
