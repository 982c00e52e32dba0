internal import Glibc
public import Kernel
public import Solver

/// Whom each audit of a year is allotted to, and in which quarter: the most that the hours are worth.
///
/// An audit is done once, by somebody who is authorised for it, in the quarter in which it is due or one beside it. Nobody has more than their free hours in a
/// quarter. Each audit that a target lacks costs more than all audits are worth together, so a target is missed only where it can't be reached; then audits count by the
/// worth of their band, less for each quarter that they come late, less a little for the way from the officer's base, less for being moved from what was planned.
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
        sampled = (basis.samples ?? []).reduce(into: []) { $0.formUnion($1.drawn(from: basis.premises)) }
        addAudits()
        addHours()
        addTargets()
    }

    private mutating func addAudits() {
        let before = Dictionary((basis.before ?? []).map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        let quarters = basis.quarters
        for (place, premises) in basis.premises.enumerated() {
            let due = quarters.firstIndex { ($0.upperBound) >= (premises.due ?? quarters[3].upperBound) } ?? 3
            let isSampled = sampled.contains(premises.reference)
            let worth = Double(isSampled ? max(100, basis.worth?.values.max() ?? 1) : max(1, basis.worth?[premises.band] ?? 1)) * 100
            let able = basis.officers.indices.filter { basis.officers[$0].mayAudit(premises) }
                .map { (officer: $0, distance: distance(basis.officers[$0].base, premises.place)) }.sorted { ($0.distance, $0.officer) < ($1.distance, $1.officer) }
            let farthest = able.prefix(Self.nearest).last?.distance ?? 0
            let planned = before[premises.reference]
            var sum: [(IntegerProgramme.Unknown, Double)] = []
            for (officer, distance) in able where distance <= farthest || basis.officers[officer].name == planned?.officer {
                for quarter in max(0, due - 1)...min(3, due + 1) {
                    let isMoved = planned.map { $0.officer != basis.officers[officer].name || !quarters[quarter].contains($0.month) } ?? false
                    let late = Double(max(0, quarter - due)) * worth / 10, early = Double(max(0, due - quarter)) * Cost.earlier
                    let cost = -worth + late + early + min(distance, Cost.farAway) + (isMoved ? Cost.moved : 0)
                    let unknown = programme.unknown(0...1, cost: min(cost.rounded(), -1))
                    audits.append((place, officer, quarter, unknown))
                    sum.append((unknown, 1))
                }
            }
            if !sum.isEmpty { programme.require(sum, atMost: 1) }
        }
    }

    private mutating func addHours() {
        var sums = Array(repeating: Array(repeating: [(IntegerProgramme.Unknown, Double)](), count: 4), count: basis.officers.count)
        for audit in audits {
            sums[audit.officer][audit.quarter].append((audit.unknown, (basis.hours[basis.premises[audit.premises].kind] ?? .zero).number))
        }
        for (officer, quarters) in sums.enumerated() {
            for (quarter, sum) in quarters.enumerated() where !sum.isEmpty {
                programme.require(sum, atMost: basis.officers[officer].free(in: quarter, of: basis).number)
            }
        }
    }

    private mutating func addTargets() {
        // More than all audits together, so that none is worth a target.
        let lackingCost = 1 + programme.worth
        for target in basis.targets {
            let asked = target.asked(of: basis.premises.count(where: target.covers))
            guard asked > 0 else { continue }
            let sum = audits.filter { target.covers(basis.premises[$0.premises]) && (target.quarter ?? $0.quarter + 1) == $0.quarter + 1 }.map { ($0.unknown, 1.0) }
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

    /// - Throws: `programme-not-solved`
    public func solved(within seconds: Double, by solvers: [Solver] = Solver.present) throws(Refusal) -> AuditProgramme {
        do { return made(of: try programme.solved(within: seconds, by: solvers)) } catch {
            throw .invalid("programme-not-solved", "No programme was found in \(Int(seconds)) seconds (\(error)). Give it more time.")
        }
    }

    private func made(of solved: SolvedProgramme) -> AuditProgramme {
        let chosen = audits.filter { solved[$0.unknown] > 0.5 }
        var (allotted, loads): ([Allotment], [AuditProgramme.OfficerLoad]) = ([], [])
        for (number, officer) in basis.officers.enumerated() {
            var planned = Array(repeating: Hundredths.zero, count: 4)
            var count = 0
            for quarter in 0..<4 {
                let own = chosen.filter { $0.officer == number && $0.quarter == quarter }.map { basis.premises[$0.premises] }
                for (premises, month) in basis.months(of: own, in: quarter) {
                    allotted.append(Allotment(premises: premises.reference, officer: officer.name, month: month))
                    planned[quarter] = planned[quarter] + (basis.hours[premises.kind] ?? .zero)
                }
                count += own.count
            }
            loads.append(.init(name: officer.name, free: (0..<4).map { officer.free(in: $0, of: basis) }, planned: planned, audits: count))
        }
        let quarters = basis.quarters
        let known = Set(basis.premises.map(\.reference))
        let before = (basis.before ?? []).filter { known.contains($0.premises) }
        let now = Dictionary(allotted.map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = before.count { old in
            now[old.premises].map { new in new.officer == old.officer && quarters.contains { $0.contains(old.month) && $0.contains(new.month) } } ?? false
        }
        let done = Set(chosen.map(\.premises))
        // A solver that ran out of time may know no bound at all.
        let gap = solved.isProven ? 0 : solved.bound > -1e29 && solved.cost != 0 ? max(0, (solved.cost - solved.bound) / abs(solved.cost)) : nil
        return AuditProgramme(
            allotted: allotted.sorted { ($0.month, $0.officer, $0.premises) < ($1.month, $1.officer, $1.premises) }, officers: loads,
            targets: basis.targets.map { target in
                let asked = target.asked(of: basis.premises.count(where: target.covers))
                let reached = chosen.count { target.covers(basis.premises[$0.premises]) && (target.quarter ?? $0.quarter + 1) == $0.quarter + 1 }
                return .init(target: target.words, asked: asked, reached: reached, why: basis.reason(for: target, asked: asked, reached: reached))
            },
            sampled: sampled.sorted(),
            left: basis.premises.enumerated().filter { !done.contains($0.offset) }.map { _, premises in
                .init(premises: premises.reference, reason: basis.officers.contains { $0.mayAudit(premises) } ? .noHours : .nobodyAuthorised)
            },
            kept: kept, moved: before.count - kept, isBest: solved.isProven, gap: gap, solver: solved.solver, cost: solved.cost)
    }
}
