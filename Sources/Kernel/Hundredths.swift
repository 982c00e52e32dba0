/// A decimal with two places, kept and added exactly: pounds and pence, or posts in full-time equivalents.
public struct Hundredths: Hashable, Comparable, Sendable {
    /// How many hundredths: pence, where it is money.
    public let count: Int64

    public init(_ count: Int64) { self.count = count }

    public static let zero = Hundredths(0)
    /// A thousand million less a hundredth; nothing that a service buys comes near, and sums of many still add up.
    public static let most = Hundredths(99_999_999_999)

    /// Reads `1250`, `1,250.5`, `£1,250.50` and `7.6`; nil for all else, more than two places among it.
    public init?(written text: some StringProtocol) {
        var digits = Substring(String(text.filter { !$0.isWhitespace }))
        if digits.first == "£" { digits.removeFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let pounds = Quantity.whole(parts[0]) else { return nil }
        let rest = parts.count == 2 ? String(parts[1]) : "0"
        guard (1...2).contains(rest.utf8.count), rest.utf8.allSatisfy({ (48...57).contains($0) }),
              let hundredths = Int64(rest.utf8.count == 1 ? rest + "0" : rest) else { return nil }
        let count = pounds * 100 + hundredths
        guard count <= Hundredths.most.count else { return nil }
        self.init(count)
    }

    public static func < (a: Hundredths, b: Hundredths) -> Bool { a.count < b.count }
    public static func + (a: Hundredths, b: Hundredths) -> Hundredths { Hundredths(a.count + b.count) }
    public static func - (a: Hundredths, b: Hundredths) -> Hundredths { Hundredths(a.count - b.count) }

    /// `1250.50`, as programs read it.
    public var exact: String {
        let (size, sign) = (abs(count), count < 0 ? "-" : "")
        return "\(sign)\(size / 100)." + (size % 100 < 10 ? "0" : "") + "\(size % 100)"
    }

    /// `£1,250.50`, and `£1,250` where there are no pence.
    public var pounds: String {
        let pence = abs(count) % 100
        return "\(count < 0 ? "-" : "")£" + grouped(Int(abs(count) / 100)) + (pence == 0 ? "" : "." + (pence < 10 ? "0" : "") + "\(pence)")
    }

    /// `7.6`, `7` and `0.25`: no more places than it needs.
    public var plain: String { decimal(count, places: 2) }

    /// For what takes numbers in floating point, as a spreadsheet does.
    public var number: Double { Double(count) / 100 }
}

/// Written as text, so that no reader makes a floating-point number of it: `"1250.50"`.
extension Hundredths: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Hundredths(written: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no amount with two places")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(exact)
    }
}

extension Fields {
    /// An amount with at most two places; zero where nothing was written.
    public mutating func amount(_ name: String, _ label: String) -> Hundredths {
        let text = written(name)
        guard !text.isEmpty else { return .zero }
        guard let amount = Hundredths(written: text) else {
            refuse(name, "\(label) must be a number with at most two places, such as 1,250.50 or 7.6, with a point before them, and below 1,000,000,000.")
            return .zero
        }
        return amount
    }
}
