import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension QualityPages {
    /// The form that checks are made by, edition by edition.
    func keepingForms(_ members: Routes<MemberContext>) {
        members.get("quality/forms") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                return QualityEditionsPage(forms: try session.qualityForms().filter { $0.since <= viewer.day }, viewer: viewer).page
            })
        }
        members.get("quality/forms/new") { _, context in context.page(try await editionForm(context, nil, .fresh)) }
        members.post("quality/forms") { request, context in
            try await context.writing(request, in: desk, saying: "The edition was drafted.") { fields in
                let new = NewQualityForm(reading: &fields)
                return { work in QualityLinks.form(try quality.draft(new, work)) }
            } orShowing: { try await editionForm(context, nil, $0) }
        }
        members.get("quality/forms/:form") { _, context in
            let edition = try context.part("form")
            return context.page(try await desk.read { session in
                let (viewer, form) = (try context.qualityReader(session), try session.qualityForm(edition))
                return QualityEditionPage(form: form, made: try session.count(QualityCheck.self, "WHERE form = \(form.id)"), viewer: viewer).page
            })
        }
        members.get("quality/forms/:form/edit") { _, context in context.page(try await editionForm(context, try context.part("form"), .fresh)) }
        members.post("quality/forms/:form/edit") { request, context in
            let edition = try context.part("form")
            return try await context.writing(request, in: desk, saying: "The edition was saved.") { fields in
                let (new, version) = (NewQualityForm(reading: &fields), fields.version())
                return { work in QualityLinks.form(try quality.edit(work.session.qualityForm(edition), new, version: version, work)) }
            } orShowing: { try await editionForm(context, edition, $0) }
        }
        members.get("quality/forms/:form/adoption") { _, context in context.page(try await adoptionForm(context, .fresh)) }
        members.post("quality/forms/:form/adoption") { request, context in
            let edition = try context.part("form")
            return try await context.writing(request, in: desk, saying: "The edition was adopted.") { fields in
                let (day, version) = (fields.day("from", "In force from"), fields.version())
                return { work in QualityLinks.form(try quality.adopt(work.session.qualityForm(edition), from: day, version: version, work)) }
            } orShowing: { try await adoptionForm(context, $0) }
        }
    }

    private func editionForm(_ context: MemberContext, _ edition: String?, _ filled: Filled) async throws -> Page {
        try await desk.read { session in
            try QualityPolicy.drafts.check(context.actor)
            let form = try edition.map { try session.qualityForm($0) }
            let before = try form ?? session.qualityForms().first
            let back = form.map { QualityLinks.form($0) } ?? QualityLinks.forms
            return QualityFormPage(
                title: form == nil ? "Draft the form" : "Edit the form", under: "An approver who did not draft it adopts it. Checks that were begun keep the edition that they have.",
                crumbs: [("Form", QualityLinks.forms)] + (form.map { [($0.name.capitalisedFirst, QualityLinks.form($0))] } ?? []), filled: filled,
                link: form.map { QualityLinks.form($0, "edit") } ?? QualityLinks.forms, back: back, viewer: try context.qualityViewer(session),
                now: form.map { [("Title", "\($0.title)"), ("Criteria", "\($0.criteria.count)")] } ?? [], body: """
                    \(hidden("version", filled.value("version", form.map { String($0.version) })))\(filled.text("title", "Title", before?.title))\
                    \(filled.lines("criteria", "Criteria", before?.criteria.map(\.written).joined(separator: "\n"), hint: "A line each, with bars between: a code of small letters, digits and dashes; what it asks; and what a pass looks like. Keep a code from edition to edition where it asks the same, so that trends follow it.", rows: 14))
                    """).page
        }
    }

    private func adoptionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let edition = try context.part("form")
        return try await desk.read { session in
            let form = try session.qualityForm(edition)
            try QualityPolicy.adopts(form).check(context.actor)
            let viewer = try context.qualityViewer(session)
            return QualityFormPage(
                title: "Adopt the form", under: "From that day on checks are begun with it, and it stays as it is.", crumbs: [("Form", QualityLinks.forms), (form.name.capitalisedFirst, QualityLinks.form(form))],
                filled: filled, link: QualityLinks.form(form, "adoption"), back: QualityLinks.form(form), viewer: viewer, now: [("Criteria", "\(form.criteria.count)")], send: "Adopt it",
                body: "\(hidden("version", filled.value("version", String(form.version))))\(filled.day("from", "In force from", viewer.today))").page
        }
    }
}

/// The editions of the form.
struct QualityEditionsPage {
    let forms: [QualityForm]
    let viewer: QualityViewer

    var page: Page {
        let inForce = forms.inForce(on: viewer.day)?.id
        let body: HTML = forms.isEmpty
            ? empty("No edition was drafted yet.", action: viewer.mayDraft ? button("Draft the form", to: QualityLinks.newForm, quiet: true) : nil)
            : card(nil, table(columns: [Column("Edition", .reference), Column("Title", .wide), Column("Criteria", .number), Column("Standing", .wide)], rows: forms.map { form in
                [wholeLink(form.name.capitalisedFirst, to: viewer.link(QualityLinks.form(form))), "\(form.title)", "\(form.criteria.count)", editionTag(form, isInForce: form.id == inForce, on: viewer.day)]
            }))
        return Page(title: "The form of checks", crumbs: [("Quality", viewer.link(QualityLinks.overview))], section: "quality", body: """
            \(lead("The form of checks", under: "What every check looks at. A check keeps the edition that it was begun with.", actions: viewer.mayDraft ? [button("Draft the next edition", to: QualityLinks.newForm)] : []))\(body)
            """)
    }
}

func editionTag(_ form: QualityForm, isInForce: Bool, on day: Day) -> HTML {
    guard let effective = form.effective else { return tag("Draft", .amber) }
    if isInForce { return tag("In force", .green, why: "From \(effective).") }
    return effective > day ? tag("Adopted", .blue, why: "In force from \(effective).") : tag("Replaced", .grey, why: "In force from \(effective).")
}

/// One edition of the form.
struct QualityEditionPage {
    let form: QualityForm
    /// How many checks were begun with it.
    let made: Int
    let viewer: QualityViewer

    var page: Page {
        var deeds: [HTML] = []
        if form.effective == nil {
            if viewer.mayAdopt(form) { deeds.append(button("Adopt", to: QualityLinks.form(form, "adoption"))) }
            if viewer.mayDraft { deeds.append(button("Edit", to: QualityLinks.form(form, "edit"), quiet: true)) }
        }
        return Page(title: "\(form.title), \(form.name)", crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Form", viewer.link(QualityLinks.forms))], section: "quality", body: """
            \(lead("\(form.title), \(form.name)", under: "\(counted(made, "check")) begun with it", standing: form.effective.map { tag($0 <= viewer.day ? "Adopted" : "Adopted for later", .green, why: "From \($0).") } ?? tag("Draft", .amber), actions: deeds))\
            \(card("Criteria", id: "criteria", table(columns: [Column("Code", .reference), Column("What it asks", .wide), Column("What a pass looks like", .wide)], rows: form.criteria.map { criterion in
                ["\(criterion.code)", "\(criterion.title)", criterion.guidance.map { "\($0)" } ?? quiet("Not said")]
            })))\(card("How a grade is suggested", id: "grades", "<p>\(SuggestedGrade.rule) The reviewer may grade otherwise, for a reason.</p>"))
            """)
    }
}
