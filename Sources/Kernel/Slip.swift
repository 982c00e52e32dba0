/// By how many days promises had slipped from a day on: as was agreed, and as was expected then or came.
public struct Slip: Sendable, Hashable, Codable {
    public let day: Day
    public let agreed: Int
    public let expected: Int

    public init(_ day: Day, agreed: Int, expected: Int) {
        self.day = day
        self.agreed = agreed
        self.expected = expected
    }
}
