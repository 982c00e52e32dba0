/// The encoding of forms and queries: pairs joined by `&`, blanks as `+`, the rest by percent (WHATWG URL, section 5).
enum URLEncoded {
    /// Pairs past the limit are left out; the caller that must refuse them asks for one more than it allows.
    static func pairs(_ bytes: some Collection<UInt8>, atMost limit: Int) -> [(name: String, value: String)] {
        bytes.split(separator: UInt8(ascii: "&")).prefix(limit).map { pair in
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return (decoded(pair, plus: true), "") }
            return (decoded(pair[..<equals], plus: true), decoded(pair[pair.index(after: equals)...], plus: true))
        }
    }

    /// A percent that no two hexadecimal digits follow stands for itself.
    static func decoded(_ bytes: some Collection<UInt8>, plus: Bool) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hex), let low = rest.dropFirst().first.flatMap(hex) {
                out.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                out.append(plus && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return clean(String(decoding: out, as: UTF8.self))
    }

    /// Everything but the unreserved characters of RFC 3986 by percent.
    static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                 UInt8(ascii: "0")...UInt8(ascii: "9"),
                 UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return out
    }

    /// Line ends as one character, and no NUL, which no database text may hold.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0 || $0 == 13 }) else { return text }
        var out = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars where scalar != "\0" {
            if scalar == "\r" {
                out.append("\n")
            } else if !(scalar == "\n" && wasReturn) {
                out.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        return String(out)
    }

    static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
