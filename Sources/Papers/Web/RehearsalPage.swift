import Kernel
import Markup
import Web

/// What an inspector would ask of a paper, with the evidence that answers it: what nothing answers comes first.
struct RehearsalPage {
    let facts: PaperFacts
    let rehearsal: Rehearsal
    let viewer: Viewer

    var page: Page {
        let paper = facts.paper
        let parts = RehearsalParts(rehearsal: rehearsal, paper: paper, viewer: viewer)
        let total = rehearsal.claims.count + rehearsal.questions.count + rehearsal.unsaid.count
        let deeds = facts.issue == nil && viewer.mayWrite ? [button("Write", to: PaperLinks.paper(paper, "write"), quiet: true)] : []
        return Page(
            title: "Rehearsal", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", hasDay: false, body: """
                \(lead("Rehearsal", under: "What an inspector would ask of \(paper.title), and what on record answers.", actions: deeds))\
                \(total == 0 ? empty("The paper claims nothing that could be asked about.") : .empty)\
                \(parts.open)\(parts.answered)
                """)
    }
}

struct RehearsalParts {
    let rehearsal: Rehearsal
    let paper: Paper
    let viewer: Viewer

    /// A section by its heading; whoever writes gets to where it is written.
    private func named(_ section: Section) -> HTML {
        viewer.mayWrite ? "<a href=\"\(PaperLinks.paper(paper, "write").at("section-\(section.id)"))\">\(section.heading)</a>" : "\(section.heading)"
    }

    var open: HTML {
        let questions = rehearsal.unansweredQuestions
        return """
            \(overtaken)\
            \(claims("The records say otherwise", rehearsal.contradicted, id: "contradicted"))\
            \(claims("Claims that nothing on record answers", rehearsal.unanswered, id: "unanswered"))\
            \(unsaid)\
            \(questions.isEmpty ? .empty : card("Questions that nothing on record answers", id: "unanswered-questions", list(questions)))
            """
    }

    var answered: HTML {
        let questions = rehearsal.questions.filter { !$0.answers.isEmpty }
        return """
            \(questions.isEmpty ? .empty : card("Questions with an answer on record", id: "answered-questions", list(questions)))\
            \(claims("Claims that the records bear out", rehearsal.answered, id: "agrees"))
            """
    }

    private var overtaken: HTML {
        guard !rehearsal.overtaken.isEmpty else { return .empty }
        let names = rehearsal.overtaken.map { "<li>\(named($0))</li>" as HTML }
        return card("Written before the records moved", id: "overtaken", "<ul>\(names)</ul>")
    }

    private var unsaid: HTML {
        guard !rehearsal.unsaid.isEmpty else { return .empty }
        return card("What nobody has said yet (\(rehearsal.unsaid.count))", id: "unsaid", """
            <p>\(Rehearsal.whoSaysSo) To tick that the words are so says so too, except where they say that their author is to write them.</p>\
            \(table(columns: [Column("Section"), Column("The template’s words", .wide)], rows: rehearsal.unsaid.map { section in
                [named(section), section.standing.isEmpty ? quiet("Nothing stands there") : "\(shortened(section.standing))"]
            }))
            """)
    }

    private func claims(_ title: String, _ checked: [Rehearsal.Checked], id: String) -> HTML {
        guard !checked.isEmpty else { return .empty }
        return card("\(title) (\(checked.count))", id: id, table(
            columns: [Column("Claim", .wide), Column("Section"), Column("An inspector would ask", .wide), Column("On record", .wide)],
            rows: checked.map { one in
                let check = one.check
                let place: HTML? = check.place.map { " <a href=\"\(Link($0))\">See the records</a>." }
                return [
                    "\(tag(check.verdict.words, check.verdict.tone))<br><strong>\(check.claim.words)</strong><span class=\"why\">\(shortened(check.claim.line))</span>", "\(one.section.heading)",
                    "\(check.question)", "\(points(check.findings + check.evidence))<span class=\"why\">\(check.how)\(place)</span>",
                ]
            }))
    }

    private func list(_ questions: [Telling.Question]) -> HTML {
        table(columns: [Column("Claim", .wide), Column("An inspector would ask", .wide), Column("On record", .wide)], rows: questions.map { one in
            ["\(one.claim)", "<a href=\"\(Link(one.address))\">\(one.question)</a>", one.answers.isEmpty ? tag("Nothing on record", .amber) : points(one.answers)]
        })
    }

    private func shortened(_ line: String) -> String { line.count <= 240 ? line : line.prefix(240).trimmed + "…" }
}
