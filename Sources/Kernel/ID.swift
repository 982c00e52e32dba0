/// The number of a record of one kind. Numbers start at 1, rise by 1 and are never used again.
public struct ID<Kind>: Hashable, Comparable, Sendable {
    public let number: Int64

    public init(_ number: Int64) { self.number = number }

    public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
}

extension ID: Codable {
    public init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

extension ID: CustomStringConvertible {
    public var description: String { String(number) }
}
