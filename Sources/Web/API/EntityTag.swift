import Kernel
import Storage

/// What tells one state of a resource from another: its record's version, and a hash of what was shown.
///
/// A copy is fresh while all of it is the same. A change compares the version alone, so that an update posted meanwhile
/// does not stop an edit of the wording.
struct EntityTag: Sendable, Hashable {
    let version: Int?
    let text: String

    init(version: Int?, of bytes: [UInt8]) {
        self.version = version
        let hash = Hash(of: bytes).description.prefix(16)
        text = version.map { "\($0).\(hash)" } ?? String(hash)
    }

    private init(text: String) {
        self.text = text
        version = text.firstIndex(of: ".").flatMap { Int(text[..<$0]) }
    }

    var written: String { "\"\(text)\"" }

    /// The tags of an If-Match or If-None-Match; nil where they can't be read. A mark of weakness that a proxy put before one is let be.
    static func all(in header: String) -> [EntityTag]? {
        var tags: [EntityTag] = []
        var rest = header[...]
        repeat {
            rest = rest.trimmed
            if rest.hasPrefix("W/") { rest = rest.dropFirst(2) }
            // A comma may stand within the marks.
            guard rest.hasPrefix("\""), let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
            let inner = rest.dropFirst()[..<end]
            guard inner.utf8.allSatisfy({ (33...126).contains($0) }) else { return nil }
            tags.append(EntityTag(text: String(inner)))
            rest = rest[rest.index(after: end)...].trimmed
            if rest.isEmpty { return tags }
        } while rest.popFirst() == ","
        return nil
    }
}
