public import Kernel
public import People

/// That somebody may approve and sign notices of a type, from a day and until another.
public struct SigningAuthority: Codable, Equatable, Sendable {
    public let id: ID<SigningAuthority>
    public var version: Int
    /// A person, or the post whose holder may.
    public let party: ID<Party>
    public let type: NoticeType
    public let from: Day
    /// The last day on which they may; nil while no end is set.
    public var until: Day?

    public init(id: ID<SigningAuthority>, version: Int = 1, party: ID<Party>, type: NoticeType, from: Day, until: Day? = nil) {
        (self.id, self.version, self.party, self.type, self.from, self.until) = (id, version, party, type, from, until)
    }

    public func holds(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }
}

/// What a person enters who gives it.
public struct NewSigningAuthority: Sendable, Equatable {
    /// The name of a person or post on record.
    public var party: String
    public var type: NoticeType
    public var from: Day
    public var until: Day?

    public init(party: String, type: NoticeType, from: Day, until: Day? = nil) { (self.party, self.type, self.from, self.until) = (party, type, from, until) }

    public init(reading fields: inout Fields) {
        party = fields.line("party", "Who may sign", atMost: 200)
        type = fields.choice("type", "Notices", default: .enforcement)
        from = fields.day("from", "From")
        until = fields.optionalDay("until", "Until")
        fields.checkOrder(from, "until", until)
    }
}
