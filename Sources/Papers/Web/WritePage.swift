import Kernel
import Markup
import Storage
import Web

/// A draft being written: each section's words, beside what the records say of themselves. All of it is one form, so that nothing
/// that was typed is lost by saving something else.
struct WritePage {
    let facts: PaperFacts
    let sources: Sources
    let filled: Filled
    let viewer: Viewer

    private var paper: Paper { facts.paper }

    var page: Page {
        let editors = facts.sections.map { SectionEditor(section: $0, telling: sources.telling($0.about), generated: $0.generated(from: sources), filled: filled) }
        let overtaken = editors.filter(\.isOver)
        let conflicts = editors.filter(\.isConflicting)
        return Page(
            title: "Write", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", hasDay: false, body: """
                \(lead("Write", under: "\(paper.title). A section that you leave alone follows the records until the paper is issued, and so does one whose words you empty. A blank line parts paragraphs, a dash begins a point."))\
                \(errorSummary(filled.refusal))\
                \(conflicts.isEmpty ? .empty : notice("Somebody else saved what you wrote in, too: \(links(conflicts)). Each shows both.", .amber))\
                \(overtaken.isEmpty ? .empty : notice("The records have moved since \(counted(overtaken.count, "section")) \(overtaken.count == 1 ? "was" : "were") written: \(links(overtaken)).", .amber))\
                \(form(to: PaperLinks.paper(paper, "write"), token: viewer.csrf, multipart: true, "\(bar)\(editors.map(\.card))\(more)\(buttons(submit("Save"), back))"))
                """)
    }

    /// First in the form, so that the Enter key saves too.
    private var bar: HTML { "<div class=\"save-bar\">\(submit("Save"))\(back)</div>" }

    private var back: HTML { button("Back to the paper", to: PaperLinks.paper(paper), quiet: true) }

    private func links(_ editors: [SectionEditor]) -> HTML {
        editors.map { "<a href=\"#\($0.place)\">\($0.title)</a>" as HTML }.joined(by: ", ")
    }

    private var more: HTML {
        disclosure("Another section", open: !(filled.value("heading-new") + filled.value("words-new")).isEmpty, """
            \(filled.text("heading-new", "Heading", required: false))\(filled.lines("words-new", "Words", hint: "It is added before the appendices when you save.", required: false))
            """)
    }
}

/// What was typed into a draft that somebody issued or discarded meanwhile, to be taken elsewhere.
struct TypedTooLatePage {
    let facts: PaperFacts
    let filled: Filled
    let refusal: Refusal

    var page: Page {
        let typed = facts.sections.map { ($0.heading, filled.value("words-\($0.id)")) } + [(filled.value("heading-new"), filled.value("words-new"))]
        return Page(
            title: "Write", crumbs: [("Papers", PaperLinks.list), (facts.paper.title, PaperLinks.paper(facts.paper))], section: "papers", hasDay: false, body: """
                \(lead("Write", under: "\(facts.paper.title)"))\(errorSummary(refusal))\
                <h2>What you typed</h2><p>Nothing of it was saved.</p>\(typed.filter { !$0.1.isEmpty }.map { card($0.0.isEmpty ? "Another section" : $0.0, prose($0.1)) })
                """)
    }
}

/// One section of a draft, to be written in.
struct SectionEditor {
    let section: Section
    let telling: Telling?
    /// What the records say now.
    let generated: String
    /// The form of the whole paper.
    let filled: Filled
    /// What was sent of this section. What had only been shown, or was not there yet, is shown as it is now.
    private let entry: SectionEntry?

    init(section: Section, telling: Telling?, generated: String, filled: Filled) {
        (self.section, self.telling, self.generated, self.filled) = (section, telling, generated, filled)
        var fields = filled.fields ?? Fields([:])
        entry = SectionEntry(reading: &fields, of: "\(section.id)")
    }

    var title: String { section.heading + (telling.map { ": \($0.title)" } ?? "") }
    var place: String { "section-\(section.id)" }
    var isOver: Bool { section.isOvertaken(beside: generated) }

    private var text: String { section.words ?? generated }

    private func name(_ field: String) -> String { "\(field)-\(section.id)" }

    /// Somebody else saved this section while it was written in here.
    var isConflicting: Bool {
        filled.isOvertaken && entry.map { $0.version != section.version && ($0.heading != nil || $0.words != nil || $0.isLeftOut != nil) } ?? false
    }

    var card: HTML {
        Markup.card(title, id: place, actions: [standing], """
            \(isConflicting ? overtaken(filled, [("Heading", "\(section.heading)"), ("Words", prose(section.words ?? "As the records say"))]) : .empty)\
            \(section.words == nil ? own : Markup.beside(own, records))
            """)
    }

    private var standing: HTML {
        if section.isLeftOut { return tag("Left out", .grey) }
        if isOver { return tag("The records have moved", .amber) }
        if section.isToBeWritten { return tag("To be written", .amber) }
        if section.isUnsaid { return tag(text.isEmpty ? "Nothing written" : "Only the template says so", .amber) }
        return section.words == nil ? tag("Writes itself", .blue) : tag("Yours", .green)
    }

    private var own: HTML {
        let words = entry?.words ?? text
        let isSaid = !section.isUnsaid || section.isToBeWritten || text.isEmpty
        return """
            \(hidden("section", "\(section.id)"))\(hidden(name("version"), String(section.version)))\(hidden(name("shown-heading"), section.heading))\
            \(hidden(name("shown-words"), SectionEntry.mark(of: text)))\(hidden(name("shown-left-out"), section.isLeftOut ? "yes" : ""))\
            \(hidden(name("shown-records"), SectionEntry.mark(of: generated)))\
            \(field(name("heading"), "Heading", value: entry?.heading ?? section.heading, error: filled.error(name("heading"))))\
            \(area(name("words"), "Words", value: words, error: filled.error(name("words")), rows: min(max(words.count / 70 + 3, 4), 24), required: false))\
            \(isSaid ? .empty : checkbox(name("so"), "These words are so of this paper", on: !filled.value(name("so")).isEmpty))\
            \(checkbox(name("left-out"), "Leave this section out", on: entry?.isLeftOut ?? section.isLeftOut))
            """
    }

    /// What the records say beside what the author wrote, and what they said then.
    private var records: HTML {
        let says: HTML = generated.isEmpty ? quiet("Nothing writes itself here.") : written(generated)
        guard isOver else { return "<h3>What the records say</h3>\(says)" }
        let take = submit("Take what the records say now", name: "take", value: "\(section.id)", quiet: true)
        let keep = submit("Keep my words", name: "keep", value: "\(section.id)", quiet: true)
        let changes = section.seen == Section.unseen ? ["<p>They moved while you were writing.</p>"] : lineChanges(section.seen ?? "", generated)
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
}
