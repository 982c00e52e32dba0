public import Kernel
import People
public import Storage

/// Showing that what was promised was done: evidence put there, looked at again, taken back.
extension Plans {
    /// - Parameter file: where it is a file; otherwise what is new names a link or a record.
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `fields-need-attention`
    @discardableResult
    public func show<Item: PlanItem>(_ new: NewEvidence, for item: Item, of plan: Plan, file: CheckedFile? = nil, naming: Naming, _ work: Work) throws -> Evidence {
        try mayShow(item, work)
        let new = try new.checked(today: work.today)
        let source: Evidence.Source
        var stated: StatedFigure?
        if let file {
            source = .file(try work.attach(file, in: plan.subject).id)
        } else if let link = new.link {
            source = .link(link)
        } else if let record = new.record {
            guard try naming.names(of: [record], work.session)[record] != nil else {
                throw Refusal.fields([.init("record", "There is nothing on record called \(record). Choose from the list.")])
            }
            source = .record(record)
            stated = try figure(of: record, new.period, work)
        } else {
            throw Refusal.fields([.init("link", "Choose a file, give a link, or choose a record: something must be there to look at.")])
        }
        return try work.add("added evidence for the \(Item.noun)", in: plan.subject) { id in
            Evidence(
                id: id, plan: plan.id, finding: (item as? Finding)?.id, action: (item as? Action)?.id, shows: new.shows, source: source,
                on: work.today, by: work.actor.subject, through: new.through, stated: stated)
        }
    }

    /// What a record says in a number today; nil where records of its kind say none.
    ///
    /// - Throws: `fields-need-attention`
    private func figure(of record: Subject, _ written: String?, _ work: Work) throws -> StatedFigure? {
        let session = work.session
        guard session.figures.havePeriods(record.kind) else {
            guard written == nil else { throw Refusal.fields([.init("period", "\(record) has no figure for a period. Leave the period empty.")]) }
            return try session.courses(of: [AskedFigure(record)])[AskedFigure(record)]?.figure(on: work.today)
        }
        let period = try written.map { written in
            guard let period = try session.period(of: record, written: written) else {
                throw Refusal.fields([.init("period", "“\(written)” is no period that \(record) has a figure for. Write 2026-03, 2025-26-q4 or 2025-26.")])
            }
            return period
        }
        let asked = AskedFigure(record, period: period)
        guard let stated = try session.courses(of: [asked])[asked]?.figure(on: work.today) else {
            throw Refusal.fields([.init("period", "Nothing is known of \(record) \(written.map { "for \($0)" } ?? "in any period"), so it shows nothing. Choose another period, or wait for its value.")])
        }
        return stated
    }

    /// An update, and as evidence of what it says the file that came with it.
    ///
    /// - Throws: as `update`
    @discardableResult
    public func update(_ action: Action, of plan: Plan, _ new: NewUpdate, shownBy file: CheckedFile?, _ work: Work) throws -> ProgressUpdate {
        let posted = try update(action, of: plan, new, work)
        if let file {
            try show(NewEvidence(shows: String(new.narrative.prefix(2000))), for: action, of: plan, file: file, naming: Naming(), work)
        }
        return posted
    }

    /// Somebody has looked, and it still shows it.
    ///
    /// - Parameter through: the last day on which it holds from now on; nil leaves what was said before.
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `evidence-taken-back`, `fields-need-attention`
    @discardableResult
    public func look(at evidence: Evidence, in plan: Plan, through: Day? = nil, _ work: Work) throws -> EvidenceLook {
        let noun = try mayLook(at: evidence, work)
        return try addLook(at: evidence, of: noun, in: plan, through: through, work)
    }

    @discardableResult
    func addLook(at evidence: Evidence, of noun: String, in plan: Plan, through: Day? = nil, _ work: Work) throws -> EvidenceLook {
        let looks = try work.session.all(EvidenceLook.self, "WHERE evidence = \(evidence.id) ORDER BY id")
        let course = try evidence.figure.flatMap { try work.session.courses(of: [$0])[$0] }
        let view = EvidenceView(evidence, looks: looks, course: course, on: work.today)
        return try work.add("looked at evidence for the \(noun): it still shows it", in: plan.subject) { id in
            try evidence.looking(now: view, on: work.today, by: work.actor.subject, through: through, stated: view?.current, id: id)
        }
    }

    /// It shows it no more, or never did. It stays on record with the reason.
    ///
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `evidence-taken-back`
    @discardableResult
    public func takeBack(_ evidence: Evidence, in plan: Plan, because: String, _ work: Work) throws -> Evidence {
        let noun = try mayShow(evidence, work)
        let taken = try evidence.takingBack(on: work.today, by: work.actor.subject, because: because)
        return try work.change("took back evidence for the \(noun)", taken, in: plan.subject)
    }

    /// Whoever may verify an action may say of its evidence that it still shows it, as those may who report on it.
    private func mayLook(at evidence: Evidence, _ work: Work) throws -> String {
        guard let action = try evidence.action.flatMap({ try work.session.find($0) }) else { return try mayShow(evidence, work) }
        let (past, done) = (try PastOwners(concernedBy: action, work.session), try work.session.completion(of: action))
        let mayVerify = PlanPolicy.verifies(done, ownedBy: past.all, actingFor: try past.parties(of: work.actor, on: work.today, work.session)).allows(work.actor)
        guard mayVerify else { return try mayShow(evidence, work) }
        try refuseClosed(action.plan, work)
        try refuseWithdrawn(action, work)
        try refuseNotImplemented(action, work)
        return Action.noun
    }

    /// - Returns: `action` or `finding`.
    private func mayShow(_ evidence: Evidence, _ work: Work) throws -> String {
        if let id = evidence.action, let action = try work.session.find(id) {
            try mayShow(action, work)
            return Action.noun
        }
        guard let id = evidence.finding, let finding = try work.session.find(id) else {
            throw Refusal.missing("evidence-not-found", "What the evidence was for is gone.")
        }
        try mayShow(finding, work)
        return Finding.noun
    }

    private func mayShow(_ item: some PlanItem, _ work: Work) throws {
        if let action = item as? Action { return try mayReport(on: action, work) }
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(item.plan, work)
        try refuseWithdrawn(item, work)
    }
}
