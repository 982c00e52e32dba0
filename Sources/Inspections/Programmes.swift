import Kernel
import People
import Premises
public import Storage

/// The verbs of the programmes of years, done within one piece of work: each checks the policy, asks the model, saves and journals.
///
/// How a plan is made stands in `ProgrammePlanning.swift`.
public struct Programmes: Sendable {
    /// What plans the audits of a month.
    let audits: Audits
    let queue = PlanQueue()

    public init(audits: Audits = Audits()) { self.audits = audits }

    /// - Throws: `not-allowed`, `programme-taken`, `fields-need-attention`
    @discardableResult
    public func begin(_ new: NewProgramme, _ work: Work) throws -> Programme {
        try ProgrammePolicy.keeps.check(work.actor)
        if let held = try work.session.first(Programme.self, "WHERE year = \(new.year)") {
            throw Refusal.conflict("programme-taken", "\(held.span) has a programme already: \(held.reference). Change its objectives.")
        }
        try check(new.setting, year: new.year, work)
        let reference = try Reference("P-\(new.year)")
        return try work.add("began the programme") { id in Programme(id: id, reference: reference, year: new.year, setting: new.setting, since: work.today) }
    }

    /// Sets the objectives anew. Plans that were made keep those that they were made from.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func settle(_ programme: Programme, _ setting: ProgrammeSetting, version: Int? = nil, _ work: Work) throws -> Programme {
        try ProgrammePolicy.keeps.check(work.actor)
        try check(setting, year: programme.year, work)
        var changed = programme
        changed.version = version ?? programme.version
        changed.setting = setting
        return try work.change("set the objectives", changed)
    }

    /// Says what time of an officer the year has.
    ///
    /// - Throws: `not-allowed`, `officer-there-already`, `fields-need-attention`
    @discardableResult
    public func staff(_ new: NewOfficerCapacity, in programme: Programme, _ work: Work) throws -> OfficerCapacity {
        try ProgrammePolicy.keeps.check(work.actor)
        try check(new, programme)
        let officer = try Parties(work.session).named(new.officer, field: "officer")
        guard officer.kind != .team else { throw Refusal.fields([.init("officer", "\(officer.name) is a team. Add its people one by one.")]) }
        guard try work.session.count(OfficerCapacity.self, "WHERE programme = \(programme.id) AND officer = \(officer.id)") == 0 else {
            throw Refusal.conflict("officer-there-already", "\(officer.name) is in \(programme.reference) already. Change what is said of their time.")
        }
        return try work.add("added the officer", in: programme.subject) { id in
            OfficerCapacity(
                id: id, programme: programme.id, officer: officer.id, fte: new.fte, away: new.away, auditPercent: new.auditPercent, base: new.base, place: new.place, from: new.from, until: new.until)
        }
    }

    /// - Throws: `not-allowed`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func restaff(_ capacity: OfficerCapacity, of programme: Programme, _ new: NewOfficerCapacity, version: Int? = nil, _ work: Work) throws -> OfficerCapacity {
        try ProgrammePolicy.keeps.check(work.actor)
        try check(new, programme)
        var changed = capacity
        changed.version = version ?? capacity.version
        (changed.fte, changed.away, changed.auditPercent, changed.base, changed.place) = (new.fte, new.away, new.auditPercent, new.base, new.place)
        (changed.from, changed.until) = (new.from, new.until)
        return try work.change("changed the officer’s time", changed, in: programme.subject)
    }

    /// Adopts the latest plan: from then on it is what is worked by.
    ///
    /// - Throws: `not-allowed`, `year-plan-adopted`, `year-plan-overtaken`
    @discardableResult
    public func adopt(_ plan: YearPlan, of programme: Programme, _ work: Work) throws -> YearPlanAdoption {
        try ProgrammePolicy.adopts(plan).check(work.actor)
        if let held = try work.session.first(YearPlanAdoption.self, "WHERE plan = \(plan.id)") {
            throw Refusal.conflict("year-plan-adopted", "Plan \(plan.number) of \(programme.reference) was adopted on \(held.on).")
        }
        let latest = try work.session.value("SELECT MAX(number) FROM year_plan WHERE programme = \(programme.id)", as: Int.self) ?? plan.number
        guard latest == plan.number else { throw Refusal.conflict("year-plan-overtaken", "Plan \(latest) was made after plan \(plan.number). Adopt that one, or make another.") }
        return try work.add("adopted the plan", in: programme.subject) { id in
            YearPlanAdoption(id: id, programme: programme.id, plan: plan.id, on: work.today, by: work.actor.subject)
        }
    }

    // MARK: What is checked

    private func check(_ setting: ProgrammeSetting, year: Int, _ work: Work) throws {
        var amiss = setting.amiss(begins: ReturnYear(ending: year + 1).from)
        let known = Set(PremisesType.allCases.map(\.rawValue)).union(try work.session.markerKinds().map(\.code))
        for theme in setting.themes {
            for code in theme.covers where !known.contains(code) { amiss.append(.init("themes", "“\(code.prefix(40))” is neither a premises type nor a marker of the risk method. Use codes such as care-home or licensed.")) }
        }
        guard amiss.isEmpty else { throw Refusal.fields(amiss) }
    }

    private func check(_ new: NewOfficerCapacity, _ programme: Programme) throws {
        for (field, day) in [("from", new.from), ("until", new.until)] {
            if let day, !programme.contains(day) { throw Refusal.fields([.init(field, "\(day) is not within \(programme.span). Give a day from \(programme.begins) to \(programme.ends), or none.")]) }
        }
    }
}
