public import HTTPTypes
public import Hummingbird
import Kernel
import Storage

/// What tells one state of a resource from another: its record's version, and a hash of what was shown.
///
/// A copy is fresh while all of it is the same. A change compares the version alone, so that an update posted meanwhile
/// does not stop an edit of the wording.
public struct EntityTag: Sendable, Hashable {
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

    /// Of what the texts tell apart.
    public init(of texts: [String]) { self.init(version: nil, of: Array(texts.joined(separator: "\0").utf8)) }

    /// The tag of an answer's own header; nil where it has none.
    public init?(of headers: HTTPFields) {
        guard let tag = headers[.eTag].flatMap({ EntityTag.all(in: $0)?.first }) else { return nil }
        self = tag
    }

    public var written: String { "\"\(text)\"" }

    /// Whether whoever asks has what this tells of; nil where no If-None-Match says what they have.
    public func isKnown(to request: Request) -> Bool? {
        request.headers[.ifNoneMatch].map { $0 == "*" || EntityTag.all(in: $0)?.contains { $0.text == text } ?? false }
    }

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
