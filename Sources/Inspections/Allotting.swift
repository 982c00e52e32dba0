internal import Glibc
public import Kernel
public import Solver

/// Whom each audit of a year is allotted to, and in which quarter: the most that the hours are worth.
///
/// An audit is done once, by somebody who is authorised for it, in the quarter in which it is due or one beside it. Nobody has more than their free hours in a
/// quarter. Each audit that a target lacks costs more than all audits that could stand in its place are worth, so a target is missed only where it can't be reached; then audits
/// count by the worth of their band, less for each quarter that they come late, less a little for the way from the officer's base, less for being moved from what was planned.
public struct Allotting: Sendable {
    public let basis: ProgrammeBasis
    /// The programme that a solver is asked.
    public private(set) var programme = IntegerProgramme()
    private var audits: [(premises: Int, officer: Int, quarter: Int, unknown: IntegerProgramme.Unknown)] = []
    private let sampled: Set<String>

    /// So many of the nearest who are authorised are thought of for each, and whoever is as near as the last of them.
    static let nearest = 3
    private enum Cost {
        static let moved = 150.0
        /// No way counts for more.
        static let farAway = 50.0
        static let earlier = 1.0
    }

    /// - Throws: `programme-basis-amiss`
    public init(_ basis: ProgrammeBasis) throws(Refusal) {
        let amiss = basis.amiss
        guard amiss.isEmpty else {
            throw .invalid("programme-basis-amiss", "No programme can be made of this: \(amiss[0].sentence)", fields: amiss)
        }
        self.basis = basis
        sampled = basis.drawn.map(Set.init) ?? (basis.samples ?? []).reduce(into: []) { $0.formUnion($1.drawn(from: basis.premises)) }
        addAudits()
        addHours()
        addTargets()
    }

