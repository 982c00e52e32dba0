import HTTPTypes
import Kernel
import Markup
import Premises
import Storage
import Web

extension AuditOperations {
    /// Planning audits, and ending them.
    var keeping: [Operation] {
        [
            .adding("planAudit", "audits", "Plan an audit", .scope(.auditsWrite), from: NewAudit.schema, gives: AuditPayload.schema) { call, work in
                var fields = call.fields
                let new = NewAudit(reading: &fields)
                try fields.finish()
                let audit = try audits.plan(new, work)
                return try shown(audit, call, work.session).added(at: AuditLinks.audit(audit))
            },
            .changing("changeAudit", "audits/{audit}/plan", "Plan an audit anew; what is left out stays", .scope(.auditsWrite), from: NewAudit.schema, gives: AuditPayload.schema,
                      refuses: ["audit-not-found", "audit-completed", "audit-abandoned", "officer-not-authorised", "own-demand-lowered"]) { call, work in
                let facts = try work.session.facts(of: work.session.audit(call.part("audit")))
                var fields = Fields(call.fields, over: facts.audit.entries(officer: facts.officer, premises: facts.premises.reference.text))
                let new = NewAudit(reading: &fields)
                try fields.finish()
                return try shown(audits.replan(facts.audit, new, version: call.matched(facts.audit.version), work), call, work.session)
            },
            deed("completeAudit", "completion", "Complete an audit, and open what follows from it", from: AuditInput.completion, refuses: AuditOperations.obstacles) { fields in
                let (day, version) = (fields.day("on", "Completed on"), fields.number("version", "Version", in: 1...Int.max))
                return { audit, work in try audits.complete(audit, on: day, version: version, work) }
            },
            deed("abandonAudit", "abandonment", "Give an audit up, for a reason", from: AuditInput.abandonment, refuses: []) { fields in
                let (day, because) = (fields.day("on", "The day"), fields.text("because", "Why", atMost: 8000))
                return { audit, work in try audits.abandon(audit, on: day, because: because, work) }
            },
            deed("exceptAudit", "exception", "Let the officer carry out one audit beyond their authorisation, as an approver", from: AuditInput.exception, refuses: ["exception-not-needed"]) { fields in
                let because = fields.text("because", "Why", atMost: 8000)
                return { audit, work in try audits.except(audit, because: because, work) }
            },
            deed("sendAuditLetter", "letters", "Record that the letter with the result was sent, which freezes it", from: AuditInput.letter,
                 refuses: ["audit-not-completed", "audit-has-no-letter"]) { fields in
                let (day, recipients) = (fields.day("on", "Sent on"), fields.recipients())
                return { audit, work in try audits.sendLetter(of: audit, to: recipients, on: day, work) }
            },
        ]
    }

    /// What a completion may be refused for besides.
    static let obstacles = [
        "officer-not-authorised", "audit-without-day", "audit-without-hours", "audit-without-findings", "finding-without-words", "audit-without-result", "unsatisfactory-without-finding",
        "audit-without-outcome", "outcome-unexplained", "follow-up-missing", "next-due-missing",
    ]

    /// Does something with an audit and shows it.
    private func deed(
        _ id: String, _ path: String, _ summary: String, from: Schema, refuses: [String], _ read: @escaping @Sendable (inout Fields) -> (Audit, Work) throws -> Void
    ) -> Operation {
        .adding(id, "audits/{audit}/\(path)", summary, .scope(.auditsWrite), from: from, gives: AuditPayload.schema,
                refuses: ["audit-not-found", "audit-completed", "audit-abandoned"] + refuses) { call, work in
            var fields = call.fields
            let deed = read(&fields)
            try fields.finish()
            try deed(work.session.audit(call.part("audit")), work)
            return try shown(work.session.audit(call.part("audit")), call, work.session).added()
        }
    }

    /// Filling in the working form, and correcting it later.
    var filling: [Operation] {
        [
            .changing("fillAudit", "audits/{audit}/sheet", "Save the working form of an audit as it stands; what is left out stays", .scope(.auditsWrite), from: AuditSheet.schema,
                      gives: AuditPayload.schema, refuses: ["audit-not-found", "audit-completed", "audit-abandoned", "officer-not-authorised"]) { call, work in
                let audit = try work.session.audit(call.part("audit"))
                var fields = Fields(call.fields, over: audit.sheet.entries)
                let sheet = AuditSheet(reading: &fields)
                try fields.finish()
                return try shown(audits.fill(audit, sheet, version: call.matched(audit.version), work), call, work.session)
            },
            .changing("correctAudit", "audits/{audit}/correction", "Put right what a completed audit says, for a reason; what is left out stays", .scope(.auditsWrite), from: AuditSheet.correction,
                      gives: AuditPayload.schema, refuses: ["audit-not-found", "audit-not-completed"] + AuditOperations.obstacles) { call, work in
                let audit = try work.session.audit(call.part("audit"))
                var fields = Fields(call.fields, over: audit.sheet.entries)
                let (sheet, because) = (AuditSheet(reading: &fields), fields.text("because", "Why it is corrected", atMost: 8000))
                try fields.finish()
                return try shown(audits.correct(audit, sheet, because: because, version: call.matched(audit.version), work), call, work.session)
            },
        ]
    }
}
