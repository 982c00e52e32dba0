/// A postcode of the United Kingdom by its shape: an area, a district, a sector and a unit, `EC1A 1BB`.
public struct Postcode: Hashable, Sendable, CustomStringConvertible {
    /// In capitals with one space before the last three.
    public let text: String

    /// Reads it in small letters and without its space too; nil where it is none.
    public init?(written: some StringProtocol) {
        let signs = Array(written.uppercased().utf8.filter { $0 != UInt8(ascii: " ") })
        guard (5...7).contains(signs.count) else { return nil }
        func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
        func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
        let (outward, inward) = (signs.dropLast(3), Array(signs.suffix(3)))
        let letters = outward.prefix(while: isLetter)
        let district = outward.dropFirst(letters.count)
        guard isDigit(inward[0]), isLetter(inward[1]), isLetter(inward[2]), (1...2).contains(letters.count), (1...2).contains(district.count),
              district.first.map(isDigit) == true, district.allSatisfy({ isDigit($0) || isLetter($0) }) else { return nil }
        text = String(decoding: Array(outward) + [UInt8(ascii: " ")] + inward, as: UTF8.self)
    }

    public var description: String { text }
}

extension Postcode: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let postcode = Postcode(written: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a postcode looks like NR1 2AB")
        }
        self = postcode
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
