import Kernel
import Markup
import Premises
import Web

/// A notice on a day: where it stands and why, the clock of its statutory days, whom it was served on, and what happened.
struct NoticePage {
    let view: NoticeView
    /// As it was served; nil until then.
    let frozen: NoticeDocument?
    /// Names of those who recorded what happened, by how the journal names them.
    let authors: [String: String]
    /// Whoever drafted or edited it, as the journal names them.
    let writers: Set<String>
    let viewer: Viewer

    private var notice: Notice { view.notice }
    private var own: EnforcementCase { view.facts.enforcementCase }
    /// What it says for the public on the day, before and after an amendment.
    private var said: ServedParticulars { view.facts.said(on: view.day) }
    private var may: Bool { viewer.mayKeep(own) }
    private func to(_ deed: NoticeDeed) -> Link { EnforcementLinks.notice(notice, deed.rawValue) }

    var page: Page {
        Page(
            title: "\(notice.reference): \(notice.type.words.lowercased())",
            crumbs: [("Enforcement", viewer.link(EnforcementLinks.list)), (own.reference.text, viewer.link(EnforcementLinks.enforcementCase(own)))], section: "enforcement",
            scope: "enforcement_case/\(own.id)", body: """
                \(lead("\(notice.reference): \(notice.type.words.lowercased())", under: "\(view.facts.premises.line)", standing: tag(view.state.words, view.state.tone), actions: deeds))\
                \(warning)\(standing)\(clock)\(recipients)\(content)\(happened)
                """)
    }

    private var deeds: [HTML] {
        var deeds = viewer.deeds(view, writtenBy: writers).enumerated().map { index, deed in button(deed.words, to: to(deed), quiet: index > 0) }
        if may, NoticeMove.isAllowed(.edit, notice.type, in: view.state) { deeds.append(button("Edit", to: EnforcementLinks.notice(notice, "edit"), quiet: true)) }
        if may, NoticeMove.isAllowed(.amend, notice.type, in: view.state) { deeds.append(button("Amend", to: EnforcementLinks.notice(notice, "amendments"), quiet: true)) }
        return deeds
    }

    private var warning: HTML? {
        if !view.obstacles.isEmpty { return obstacleList(view) }
        if view.state.isUnserved, let missing = view.consultationMissing { return Markup.notice("\(missing.sentence)", .amber) }
        return nil
    }

    private var standing: HTML {
        card("Where it stands", id: "summary", """
            <p>\(view.why.capitalisedFirst).</p>\(facts([
                ("Case", "<a href=\"\(viewer.link(EnforcementLinks.enforcementCase(own)))\">\(own.reference)</a>"), ("Premises", "<a href=\"\(viewer.link(Link("premises", view.facts.premises.reference)))\">\(view.facts.premises.name)</a>"), ("Officer", "\(view.facts.officer)"),
                ("Served", view.clock.map { "\($0.served.lowerBound)" } ?? quiet("Not yet")), ("To be complied with by", view.complyBy.map { "\($0)" } ?? quiet(noDay)),
                ("Next", view.next.map { "\($0.day): \($0.words)" } ?? quiet("Nothing")), ("Public register", view.register.map { tag($0.words, $0.tone) } ?? quiet("Not served yet")),
            ]))
            """)
    }

    private var noDay: HTML {
        switch notice.type {
        case .alterations: "No such day: article 29"
        case .enforcement: "Not set"
        case .prohibition: "Until it is remedied: article 31"
        }
    }

    private var clock: HTML {
        guard let clock = view.clock else {
            return card("The clock", id: "clock", empty("The days that the law sets are counted from service. They stand here, each with its rule, its provision and its working, once the notice is served."))
        }
        return card("The clock", id: "clock", table(
            columns: [Column("Day", .day), Column("What", .wide), Column("Working", .wide), Column("Provision")],
            rows: clock.steps.map { step in
                ["\(step.day)", step.rule != nil && step.day >= viewer.day ? "<strong>\(step.event.capitalisedFirst)</strong>" : "\(step.event.capitalisedFirst)", "\(step.working.capitalisedFirst)", step.provision.map { "\($0.capitalisedFirst)" } ?? quiet("None")]
            }))
    }

