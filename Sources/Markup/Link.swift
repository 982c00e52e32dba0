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
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                 UInt8(ascii: "0")...UInt8(ascii: "9"),
                 UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return encoded
    }
}

/// What may stand between two slashes.
public protocol LinkPart { var linkText: String { get } }
extension String: LinkPart { public var linkText: String { self } }
extension Reference: LinkPart { public var linkText: String { text } }
extension ID: LinkPart { public var linkText: String { String(number) } }
extension Day: LinkPart { public var linkText: String { iso } }
