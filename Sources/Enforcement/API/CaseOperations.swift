import HTTPTypes
import Kernel
import Markup
import Premises
import Storage
import Web

extension EnforcementOperations {
    var keepingCases: [Operation] {
        [
            .adding("openCase", "enforcement/cases", "Open a case", .scope(.enforcementWrite), from: NewCase.schema, gives: CasePayload.schema) { call, work in
                var fields = call.fields
                let new = NewCase(reading: &fields)
                try fields.finish()
                let own = try enforcement.open(new, work)
                return try shown(own, call, work.session).added(at: EnforcementLinks.enforcementCase(own))
            },
            .changing("changeCase", "enforcement/cases/{case}", "Change what a case says of itself; what is left out stays", .scope(.enforcementWrite), from: NewCase.schema,
                      gives: CasePayload.schema, refuses: ["case-not-found", "case-closed"]) { call, work in
                let facts = try work.session.facts(of: work.session.enforcementCase(call.part("case")))
                let own = facts.enforcementCase
                var fields = Fields(call.fields, over: own.entries(officer: facts.officer, premises: facts.premises.reference.text))
                let new = NewCase(reading: &fields)
                try fields.finish()
                return try shown(enforcement.edit(own, new, version: call.matched(own.version), work), call, work.session)
            },
            .adding("closeCase", "enforcement/cases/{case}/closure", "Close a case, for a reason", .scope(.enforcementWrite), from: EnforcementInput.closure, gives: CasePayload.schema,
                    refuses: ["case-not-found", "case-closed", "case-has-open-notices"]) { call, work in
                var fields = call.fields
                let (day, because) = (fields.day("on", "The day"), fields.text("because", "Why", atMost: 8000))
                try fields.finish()
                return try shown(enforcement.close(work.session.enforcementCase(call.part("case")), on: day, because: because, work), call, work.session).added()
            },
            .doing(.post, "reopenCase", "enforcement/cases/{case}/reopening", "Reopen a case that was closed", .scope(.enforcementWrite), gives: CasePayload.schema,
                   refuses: ["case-not-found", "case-not-closed"]) { call in
                try await call.write { work in
                    try shown(enforcement.reopen(work.session.enforcementCase(call.part("case")), work), call, work.session)
                }
            },
        ]
    }

    var keepingParts: [Operation] {
        [
            part("addCaseFinding", "findings", "Record what was found against an article", from: NewCaseFinding.schema) { fields in
                let new = NewCaseFinding(reading: &fields)
                return { own, _, work in try enforcement.find(new, in: own, work) }
            },
            part("strikeCaseFinding", "findings/{finding}/retraction", "Strike out a finding that was recorded in error", takes: [.id("finding")], from: EnforcementInput.retraction,
                 refuses: ["case-finding-not-found", "finding-struck"]) { fields in
                let because = fields.text("because", "Why", atMost: 8000)
                return { own, call, work in try enforcement.strike(work.session.finding(call.id("finding"), of: own), of: own, because: because, work) }
            },
            part("recordRationale", "rationale", "Record how risk, gap and circumstances lead to what is done, in place of what was recorded", from: NewRationale.schema) { fields in
                let new = NewRationale(reading: &fields)
                return { own, _, work in try enforcement.reason(new, for: own, work) }
            },
            part("addCaseOutcome", "outcomes", "Record an informal notification, a caution or a prosecution", from: NewCaseOutcome.schema) { fields in
                let new = NewCaseOutcome(reading: &fields)
                return { own, _, work in try enforcement.add(new, to: own, work) }
            },
            part("settleCaseOutcome", "outcomes/{outcome}/result", "Record what came of it", takes: [.id("outcome")], from: NewCaseOutcome.resultSchema, refuses: ["outcome-not-found"]) { fields in
                let (result, day) = (fields.text("result", "What came of it", atMost: 8000), fields.day("result-on", "Known on"))
                return { own, call, work in try enforcement.settle(work.session.outcome(call.id("outcome"), of: own), of: own, result: result, on: day, work) }
            },
        ]
    }

    /// Adds something to a case and shows the case.
    private func part(
        _ id: String, _ path: String, _ summary: String, takes: [Parameter] = [], from: Schema, refuses: [String] = [],
        _ read: @escaping @Sendable (inout Fields) -> (EnforcementCase, Call, Work) throws -> Void
    ) -> Operation {
        .adding(id, "enforcement/cases/{case}/\(path)", summary, .scope(.enforcementWrite), takes: takes, from: from, gives: CasePayload.schema,
                refuses: ["case-not-found", "case-closed"] + refuses) { call, work in
            var fields = call.fields
            let deed = read(&fields)
            try fields.finish()
            let own = try work.session.enforcementCase(call.part("case"))
            try deed(own, call, work)
            return try shown(own, call, work.session).added()
        }
    }

    var authorities: [Operation] {
        [
            .adding("giveSigningAuthority", "enforcement/signing", "Say that somebody may sign notices of a type", .scope(.enforcementWrite), from: NewSigningAuthority.schema,
                    gives: AuthorityPayload.schema) { call, work in
                var fields = call.fields
                let new = NewSigningAuthority(reading: &fields)
                try fields.finish()
                let authority = try enforcement.authorise(new, work)
                return try .added(AuthorityPayload(of: authority, work.session), version: authority.version)
            },
            .adding("endSigningAuthority", "enforcement/signing/{authority}/end", "End somebody's authority to sign", .scope(.enforcementWrite), takes: [.id("authority")],
                    from: EnforcementInput.end, gives: AuthorityPayload.schema, refuses: ["authority-not-found"]) { call, work in
                var fields = call.fields
                let until = fields.day("until", "Until")
                try fields.finish()
                let authority = try enforcement.end(work.session.signingAuthority(call.id("authority")), until: until, work)
                return try .added(AuthorityPayload(of: authority, work.session), version: authority.version)
            },
        ]
    }
}