    private var recipients: HTML {
        guard !notice.recipients.isEmpty else { return card("Whom it is served on", id: "recipients", empty("Nobody is named yet.")) }
        let served = Dictionary(view.served.map { ($0.recipient, $0.event) }) { first, _ in first }
        return card("Whom it is served on", id: "recipients", table(
            columns: [Column("Name", .wide), Column("Served", .day), Column("How"), Column("Proof", .wide)],
            rows: notice.recipients.map { recipient in
                let service = served[recipient]
                return [
                    "\(recipient.name)\(recipient.address.map { "<span class=\"why\">\($0)</span>" as HTML })", service.map { "\($0.on)" } ?? quiet("Not yet"),
                    service?.method.map { "\($0.words)" } ?? "", service?.note.map { prose($0) } ?? "",
                ]
            }))
    }

    private var content: HTML {
        let files: HTML = """
            <a href="\(EnforcementLinks.file(notice, "html"))">Page</a>, <a href="\(EnforcementLinks.file(notice, "text"))">text</a>
            """
        let print = [("PDF", "pdf"), ("Word", "docx")].map { postButton($0.0, to: EnforcementLinks.notice(notice, "printing", $0.1), token: viewer.csrf) }
        let kept: HTML = frozen.map { "Frozen on \($0.frozen) as it was served. SHA-256 of its content: <code>\($0.sha256)</code>." } ?? "It is drafted from this record, and frozen on service."
        let steps: HTML = notice.steps.isEmpty ? quiet("None yet") : "<ol>\(notice.steps.map { step in "<li>\(step.article.map { "Article \($0): " })\(step.words)</li>" as HTML })</ol>"
        return card("What it says", id: "content", actions: print, """
            \(facts([("Articles", articleWords(said.articles)), ("Read it", files)]))\
            <h3>Steps</h3>\(steps)\
            <h3>Substance, for the public</h3>\(notice.isForWorkersOnly ? small("It protects persons at work alone, so it has no place in the public register.") : .empty)\(said.substance.map { prose($0) } ?? quiet("Not written yet"))\
            <h3>Grounds, as it states them</h3>\(notice.grounds.map { prose($0) } ?? quiet("Not written yet"))\
            \(small(kept))
            """)
    }

    private var happened: HTML {
        guard !view.events.isEmpty else { return card("What happened", id: "events", empty("Nothing was recorded besides the draft of \(notice.drafted).")) }
        let last = view.facts.counting.map(\.id).max()
        return card("What happened", id: "events", table(
            columns: [Column("Day", .day), Column("What", .wide), Column("Recorded by"), Column("")],
            rows: view.events.map { event in
                let may = may && event.id == last && event.kind.canBeStruck
                return [
                    "\(event.on)", "<strong>\(event.kind.words)</strong>\(event.more.map { " \($0)" })\(event.note.map { prose($0) })", "\(authors[event.by] ?? event.by)",
                    may ? button("Strike out", to: EnforcementLinks.event(event, notice), quiet: true) : .empty,
                ]
            }))
    }
}

extension NoticeEvent {
    /// What it says besides its kind and note: `on Harbour Homes Ltd, by post`.
    var more: String? {
        let parts = [
            kind == .served ? who.map { "on \($0)" } : who, recipient.map { [.appealed, .objected].contains(kind) ? "by \($0)" : "for \($0)" }, method?.words.lowercasedFirst, consultee?.words.lowercasedFirst, outcome?.rawValue,
            satisfied.map { $0 ? "satisfied" : "not satisfied" }, until.map { kind == .consulted ? "answered \($0)" : "until \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
