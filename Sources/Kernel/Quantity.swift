/// An exact decimal number as a person writes it: `7.6`, `-0.25`, `1850`. Kept in millionths, so that sums and comparisons are
/// exact; up to twelve digits before the point and six after it.
public struct Quantity: Hashable, Comparable, Sendable {
    public let millionths: Int64

    public init(millionths: Int64) { self.millionths = millionths }
    public init(_ whole: Int) { millionths = Int64(whole) * 1_000_000 }

    /// Reads `1850`, `1,850`, `7.60` or `-0.25`.
    public init?(_ written: some StringProtocol) {
        var digits = Substring(String(written.trimmed))
        let isNegative = digits.first == "-" || digits.first == "−"
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = Quantity.whole(parts[0]), parts.count == 1 || (1...6).contains(parts[1].count) else { return nil }
        var fraction = parts.count == 1 ? "" : String(parts[1])
        guard fraction.utf8.allSatisfy(Quantity.isDigit) else { return nil }
        while fraction.utf8.count < 6 { fraction.append("0") }
        guard let small = Int64(fraction) else { return nil }
        millionths = (isNegative ? -1 : 1) * (whole * 1_000_000 + small)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Digits alone, or parted by commas into groups of three.
    static func whole(_ written: Substring) -> Int64? {
        let groups = written.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        let digits = groups.joined()
        guard (1...12).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit) else { return nil }
        return Int64(digits)
    }

    /// For what takes numbers in floating point, as a spreadsheet does.
    public var number: Double { Double(millionths) / 1_000_000 }

    public static func < (a: Quantity, b: Quantity) -> Bool { a.millionths < b.millionths }
}

extension Quantity: CustomStringConvertible {
    /// The shortest way to write it exactly: `7.6`.
    public var description: String { decimal(millionths, places: 6) }
}

/// Written as text, so that no reader of JSON rounds it.
extension Quantity: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let quantity = Quantity(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a decimal number")
        }
        self = quantity
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Fields {
    /// A number that must be there.
    public mutating func quantity(_ name: String, _ label: String) -> Quantity {
        if written(name).isEmpty {
            refuse(name, "Enter \(label.lowercasedFirst), as a number such as 82.5.")
            return Quantity(0)
        }
        return optionalQuantity(name, label) ?? Quantity(0)
    }

    public mutating func optionalQuantity(_ name: String, _ label: String) -> Quantity? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        guard let quantity = Quantity(text) else {
            refuse(name, "\(label) “\(text.prefix(40))” is not a number. Write it as 82.5, with at most six places after the point.")
            return nil
        }
        return quantity
    }
}
