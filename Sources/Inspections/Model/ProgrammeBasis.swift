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

    /// The first and the last day of each quarter.
    public var quarters: [ClosedRange<Day>] {
        (0..<4).map { begins.adding(months: 3 * $0)...begins.adding(months: 3 * $0 + 3).adding(days: -1) }
    }
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
}

/// So many audits of some premises, in the year or in one of its quarters: at least a number, or a share of those that there are.
public struct ProgrammeTarget: Codable, Sendable, Equatable {
    public var band: String?
    public var type: String?
    public var theme: String?
    /// 1 to 4; nil for the whole year.
    public var quarter: Int?
    public var least: Int?
    public var percent: Int?

    func covers(_ premises: ProgrammePremises) -> Bool {
        (band == nil || band == premises.band) && (type == nil || type == premises.type) && (theme == nil || theme == premises.theme)
    }

    /// How many it asks for where so many are covered; a share is rounded up.
    func asked(of count: Int) -> Int { least ?? ((percent ?? 0) * count + 99) / 100 }

    /// `care-home, very-high, second quarter`
    public var words: String {
        let which = [type, band, theme].compactMap { $0 }
        let when = quarter.map { ["first quarter", "second quarter", "third quarter", "fourth quarter"][min(max($0, 1), 4) - 1] } ?? "the year"
        return (which.isEmpty ? ["all premises"] : which).joined(separator: ", ") + ", " + when
    }
}

public struct ProgrammeSample: Codable, Sendable, Equatable {
    public var band: String
    public var count: Int
    /// Anyone can draw the same again with it.
    public var seed: UInt64

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
