public import Kernel

/// Points of a risk method, or a bound in one of its tables: a number with at most two places, counted exactly.
///
/// In a file it is a whole number, `40`, or a text, `"12.50"`, so that no reader makes a floating-point number of it.
public struct RiskPoints: Hashable, Comparable, Sendable {
    public let value: Hundredths

    public init(_ value: Hundredths) { self.value = value }
    public init(_ whole: Int) { value = Hundredths(Int64(whole) * 100) }

    /// The hundredths.
    public var count: Int64 { value.count }
    /// `40` and `12.5`
    public var words: String { value.plain }
    /// The whole number that it is; nil where it is none.
    public var whole: Int? { value.count % 100 == 0 ? Int(value.count / 100) : nil }

    public static func < (a: RiskPoints, b: RiskPoints) -> Bool { a.value < b.value }
}

extension RiskPoints: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let whole = try? container.decode(Int.self) {
            guard (0...1_000_000).contains(whole) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(whole) is not from 0 to 1,000,000")
            }
            self.init(whole)
            return
        }
        let text = (try? container.decode(String.self)) ?? ""
        guard let value = Hundredths(written: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "it is neither a whole number, such as 40, nor a text with at most two places, such as \"12.50\"")
        }
        self.init(value)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let whole { try container.encode(whole) } else { try container.encode(value.exact) }
    }
}
