import Documents
import Kernel
import Markup
import Storage
import Web

/// A paper as the board saw it, beside the same days as they are now known.
struct DifferencesPage {
    let facts: PaperFacts
    let known: [KnownTwice]
    let names: [Subject: Name]
    let viewer: Viewer

    private var paper: Paper { facts.paper }

    var page: Page {
        Page(
            title: "As we now know it", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", hasDay: false, body: """
                \(lead("As we now know it", under: "\(paper.title): how things stood on \(paper.to), as the board saw it on \(facts.issue?.at.day ?? paper.to) and as it is known now."))\
                \(known.map(one))
                """)
    }

    private func one(_ known: KnownTwice) -> HTML {
        let title = names[known.subject]?.words ?? known.subject.description
        let told = known.lines.isEmpty
            ? "<p>Nothing was recorded since that changes how it stood on \(paper.to).</p>" as HTML
            : "<p>\(counted(known.lines.count, "difference").capitalisedFirst), from what was recorded since:</p>\(points(known.lines))"
        return card(title, """
            \(told)\(beside(
                "<h3>As the board saw it</h3>\(summary(known.then))",
                "<h3>As we now know it</h3>\(summary(known.now))"))
            """)
    }

    private func summary(_ telling: Telling?) -> HTML {
        guard let telling else { return quiet("It was not on record.") }
        let late = telling.lines(.late)
        let shown: HTML? = late.isEmpty ? nil : "<p>Late:</p><ul>\(late.map { "<li>\($0.words)</li>" as HTML })</ul>"
        return "\(telling.lines(.summary).map { "<p>\($0.words)</p>" as HTML })\(shown)"
    }
}
