/// Days from one on, until another or with no end.
public struct Span: Equatable, Sendable {
    public let from: Day
    /// The last day; nil while it runs on.
    public let through: Day?

    /// - Throws: `period-ends-before-it-starts`
    public init(_ from: Day, _ through: Day?) throws(Refusal) {
        if let through { _ = try Period(from: from, through: through) }
        self.from = from
        self.through = through
    }

    /// Days that a record holds already, so that they were checked when it was made.
    public init(unchecked from: Day, _ through: Day?) {
        self.from = from
        self.through = through
    }

    public func contains(_ day: Day) -> Bool { from <= day && through.map { day <= $0 } ?? true }

    public func overlaps(_ other: Span) -> Bool {
        (other.through.map { from <= $0 } ?? true) && (through.map { other.from <= $0 } ?? true)
    }
}
