public import Kernel

/// A document was taken out of force, for a reason; where another took its place, by that. It can still be read, and put back.
public struct DocumentWithdrawal: Codable, Equatable, Sendable {
    public let id: ID<DocumentWithdrawal>
    public var version: Int
    public let document: ID<ControlledDocument>
    /// The first day on which it did not count.
    public let on: Day
    public let because: String
    /// What took its place.
    public let successor: ID<ControlledDocument>?
    /// Who withdrew it: `person/3`, or `operator`.
    public let by: String
    /// The day from which it counted again.
    public var restoredOn: Day?

    public init(
        id: ID<DocumentWithdrawal>, version: Int = 1, document: ID<ControlledDocument>, on: Day, because: String,
        successor: ID<ControlledDocument>? = nil, by: String, restoredOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.document = document
        self.on = on
        self.because = because
        self.successor = successor
        self.by = by
        self.restoredOn = restoredOn
    }

    public func holds(on day: Day) -> Bool { on <= day && restoredOn.map { day < $0 } ?? true }
}

/// What a person enters to withdraw a document.
public struct NewDocumentWithdrawal: Sendable, Equatable {
    public var on: Day
    public var because: String
    /// The reference of what takes its place.
    public var successor: String?

    public init(on: Day, because: String, successor: String? = nil) {
        self.on = on
        self.because = because
        self.successor = successor
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "The day from which it does not count")
        because = fields.text("because", "Why it is withdrawn", atMost: 2000)
        successor = fields.optionalLine("successor", "What takes its place", atMost: 200)
    }
}
