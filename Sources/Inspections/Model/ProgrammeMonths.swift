import Kernel

extension ProgrammeBasis {
    /// How many a target asks for. Its share is of what is due, and not of what is there for targets alone.
    func asked(by target: ProgrammeTarget) -> Int { target.asked(of: premises.count { $0.onlyForTargets != true && target.covers($0) }) }

    /// How many audits that were done already count for a target.
    func done(for target: ProgrammeTarget) -> Int { reached(target, by: done ?? []) }

    func reached(_ target: ProgrammeTarget, by allotted: [Allotment]) -> Int {
        let covered = Set(premises.filter(target.covers).map(\.reference))
        return allotted.count { covered.contains($0.premises) && target.counts($0.month, in: self) }
    }

    func reached(by allotted: [Allotment]) -> [AuditProgramme.TargetReached] {
        targets.map { target in
            let (asked, reached) = (self.asked(by: target), self.reached(target, by: allotted))
            return .init(target: target.words, asked: asked, reached: reached, why: reason(for: target, asked: asked, reached: reached))
        }
    }

    /// Why a target is missed.
    private func reason(for target: ProgrammeTarget, asked: Int, reached: Int) -> String? {
        guard reached < asked else { return nil }
        let covered = premises.filter(target.covers)
        if covered.count < asked { return "There are only \(covered.count) such premises." }
        let auditable = covered.count { premises in officers.contains { $0.mayAudit(premises) } }
        if auditable < asked { return "Officers are authorised for only \(auditable) of the \(covered.count) such premises." }
        if let quarter = target.month.map(month).flatMap(quarter) ?? target.quarter.map({ $0 - 1 }), open[quarter] == nil { return "That time is over." }
        return "Hours do not reach: each goes to one of the nearest who are authorised, in the quarter in which it is due or one beside it, and \(asked - reached) more would displace what other targets ask for."
    }

    /// The months of a quarter that are left.
    func months(in quarter: Int) -> [ClosedRange<Day>] {
        guard let open = open[quarter] else { return [] }
        return (0..<3).map { quarters[quarter].lowerBound.adding(months: $0) }.compactMap { first in
            let last = first.adding(months: 1).adding(days: -1)
            return last < open.lowerBound ? nil : max(first, open.lowerBound)...last
        }
    }

    /// Puts the audits that an officer has in a quarter into its months, the first due first, each month as full as the days it has.
    ///
    /// - Parameter kept: the months in which some were planned before, where they stay.
    func months(of audits: [ProgrammePremises], in quarter: Int, keeping kept: [String: Day] = [:]) -> [(ProgrammePremises, Day)] {
        let months = months(in: quarter)
        guard let latest = months.last else { return [] }
        func needed(_ premises: ProgrammePremises) -> Int64 { hours[premises.kind]?.count ?? 0 }
        let all = audits.reduce(Int64(0)) { $0 + needed($1) }
        let days = months.map(\.weekdays)
        var room: [Int64] = []
        for place in months.indices {
            room.append(all * Int64(days[...place].reduce(0, +)) / Int64(max(1, days.reduce(0, +))) - all * Int64(days[..<place].reduce(0, +)) / Int64(max(1, days.reduce(0, +))))
        }
        var filled: [(ProgrammePremises, Day)] = []
        var others: [ProgrammePremises] = []
        for premises in audits {
            guard let month = kept[premises.reference], let place = months.firstIndex(where: { $0.lowerBound.startOfMonth == month.startOfMonth }) else {
                others.append(premises)
                continue
            }
            room[place] -= needed(premises)
            filled.append((premises, month.startOfMonth))
        }
        var place = 0
        for premises in others.sorted(by: { ($0.due ?? .init(number: .max), $0.reference) < ($1.due ?? .init(number: .max), $1.reference) }) {
            while place < months.count - 1, room[place] <= 0 {
                // What was too much for one month is taken from the next.
                room[place + 1] += room[place]
                place += 1
            }
            room[place] -= needed(premises)
            filled.append((premises, (months.indices.contains(place) ? months[place] : latest).lowerBound.startOfMonth))
        }
        return filled
    }

    /// Moves audits from month to month within their quarter, so that what is asked of months is reached as far as the quarter has it.
    func fillingMonths(of allotted: [Allotment]) -> [Allotment] {
        let monthly = targets.filter { $0.month != nil }
        guard !monthly.isEmpty else { return allotted }
        let known = Dictionary(premises.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        let stays = Set((done ?? []).map(\.premises)).union(fixed ?? [])
        var allotted = allotted
        for target in monthly {
            guard let number = target.month, let quarter = quarter(of: month(number)), months(in: quarter).contains(where: { $0.lowerBound.startOfMonth == month(number) }) else { continue }
            var lacking = asked(by: target) - reached(target, by: allotted)
            for place in allotted.indices where lacking > 0 {
                let one = allotted[place]
                guard !stays.contains(one.premises), quarters[quarter].contains(one.month), one.month.startOfMonth != month(number), let premises = known[one.premises], target.covers(premises) else { continue }
                let needed = monthly.contains { other in
                    other.month.map(month) == one.month.startOfMonth && other.covers(premises) && reached(other, by: allotted) <= asked(by: other)
                }
                if needed { continue }
                allotted[place].month = month(number)
                lacking -= 1
            }
        }
        return allotted
    }
}
