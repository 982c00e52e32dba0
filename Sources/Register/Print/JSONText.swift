import Kernel

/// JSON in the making (RFC 8259), byte by byte, with members in the order in which they are written.
///
/// A register may have hundreds of thousands of entries, so its bytes are written once and nothing is built beforehand.
struct JSONText: Sendable {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// Hands over what was written so far, and begins to collect anew.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    mutating func object(_ name: StaticString? = nil, _ write: (inout JSONText) -> Void) { nested(name, "{", "}", write) }

    mutating func list(_ name: StaticString? = nil, _ write: (inout JSONText) -> Void) { nested(name, "[", "]", write) }

    mutating func open(_ name: StaticString? = nil, _ bracket: Unicode.Scalar) {
        begin(name)
        bytes.append(UInt8(ascii: bracket))
        isFirst = true
    }

    mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        isFirst = false
    }

    /// Left out where there is none.
    mutating func text(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        begin(name)
        quote(value)
    }

    /// One of a list.
    mutating func item(_ value: String) {
        begin(nil)
        quote(value)
    }

    mutating func day(_ name: StaticString, _ day: Day?) { text(name, day?.iso) }

    mutating func number(_ name: StaticString, _ value: Int) {
        begin(name)
        bytes += String(value).utf8
    }

    /// Degrees, to a millionth.
    mutating func degrees(_ name: StaticString?, _ value: Double) {
        begin(name)
        bytes += inDegrees(value).utf8
    }

    mutating func null(_ name: StaticString) {
        begin(name)
        bytes += "null".utf8
    }

    mutating func lineFeed() {
        bytes.append(10)
        isFirst = true
    }

    private mutating func nested(_ name: StaticString?, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ write: (inout JSONText) -> Void) {
        self.open(name, open)
        write(&self)
        self.close(close)
    }

    private mutating func begin(_ name: StaticString?) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        guard let name else { return }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (place, byte) in utf8.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: utf8[start..<place])
                escape(byte)
                start = place + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes += #"\""#.utf8
        case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        default: bytes += ((byte < 16 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)).utf8
        }
    }
}
