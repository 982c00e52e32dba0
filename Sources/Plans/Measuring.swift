import Kernel
import People
public import Storage

/// What findings and actions are measured by, and what was read.
extension Plans {
    /// Adds a measure of a finding or of an action.
    ///
    /// - Throws: `not-allowed`, `plan-closed`, `action-withdrawn`, `finding-withdrawn`, `fields-need-attention`
    @discardableResult
    public func measure<Item: PlanItem>(_ item: Item, of plan: Plan, by new: NewMeasure, _ work: Work) throws -> SuccessMeasure {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        try refuseWithdrawn(item, work)
        try refuseUnfollowable(new, work)
        return try work.add("added the measure", in: plan.subject) { id in
            SuccessMeasure(
                id: id, plan: plan.id, finding: (item as? Finding)?.id, action: (item as? Action)?.id, title: new.title, unit: new.unit,
                polarity: new.polarity, threshold: new.threshold, follows: new.follows, since: new.since ?? work.today)
        }
    }

    /// What was read by it keeps its meaning: once there is a reading, the words may be bettered and nothing else.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `plan-closed`, `measure-has-readings`, `changed-meanwhile`, `fields-need-attention`
    @discardableResult
    public func edit(_ measure: SuccessMeasure, of plan: Plan, _ new: NewMeasure, version: Int? = nil, _ work: Work) throws -> SuccessMeasure {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        var changed = measure
        changed.version = version ?? measure.version
        (changed.title, changed.unit, changed.polarity, changed.threshold) = (new.title, new.unit, new.polarity, new.threshold)
        changed.since = new.since ?? measure.since
        changed.follows = new.follows
        if changed.follows != measure.follows { try refuseUnfollowable(new, work) }
        let isOther = changed.follows != measure.follows || changed.unit != measure.unit || changed.polarity != measure.polarity || changed.threshold != measure.threshold
        if isOther, try work.session.count(MeasureReading.self, "WHERE measure = \(measure.id)") > 0 {
            throw Refusal.conflict(
                "measure-has-readings", "“\(measure.title)” has readings, so its unit, its threshold and what it follows stay. End it, and add another measure.")
        }
        return try work.change("edited the measure", changed, in: plan.subject)
    }

    /// From today nobody watches it any more. Earlier days are shown with it.
    ///
    /// - Throws: `not-allowed`, `plan-closed`, `measure-ended`, `changed-meanwhile`
    @discardableResult
    public func end(_ measure: SuccessMeasure, of plan: Plan, because: String, _ work: Work) throws -> SuccessMeasure {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        if let day = measure.endedOn { throw Refusal.conflict("measure-ended", "“\(measure.title)” is watched no more since \(day).") }
        var changed = measure
        (changed.endedOn, changed.endedBecause) = (work.today, because)
        return try work.change("ended the measure", changed, in: plan.subject)
    }

    /// A measure is read as long as it is watched, on a closed plan too.
    ///
    /// - Throws: `not-allowed`, `measure-follows`, `reading-of-the-future`, `measure-not-there-then`
    @discardableResult
    public func read(_ measure: SuccessMeasure, of plan: Plan, _ new: NewReading, _ work: Work) throws -> MeasureReading {
        try mayRead(measure, work)
        return try work.add("read the measure", in: plan.subject) { id in
            try measure.read(new, by: work.actor.subject, id: id, today: work.today)
        }
    }

    /// It was read wrongly: from today it does not count.
    ///
    /// - Throws: `not-allowed`, `measure-follows`, `reading-taken-back`, `changed-meanwhile`
    @discardableResult
    public func takeBack(_ reading: MeasureReading, of measure: SuccessMeasure, in plan: Plan, because: String, _ work: Work) throws -> MeasureReading {
        try mayRead(measure, work)
        if measure.follows != nil { throw Refusal.conflict("measure-follows", "That is what “\(measure.title)” was when something was closed on it, and stays.") }
        if let day = reading.takenBackOn { throw Refusal.conflict("reading-taken-back", "This reading was taken back on \(day).") }
        var changed = reading
        (changed.takenBackOn, changed.takenBackBecause) = (work.today, because)
        return try work.change("took back a reading of the measure", changed, in: plan.subject)
    }

    /// Keeps what a record said that a measure follows on the day on which something was closed: if that is put right later, it is seen.
    func note(_ measures: [SuccessMeasure], of plan: ID<Plan>, on day: Day, _ work: Work) throws {
        for measure in measures {
            guard let record = measure.follows, measure.stands(on: day), let stated = try work.session.courses(of: [AskedFigure(record)])[AskedFigure(record)]?.figure(on: day),
                  let value = stated.value else { continue }
            try work.add("kept what the measure was", in: Plan.subject(plan)) { id in
                MeasureReading(id: id, plan: plan, measure: measure.id, on: day, value: value, by: work.actor.subject, stated: stated)
            }
        }
    }

    private func refuseUnfollowable(_ new: NewMeasure, _ work: Work) throws {
        guard let record = new.follows else { return }
        guard work.session.figures.havePeriods(record.kind), let meaning = try work.session.meaning(of: record) else {
            throw Refusal.fields([.init("follows", "\(record) has no figures that can be followed. Choose a measure of the service.")])
        }
        if let ended = meaning.ended, ended <= work.today { throw Refusal.fields([.init("follows", "“\(meaning.title)” is measured no more from \(ended). Choose another measure.")]) }
        if meaning.isCumulative {
            throw Refusal.fields([.init("follows", "“\(meaning.title)” is counted over the year so far, so it begins anew each April and would fall then. Choose a measure of single periods.")])
        }
        if let isHigher = meaning.isHigherBetter, isHigher != (new.polarity == .higher) {
            throw Refusal.fields([.init("polarity", "For “\(meaning.title)” \(isHigher ? "higher" : "lower") is better. Say the same here.")])
        }
    }

    private func mayRead(_ measure: SuccessMeasure, _ work: Work) throws {
        let parties = try actedFor(work)
        let owners = try work.session.actions(measuredBy: measure).flatMap(\.owners)
        try PlanPolicy.readsMeasure(ownedBy: owners, actingFor: parties).check(work.actor)
    }
}
