/// Where something is on the web: `https://www.northshire.example/policies/enforcement.pdf`.
///
/// Nothing but `http` and `https`, so that no link that somebody enters can run anything.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// What was written, where it is an address with a host and with nothing in it that an address can't hold.
    public init?(_ written: some StringProtocol) {
        let lower = written.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
        let host = written.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty, !host.contains("@"), host.first != ":", written.count <= 2000,
              written.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0) }) else { return nil }
        text = String(written)
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
        guard let address = WebAddress(text) else {
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
        refuse(name, "\(label) “\(text.prefix(60))” is not a web address. Write all of it, as https://www.northshire.example/policy.pdf.")
        return nil
    }
}
