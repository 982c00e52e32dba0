import Documents
import Kernel
import Markup
import Storage
import Web

/// A paper as the board saw it, beside the same days as they are now known.
struct DifferencesPage {
    let facts: PaperFacts
    let differences: [(subject: Subject, lines: [Telling.Line])]
    let names: [Subject: Name]
    let then: [Telling]
    let now: [Telling]
    let viewer: Viewer

    private var paper: Paper { facts.paper }

    var page: Page {
        Page(
            title: "As we now know it", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", hasDay: false, body: """
                \(lead("As we now know it", under: "\(paper.title): how things stood on \(paper.to), as the board saw it on \(facts.issue?.at.day ?? paper.to) and as it is known now."))\
                \(differences.map(one))
                """)
    }

    private func one(_ difference: (subject: Subject, lines: [Telling.Line])) -> HTML {
        let title = names[difference.subject]?.words ?? difference.subject.description
        let told = difference.lines.isEmpty
            ? "<p>Nothing was recorded since that changes how it stood on \(paper.to).</p>" as HTML
            : "<p>\(counted(difference.lines.count, "difference").capitalisedFirst), from what was recorded since:</p>\(points(difference.lines))"
        return card(title, """
            \(told)\(beside(
                "<h3>As the board saw it</h3>\(summary(then, difference.subject))",
                "<h3>As we now know it</h3>\(summary(now, difference.subject))"))
            """)
    }

    private func summary(_ tellings: [Telling], _ subject: Subject) -> HTML {
        guard let telling = tellings.first(where: { $0.subject == subject }) else { return quiet("It was not on record.") }
        let late = telling.lines(.late)
        let shown: HTML? = late.isEmpty ? nil : "<p>Late:</p><ul>\(late.map { "<li>\($0.words)</li>" as HTML })</ul>"
        return "\(telling.lines(.summary).map { "<p>\($0.words)</p>" as HTML })\(shown)"
    }
}
