internal import Foundation

/// A value's one JSON form: keys sorted, no white space, `/` as it is. The journal commits to these bytes, and what is to be the same bytes for the
/// same value elsewhere is written so.
public struct CanonicalJSON {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    public init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    public func text(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) }

    public func value<T: Decodable>(_ text: String, as type: T.Type = T.self) throws -> T {
        try decoder.decode(type, from: Data(text.utf8))
    }
}
