import Kernel
import People
import Premises
import Storage

/// What the audits that are on record say for the plan of a year: when premises are next due, what was done in the year, what is planned already.
struct ProgrammeAudits: Sendable {
    struct One: Sendable {
        let officer: ID<Party>
        let day: Day
        let reference: String
    }

    /// The latest full or short audit of premises: when the officer had them due again, and how hard they are to judge.
    private var latest: [ID<Premises>: (nextDue: Day?, complexity: AuditComplexity)] = [:]
    /// Audits of the programme that were carried out within the year.
    private(set) var done: [ID<Premises>: One] = [:]
    /// Full and short audits that are planned and not begun.
    private(set) var open: [ID<Premises>: One] = [:]

    /// - Parameter premises: the only ones that are asked about, by number; all when nil.
    init(_ session: Session, of programme: Programme, on day: Day, at premises: [Int64]? = nil) throws {
        let there: SQL = premises.map { "AND premises IN (\(list: $0))" } ?? ""
        try session.each("""
            SELECT premises, officer, origin, complexity, planned_on, carried_out_on, next_due_on, completed_on, reference FROM audit
            WHERE kind IN ('full', 'short') AND since_on <= \(day) AND (abandoned_on IS NULL OR abandoned_on > \(day)) \(there) ORDER BY COALESCE(carried_out_on, planned_on), id
            """) { row in
            let (premises, officer, origin): (ID<Premises>, ID<Party>, AuditOrigin) = (try row.next(), try row.next(), try row.next())
            let (complexity, planned): (AuditComplexity, Day) = (try row.next(), try row.next())
            let (carriedOut, nextDue, completed, reference): (Day?, Day?, Day?, String) = (try row.next(), try row.next(), try row.next(), try row.next())
            guard let carriedOut, carriedOut <= day else {
                if origin.isOfProgramme { open[premises] = One(officer: officer, day: planned, reference: reference) }
                return
            }
            if origin.isOfProgramme, programme.contains(carriedOut) { done[premises] = One(officer: officer, day: carriedOut, reference: reference) }
            if completed.map({ $0 <= day }) ?? false { latest[premises] = (nextDue, complexity) }
        }
    }

    /// Premises that stay in the plan whatever the method says: audited, or planned to be.
    var held: Set<ID<Premises>> { Set(done.keys).union(open.keys) }

    func complexity(_ premises: ID<Premises>) -> AuditComplexity { latest[premises]?.complexity ?? .simple }

    /// When premises are due: as the officer had it who audited them last, else by the method. Never audited is due before the year begins.
    func due(_ premises: ID<Premises>, _ method: RiskDue, before begins: Day) -> Day? {
        if let own = latest[premises] { return own.nextDue }
        return switch method {
        case .atOnce: begins.adding(days: -1)
        case .by(let day): day
        case .sample: nil
        }
    }
}

/// Premises that the plan of a year may take.
struct ProgrammeCandidate: Sendable {
    let id: ID<Premises>
    let reference: String
    let type: PremisesType
    let markers: [String]
    let isSleeping: Bool
    let band: String
    let due: Day?
    let complexity: AuditComplexity

    init(_ item: StockItem, band: String, due: Day?, audits: ProgrammeAudits) {
        (id, reference, type, markers) = (item.id, item.reference, item.facts.type, item.facts.markers)
        (isSleeping, self.band, self.due) = (item.facts.sleeping ?? item.facts.type.isForSleeping, band, due)
        complexity = audits.complexity(item.id)
    }
}

struct ChosenPremises: Sendable {
    let candidate: ProgrammeCandidate
    let why: YearPlanEntry.Why
    let theme: String?

    func made(_ setting: ProgrammeSetting, at place: Place?) -> ProgrammePremises {
        let kind = AuditRisk(rawValue: candidate.band).map(setting.kind) ?? .full
        var premises = ProgrammePremises(
            reference: candidate.reference, type: candidate.type.rawValue, band: candidate.band, kind: kind.rawValue, due: why == .due ? candidate.due : nil, theme: theme, place: place)
        (premises.sleeping, premises.complex) = (candidate.isSleeping, candidate.complexity == .complex)
        if why == .target || why == .theme { premises.onlyForTargets = true }
        return premises
    }
}

extension [ProgrammeCandidate] {
    /// Those of a year: what is due by its end, what a theme or a number asked of a band or type may take, and the random sample of what is not due.
    func chosen(_ setting: ProgrammeSetting, through last: Day, held: Set<ID<Premises>>) -> (premises: [ChosenPremises], drawn: [String]) {
        let asked = setting.targets.filter { $0.least != nil && ($0.band != nil || $0.type != nil) }
        func isDue(_ one: ProgrammeCandidate) -> Bool { one.due.map { $0 <= last } ?? false || held.contains(one.id) }
        let pool = setting.sample.map { sample in filter { $0.band == sample.band && !isDue($0) } } ?? []
        let drawn = setting.sample.map { sample in
            sample.drawn(from: pool.map { ProgrammePremises(reference: $0.reference, type: $0.type.rawValue, band: $0.band, kind: "short") })
        } ?? []
        let chosen = compactMap { one -> ChosenPremises? in
            let theme = setting.themes.first { $0.takes(one.type, one.markers) }?.title
            if drawn.contains(one.reference) { return ChosenPremises(candidate: one, why: .sample, theme: theme) }
            if isDue(one) { return ChosenPremises(candidate: one, why: .due, theme: theme) }
            if theme != nil { return ChosenPremises(candidate: one, why: .theme, theme: theme) }
            let isAsked = asked.contains { ($0.band == nil || $0.band == one.band) && ($0.type == nil || $0.type == one.type.rawValue) }
            return isAsked ? ChosenPremises(candidate: one, why: .target, theme: nil) : nil
        }
        return (chosen, drawn.sorted())
    }
}

extension Session {
    /// The audits that were completed by a day and carried out in the year of a programme.
    func completedAudits(of programme: Programme, by day: Day) throws -> [ProgrammeAudit] {
        try rows("""
            SELECT premises, officer, kind, origin, carried_out_on, on_site, besides FROM audit
            WHERE completed_on <= \(day) AND carried_out_on >= \(programme.begins) AND carried_out_on <= \(programme.ends) ORDER BY id
            """) { row in
            let (premises, officer, kind, origin, carriedOut): (ID<Premises>, ID<Party>, AuditKind, AuditOrigin, Day) = (
                try row.next(), try row.next(), try row.next(), try row.next(), try row.next())
            let (onSite, besides): (Quantity?, Quantity?) = (try row.next(), try row.next())
            let hours: Quantity? = onSite == nil && besides == nil ? nil : Quantity(millionths: (onSite?.millionths ?? 0) + (besides?.millionths ?? 0))
            return ProgrammeAudit(premises: premises, officer: officer, kind: kind, origin: origin, carriedOut: carriedOut, hours: hours)
        }
    }

    /// How far a programme is on a day.
    func progress(of programme: Programme, on day: Day) throws -> ProgrammeProgress {
        let facts = try facts(of: programme, on: day)
        let first = facts.plans.first { facts.adoption(of: $0) != nil }
        return ProgrammeProgress(
            facts, inForce: try facts.inForce.map { try entries(of: $0.id) } ?? [], first: try first.map { try entries(of: $0.id) } ?? [], audits: try completedAudits(of: programme, by: day))
    }
}
