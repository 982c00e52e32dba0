/// Reads JSON (RFC 8259) strictly: one value, each name of an object once, no deeper than 32, text in UTF-8.
struct JSONReader {
    static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    /// - Throws: `body-not-readable`, saying what is wrong and at which byte, from 1.
    static func read(_ bytes: [UInt8]) throws(Problem) -> JSONNode {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value()
        reader.skipSpace()
        guard reader.index == bytes.count else { throw reader.refusal("there is something after the end of the value") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func refusal(_ what: String) -> Problem { .bodyNotReadable("The body is not JSON: \(what), at byte \(index + 1).") }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value() throws(Problem) -> JSONNode {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try nested { (reader) throws(Problem) in try reader.object() }
        case UInt8(ascii: "["): return try nested { (reader) throws(Problem) in try reader.list() }
        case UInt8(ascii: "\""): return .text(try text())
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        case nil: throw refusal("it ends too early")
        default:
            for (word, value) in [("true", JSONNode.flag(true)), ("false", .flag(false)), ("null", .null)]
            where bytes[index...].starts(with: word.utf8) {
                index += word.utf8.count
                return value
            }
            throw refusal("a value was expected")
        }
    }

    private mutating func nested(_ read: (inout JSONReader) throws(Problem) -> JSONNode) throws(Problem) -> JSONNode {
        index += 1
        depth += 1
        guard depth <= JSONReader.deepest else { throw refusal("it is nested more than \(JSONReader.deepest) deep") }
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(Problem) -> JSONNode {
        var members: [String: JSONNode] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw refusal("a name in quotation marks was expected") }
            let name = try text()
            guard members[name] == nil else { throw .bodyNotReadable("“\(name.prefix(60))” stands twice in the body. Send it once.") }
            guard take(":") else { throw refusal("a colon was expected") }
            members[name] = try value()
        } while take(",")
        guard take("}") else { throw refusal("a comma or } was expected") }
        return .object(members)
    }

    private mutating func list() throws(Problem) -> JSONNode {
        var list: [JSONNode] = []
        if take("]") { return .list(list) }
        repeat { list.append(try value()) } while take(",")
        guard take("]") else { throw refusal("a comma or ] was expected") }
        return .list(list)
    }

    private mutating func number() throws(Problem) -> JSONNode {
        let start = index
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }
        func digits(_ reader: inout JSONReader) throws(Problem) {
            guard isDigit(reader.next) else { throw reader.refusal("a digit was expected") }
            while isDigit(reader.next) { reader.index += 1 }
        }
        var isWhole = true
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") { index += 1 } else { try digits(&self) }
        if next == UInt8(ascii: ".") {
            isWhole = false
            index += 1
            try digits(&self)
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try digits(&self)
        }
        let written = String(decoding: bytes[start..<index], as: UTF8.self)
        if isWhole, let number = Int64(written) { return .integer(number) }
        guard let number = Double(written), number.isFinite else { throw refusal("the number is too large") }
        return .number(number)
    }

    private mutating func text() throws(Problem) -> String {
        index += 1
        var out: [UInt8] = []
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: out, as: UTF8.self) else { throw refusal("a text is not UTF-8") }
                return text
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<32: throw refusal("a control character stands in a text as itself")
            default: out.append(byte)
            }
        }
        throw refusal("a text does not end")
    }

    private mutating func escape(into out: inout [UInt8]) throws(Problem) {
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92, UInt8(ascii: "/"): 47, UInt8(ascii: "b"): 8,
            UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
        ]
        guard let byte = next else { throw refusal("a text does not end") }
        index += 1
        if let one = plain[byte] { return out.append(one) }
        guard byte == UInt8(ascii: "u") else { throw refusal("a backslash stands before a letter that it does not go with") }
        var unit = try hexUnit()
        if (0xD800...0xDBFF).contains(unit) {
            guard bytes[index...].starts(with: [92, UInt8(ascii: "u")]) else { throw refusal("half of a pair of \\u escapes is missing") }
            index += 2
            let low = try hexUnit()
            guard (0xDC00...0xDFFF).contains(low) else { throw refusal("half of a pair of \\u escapes is missing") }
            unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(unit) else { throw refusal("half of a pair of \\u escapes is missing") }
        out.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func hexUnit() throws(Problem) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap(URLEncoded.hex) else { throw refusal("four hexadecimal digits were expected after \\u") }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }
}
