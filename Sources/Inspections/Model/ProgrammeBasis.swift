public import Kernel

/// What a year's programme of audits is made from: the officers and their hours, the premises that the method asks for, and what is to be reached.
public struct ProgrammeBasis: Codable, Sendable, Equatable {
    /// The first day of the year; its quarters are the three months from it, and so on.
    public var begins: Day
    public var officers: [ProgrammeOfficer]
    /// Hours that an audit takes, travel and writing included, by the code of its kind.
    public var hours: [String: Hundredths]
    public var premises: [ProgrammePremises]
    public var targets: [ProgrammeTarget]
    /// Of each officer's hours, so many per cent are kept for what arrives otherwise: complaints, fires, false alarms, consultations.
    public var demandPercent: Int
    /// What an audit is worth beside others, by the code of the band; 1 where none is given.
    public var worth: [String: Int]?
    /// A number of premises of a band, drawn at random, that are audited to test the method.
    public var samples: [ProgrammeSample]?
    /// What was planned before: it is kept to as far as it costs little.
    public var before: [Allotment]?
    /// The first day that is planned: what lies before it is over. The year's first when nil.
    public var from: Day?
    /// Hours of the year that are kept for what arrives otherwise, in place of a share.
    public var demandHours: Hundredths?
    /// Premises that were drawn at random elsewhere, in place of `samples`.
    public var drawn: [String]?
    /// Audits of this year that were done, or that stay whoever would do them: they count for the targets and take no hours.
    public var done: [Allotment]?
    /// Of those in `before`, the premises whose audit stays with its officer and month.
    public var fixed: Set<String>?

    /// The first and the last day of each quarter.
    public var quarters: [ClosedRange<Day>] {
        (0..<4).map { begins.adding(months: 3 * $0)...begins.adding(months: 3 * $0 + 3).adding(days: -1) }
    }

    /// What is left of each quarter from the first day that is planned; nil of one that is over.
    var open: [ClosedRange<Day>?] {
        quarters.map { quarter in
            let first = max(quarter.lowerBound, from ?? begins)
            return first <= quarter.upperBound ? first...quarter.upperBound : nil
        }
    }

    /// The first day of the month of the year with a number of the calendar: 4 is its first, 3 its last.
    func month(_ number: Int) -> Day { begins.startOfMonth.adding(months: (number - begins.parts.month + 12) % 12) }

    func quarter(of day: Day) -> Int? { quarters.firstIndex { $0.contains(day) } }
}

/// Somebody who audits.
public struct ProgrammeOfficer: Codable, Sendable, Equatable {
    public var name: String
    /// Full-time equivalent: `0.80`.
    public var fte: Hundredths
    /// Working days in each quarter on which they are away: leave, courses, bank holidays.
    public var away: [Int]
    /// Of the hours that are left, so many per cent go into audits.
    public var auditPercent: Int
    /// The kinds of audit that they are authorised for.
    public var kinds: Set<String>
    /// The highest band that they are authorised for, by its code; nil for any.
    public var highestBand: String?
    public var base: Place?
    /// What they are authorised for, in place of `kinds` and `highestBand`: any one of these that holds is enough.
    public var levels: [ProgrammeLevel]?
    /// The first and the last day on which they work; the year's own when nil.
    public var from: Day?
    public var until: Day?
}

/// A level of an officer, with the days on which they have it.
public struct ProgrammeLevel: Codable, Sendable, Equatable {
    public var kinds: Set<String>
    public var highestBand: String
    public var sleeping: Bool
    public var complex: Bool
    public var from: Day
    public var until: Day?
}

/// Premises that are to be audited, or may be.
public struct ProgrammePremises: Codable, Sendable, Equatable {
    public var reference: String
    /// The code of the national premises type.
    public var type: String
    /// The code of the band that the method puts it in.
    public var band: String
    /// The code of the kind of audit.
    public var kind: String
    /// When the method has it due; nil where it is due in no year.
    public var due: Day?
    /// The theme that it is audited for, where it is for one.
    public var theme: String?
    public var place: Place?
    /// Whether people sleep there and whether they are hard to judge, where officers are authorised by level.
    public var sleeping: Bool?
    public var complex: Bool?
    /// Whether the method has them due in no such year, so that they are audited for a target alone.
    public var onlyForTargets: Bool?
}

/// So many audits of some premises, in the year or in one of its quarters: at least a number, or a share of those that there are.
public struct ProgrammeTarget: Codable, Sendable, Equatable {
    public var band: String?
    public var type: String?
    public var theme: String?
    /// 1 to 4; nil for the whole year.
    public var quarter: Int?
    /// The month by its number in the calendar, 4 for April; nil for the quarter or the year.
    public var month: Int?
    public var least: Int?
    public var percent: Int?

    func covers(_ premises: ProgrammePremises) -> Bool {
        (band == nil || band == premises.band) && (type == nil || type == premises.type) && (theme == nil || theme == premises.theme)
    }

    /// How many it asks for where so many are covered; a share is rounded up.
    func asked(of count: Int) -> Int { least ?? ((percent ?? 0) * count + 99) / 100 }

    /// Whether an audit in a month counts for it.
    func counts(_ month: Day, in basis: ProgrammeBasis) -> Bool {
        if let own = self.month { return basis.month(own) == month.startOfMonth }
        return quarter.map { basis.quarters[$0 - 1].contains(month) } ?? true
    }

    /// `care-home, very-high, second quarter`
    public var words: String {
        let which = [type, band, theme].compactMap { $0 }
        return (which.isEmpty ? ["all premises"] : which).joined(separator: ", ") + ", " + time
    }

    var time: String {
        if let month { return Day.months[min(max(month, 1), 12) - 1] }
        return quarter.map { ["first quarter", "second quarter", "third quarter", "fourth quarter"][min(max($0, 1), 4) - 1] } ?? "the year"
    }
}

public struct ProgrammeSample: Codable, Sendable, Equatable {
    public var band: String
    public var count: Int
    /// Anyone can draw the same again with it.
    public var seed: UInt64

    public init(band: String, count: Int, seed: UInt64) { (self.band, self.count, self.seed) = (band, count, seed) }

    /// The references that are drawn: those of the band in their order, shuffled by the seed (`Kernel.Dice`, SplitMix64; Fisher and Yates), the first of them.
    public func drawn(from premises: [ProgrammePremises]) -> Set<String> {
        var order = premises.filter { $0.band == band }.map(\.reference).sorted()
        var dice = Dice(seed: seed)
        for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, Int(dice.next() % UInt64(last + 1))) }
        return Set(order.prefix(max(0, count)))
    }
}

/// One audit of a programme: which premises, by whom, in which month.
public struct Allotment: Codable, Sendable, Equatable {
    public var premises: String
    public var officer: String
    /// Its first day.
    public var month: Day

    public init(premises: String, officer: String, month: Day) { (self.premises, self.officer, self.month) = (premises, officer, month) }
}
