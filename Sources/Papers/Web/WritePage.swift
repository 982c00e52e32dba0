import Kernel
import Markup
import Storage
import Web

/// A draft being written: each section's words, beside what the records say of themselves.
struct WritePage {
    let facts: PaperFacts
    let sources: Sources
    /// The section whose form was refused, and how it was filled in.
    var refused: (section: ID<Section>, filled: Filled)?
    /// The form of a section that is added, as it was filled in.
    var adding = Filled.fresh
    let viewer: Viewer

    private var paper: Paper { facts.paper }

    var page: Page {
        let overtaken = facts.sections.filter { $0.isOvertaken(by: sources) }
        return Page(
            title: "Write", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", hasDay: false, body: """
                \(lead("Write", under: "\(paper.title). A section that you leave alone follows the records until the paper is issued.", actions: [button("Done", to: PaperLinks.paper(paper))]))\
                \(errorSummary(refused?.filled.refusal ?? adding.refusal))\
                \(overtaken.isEmpty ? .empty : notice("The records have moved since \(counted(overtaken.count, "section")) \(overtaken.count == 1 ? "was" : "were") written: \(links(overtaken)).", .amber))\
                \(facts.sections.map(section))\(more)
                """)
    }

    private func links(_ sections: [Section]) -> HTML {
        sections.map { "<a href=\"#section-\($0.id)\">\(title($0))</a>" as HTML }.joined(by: ", ")
    }

    private func title(_ section: Section) -> String {
        section.heading + (sources.telling(section.about).map { ": \($0.title)" } ?? "")
    }

    private func section(_ section: Section) -> HTML {
        let generated = section.generated(from: sources)
        let filled = refused?.section == section.id ? refused?.filled ?? .fresh : .fresh
        let isOver = section.isOvertaken(by: sources)
        let standing = section.isLeftOut ? tag("Left out", .grey) : isOver ? tag("The records have moved", .amber) : section.isToBeWritten ? tag("To be written", .amber) : section.isUnsaid ? tag("The template’s words: save them if they are so", .amber) : section.words == nil ? tag("Writes itself", .blue) : tag("Yours", .green)
        let lines = min(max(section.text(from: sources).count / 70 + 3, 4), 24)
        let id = "section-\(section.id)"
        let own = form(to: PaperLinks.section(section, paper), token: viewer.csrf, """
            \(hidden("version", String(section.version)))\
            \(field("heading", "Heading", value: filled.value("heading", section.heading), error: filled.error("heading"), id: "\(id)-heading"))\
            \(area("words", "Words", value: filled.value("words", section.text(from: sources)), hint: "A blank line parts paragraphs, a dash begins a point. Empty it to let the records speak again.", error: filled.error("words"), rows: lines, required: false, id: "\(id)-words"))\
            \(checkbox("left-out", "Leave this section out", on: filled.isUsed ? !filled.value("left-out").isEmpty : section.isLeftOut, id: "\(id)-left-out"))\
            \(buttons(submit("Save this section")))
            """)
        return card(title(section), id: id, "\(standing)\(overtaken(filled, [("Heading", "\(section.heading)"), ("Words", prose(section.words ?? "As the records say"))]))\(Markup.beside(own, beside(section, generated, isOver)))")
    }

    /// What the records say, and what they said when the author wrote.
    private func beside(_ section: Section, _ generated: String, _ isOver: Bool) -> HTML {
        let says: HTML = generated.isEmpty ? quiet("Nothing writes itself here.") : written(generated)
        guard isOver else { return "<h3>What the records say</h3>\(says)" }
        let take = postButton("Take what the records say now", to: PaperLinks.section(section, paper), token: viewer.csrf, """
            \(hidden("version", String(section.version)))\(hidden("heading", section.heading))\(hidden("words", ""))
            """)
        let keep = postButton("Keep my words", to: PaperLinks.section(section, paper), token: viewer.csrf, """
            \(hidden("version", String(section.version)))\(hidden("heading", section.heading))\(hidden("words", section.words ?? ""))
            """)
        let changes = lineChanges(section.seen ?? "", generated)
        return """
            <h3>What the records say now</h3><div class="actions">\(take)\(keep)</div>\(says)\
            \(disclosure("What is new since you wrote", changes.isEmpty ? "<p>Only the order.</p>" : "<ul>\(changes.map { "<li>\($0)</li>" as HTML })</ul>"))
            """
    }

    private func lineChanges(_ old: String, _ new: String) -> [HTML] {
        let (was, holds) = (old.split(whereSeparator: \.isNewline).map(String.init), new.split(whereSeparator: \.isNewline).map(String.init))
        return was.filter { !holds.contains($0) }.map { "<del><span class=\"unseen\">was </span>\($0)</del>" }
            + holds.filter { !was.contains($0) }.map { "<ins><span class=\"unseen\">now </span>\($0)</ins>" }
    }

    private func written(_ text: String) -> HTML {
        Prose.read(text).map { piece -> HTML in
            switch piece {
            case .paragraph(let words): prose(words)
            case .points(let points): "<ul>\(points.map { "<li>\($0)</li>" as HTML })</ul>"
            case .heading(let words): "<p><strong>\(words)</strong></p>"
            }
        }.joined()
    }

    private var more: HTML {
        card("Another section", id: "another", form(to: PaperLinks.paper(paper, "sections"), token: viewer.csrf, """
            \(adding.text("heading", "Heading"))\(adding.lines("words", "Words", required: false))\(buttons(submit("Add the section", quiet: true)))
            """))
    }
}

extension Filled {
    /// Whether somebody filled it in, so that a box that is off was turned off.
    var isUsed: Bool { fields != nil }
}
