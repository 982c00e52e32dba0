import Kernel
import People
public import Storage

/// What is done to sampling plans.
extension Quality {
    /// Plans a sample of the audits of a stretch. What is always drawn is among its rules, whether it was asked for or not.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func plan(_ new: NewSamplingPlan, _ work: Work) throws -> SamplingPlan {
        try QualityPolicy.plans.check(work.actor)
        let (rules, reviewers) = (try rules(of: new), try reviewers(of: new, work))
        let reference = try work.next("QS", of: SamplingPlan.self, in: work.today)
        let plan = try work.add("planned the sample") { id in
            SamplingPlan(
                id: id, reference: reference, title: new.title, from: new.from, through: new.through, due: new.due, rules: rules, faultPercent: new.faultPercent,
                wantedPercent: new.wantedPercent, reviewers: reviewers, since: work.today)
        }
        try work.saveLists(of: plan)
        return plan
    }

    /// Plans anew what was not drawn yet.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `sample-drawn-already`, `sampling-plan-dropped`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func replan(_ plan: SamplingPlan, _ new: NewSamplingPlan, version: Int? = nil, _ work: Work) throws -> SamplingPlan {
        try QualityPolicy.plans.check(work.actor)
        try refuseDrawn(plan, work)
        var changed = plan
        changed.version = version ?? plan.version
        (changed.title, changed.from, changed.through, changed.due) = (new.title, new.from, new.through, new.due)
        (changed.faultPercent, changed.wantedPercent) = (new.faultPercent, new.wantedPercent)
        (changed.rules, changed.reviewers) = (try rules(of: new), try reviewers(of: new, work))
        changed = try work.change("planned the sample anew", changed)
        try work.saveLists(of: changed)
        return changed
    }

    /// Gives a plan up before it was drawn, for a reason.
    ///
    /// - Throws: `not-allowed`, `sample-drawn-already`, `sampling-plan-dropped`, `changed-meanwhile`
    @discardableResult
    public func drop(_ plan: SamplingPlan, because: String, version: Int? = nil, _ work: Work) throws -> SamplingPlan {
        try QualityPolicy.plans.check(work.actor)
        try refuseDrawn(plan, work)
        var changed = plan
        changed.version = version ?? plan.version
        (changed.dropped, changed.dropping) = (work.today, because)
        return try work.change("gave up the sample", changed)
    }

    /// Draws the sample and opens a check of each audit that is in it, spread over the reviewers and over the days that are left.
    ///
    /// - Parameters:
    ///   - seed: what the draw begins with. Left out, it is taken from the root of the journal as it is now, which nobody chooses.
    ///   - version: of the plan that was read.
    /// - Throws: `not-allowed`, `sample-drawn-already`, `sampling-plan-dropped`, `sampling-period-not-over`, `sampling-due-passed`, `nothing-to-draw`, `no-quality-form`,
    ///   `no-reviewer-left`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func draw(_ plan: SamplingPlan, seed: Int? = nil, version: Int? = nil, _ work: Work) throws -> SampleDraw {
        try QualityPolicy.plans.check(work.actor)
        try refuseDrawn(plan, work)
        guard version ?? plan.version == plan.version else {
            throw Refusal.conflict("changed-meanwhile", "Someone else changed this since you opened it. Look at the new version, then try again.")
        }
        guard plan.through < work.today else {
            throw Refusal.conflict("sampling-period-not-over", "\(plan.reference) draws from audits through \(plan.through). It is drawn once that day is over, so that none is left out.")
        }
        guard work.today <= plan.due else {
            throw Refusal.conflict("sampling-due-passed", "The checks of \(plan.reference) were to be done by \(plan.due). Plan it anew for a later day, then draw.")
        }
        let audits = try neighbours.audits(plan.from...plan.through, work.today, work.session)
        guard !audits.isEmpty else { throw Refusal.conflict("nothing-to-draw", "No audit from \(plan.from) through \(plan.through) is completed, so there is nothing to draw from.") }
        let journal = seed == nil ? try Journal(work.session).head() : nil
        let begin = seed ?? journal.map { SampleDraw.seed(from: $0.root.description) } ?? 0
        guard (0...SampleDraw.highestSeed).contains(begin) else {
            throw Refusal.fields([.init("seed", "A seed is a whole number from 0 to \(SampleDraw.highestSeed).")])
        }
        let sample = QualitySample(of: audits.map(\.sampled), by: plan.rules, seed: UInt64(begin))
        let stock = audits.map { StockedAudit($0.sampled) }.sorted { $0.reference.key < $1.reference.key }
        let drawn = sample.drawn.map { drawn in DrawnAudit(drawn.audit.reference, rule: plan.rules.firstIndex(of: drawn.rule) ?? 0) }
        let draw = try work.add("drew the sample", in: plan.subject) { id in
            SampleDraw(id: id, plan: plan.id, on: work.today, seed: begin, journalSize: journal?.size, stock: stock, drawn: drawn)
        }
        try work.saveLists(of: draw)
        try open(sample, of: plan, among: audits, work)
        return draw
    }

    private func open(_ sample: QualitySample, of plan: SamplingPlan, among audits: [AuditedWork], _ work: Work) throws {
        let byReference = Dictionary(audits.map { ($0.sampled.reference, $0) }) { first, _ in first }
        let works = sample.drawn.compactMap { drawn in byReference[drawn.audit.reference].map { (work: $0, rule: drawn.rule) } }
        let barred = try work.session.barred(from: works.map { ($0.work.officer, $0.work.carriedOut) })
        let parties = Parties(work.session)
        let spread = ReviewerSpread(
            of: try zip(works, barred).map { ReviewerSpread.Drawn(office: try work.session.office(of: $0.work.officer, on: $0.work.carriedOut), barred: $1) },
            among: try plan.reviewers.map { id in
                ReviewerSpread.Reviewer(id, office: try work.session.office(of: id, on: work.today), behind: Set(try parties.persons(behind: id, on: work.today).map(\.id)))
            })
        let days = ReviewerSpread.days(works.count, after: work.today, through: plan.due)
        for (place, drawn) in works.enumerated() {
            guard let reviewer = try spread.reviewers[place].map(parties.get) else {
                throw Refusal.conflict(
                    "no-reviewer-left", "\(drawn.work.sampled.reference) was audited by \(drawn.work.sampled.officer), and no other reviewer is named. Name another, then draw.")
            }
            _ = try begin(drawn.work, kind: .desktop, reviewer: reviewer, barred: barred[place], due: days[place], sample: plan.id, why: neighbours.words(drawn.rule), work)
        }
    }

    private func refuseDrawn(_ plan: SamplingPlan, _ work: Work) throws {
        if let dropped = plan.dropped { throw Refusal.conflict("sampling-plan-dropped", "\(plan.reference) was given up on \(dropped). Plan another sample.") }
        if let draw = try work.session.draw(of: plan) { throw Refusal.conflict("sample-drawn-already", "\(plan.reference) was drawn on \(draw.on), and is drawn once. Plan another sample for other audits.") }
    }

    /// With what is always drawn before what was asked for.
    private func rules(of new: NewSamplingPlan) throws -> [SamplingRule] {
        let always = neighbours.always.map { SamplingRule.every(outcome: $0) }
        let rules = (always + new.rules).reduce(into: [SamplingRule]()) { if !$0.contains($1) { $0.append($1) } }
        var wrong: [Refusal.Field] = []
        func check(_ code: String, _ codes: [QualityCode], _ field: String, _ noun: String) {
            if !codes.contains(where: { $0.code == code }) { wrong.append(.init(field, "“\(code.prefix(40))” is no \(noun). Use \(listed(codes.map(\.code), joinedBy: "or")).")) }
        }
        for rule in rules {
            switch rule {
            case .every(let outcome): check(outcome, neighbours.outcomes, "every", "outcome of an audit")
            case .outcome(let code, _): check(code, neighbours.outcomes, "outcomes", "outcome of an audit")
            case .type(let code, _): check(code, neighbours.types, "types", "premises type")
            case .eachOfficer, .all: break
            }
        }
        if rules.count > 60 { wrong.append(.init("types", "A plan has 60 rules at most.")) }
        guard wrong.isEmpty else { throw Refusal.fields(wrong) }
        return rules
    }

    private func reviewers(of new: NewSamplingPlan, _ work: Work) throws -> [ID<Party>] {
        try new.reviewers.map { try Parties(work.session).named($0, field: "reviewers").id }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension SampleDraw {
    /// The first thirteen hexadecimal digits of a root, which a number that every program can read holds.
    static func seed(from root: String) -> Int { Int(root.prefix(13), radix: 16) ?? 0 }
}

extension Quality {
    /// Draws a sample again from what was kept of it, and compares what it was drawn from with what is on record on a day.
    ///
    /// - Throws: `sample-not-drawn`
    func drawAgain(_ facts: SamplingPlanFacts, on day: Day, _ session: Session) throws -> (draw: SampleDraw, comparison: SampleComparison) {
        guard let draw = facts.draw(on: day) else { throw Refusal.conflict("sample-not-drawn", "\(facts.plan.reference) was not drawn by \(day), so there is nothing to draw again.") }
        let stock = try neighbours.audits(facts.plan.from...facts.plan.through, day, session).map { StockedAudit($0.sampled) }
        return (draw, SampleComparison(of: draw, by: facts.plan.rules, against: stock))
    }
}
