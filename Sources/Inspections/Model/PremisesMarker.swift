public import Kernel
public import Premises

/// Something that officers put on premises out of the risk method’s list of markers.
public struct PremisesMarker: Codable, Equatable, Sendable {
    public let id: ID<PremisesMarker>
    public var version: Int
    public let premises: ID<Premises>
    /// The marker’s code in the method.
    public let marker: String
    /// The first day on which it is so.
    public let since: Day
    /// The first day on which it is so no more.
    public var ended: Day?
    public let why: String
    public var whyEnded: String?

    public init(
        id: ID<PremisesMarker>, version: Int = 1, premises: ID<Premises>, marker: String, since: Day, ended: Day? = nil, why: String, whyEnded: String? = nil
    ) {
        (self.id, self.version, self.premises, self.marker) = (id, version, premises, marker)
        (self.since, self.ended, self.why, self.whyEnded) = (since, ended, why, whyEnded)
    }

    public func holds(on day: Day) -> Bool { since <= day && ended.map { $0 > day } ?? true }
}

/// What a person enters to put a marker on premises.
public struct NewPremisesMarker: Sendable, Equatable {
    public var marker: String
    public var since: Day
    public var why: String

    public init(marker: String, since: Day, why: String) { (self.marker, self.since, self.why) = (marker, since, why) }

    public init(reading fields: inout Fields) {
        marker = fields.line("marker", "The marker", atMost: 40)
        since = fields.day("since", "Since")
        why = fields.text("why", "Why", atMost: 1000)
    }
}
