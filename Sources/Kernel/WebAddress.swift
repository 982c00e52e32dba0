/// Where something is on the web: `https://www.northshire.example/policies/enforcement.pdf`.
///
/// Nothing but `http` and `https`, so that no link that somebody enters can run anything.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// What was written, where it is an address as browsers show them: with a host, without a name or password before it, and
    /// without a blank, a letter that nobody sees, or one that a browser never leaves as it is.
    public init?(_ written: some StringProtocol) {
        self.init(kept: String(written))
        let host = host
        guard !host.contains("@"), host.first != ":", text.count <= 2000, text.unicodeScalars.allSatisfy(WebAddress.isShown) else { return nil }
    }

    /// One that was kept before, by whichever rule held then: nil only where it would lead to no host, or run something.
    public init?(kept text: String) {
        let lower = text.lowercased()
        guard ["https://", "http://"].contains(where: lower.hasPrefix) else { return nil }
        self.text = text
        if host.isEmpty { return nil }
    }

    private static func isShown(_ letter: Unicode.Scalar) -> Bool {
        let properties = letter.properties
        guard !properties.isWhitespace, !"\"<>\\".unicodeScalars.contains(letter) else { return false }
        return properties.generalCategory != .control && properties.generalCategory != .format
    }

    public var description: String { text }

    /// The host alone, for people: `www.northshire.example`.
    public var host: String {
        String(text.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
}

extension WebAddress: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let address = WebAddress(kept: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a web address")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Fields {
    public mutating func optionalWebAddress(_ name: String, _ label: String) -> WebAddress? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        if let address = WebAddress(text) { return address }
        refuse(name, "\(label) “\(text.prefix(60))” is not a web address that can be kept. Write it as it stands in the browser, beginning with https:// or http://, without a name or password in it.")
        return nil
    }
}
