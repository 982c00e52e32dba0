import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension QualityPages {
    /// Calibrations: opened and closed by managers, answered by their reviewers.
    func calibrating(_ members: Routes<MemberContext>) {
        members.get("quality/calibrations") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                return CalibrationListPage(calibrations: try session.calibrations(readBy: viewer.actor, viewer.parties, on: viewer.day), viewer: viewer).page
            })
        }
        members.get("quality/calibrations/new") { _, context in context.page(try await opening(context, .fresh)) }
        members.post("quality/calibrations") { request, context in
            try await context.writing(request, in: desk, saying: "The calibration was opened.") { fields in
                let new = NewCalibration(reading: &fields)
                return { work in QualityLinks.calibration(try quality.open(new, work)) }
            } orShowing: { try await opening(context, $0) }
        }
        members.get("quality/calibrations/:calibration") { _, context in
            let reference = try context.part("calibration")
            return context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                let facts = try session.calibration(reference, readBy: viewer.actor, viewer.parties, on: viewer.day)
                return CalibrationPage(facts: facts, spoken: Spoken(names: try naming.names(of: [facts.calibration.work], session), viewer: viewer), viewer: viewer).page
            })
        }
        members.get("quality/calibrations/:calibration/sheet") { _, context in context.page(try await answering(context, .fresh)) }
        members.post("quality/calibrations/:calibration/sheet") { request, context in
            let reference = try context.part("calibration")
            let form = try await desk.read { try $0.calibration(reference).form }
            return try await context.writing(request, in: desk, saying: "Your answers were saved.") { fields in
                let (findings, isFinal, version) = (fields.answers(by: form), fields.written("final") == "yes", fields.version())
                return { work in
                    let facts = try work.session.calibration(reference)
                    try quality.answer(facts, findings, submitting: isFinal, version: version, work)
                    return QualityLinks.calibration(facts.calibration)
                }
            } orShowing: { try await answering(context, $0) }
        }
        form(members, "closure", saying: "The calibration was closed.", { $0.closing($1) }) { fields in
            let conclusion = fields.text("conclusion", "What was agreed", atMost: 8000)
            return { facts, version, work in try quality.close(facts, concluding: conclusion, version: version, work) }
        }
        form(members, "abandonment", saying: "The calibration was abandoned.", { $0.abandoning($1) }) { fields in
            let because = fields.text("because", "Why", atMost: 2000)
            return { facts, version, work in try quality.abandon(facts, because: because, version: version, work) }
        }
    }

    /// A form by which a manager ends a calibration.
    private func form(
        _ members: Routes<MemberContext>, _ part: String, saying sentence: String, _ page: @escaping @Sendable (CalibrationForms, CalibrationFacts) -> Page,
        _ read: @escaping @Sendable (inout Fields) -> @Sendable (CalibrationFacts, Int, Work) throws -> Calibration
    ) {
        @Sendable func shown(_ context: MemberContext, _ filled: Filled) async throws -> Page {
            let reference = try context.part("calibration")
            return try await desk.read { session in
                let viewer = try context.qualityViewer(session)
                let facts = try session.calibration(reference)
                try QualityPolicy.closes(facts, actingFor: viewer.parties).check(viewer.actor)
                return page(CalibrationForms(filled: filled, viewer: viewer), facts)
            }
        }
        members.get(RouterPath("quality/calibrations/:calibration/\(part)")) { _, context in context.page(try await shown(context, .fresh)) }
        members.post(RouterPath("quality/calibrations/:calibration/\(part)")) { request, context in
            let reference = try context.part("calibration")
            return try await context.writing(request, in: desk, saying: sentence) { fields in
                let (deed, version) = (read(&fields), fields.version())
                return { work in QualityLinks.calibration(try deed(work.session.calibration(reference), version, work)) }
            } orShowing: { try await shown(context, $0) }
        }
    }

    private func opening(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try QualityPolicy.plans.check(context.actor)
        let work = context.query["work"]
        return try await desk.read { session in
            CalibrationForms(filled: filled, viewer: try context.qualityViewer(session)).opening(work: work, names: try Parties(session).namesHere())
        }
    }

    private func answering(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("calibration")
        return try await desk.read { session in
            let viewer = try context.qualityViewer(session)
            let facts = try session.calibration(reference)
            try QualityPolicy.answers(facts, actingFor: viewer.parties).check(viewer.actor)
            guard let sheet = facts.sheet(for: viewer.parties) else { throw Refusal.notAReviewer(facts) }
            return CalibrationForms(filled: filled, viewer: viewer).answering(facts, sheet)
        }
    }
}

extension Session {
    /// The calibrations that somebody may read on a day, of those that were there then.
    func calibrations(readBy actor: Actor, _ parties: Set<ID<Party>>, on day: Day) throws -> [CalibrationFacts] {
        try allCalibrations().filter { $0.calibration.isHere(on: day) && QualityPolicy.reads($0, actingFor: parties, on: day).allows(actor) }
    }

    /// A calibration that was there on a day, for whoever may read it.
    ///
    /// - Throws: `not-allowed`, `calibration-not-found`
    func calibration(_ reference: String, readBy actor: Actor, _ parties: Set<ID<Party>>, on day: Day) throws -> CalibrationFacts {
        let facts = try calibration(reference)
        try QualityPolicy.reads(facts, actingFor: parties, on: day).check(actor)
        guard facts.calibration.isHere(on: day) else {
            throw Refusal.missing("calibration-not-found", "\(facts.calibration.reference) came on record on \(facts.calibration.since), after \(day). Choose a later day.")
        }
        return facts
    }
}
