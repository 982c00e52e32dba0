public import Kernel

/// A year's programme: who audits what in which month, and what could not be reached.
public struct AuditProgramme: Encodable, Sendable, Equatable {
    /// By month, officer and premises.
    public let allotted: [Allotment]
    public let officers: [OfficerLoad]
    public let targets: [TargetReached]
    /// Drawn at random to test the method, in order.
    public let sampled: [String]
    /// Those that nobody audits this year, with the reason, in the order of the basis.
    public let left: [LeftOut]
    /// Of those that were planned before, how many stand as they were, and how many moved to somebody or some quarter else.
    public let kept: Int
    public let moved: Int
    /// Whether no programme of those thought of is better; else the time was up, and none is better by more than `gap`.
    public let isBest: Bool
    /// By how much a better one could be better at the most, as a share of this one's worth; 0 where it is the best, nil where nothing is known of it.
    public let gap: Double?
    public let solver: String
    /// What the solver made least: its own measure, by which programmes from one basis compare.
    public let cost: Double

    public struct OfficerLoad: Encodable, Sendable, Equatable {
        public let name: String
        /// For each quarter, the hours free for the programme.
        public let free: [Hundredths]
        public let planned: [Hundredths]
        public let audits: Int
    }

    public struct TargetReached: Encodable, Sendable, Equatable {
        public let target: String
        public let asked: Int
        public let reached: Int
        /// Why it is not reached, as a sentence; nil where it is.
        public let why: String?
    }

    public struct LeftOut: Encodable, Sendable, Equatable {
        public enum Reason: String, Encodable, Sendable {
            case nobodyAuthorised = "nobody-authorised"
            case noHours = "no-hours"
        }

        public let premises: String
        public let reason: Reason
    }
}

extension ProgrammeBasis {
    /// Why a target is missed.
    func reason(for target: ProgrammeTarget, asked: Int, reached: Int) -> String? {
        guard reached < asked else { return nil }
        let covered = premises.filter(target.covers)
        if covered.count < asked { return "There are only \(covered.count) such premises." }
        let auditable = covered.count { premises in officers.contains { $0.mayAudit(premises) } }
        if auditable < asked { return "Officers are authorised for only \(auditable) of the \(covered.count) such premises." }
        return "Hours do not reach: each goes to one of the nearest who are authorised, in the quarter in which it is due or one beside it, and \(asked - reached) more would displace what other targets ask for."
    }

    /// Puts the audits that an officer has in a quarter into its months, the first due first, each month as full as the days it has.
    func months(of audits: [ProgrammePremises], in quarter: Int) -> [(ProgrammePremises, Day)] {
        let range = quarters[quarter]
        let months = (0..<3).map { range.lowerBound.adding(months: $0) }
        let days = months.map { ($0...$0.adding(months: 1).adding(days: -1)).weekdays }
        let all = audits.reduce(Int64(0)) { $0 + (hours[$1.kind]?.count ?? 0) }
        let ordered = audits.sorted { ($0.due ?? .init(number: .max), $0.reference) < ($1.due ?? .init(number: .max), $1.reference) }
        var (done, ends): (Int64, [Int64]) = (0, [])
        var sum = 0
        for count in days {
            sum += count
            ends.append(all * Int64(sum) / Int64(max(1, days.reduce(0, +))))
        }
        return ordered.map { premises in
            let place = ends.firstIndex { done < $0 } ?? months.count - 1
            done += hours[premises.kind]?.count ?? 0
            return (premises, months[place])
        }
    }
}
