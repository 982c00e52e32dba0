public import Kernel

/// The names and values after the question mark of an address, in their order and without their percents.
public struct AddressQuery: Sendable, Hashable {
    public let pairs: [Pair]

    public struct Pair: Sendable, Hashable {
        public let name: String
        public let value: String
    }

    /// - Parameter encoded: as it stood in the address, without the question mark.
    public init(_ encoded: String) {
        pairs = URLEncoded.pairs(encoded.utf8, atMost: 1000).map { Pair(name: $0.name, value: $0.value) }
    }

    /// The first value under a name, trimmed; nil when there is none or it is blank.
    public subscript(name: String) -> String? {
        guard let value = pairs.first(where: { $0.name == name })?.value.trimmed, !value.isEmpty else { return nil }
        return String(value)
    }

    /// The filters of a page read as a form is: `context.query.fields`.
    public var fields: Fields { Fields(pairs.reduce(into: [:]) { $0[$1.name, default: []].append($1.value) }) }
}
