import Kernel
import People
import Premises
import Storage

/// What a plan of a year is made from, as the records have it, with what each name stands for there.
public struct YearBasis: Sendable {
    let programme: Programme
    let from: Day
    let basis: ProgrammeBasis
    /// The edition of the risk method.
    let method: String
    let premises: [String: ID<Premises>]
    /// For each premises by reference: how hard they are to judge, and why they are here.
    let reasons: [String: Reason]
    let officers: [String: ID<Party>]
    /// How many entries the journal had when it was read.
    let seen: Int64

    struct Reason: Sendable {
        let complexity: AuditComplexity
        let why: YearPlanEntry.Why
    }
}

extension Session {
    /// What a plan of a year from a day on is made from.
    ///
    /// - Throws: `no-risk-method`, `programme-without-officers`, `programme-over`, `risk-method-flawed`
    func yearBasis(of programme: Programme, from day: Day, on today: Day) throws -> YearBasis {
        guard day <= programme.ends else { throw Refusal.conflict("programme-over", "\(programme.title) ended on \(programme.ends), so nothing is planned in it from \(day).") }
        let (setting, from) = (programme.setting, max(day, programme.begins))
        let capacities = try capacities(of: programme)
        guard !capacities.isEmpty else { throw Refusal.conflict("programme-without-officers", "Nobody audits in \(programme.reference) yet. Add its officers and their time first.") }
        let edition = try riskMethodInForce(on: today)
        let known = try ProgrammeAudits(self, of: programme, on: today)
        let compiled = try edition.compiled
        var candidates: [ProgrammeCandidate] = []
        try RiskStock(self, on: today).each { item in
            let result = compiled.result(item.facts, on: today)
            let band = edition.method.bands[result.band].code
            candidates.append(ProgrammeCandidate(item, band: band, due: known.due(item.id, result.due, before: programme.begins), audits: known))
        }
        let chosen = candidates.chosen(setting, through: programme.ends, held: known.held)
        let places = try places(of: chosen.premises.map(\.candidate.id))
        let names = try Parties(self).names()
        let officers = try capacities.map { try officer($0.0, named: $0.name, on: max(from, today)) }
        let inPost = Set(capacities.map(\.0.officer))
        var (done, before, fixed): ([Allotment], [Allotment], Set<String>) = ([], [], [])
        let last = try inForce(of: programme, on: today).map { try entries(of: $0.id) } ?? []
        let lastByPremises = Dictionary(last.compactMap { entry in entry.officer.map { (entry.premises, ($0, entry.month ?? from)) } }, uniquingKeysWith: { first, _ in first })
        for one in chosen.premises {
            let (id, reference) = (one.candidate.id, one.candidate.reference)
            if let own = known.done[id] { done.append(Allotment(premises: reference, officer: names[own.officer] ?? "", month: own.day.startOfMonth)) }
            else if let open = known.open[id], open.day >= from.startOfMonth, programme.contains(open.day) {
                let allotment = Allotment(premises: reference, officer: names[open.officer] ?? "", month: open.day.startOfMonth)
                if inPost.contains(open.officer) { before.append(allotment); fixed.insert(reference) } else { done.append(allotment) }
            } else if let (officer, month) = lastByPremises[id] { before.append(Allotment(premises: reference, officer: names[officer] ?? "", month: month)) }
        }
        var basis = ProgrammeBasis(
            begins: programme.begins, officers: officers, hours: ["full": setting.full, "short": setting.short],
            premises: chosen.premises.map { $0.made(setting, at: places[$0.candidate.id]) }, targets: setting.allTargets, demandPercent: 0, worth: ProgrammeSetting.worth)
        (basis.before, basis.from, basis.demandHours, basis.drawn, basis.done, basis.fixed) = (before, from, setting.demandHours, chosen.drawn, done, fixed)
        return YearBasis(
            programme: programme, from: from, basis: basis, method: edition.name, premises: Dictionary(uniqueKeysWithValues: chosen.premises.map { ($0.candidate.reference, $0.candidate.id) }),
            reasons: Dictionary(uniqueKeysWithValues: chosen.premises.map { ($0.candidate.reference, .init(complexity: $0.candidate.complexity, why: $0.why)) }),
            officers: Dictionary(names.map { ($1, $0) }, uniquingKeysWith: { first, _ in first }), seen: try Journal(self).size())
    }

    private func inForce(of programme: Programme, on day: Day) throws -> YearPlan? {
        let adopted = Set(try adoptions(of: programme, on: day).map(\.plan))
        return try yearPlans(of: programme, on: day).last { adopted.contains($0.id) }
    }

    private func officer(_ capacity: OfficerCapacity, named name: String, on day: Day) throws -> ProgrammeOfficer {
        let held = try officerAuthorisations(of: capacity.officer, on: max(capacity.from ?? day, day))
        var officer = ProgrammeOfficer(name: name, fte: capacity.fte, away: capacity.away, auditPercent: capacity.auditPercent, kinds: [], base: capacity.place)
        (officer.from, officer.until) = (capacity.from, capacity.until)
        officer.levels = held.held.flatMap { own in
            held.levels.filter { $0.code == own.level && $0.from <= (own.until ?? $0.from) && own.from <= ($0.until ?? own.from) }.map { level in
                ProgrammeLevel(
                    kinds: Set(level.kinds.map(\.rawValue)), highestBand: level.band.rawValue, sleeping: level.sleeping, complex: level.complexity == .complex, from: max(own.from, level.from),
                    until: [own.until, level.until].compactMap(\.self).min())
            }
        }
        return officer
    }

    private func places(of ids: [ID<Premises>]) throws -> [ID<Premises>: Place] {
        var places: [ID<Premises>: Place] = [:]
        for start in stride(from: 0, to: ids.count, by: 5000) {
            try each("SELECT id, latitude, longitude FROM premises WHERE latitude IS NOT NULL AND id IN (\(list: Array(ids[start..<min(start + 5000, ids.count)])))") { row in
                let (id, latitude, longitude): (ID<Premises>, Double, Double) = (try row.next(), try row.next(), try row.next())
                places[id] = Place(latitude: latitude, longitude: longitude)
            }
        }
        return places
    }
}
