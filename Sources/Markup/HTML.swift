public import Kernel

/// A piece of a page, written as itself: an interpolated value is always escaped.
///
///     func row(_ action: Action) -> HTML { "<tr><td>\(action.reference)</td><td>\(action.text)</td></tr>" }
///
/// Attribute values are always in double quotes, so the same escape serves inside and outside a tag.
public struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    /// The markup as it is sent, in UTF-8.
    public private(set) var bytes: [UInt8]

    public init(stringLiteral markup: String) { bytes = Array(markup.utf8) }
    public init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    /// Markup made by this target's own code and by nothing else.
    init(trusted bytes: [UInt8]) { self.bytes = bytes }

    public static let empty: HTML = ""
    public var isEmpty: Bool { bytes.isEmpty }
    public var markup: String { String(decoding: bytes, as: UTF8.self) }

    public static func + (a: HTML, b: HTML) -> HTML { HTML(trusted: a.bytes + b.bytes) }
    public static func += (a: inout HTML, b: HTML) { a.bytes += b.bytes }

    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }
        public mutating func appendInterpolation(_ text: String) { bytes.append(escaping: text) }
        public mutating func appendInterpolation(_ text: Substring) { bytes.append(escaping: String(text)) }
        public mutating func appendInterpolation(_ text: String?) { if let text { bytes.append(escaping: text) } }
        public mutating func appendInterpolation(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }
        public mutating func appendInterpolation(_ reference: Reference) { bytes.append(escaping: reference.text) }
        public mutating func appendInterpolation(_ id: ID<some Any>) { bytes.append(contentsOf: String(id.number).utf8) }
        public mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }
        public mutating func appendInterpolation(_ html: HTML?) { if let html { bytes += html.bytes } }
        public mutating func appendInterpolation(_ parts: [HTML]) {
            bytes.reserveCapacity(parts.reduce(bytes.count) { $0 + $1.bytes.count })
            for part in parts { bytes += part.bytes }
        }
        public mutating func appendInterpolation(_ link: Link) { bytes.append(escaping: link.text) }

        /// A day in words, with its machine-readable form beside it. For text, not for attributes.
        public mutating func appendInterpolation(_ day: Day) { bytes.append(time: day.iso, "\(day)") }

        /// An instant as a clock in Britain showed it. For text, not for attributes.
        public mutating func appendInterpolation(_ moment: Moment) { bytes.append(time: moment.iso, moment.inWords) }

        /// An attribute that is there or not: `<option \(flag: "selected", chosen)>`.
        public mutating func appendInterpolation(flag name: StaticString, _ present: Bool) {
            if present { bytes.append(name) }
        }

        /// An attribute that is left out when there is no value: `<td \(attribute: "id", anchor)>`.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(name)
            bytes.append("=\"")
            bytes.append(escaping: value)
            bytes.append(UInt8(ascii: "\""))
        }
    }
}

extension Sequence where Element == HTML {
    public func joined(by separator: HTML = .empty) -> HTML {
        let parts = map(\.bytes)
        guard parts.count > 1 else { return HTML(trusted: parts.first ?? []) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(parts.count * separator.bytes.count) { $0 + $1.count })
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes += separator.bytes }
            bytes += part
        }
        return HTML(trusted: bytes)
    }
}
