import Kernel
public import Markup

/// Where words lead: a page of Muster, an anchor in the same document, or a place elsewhere.
///
/// Only `http`, `https` and `mailto` lead elsewhere, so that nothing that is printed can be made to run.
public struct Address: Sendable, Hashable {
    /// `/plans/peer-review`, `#late` or `https://www.gov.uk/…`.
    public let text: String

    public init(_ link: Link) { text = link.text }

    /// - Parameter anchor: the one that a heading or a row of a table names.
    public init(anchor: String) { text = "#" + anchor.asAnchor }

    /// Nil when the text can't be followed.
    public init?(checking text: String) {
        let isWritten = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 && !$0.properties.isWhitespace && $0 != "\\" }
        guard isWritten, text == text.printable, text.utf8.count <= 2000 else { return nil }
        let lower = text.lowercased()
        let isElsewhere = ["https://", "http://", "mailto:"].contains { lower.hasPrefix($0) && lower != $0 }
        guard isElsewhere || (text.hasPrefix("/") && !text.hasPrefix("//")) || (text.hasPrefix("#") && text.count > 1) else { return nil }
        self.text = text
    }

    /// The anchor in the same document that it leads to.
    var anchor: String? { text.hasPrefix("#") ? String(text.dropFirst()) : nil }

    /// The address as it can be followed from a file; nil for a page of a service whose address isn't known.
    func whole(at base: String?) -> String? { Address.leading(to: base)(self)?.text }

    /// What makes each address of a document whole. The service's own is checked once for all of them.
    static func leading(to base: String?) -> Leading {
        // Without the strokes at its end; nil where it can't be followed.
        let base = base.flatMap { Address(checking: $0) }.map { address in String(address.text.reversed().drop { $0 == "/" }.reversed()) }
        return { address in
            guard address.text.hasPrefix("/") else { return address }
            return base.map { Address(whole: $0 + address.text) }
        }
    }

    /// Two that were checked, one after the other.
    private init(whole text: String) { self.text = text }
}

extension Address: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let address = Address(checking: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) can't be followed")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
