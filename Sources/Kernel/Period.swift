/// A run of days, both ends included.
public struct Period: Hashable, Sendable, Codable {
    public let from: Day
    public let through: Day

    /// - Throws: `period-ends-before-it-starts`
    public init(from: Day, through: Day) throws(Refusal) {
        guard from <= through else {
            throw .invalid("period-ends-before-it-starts", "The period ends on \(through), before it starts on \(from).")
        }
        self.from = from
        self.through = through
    }

    /// - Throws: `period-ends-before-it-starts`, as for one that is made.
    public init(from decoder: any Decoder) throws {
        let parts = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(from: parts.decode(Day.self, forKey: .from), through: parts.decode(Day.self, forKey: .through))
    }

    private enum CodingKeys: CodingKey { case from, through }

    public func contains(_ day: Day) -> Bool { from <= day && day <= through }

    /// How many days it runs, both ends counted.
    public var length: Int { from.days(until: through) + 1 }
}
