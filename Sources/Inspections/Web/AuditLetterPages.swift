import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// The letter with the result: what is owed, what was sent.
struct AuditLetterCard {
    let facts: AuditFacts
    let viewer: AuditViewer

    private var audit: Audit { facts.audit }

    var html: HTML {
        guard facts.state(on: viewer.day) == .completed, audit.sheet.sendsLetter || !facts.letters.isEmpty else { return .empty }
        let sent = facts.letters.filter { $0.sent <= viewer.day }
        let deeds = viewer.mayKeep(audit) ? [button(sent.isEmpty ? "Send the letter" : "Send another", to: AuditLinks.audit(audit, "letter"), quiet: !sent.isEmpty)] : []
        return card("Letter", id: "letter", actions: deeds, "\(due(sent))\(list(sent))")
    }

    private func due(_ sent: [AuditLetter]) -> HTML {
        guard sent.isEmpty else { return .empty }
        guard let due = facts.letterDue else { return "<p>It is to be sent. The enforcement policy sets no day for it.</p>" }
        return "<p>\(due < viewer.day ? tag("Overdue", .red) : tag("To be sent", .amber)) By \(due), as the enforcement policy has it.</p>"
    }

    private func list(_ sent: [AuditLetter]) -> HTML {
        guard !sent.isEmpty else { return .empty }
        return table(columns: [Column("Sent", .day), Column("To", .wide), Column("In time"), Column("Files")], rows: sent.map { letter in
            let inTime: HTML = facts.letterDue.map { letter.sent <= $0 ? tag("In time", .green) : tag("Late", .red, why: "Due by \($0).") } ?? quiet("No day set")
            return ["\(letter.sent)", "\(letter.recipients.joined(separator: "; "))", inTime, letterFiles({ AuditLinks.letter(letter, of: audit, $0) }, { AuditLinks.printing(letter, of: audit, $0) }, viewer)]
        })
    }
}

/// The files of a letter. One that is printed takes a while, so no link leads to it: a button asks for it.
private func letterFiles(_ link: (String) -> Link, _ printing: (String) -> Link, _ viewer: AuditViewer) -> HTML {
    """
    <div class="actions"><a href="\(link("docx"))">Word</a> <a href="\(link("text"))">Text</a> \(postButton("PDF", to: printing("pdf"), token: viewer.csrf))</div>
    """
}

extension AuditPages {
    /// Sending the letter with the result, and its files.
    func writingLetters(_ members: Routes<MemberContext>) {
        members.get("audits/:audit/letter") { _, context in context.page(try await letterForm(context, .fresh)) }
        members.post("audits/:audit/letter") { request, context in
            let reference = try context.part("audit")
            return try await context.writing(request, in: desk, saying: "The letter was recorded as sent.") { fields in
                let (day, recipients) = (fields.day("on", "Sent on"), fields.recipients())
                return { work in
                    let audit = try work.session.audit(reference)
                    try audits.sendLetter(of: audit, to: recipients, on: day, work)
                    return AuditLinks.audit(audit).at("letter")
                }
            } orShowing: { try await letterForm(context, $0) }
        }
        members.get("audits/:audit/letter/files/:file") { _, context in try await draft(context) }
        members.post("audits/:audit/letter/printing/:file") { request, context in
            _ = try await Form(request, context)
            return try await draft(context)
        }
        members.get("audits/:audit/letters/:letter/files/:file") { _, context in try await sent(context) }
        members.post("audits/:audit/letters/:letter/printing/:file") { request, context in
            _ = try await Form(request, context)
            return try await sent(context)
        }
    }

    private func draft(_ context: MemberContext) async throws -> Response {
        try AuditPolicy.reads.check(context.actor)
        let (reference, format, moment) = (try context.part("audit"), try PaperFormat(named: context.part("file")), context.moment)
        let (audit, document) = try await desk.read { session in
            let audit = try session.audit(reference)
            return (audit, try audits.draftLetter(of: audit, at: moment, session))
        }
        return context.download(try await format.bytes(of: document), name: format.name(for: audit.reference), type: format.type)
    }

    private func sent(_ context: MemberContext) async throws -> Response {
        try AuditPolicy.reads.check(context.actor)
        let (reference, id, format) = (try context.part("audit"), try context.id("letter", of: AuditLetter.self), try PaperFormat(named: context.part("file")))
        let (audit, document) = try await desk.read { session in
            let audit = try session.audit(reference)
            return (audit, try audits.document(of: session.auditLetter(id, of: audit)))
        }
        return context.download(try await format.bytes(of: document), name: format.name(for: audit.reference), type: format.type)
    }

    private func letterForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("audit")
        return try await desk.read { session in
            let (viewer, facts) = (try context.auditViewer(session), try session.facts(of: session.audit(reference), audits.neighbours))
            try AuditPolicy.keeps(facts.audit, actingFor: viewer.parties).check(viewer.actor)
            let audit = facts.audit
            let due: HTML? = facts.letterDue.map { "To be sent by \($0), as the enforcement policy has it." }
            let look: HTML = card("As it would be sent", letterFiles({ AuditLinks.draft(of: audit, $0) }, { AuditLinks.printingDraft(of: audit, $0) }, viewer))
            return AuditFormPage(
                title: "Send the letter", under: due, audit: audit, filled: filled, link: AuditLinks.audit(audit, "letter"), viewer: viewer, above: look, send: "Record it as sent", body: """
                    \(filled.lines("recipients", "To", try session.letterRecipients(of: facts, on: viewer.today).joined(separator: "\n"), hint: "A line each: the name and the address.", rows: 3))\
                    \(filled.day("on", "Sent on", viewer.today, hint: "It is frozen as it stands now, so that every file made of it says the same."))
                    """).page
        }
    }
}
