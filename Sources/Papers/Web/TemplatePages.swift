import Kernel
import Markup
import Storage
import Web

/// The headings that boards want, each template with where it is used.
struct TemplateListPage {
    let templates: [Template]
    let boards: [BoardCalendar.Board]
    let viewer: Viewer

    var page: Page {
        let deeds = viewer.mayWrite && !templates.isEmpty ? [button("Add a template", to: PaperLinks.newTemplate, quiet: true)] : []
        return Page(title: "Templates", crumbs: [("Papers", PaperLinks.list)], section: "papers", hasDay: false, body: """
            \(lead("Templates", under: "The headings of a paper, by the board that receives it.", actions: deeds))\(list)
            """)
    }

    private var list: HTML {
        guard !templates.isEmpty else {
            return empty("The first paper that is written brings the template that every board may have. Add another for a board that wants headings of its own.",
                         action: viewer.mayWrite ? button("Add a template", to: PaperLinks.newTemplate) : nil)
        }
        return templates.map { template in
            let board = template.board.map { subject in boards.first { $0.subject == subject }?.name ?? "A board that is gone" } ?? "Any board that has none of its own"
            return card(template.title, actions: viewer.mayWrite ? [button("Edit", to: PaperLinks.template(template, "edit"), quiet: true)] : [], """
                <p><strong>For</strong> \(board)</p>\
                <ol>\(template.headings.map { "<li>\($0.title)\($0.content == .words ? nil : "<span class=\"why\">Writes itself: \($0.content.meaning).</span>" as HTML)</li>" as HTML })</ol>
                """)
        }.joined()
    }
}

/// Adding a template, or editing one.
struct TemplateForm {
    let template: Template?
    let boards: [BoardCalendar.Board]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let codes = Content.allCases.filter { $0 != .words }.map { "{\($0.rawValue)} for \($0.meaning)" }
        return FormPage(
            title: template == nil ? "Add a template" : "Edit the template", under: template.map { "\($0.title). Papers that were begun keep the headings they have." },
            crumbs: [("Papers", PaperLinks.list), ("Templates", PaperLinks.templates)], section: "papers", filled: filled,
            link: template.map { PaperLinks.template($0, "edit") } ?? PaperLinks.templates, token: viewer.csrf,
            above: overtaken(filled, template.map { [("Title", "\($0.title)"), ("Headings", prose($0.text))] } ?? []), body: """
                \(hidden("version", template.map { String($0.version) } ?? ""))\(filled.text("title", "Title", template?.title))\
                \(filled.choice("board", "Board", [("", "Any board that has none of its own")] + boards.map { ("\($0.subject)", $0.name) }, template?.board?.description))\
                \(filled.lines("text", "Headings", template?.text ?? (template == nil ? FoundingTemplate.text : ""), hint: "A line that begins with “# ” is a heading; its standing words are under it. At its end may stand \(listed(codes, joinedBy: "or")).", rows: 20))\
                \(filled.text("reference", "Reference", template?.reference.text, hint: "Made from the title when left empty.", required: false))\
                \(buttons(submit(template == nil ? "Add the template" : "Save"), button("Cancel", to: PaperLinks.templates, quiet: true)))
                """).page
    }
}
