/// A unique property reference number: 1 to 12 digits, written without leading zeros. Several records may share one.
public struct UPRN: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let number: Int64

    /// Nil where it is none.
    public init?(_ number: Int64) {
        guard (1...999_999_999_999).contains(number) else { return nil }
        self.number = number
    }

    /// Reads `100091234567`, and `000100091234567` as files with columns of a fixed width have it.
    public init?(written text: some StringProtocol) {
        let digits = String(text.filter { !$0.isWhitespace })
        guard !digits.isEmpty, digits.utf8.count <= 18, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(digits) else { return nil }
        self.init(number)
    }

    public var description: String { String(number) }
    public static func < (a: UPRN, b: UPRN) -> Bool { a.number < b.number }
}

extension UPRN: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let uprn = UPRN(written: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a UPRN is 1 to 12 digits")
        }
        self = uprn
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
