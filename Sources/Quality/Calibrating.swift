import Kernel
import People
public import Storage

/// Calibration: several reviewers judge one piece of work by themselves, and then see how far they agree.
extension Quality {
    /// Opens a calibration, with an empty sheet for each reviewer.
    ///
    /// - Throws: `not-allowed`, `party-not-found`, `fields-need-attention`, `no-quality-form`, `reviewer-is-auditor`
    @discardableResult
    public func open(_ new: NewCalibration, _ work: Work) throws -> Calibration {
        try QualityPolicy.plans.check(work.actor)
        guard let audit = try neighbours.audit(new.work, work.session) else {
            throw Refusal.fields([.init("work", "There is no completed audit “\(new.work.prefix(60))”. Give the reference of one, such as A-2026-0001.")])
        }
        guard let form = try work.session.qualityForm(inForceOn: work.today) else {
            throw Refusal.conflict("no-quality-form", "No edition of the form is in force, so nothing can be judged by it. Draft one and have an approver adopt it.")
        }
        let people = Parties(work.session)
        let barred = try work.session.barred(from: [(audit.officer, audit.carriedOut)])[0]
        guard try parties(work).isDisjoint(with: barred) else { throw Refusal.forbidden("not-allowed", "A manager opens calibrations of others’ work, never of their own. Ask another manager.") }
        var (reviewers, behind): ([ID<Party>], Set<ID<Party>>) = ([], [])
        for name in new.reviewers {
            let reviewer = try people.named(name, field: "reviewers")
            try refuseOwn(reviewer, barred, work, field: "reviewers")
            guard !reviewers.contains(reviewer.id) else { throw Refusal.fields([.init("reviewers", "\(reviewer.name) stands there twice. Name each reviewer once.")]) }
            let persons = Set([reviewer.id] + (try people.persons(behind: reviewer.id, on: work.today).map(\.id)))
            guard behind.isDisjoint(with: persons) else { throw Refusal.fields([.init("reviewers", "\(reviewer.name) stands for somebody who is named already, and one head counts once. Name others.")]) }
            behind.formUnion(persons)
            reviewers.append(reviewer.id)
        }
        guard reviewers.count >= 2 else { throw Refusal.fields([.init("reviewers", "Name two reviewers at least.")]) }
        try refusePast(new.due, "due", work)
        let reference = try work.next("QC", of: Calibration.self, in: work.today)
        let calibration = try work.add("opened the calibration") { id in
            Calibration(
                id: id, reference: reference, work: audit.subject, workReference: audit.sampled.reference.text, place: audit.place, auditor: audit.officer,
                carriedOut: audit.carriedOut, form: form.id, reviewers: reviewers, due: new.due, brief: new.brief, since: work.today)
        }
        try work.save(reviewers, of: calibration.id, in: Calibration.reviewerTable)
        for reviewer in reviewers {
            try work.add("gave out a sheet", in: calibration.subject) { CalibrationSheet(id: $0, calibration: calibration.id, reviewer: reviewer) }
        }
        return calibration
    }

    /// Saves one’s own answers as far as they got, or hands them in.
    ///
    /// - Parameters:
    ///   - isFinal: hands them in; from then on they stay.
    ///   - version: the version that was read, when they were filled in on a page.
    /// - Throws: `not-allowed`, `calibration-ended`, `calibration-sheet-submitted`, `check-unanswered`, `changed-meanwhile`
    @discardableResult
    public func answer(_ facts: CalibrationFacts, _ findings: [QualityFinding], submitting isFinal: Bool, version: Int? = nil, _ work: Work) throws -> CalibrationSheet {
        try QualityPolicy.answers(facts, actingFor: parties(work)).check(work.actor)
        try refuseEnded(facts.calibration, work)
        guard var sheet = try facts.sheet(for: parties(work)) else { throw Refusal.notAReviewer(facts) }
        guard sheet.submitted == nil else {
            throw Refusal.conflict("calibration-sheet-submitted", "These answers to \(facts.calibration.reference) were handed in and stay as they are until all are seen together.")
        }
        if isFinal {
            let missing = facts.form.criteria.filter { criterion in !findings.contains { $0.criterion == criterion.code } }
            guard missing.isEmpty else {
                let sentence = "\(counted(missing.count, "criterion is", "criteria are").capitalisedFirst) not answered: \(listed(missing.map(\.title)))."
                throw Refusal("check-unanswered", .conflict, sentence, fields: [.init("answer-\(missing[0].code)", sentence)])
            }
            sheet.submitted = work.today
        }
        sheet.version = version ?? sheet.version
        sheet.findings = findings
        return try work.keep(isFinal ? "handed in the answers" : "filled in the answers", sheet, of: facts.calibration)
    }

    /// Ends the blindness: everybody sees all answers that were handed in, how far they agree, and what was concluded.
    ///
    /// - Throws: `not-allowed`, `calibration-ended`, `calibration-too-few`, `changed-meanwhile`
    @discardableResult
    public func close(_ facts: CalibrationFacts, concluding conclusion: String, version: Int? = nil, _ work: Work) throws -> Calibration {
        try QualityPolicy.closes(facts, actingFor: parties(work)).check(work.actor)
        try refuseEnded(facts.calibration, work)
        let count = facts.submitted(by: work.today).count
        guard count >= 2 else {
            throw Refusal.conflict(
                "calibration-too-few",
                "\(facts.calibration.reference) has \(counted(count, "sheet")) handed in, and agreement needs two at least. Wait for more, or abandon it with a reason.")
        }
        var changed = facts.calibration
        changed.version = version ?? changed.version
        (changed.closed, changed.conclusion) = (work.today, conclusion)
        return try kept("closed the calibration", changed, work)
    }

    /// - Throws: `not-allowed`, `calibration-ended`, `changed-meanwhile`
    @discardableResult
    public func abandon(_ facts: CalibrationFacts, because: String, version: Int? = nil, _ work: Work) throws -> Calibration {
        try QualityPolicy.closes(facts, actingFor: parties(work)).check(work.actor)
        try refuseEnded(facts.calibration, work)
        var changed = facts.calibration
        changed.version = version ?? changed.version
        (changed.abandoned, changed.abandoning) = (work.today, because)
        return try kept("abandoned the calibration", changed, work)
    }

    private func kept(_ verb: String, _ calibration: Calibration, _ work: Work) throws -> Calibration {
        try work.change(verb, calibration, in: calibration.subject)
    }

    private func refuseEnded(_ calibration: Calibration, _ work: Work) throws(Refusal) {
        let state = calibration.state(on: work.today)
        guard state == .open else { throw .conflict("calibration-ended", "\(calibration.reference) is \(state.words.lowercased()) and stays as it is. Open another.") }
    }
}

extension Refusal {
    static func notAReviewer(_ facts: CalibrationFacts) -> Refusal {
        .forbidden("not-allowed", "Calibration \(facts.calibration.reference) is answered by its reviewers, each for themselves.")
    }
}
