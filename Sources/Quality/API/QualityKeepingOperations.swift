import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension QualityOperations {
    var keepingChecks: [Operation] {
        [
            .adding("openQualityCheck", "quality/checks", "Have an audit checked that no plan drew", .scope(.qualityWrite), from: NewQualityCheck.schema, gives: QualityCheckPayload.schema,
                    refuses: ["no-quality-form", "reviewer-is-auditor", "work-under-check"]) { call, work in
                var fields = call.fields
                let new = NewQualityCheck(reading: &fields)
                try fields.finish()
                let check = try quality.open(new, work)
                return try shown(check.reference.text, call, work.session).added(at: QualityLinks.check(check))
            },
            .changing("assignQualityCheck", "quality/checks/{check}/assignment", "Say who makes a check, how and by when; what is left out stays", .scope(.qualityWrite), from: QualityAssignment.schema,
                      gives: QualityCheckPayload.schema, refuses: ["quality-check-not-found", "check-completed", "check-called-off", "reviewer-is-auditor"]) { call, work in
                let facts = try work.session.facts(of: work.session.qualityCheck(call.part("check")))
                var fields = Fields(call.fields, over: ["reviewer": [facts.reviewer], "due": [facts.check.due.iso], "kind": [facts.check.kind.rawValue]])
                let new = QualityAssignment(reading: &fields)
                try fields.finish()
                return try shown(quality.assign(facts.check, new, version: call.matched(facts.check.version), work).reference.text, call, work.session)
            },
            deed("completeQualityCheck", "completion", "Complete a check, after which whoever did the work reads it", from: QualityInput.completion, refuses: ["check-completed"] + Self.obstacles) { fields in
                let day = fields.day("on", "Completed on")
                return { check, version, work in try quality.complete(check, on: day, version: version, work) }
            },
            deed("answerQualityCheck", "reply", "Answer a completed check of one's own work", from: QualityInput.reply, refuses: ["check-not-completed"]) { fields in
                let reply = fields.text("reply", "The answer", atMost: 8000)
                return { check, version, work in try quality.reply(to: check, saying: reply, version: version, work) }
            },
            deed("callOffQualityCheck", "calling-off", "Give an open check up, for a reason", from: QualityInput.callingOff, refuses: ["check-completed"]) { fields in
                let because = fields.text("because", "Why", atMost: 4000)
                return { check, version, work in try quality.callOff(check, because: because, version: version, work) }
            },
            deed("remedyQualityCheck", "remedials", "Have something done about a completed check", from: NewRemedialAction.schema, refuses: ["check-not-completed"]) { fields in
                let new = NewRemedialAction(reading: &fields)
                return { check, _, work in try quality.remedy(check, new, work) }
            },
        ]
    }

    /// What a completion may be refused for besides.
    static let obstacles = ["check-unanswered", "fault-without-note", "check-not-graded", "grade-without-reason"]

    /// Does something with a check and shows it.
    private func deed(
        _ id: String, _ path: String, _ summary: String, from: Schema, refuses: [String], _ read: @escaping @Sendable (inout Fields) -> (QualityCheck, Int?, Work) throws -> Void
    ) -> Operation {
        .adding(id, "quality/checks/{check}/\(path)", summary, .scope(.qualityWrite), from: from, gives: QualityCheckPayload.schema,
                refuses: ["quality-check-not-found", "check-called-off", "changed-meanwhile"] + refuses) { call, work in
            var fields = call.fields
            let (deed, version) = (read(&fields), fields.number("version", "Version", in: 1...Int.max))
            try fields.finish()
            try deed(work.session.qualityCheck(call.part("check")), version, work)
            return try shown(call.part("check"), call, work.session).added()
        }
    }

    /// Filling in the working form, and correcting it later.
    var fillingChecks: [Operation] {
        [
            .changing("fillQualityCheck", "quality/checks/{check}/sheet", "Save the working form of a check as it stands; what is left out stays", .scope(.qualityWrite), from: QualitySheet.schema,
                      gives: QualityCheckPayload.schema, refuses: ["quality-check-not-found", "check-completed", "check-called-off"]) { call, work in
                let facts = try work.session.facts(of: work.session.qualityCheck(call.part("check")))
                var fields = Fields(call.fields, over: facts.check.sheet.entries)
                let sheet = QualitySheet(reading: &fields, by: facts.form)
                try fields.finish()
                return try shown(quality.fill(facts.check, sheet, version: call.matched(facts.check.version), work).reference.text, call, work.session)
            },
            .changing("correctQualityCheck", "quality/checks/{check}/correction", "Put right what a completed check says, for a reason; what is left out stays", .scope(.qualityWrite),
                      from: QualitySheet.correction, gives: QualityCheckPayload.schema, refuses: ["quality-check-not-found", "check-not-completed"] + Self.obstacles) { call, work in
                let facts = try work.session.facts(of: work.session.qualityCheck(call.part("check")))
                var fields = Fields(call.fields, over: facts.check.sheet.entries)
                let (sheet, because) = (QualitySheet(reading: &fields, by: facts.form), fields.text("because", "Why it is corrected", atMost: 8000))
                try fields.finish()
                return try shown(quality.correct(facts.check, sheet, because: because, version: call.matched(facts.check.version), work).reference.text, call, work.session)
            },
        ]
    }

    var keepingForms: [Operation] {
        [
            .listing("listQualityForms", "quality/forms", "The editions of the form that checks are made by, the latest first", .scope(.qualityRead), of: QualityFormPayload.schema) { call, session in
                try QualityPolicy.enters.check(call.actor)
                return try call.page(session.qualityForms(), by: { "\($0.id)" }) { QualityFormPayload($0) }
            },
            .reading("showQualityForm", "quality/forms/{form}", "One edition of the form", .scope(.qualityRead), gives: QualityFormPayload.schema, refuses: ["quality-form-not-found"]) { call, session in
                try QualityPolicy.enters.check(call.actor)
                return try shown(session.qualityForm(call.part("form")))
            },
            .adding("draftQualityForm", "quality/forms", "Draft the next edition of the form", .scope(.qualityWrite), from: NewQualityForm.schema, gives: QualityFormPayload.schema) { call, work in
                try QualityPolicy.drafts.check(work.actor)
                var fields = call.fields
                let new = NewQualityForm(reading: &fields)
                try fields.finish()
                let form = try quality.draft(new, work)
                return try shown(form).added(at: QualityLinks.form(form))
            },
            .changing("editQualityForm", "quality/forms/{form}", "Edit a draft of the form; what is left out stays", .scope(.qualityWrite), from: NewQualityForm.schema, gives: QualityFormPayload.schema,
                      refuses: ["quality-form-not-found", "quality-form-adopted"]) { call, work in
                try QualityPolicy.drafts.check(work.actor)
                let form = try work.session.qualityForm(call.part("form"))
                var fields = Fields(call.fields, over: form.entries)
                let new = NewQualityForm(reading: &fields)
                try fields.finish()
                return try shown(quality.edit(form, new, version: call.matched(form.version), work))
            },
            .adding("adoptQualityForm", "quality/forms/{form}/adoption", "Have checks begun with an edition from a day on, as an approver who did not draft it", .scope(.qualityWrite),
                    from: QualityInput.adoption, gives: QualityFormPayload.schema, refuses: ["quality-form-not-found", "quality-form-adopted", "quality-form-out-of-order", "changed-meanwhile"]) { call, work in
                var fields = call.fields
                let (day, version) = (fields.day("from", "In force from"), fields.number("version", "Version", in: 1...Int.max))
                try fields.finish()
                return try shown(quality.adopt(work.session.qualityForm(call.part("form")), from: day, version: version, work)).added()
            },
        ]
    }

    private func shown(_ form: QualityForm) throws -> Reply { try .showing(QualityFormPayload(form), version: form.version) }
}
