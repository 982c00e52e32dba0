public import Kernel
public import People
import Premises

/// What time of an officer a year's programme has: part of the week, days away, and where they set out from.
public struct OfficerCapacity: Codable, Equatable, Sendable {
    public let id: ID<OfficerCapacity>
    public var version: Int
    public let programme: ID<Programme>
    /// A person, or a post whose holder audits.
    public let officer: ID<Party>
    public var fte: Hundredths
    /// Working days away in each quarter from April: leave, courses, bank holidays.
    public var away: [Int]
    /// Of the hours that are left, so many per cent go into audits of any origin.
    public var auditPercent: Int
    /// The office that they set out from.
    public var base: String?
    public var place: Place?
    /// The first and the last day on which they audit; the year's own when nil.
    public var from: Day?
    public var until: Day?

    public init(
        id: ID<OfficerCapacity>, version: Int = 1, programme: ID<Programme>, officer: ID<Party>, fte: Hundredths, away: [Int], auditPercent: Int, base: String? = nil,
        place: Place? = nil, from: Day? = nil, until: Day? = nil
    ) {
        (self.id, self.version, self.programme, self.officer) = (id, version, programme, officer)
        (self.fte, self.away, self.auditPercent, self.base, self.place) = (fte, away, auditPercent, base, place)
        (self.from, self.until) = (from, until)
    }

    /// What it says under the names of its form.
    func entries(officer: String) -> [String: [String]] {
        var held = [
            "officer": officer, "fte": fte.plain, "audit-percent": "\(auditPercent)", "base": base ?? "", "latitude": place.map { "\($0.latitude)" } ?? "",
            "longitude": place.map { "\($0.longitude)" } ?? "", "from": from?.iso ?? "", "until": until?.iso ?? "",
        ].mapValues { [$0] }
        for (quarter, days) in away.enumerated() { held["away-\(quarter + 1)"] = ["\(days)"] }
        return held
    }
}

/// What a person enters of an officer's time. The officer stays as it was when it is changed.
public struct NewOfficerCapacity: Sendable, Equatable {
    /// The name of a person or post on record.
    public var officer: String
    public var fte: Hundredths
    public var away: [Int]
    public var auditPercent: Int
    public var base: String?
    public var place: Place?
    public var from: Day?
    public var until: Day?

    public init(
        officer: String, fte: Hundredths = Hundredths(100), away: [Int] = [0, 0, 0, 0], auditPercent: Int = 60, base: String? = nil, place: Place? = nil, from: Day? = nil, until: Day? = nil
    ) {
        (self.officer, self.fte, self.away, self.auditPercent) = (officer, fte, away, auditPercent)
        (self.base, self.place, self.from, self.until) = (base, place, from, until)
    }

    public init(reading fields: inout Fields) {
        officer = fields.line("officer", "The officer", atMost: 200)
        fte = fields.written("fte").isEmpty ? Hundredths(100) : fields.amount("fte", "Full-time equivalent")
        if fte <= .zero || fte.count > 200 { fields.refuse("fte", "Full-time equivalents of one officer are more than 0 and at most 2, such as 0.80.") }
        away = []
        for quarter in 1...4 { away.append(fields.number("away-\(quarter)", "Days away", in: 0...70) ?? 0) }
        auditPercent = fields.number("audit-percent", "Share that goes into audits", in: 0...100) ?? 60
        base = fields.optionalLine("base", "Office", atMost: 200)
        place = fields.place()
        from = fields.optionalDay("from", "From")
        until = fields.optionalDay("until", "Until")
        if let from { fields.checkOrder(from, "until", until) }
    }
}
