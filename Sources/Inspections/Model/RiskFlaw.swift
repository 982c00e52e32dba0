/// Something that is wrong with a risk method: where in it, and what would be right.
public struct RiskFlaw: Hashable, Sendable, Codable {
    /// `Factor “height”, row 2`
    public let place: String
    public let sentence: String

    public init(_ place: String, _ sentence: String) { (self.place, self.sentence) = (place, sentence) }

    /// `Factor “height”, row 2: …`
    public var line: String { "\(place): \(sentence)" }
}
