import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import Web

/// What the tablet is told when it has sent what was typed.
private struct SheetSaved: Encodable {
    let version: Int
    /// `28 February 2026, 10:04`, by a clock in Britain.
    let at: String
}

/// Why what was typed was not saved. It stays on the tablet.
private struct SheetRefused: Encodable {
    struct Amiss: Encodable { let name, sentence: String }

    let code: String
    let sentence: String
    let fields: [Amiss]
    /// The version that stands, where somebody else saved one.
    let version: Int?
}

extension AuditPages {
    /// The working form: as a form, and as what its script sends while it is filled.
    func fillingAudits(_ members: Routes<MemberContext>) {
        members.get("audits/:audit/sheet") { _, context in context.page(try await sheetForm(context, .fresh)) }
        members.post("audits/:audit/sheet") { request, context in
            let reference = try context.part("audit")
            return try await context.writing(request, in: desk, saying: "What you filled in was saved.") { fields in
                let (sheet, version) = (AuditSheet(reading: &fields), fields.version())
                return { work in AuditLinks.audit(try audits.fill(work.session.audit(reference), sheet, version: version, work)) }
            } orShowing: { try await sheetForm(context, $0) }
        }
        members.post("audits/:audit/saving") { request, context in
            let reference = try context.part("audit")
            var fields = try await Form(request, context).fields
            let (sheet, version) = (AuditSheet(reading: &fields), fields.version())
            do {
                try fields.finish()
                let saved = try await desk.write(by: context.actor) { work in try audits.fill(work.session.audit(reference), sheet, version: version, work) }
                return try context.json(SheetSaved(version: saved.version, at: context.moment.inWords))
            } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
                let stands = refusal.code == "changed-meanwhile" ? try await desk.read { try $0.audit(reference).version } : nil
                let amiss = refusal.fields.map { SheetRefused.Amiss(name: $0.name, sentence: $0.sentence) }
                return try context.json(SheetRefused(code: refusal.code, sentence: refusal.sentence, fields: amiss, version: stands), status: refusal.kind == .conflict ? .conflict : .unprocessableContent)
            }
        }
        members.get("audits/:audit/correction") { _, context in context.page(try await correctionForm(context, .fresh)) }
        members.post("audits/:audit/correction") { request, context in
            let reference = try context.part("audit")
            return try await context.writing(request, in: desk, saying: "The audit was corrected.", because: "because") { fields in
                let (sheet, version, because) = (AuditSheet(reading: &fields), fields.version(), fields.text("because", "Why it is corrected", atMost: 8000))
                return { work in AuditLinks.audit(try audits.correct(work.session.audit(reference), sheet, because: because, version: version, work)) }
            } orShowing: { try await correctionForm(context, $0) }
        }
    }

    private func sheetForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let today = context.today
        return try await keptAudit(context) { facts, viewer in
            try refuseEnded(facts.audit, on: today)
            return AuditSheetPage(facts: facts, isCorrection: false, filled: filled, viewer: viewer).page
        }
    }

    private func correctionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await keptAudit(context) { facts, viewer in
            guard facts.audit.completed != nil else {
                throw Refusal.conflict("audit-not-completed", "\(facts.audit.reference) is not completed, so there is nothing to correct. Fill it in.")
            }
            return AuditSheetPage(facts: facts, isCorrection: true, filled: filled, viewer: viewer).page
        }
    }

    private func refuseEnded(_ audit: Audit, on day: Day) throws(Refusal) {
        guard !audit.state(on: day).isOpen else { return }
        throw .conflict("audit-completed", "\(audit.reference) is \(audit.state(on: day).words.lowercased()) and is not filled in any more.")
    }
}
