import Foundation

/// An entry of another service as it is kept here.
enum HarvestedState {
    static func entry(_ text: String) throws -> PublicEntry { try JSONDecoder().decode(PublicEntry.self, from: Data(text.utf8)) }

    static func text(_ entry: PublicEntry) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entry), as: UTF8.self)
    }
}
