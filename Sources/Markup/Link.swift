public import Kernel

/// An address within Muster: a path of parts and a query, each percent-encoded. The only way a page links.
///
///     Link("plans", plan.reference, "actions", action.reference).adding("on", day?.iso)
public struct Link: Sendable, Hashable {
    public private(set) var path: String
    public private(set) var query: [(name: String, value: String)]
    public private(set) var fragment: String?

    public init(_ parts: any LinkPart...) {
        path = "/" + parts.map { Link.encode($0.linkText) }.joined(separator: "/")
        query = []
    }

    /// The address a request came in on: the parts of its path, decoded.
    public init(parts: [String]) {
        path = "/" + parts.map(Link.encode).joined(separator: "/")
        query = []
    }

    /// The same path alone.
    public var withoutQuery: Link {
        var link = self
        link.query = []
        link.fragment = nil
        return link
    }

    /// The same link with one more piece of query; none when the value is nil or empty.
    public func adding(_ name: String, _ value: String?) -> Link {
        var link = self
        link.query.removeAll { $0.name == name }
        if let value, !value.isEmpty { link.query.append((name, value)) }
        return link
    }

    /// The same link with one more piece of query, beside those of the same name.
    public func appending(_ name: String, _ value: String) -> Link {
        var link = self
        link.query.append((name, value))
        return link
    }

    public func at(_ anchor: String) -> Link {
        var link = self
        link.fragment = anchor
        return link
    }

    public var text: String {
        var text = path
        for (index, pair) in query.enumerated() {
            text += (index == 0 ? "?" : "&") + Link.encode(pair.name) + "=" + Link.encode(pair.value)
        }
        if let fragment { text += "#" + Link.encode(fragment) }
        return text
    }

    public static func == (a: Link, b: Link) -> Bool { a.text == b.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// RFC 3986: everything but the unreserved characters is percent-encoded.
    static func encode(_ text: String) -> String {
        // Most parts of an address have nothing to encode.
        guard !text.utf8.allSatisfy(isUnreserved) else { return text }
        var encoded = ""
        for byte in text.utf8 {
            if isUnreserved(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return encoded
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
             UInt8(ascii: "0")...UInt8(ascii: "9"),
             UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}

/// What may stand between two slashes.
public protocol LinkPart { var linkText: String { get } }
extension String: LinkPart { public var linkText: String { self } }
extension Reference: LinkPart { public var linkText: String { text } }
extension ID: LinkPart { public var linkText: String { String(number) } }
extension Day: LinkPart { public var linkText: String { iso } }

extension Link {
    /// The address within Muster that `text` writes; nil for any other text.
    public init?(written text: some StringProtocol) {
        guard text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
        let (address, fragment) = Link.halves(text, at: "#")
        let (path, query) = Link.halves(address, at: "?")
        var link = Link()
        link.path = path
        for pair in (query ?? "").split(separator: "&") {
            let (name, value) = Link.halves(pair, at: "=")
            link.query.append((Link.decode(name), Link.decode(value ?? "")))
        }
        link.fragment = fragment.map(Link.decode)
        // Only what a link writes is one, so each part must be written as a link would.
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard fragment != "", parts.allSatisfy({ Link.encode(Link.decode(String($0))) == $0 }) else { return nil }
        guard link.text == text else { return nil }
        self = link
    }

    private static func decode(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
               let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16) {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func halves(_ text: some StringProtocol, at mark: Character) -> (String, String?) {
        guard let index = text.firstIndex(of: mark) else { return (String(text), nil) }
        return (String(text[..<index]), String(text[text.index(after: index)...]))
    }
}

extension Link: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let link = Link(written: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no address within Muster")
        }
        self = link
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
