import Kernel
import Markup
import Web

/// The inspection rounds that are on record: what each asks, the grades it gives and where that is published.
struct RoundsPage {
    var page: Page {
        Page(title: "Inspection rounds", crumbs: [("Reviews", ReviewLinks.list)], section: "reviews", hasDay: false, body: """
            \(lead("Inspection rounds", under: "What the inspectorate asks in each round and the grades it gives. A judgment is read by the questions and the grades of its round."))\
            \(InspectionRound.all.reversed().map(round).joined())\(rules)
            """)
    }

    private func round(_ round: InspectionRound) -> HTML {
        let parts = InspectionRound.Part.allCases.map { part -> HTML in
            "<h3>\(part.rawValue)</h3><ul>\(round.questions.filter { $0.part == part }.map { "<li>\($0.words)</li>" as HTML })</ul>"
        }
        return card(round.name, id: round.code, """
            \(facts([("From", "\(round.from)"), ("Grades", "\(listed(round.grades.map(\.words)))")]))\(parts)\(small("Source: \(round.source)"))
            """)
    }

    private var rules: HTML {
        let lines = Deadline.Rule.all.map { rule -> HTML in
            let words = "\(rule.days) days from the day of issue, for what was issued on \(rule.from) or later, unless a letter fixes another day."
            return "<li>\(words) \(small("Source: \(rule.source)."))</li>"
        }
        return card("Plans in answer to a cause of concern", id: "deadline", "<ul>\(lines)</ul>")
    }
}
