public import Kernel
import People
import Premises
public import Storage

extension Session {
    /// - Throws: `programme-not-found`
    public func programme(_ reference: String) throws -> Programme {
        try first(
            Programme.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("programme-not-found", "There is no programme “\(reference.prefix(60))”. The list shows those there are."))
    }

    /// The programme of the year that a day falls in; nil where there is none.
    public func programme(of day: Day) throws -> Programme? { try first(Programme.self, "WHERE year = \(ReturnYear(of: day).ending - 1)") }

    /// Officers in the order of their names.
    func capacities(of programme: Programme) throws -> [(OfficerCapacity, name: String)] {
        let names = try Parties(self).names()
        return try all(OfficerCapacity.self, "WHERE programme = \(programme.id) ORDER BY id").map { ($0, names[$0.officer] ?? "") }.stablySorted { $0.name.lowercased() }
    }

    /// - Throws: `officer-capacity-not-found`
    func capacity(_ id: ID<OfficerCapacity>, of programme: Programme) throws -> OfficerCapacity {
        try first(
            OfficerCapacity.self, "WHERE id = \(id) AND programme = \(programme.id)",
            or: Refusal.missing("officer-capacity-not-found", "\(programme.reference) has no officer of the number \(id). Its page lists them."))
    }

    /// The plans that were made by a day, without their entries, the first first.
    func yearPlans(of programme: Programme, on day: Day) throws -> [YearPlan] {
        try rows(of: YearPlan.self, "WHERE programme = \(programme.id) AND made_on <= \(day) ORDER BY number")
    }

    /// The plan that was made last; nil while there is none.
    public func latestPlan(of programme: Programme) throws -> YearPlan? { try first(YearPlan.self, "WHERE programme = \(programme.id) ORDER BY number DESC LIMIT 1") }

    /// - Throws: `year-plan-not-found`
    func yearPlan(_ number: Int, of programme: Programme) throws -> YearPlan {
        try first(
            YearPlan.self, "WHERE programme = \(programme.id) AND number = \(number)",
            or: Refusal.missing("year-plan-not-found", "\(programme.reference) has no plan \(number). Its page lists those there are."))
    }

    func adoptions(of programme: Programme, on day: Day) throws -> [YearPlanAdoption] {
        try all(YearPlanAdoption.self, "WHERE programme = \(programme.id) AND adopted_on <= \(day) ORDER BY id")
    }

    func plannedMonths(of programme: Programme, on day: Day) throws -> [PlannedMonth] {
        try all(PlannedMonth.self, "WHERE programme = \(programme.id) AND planned_on <= \(day) ORDER BY month_on, id")
    }

    /// A programme on a day with all that belongs to it.
    ///
    /// - Parameter number: of the plan that is looked at; the latest when nil.
    /// - Throws: `programme-not-there-then`, `year-plan-not-found`
    public func facts(of programme: Programme, on day: Day, plan number: Int? = nil) throws -> ProgrammeFacts {
        guard programme.since <= day else {
            throw Refusal.missing("programme-not-there-then", "\(programme.reference) came on record on \(programme.since), after \(day). Choose a later day.")
        }
        let (plans, adoptions) = (try yearPlans(of: programme, on: day), try adoptions(of: programme, on: day))
        var plan = plans.last
        if let number {
            guard let asked = plans.first(where: { $0.number == number }) else {
                throw Refusal.missing("year-plan-not-found", "\(programme.reference) has no plan \(number) on \(day). Its page lists those there are.")
            }
            plan = asked
        }
        if let own = plan { plan?.entries = try entries(of: own.id) }
        let capacities = try capacities(of: programme)
        return ProgrammeFacts(
            programme: programme, day: day, capacities: capacities.map(\.0), plans: plans, adoptions: adoptions, months: try plannedMonths(of: programme, on: day), plan: plan,
            names: try Parties(self).names(), makers: try Parties(self).names(ofWhos: plans.map(\.by) + adoptions.map(\.by)),
            authorisedUntil: try authorisedUntil(capacities.map(\.0.officer), on: max(day, programme.begins)))
    }

    /// The last day on which officers are authorised without a break from a day; nil where no end is set, the day before where they are not.
    private func authorisedUntil(_ officers: [ID<Party>], on day: Day) throws -> [ID<Party>: Day] {
        var until: [ID<Party>: Day] = [:]
        for officer in officers {
            let standing = try officerAuthorisations(of: officer, on: day)
            let held = standing.held.filter { $0.holds(on: day) }
            if held.isEmpty { until[officer] = day.adding(days: -1) } else if let last = held.map({ $0.until ?? .init(number: .max) }).max(), last.number < .max { until[officer] = last }
        }
        return until
    }
}