    private mutating func addAudits() {
        let before = Dictionary((basis.before ?? []).map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        let (quarters, done) = (basis.quarters, Set((basis.done ?? []).map(\.premises)))
        for (place, premises) in basis.premises.enumerated() where !done.contains(premises.reference) {
            let due = quarters.firstIndex { ($0.upperBound) >= (premises.due ?? quarters[3].upperBound) } ?? 3
            let isSampled = sampled.contains(premises.reference)
            let worth = worth(of: premises, isSampled)
            let (planned, isFixed) = (before[premises.reference], basis.fixed?.contains(premises.reference) ?? false)
            let chosen = candidates(premises, due).filter { quarter in !isFixed || planned.map { quarters[quarter].contains($0.month) } ?? true }
            let able = basis.officers.indices.filter { basis.officers[$0].mayAudit(premises) }
                .map { (officer: $0, distance: distance(basis.officers[$0].base, premises.place)) }.sorted { ($0.distance, $0.officer) < ($1.distance, $1.officer) }
            let farthest = able.prefix(Self.nearest).last?.distance ?? 0
            var sum: [(IntegerProgramme.Unknown, Double)] = []
            for (officer, distance) in able where distance <= farthest || basis.officers[officer].name == planned?.officer {
                let own = basis.officers[officer]
                if isFixed, own.name != planned?.officer { continue }
                for quarter in chosen where basis.open[quarter].map({ own.mayAudit(premises, in: $0) }) ?? false {
                    let isMoved = planned.map { $0.officer != own.name || !quarters[quarter].contains($0.month) } ?? false
                    let late = Double(max(0, quarter - due)) * worth / 10, early = Double(max(0, due - quarter)) * Cost.earlier
                    let cost = -worth + late + early + min(distance, Cost.farAway) + (isMoved ? Cost.moved : 0)
                    let unknown = programme.unknown(0...1, cost: worth == 0 ? max(cost.rounded(), 1) : min(cost.rounded(), -1))
                    audits.append((place, officer, quarter, unknown))
                    sum.append((unknown, 1))
                }
            }
            if !sum.isEmpty { programme.require(sum, atMost: 1) }
        }
    }

    /// What stays as it was planned comes before all else; what only a target asks for is worth nothing by itself.
    private func worth(of premises: ProgrammePremises, _ isSampled: Bool) -> Double {
        if isSampled || basis.fixed?.contains(premises.reference) ?? false { return mostWorth }
        return premises.onlyForTargets ?? false ? 0 : Double(max(1, basis.worth?[premises.band] ?? 1)) * 100
    }

    /// The quarters in which premises may be audited: the one in which they are due and those beside it, or all that are left where that is over.
    private func candidates(_ premises: ProgrammePremises, _ due: Int) -> [Int] {
        let left = (0..<4).filter { basis.open[$0] != nil }
        if premises.due.map({ $0 < basis.begins }) ?? (premises.onlyForTargets ?? false) || due < (left.first ?? 0) { return left }
        return left.filter { abs($0 - due) <= 1 }
    }

    private mutating func addHours() {
        var sums = Array(repeating: Array(repeating: [(IntegerProgramme.Unknown, Double)](), count: 4), count: basis.officers.count)
        for audit in audits {
            sums[audit.officer][audit.quarter].append((audit.unknown, (basis.hours[basis.premises[audit.premises].kind] ?? .zero).number))
        }
        let step = max(1, Set(basis.premises.map(\.kind)).reduce(Int64(0)) { greatestDivisor($0, basis.hours[$1]?.count ?? 0) })
        for (officer, quarters) in sums.enumerated() {
            for (quarter, sum) in quarters.enumerated() where !sum.isEmpty {
                // Audits take multiples of one number of hours, so what is left beyond its last multiple is of no use.
                let free = basis.officers[officer].free(in: quarter, of: basis).count
                programme.require(sum, atMost: Hundredths(free - free % step).number)
            }
        }
    }

    private mutating func addTargets() {
        let lackingCost = lackingCost
        for target in basis.targets {
            let asked = basis.asked(by: target) - basis.done(for: target)
            guard asked > 0 else { continue }
            // A month is filled out of its quarter.
            let quarter = target.month.map { basis.quarter(of: basis.month($0)) } ?? target.quarter.map { $0 - 1 }
            let sum = audits.filter { target.covers(basis.premises[$0.premises]) && (quarter ?? $0.quarter) == $0.quarter }.map { ($0.unknown, 1.0) }
            let lacking = programme.unknown(0...Double(asked), cost: lackingCost, isWhole: false)
            programme.require(sum + [(lacking, 1)], atLeast: Double(asked))
        }
    }

    /// Kilometres on a plane that touches the earth there; `farAway` where a place is not known, so that all of whom nothing is known are alike.
    private func distance(_ a: Place?, _ b: Place?) -> Double {
        guard let a, let b else { return Cost.farAway }
        let north = (a.latitude - b.latitude) * 111.2
        let east = (a.longitude - b.longitude) * 111.2 * cos((a.latitude + b.latitude) / 2 * .pi / 180)
        return (north * north + east * east).squareRoot()
    }

    /// - Parameter isNearEnough: whether an allotment is taken that may be worse than the best by a little: half an audit of each officer in each quarter, since hours are
    ///   seldom filled to the last, and proving that takes long.
    /// - Throws: `programme-not-solved`
    public func solved(within seconds: Double, by solvers: [Solver] = Solver.present, isNearEnough: Bool = false) throws(Refusal) -> AuditProgramme {
        do { return made(of: try programme.solved(within: seconds, by: solvers, nearEnough: isNearEnough ? slack : 0)) } catch {
            throw .invalid("programme-not-solved", "No programme was found in \(Int(seconds)) seconds (\(error)). Give it more time.")
        }
    }

    private var slack: Double {
        let quarters = basis.open.count { $0 != nil } * basis.officers.count
        return min(0.5 * Double(quarters) * mostWorth, 0.9 * lackingCost)
    }

    /// What one audit is worth at the most.
    private var mostWorth: Double { Double(max(100, basis.worth?.values.max() ?? 1)) * 100 }

    /// One audit takes the hours of so many others at the most: it costs more to lack it than they are worth.
    private var lackingCost: Double {
        let needed = basis.hours.values.map(\.count).filter { $0 > 0 }
        let others = ((needed.max() ?? 1) + (needed.min() ?? 1) - 1) / (needed.min() ?? 1)
        return Double(others + 1) * mostWorth + 1000
    }

    private func made(of solved: SolvedProgramme) -> AuditProgramme {
        let chosen = audits.filter { solved[$0.unknown] > 0.5 }
        let before = Dictionary((basis.before ?? []).map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        var (allotted, loads): ([Allotment], [AuditProgramme.OfficerLoad]) = (basis.done ?? [], [])
        for (number, officer) in basis.officers.enumerated() {
            var planned = Array(repeating: Hundredths.zero, count: 4)
            var count = 0
            for quarter in 0..<4 {
                let own = chosen.filter { $0.officer == number && $0.quarter == quarter }.map { basis.premises[$0.premises] }
                let kept = before.filter { $0.value.officer == officer.name && basis.quarters[quarter].contains($0.value.month) }.mapValues(\.month)
                for (premises, month) in basis.months(of: own, in: quarter, keeping: kept) {
                    allotted.append(Allotment(premises: premises.reference, officer: officer.name, month: month))
                    planned[quarter] = planned[quarter] + (basis.hours[premises.kind] ?? .zero)
                }
                count += own.count
            }
            loads.append(.init(name: officer.name, free: (0..<4).map { officer.free(in: $0, of: basis) }, planned: planned, audits: count))
        }
        allotted = basis.fillingMonths(of: allotted)
        let (quarters, known) = (basis.quarters, Set(basis.premises.map(\.reference)))
        let now = Dictionary(allotted.map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        let held = before.values.filter { known.contains($0.premises) }
        let kept = held.count { old in
            now[old.premises].map { new in new.officer == old.officer && quarters.contains { $0.contains(old.month) && $0.contains(new.month) } } ?? false
        }
        // A solver that ran out of time may know no bound at all.
        let all = chosen.reduce(0.0) { $0 + worth(of: basis.premises[$1.premises], sampled.contains(basis.premises[$1.premises].reference)) }
        let gap = solved.isProven ? 0 : solved.bound > -1e29 && all > 0 ? max(0, (solved.cost - solved.bound) / all) : nil
        return AuditProgramme(
            allotted: allotted.sorted { ($0.month, $0.officer, $0.premises) < ($1.month, $1.officer, $1.premises) }, officers: loads,
            targets: basis.reached(by: allotted), sampled: sampled.sorted(),
            left: basis.premises.filter { now[$0.reference] == nil && $0.onlyForTargets != true }.map { premises in
                .init(premises: premises.reference, reason: isAble(premises) ? .noHours : .nobodyAuthorised)
            },
            kept: kept, moved: held.count - kept, isBest: solved.isProven, gap: gap, solver: solved.solver, cost: solved.cost)
    }

    private func isAble(_ premises: ProgrammePremises) -> Bool {
        basis.officers.contains { officer in basis.open.contains { days in days.map { officer.mayAudit(premises, in: $0) } ?? false } }
    }
}

/// The greatest number that divides both; the other where one is nought.
private func greatestDivisor(_ a: Int64, _ b: Int64) -> Int64 { b == 0 ? a : greatestDivisor(b, a % b) }
