import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension QualityPages {
    /// Opening checks, giving them to somebody, and ending them.
    func keepingChecks(_ members: Routes<MemberContext>) {
        members.get("quality/checks/new") { _, context in context.page(try await openingForm(context, .fresh)) }
        members.post("quality/checks") { request, context in
            try await context.writing(request, in: desk, saying: "The check was opened.") { fields in
                let new = NewQualityCheck(reading: &fields)
                return { work in QualityLinks.check(try quality.open(new, work)) }
            } orShowing: { try await openingForm(context, $0) }
        }
        form(members, "assignment", saying: "The check was assigned.", may: QualityPolicy.assigns, show: { $0.assigning }) { fields in
            let new = QualityAssignment(reading: &fields)
            return { check, version, work in try quality.assign(check, new, version: version, work) }
        }
        form(members, "completion", saying: "The check was completed.", may: QualityPolicy.fills, show: { $0.completing }) { fields in
            let day = fields.day("on", "Completed on")
            return { check, version, work in try quality.complete(check, on: day, version: version, work) }
        }
        form(members, "reply", saying: "Your answer was kept.", may: QualityPolicy.replies, show: { $0.replying }) { fields in
            let reply = fields.text("reply", "Your answer", atMost: 8000)
            return { check, version, work in try quality.reply(to: check, saying: reply, version: version, work) }
        }
        form(members, "calling-off", saying: "The check was called off.", because: "because", may: QualityPolicy.assigns, show: { $0.callingOff }) { fields in
            let because = fields.text("because", "Why", atMost: 4000)
            return { check, version, work in try quality.callOff(check, because: because, version: version, work) }
        }
        form(members, "remedials", saying: "The remedial action was asked for.", may: QualityPolicy.remedies, show: { $0.remedying }) { fields in
            let new = NewRemedialAction(reading: &fields)
            return { check, _, work in
                try quality.remedy(check, new, work)
                return check
            }
        }
    }

    /// The working form, and correcting it later.
    func fillingChecks(_ members: Routes<MemberContext>) {
        members.get("quality/checks/:check/sheet") { _, context in context.page(try await sheetForm(context, isCorrection: false, .fresh)) }
        members.post("quality/checks/:check/sheet") { request, context in
            let reference = try context.part("check")
            return try await context.writing(request, in: desk, saying: "What you filled in was saved.") { fields in
                let (version, sent) = (fields.version(), fields)
                return { work in
                    let (facts, sheet) = try read(sent, reference, work)
                    return QualityLinks.check(try quality.fill(facts.check, sheet, version: version, work))
                }
            } orShowing: { try await sheetForm(context, isCorrection: false, $0) }
        }
        members.get("quality/checks/:check/correction") { _, context in context.page(try await sheetForm(context, isCorrection: true, .fresh)) }
        members.post("quality/checks/:check/correction") { request, context in
            let reference = try context.part("check")
            return try await context.writing(request, in: desk, saying: "The check was corrected.", because: "because") { fields in
                let (version, because, sent) = (fields.version(), fields.text("because", "Why it is corrected", atMost: 8000), fields)
                return { work in
                    let (facts, sheet) = try read(sent, reference, work)
                    return QualityLinks.check(try quality.correct(facts.check, sheet, because: because, version: version, work))
                }
            } orShowing: { try await sheetForm(context, isCorrection: true, $0) }
        }
    }

    /// Reads the working form by the edition that the check was begun with, for whoever fills it in.
    private func read(_ sent: Fields, _ reference: String, _ work: Work) throws -> (facts: QualityCheckFacts, sheet: QualitySheet) {
        let facts = try work.session.facts(of: work.session.qualityCheck(reference))
        try QualityPolicy.fills(facts, actingFor: quality.parties(work)).check(work.actor)
        var fields = sent
        let sheet = QualitySheet(reading: &fields, by: facts.form)
        try fields.finish()
        return (facts, sheet)
    }

    private func sheetForm(_ context: MemberContext, isCorrection: Bool, _ filled: Filled) async throws -> Page {
        let reference = try context.part("check")
        return try await desk.read { session in
            let (viewer, facts) = (try context.qualityViewer(session), try session.facts(of: session.qualityCheck(reference)))
            try QualityPolicy.fills(facts, actingFor: viewer.parties).check(viewer.actor)
            // What was typed is shown again, whatever has become of the check meanwhile.
            if filled.refusal == nil { if isCorrection { try quality.refuseUncompleted(facts.check) } else { try quality.refuseEnded(facts.check) } }
            return QualitySheetPage(facts: facts, isCorrection: isCorrection, filled: filled, viewer: viewer).page
        }
    }

    private func openingForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let work = context.query["work"]
        return try await desk.read { session in
            try QualityPolicy.plans.check(context.actor)
            return QualityCheckForms(facts: nil, names: try Parties(session).namesHere(), filled: filled, viewer: try context.qualityViewer(session)).opening(work: work)
        }
    }

    private func form(
        _ members: Routes<MemberContext>, _ part: String, saying sentence: String, because reason: String? = nil,
        may: @escaping @Sendable (QualityCheckFacts, Set<ID<Party>>) -> Permission, show: @escaping @Sendable (QualityCheckForms) -> Page,
        _ read: @escaping @Sendable (inout Fields) -> @Sendable (QualityCheck, Int, Work) throws -> QualityCheck
    ) {
        @Sendable func page(_ context: MemberContext, _ filled: Filled) async throws -> Page {
            let reference = try context.part("check")
            return try await desk.read { session in
                let (viewer, facts) = (try context.qualityViewer(session), try session.facts(of: session.qualityCheck(reference)))
                try may(facts, viewer.parties).check(viewer.actor)
                return show(QualityCheckForms(facts: facts, names: try Parties(session).namesHere(), filled: filled, viewer: viewer))
            }
        }
        members.get("quality/checks/:check/\(part)") { _, context in context.page(try await page(context, .fresh)) }
        members.post("quality/checks/:check/\(part)") { request, context in
            let reference = try context.part("check")
            return try await context.writing(request, in: desk, saying: sentence, because: reason) { fields in
                let (deed, version) = (read(&fields), fields.version())
                return { work in QualityLinks.check(try deed(work.session.qualityCheck(reference), version, work)) }
            } orShowing: { try await page(context, $0) }
        }
    }
}
