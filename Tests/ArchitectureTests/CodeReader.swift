/// Reads Swift just well enough to tell code from comments and the words of strings.
///
/// What is interpolated into a string is code and stays.
struct CodeReader {
    private enum Place {
        case code(parentheses: Int)
        case text(hashes: Int, quotes: Int)
    }

    static func code(of text: String) -> [String] {
        var reader = CodeReader(text)
        return reader.read()
    }

    private let bytes: [UInt8]
    private var index = 0
    private var places: [Place] = [.code(parentheses: 0)]
    private var out: [UInt8] = []

    private init(_ text: String) { bytes = Array(text.utf8) }

    private mutating func read() -> [String] {
        while index < bytes.count {
            switch places[places.count - 1] {
            case .code(let parentheses): readCode(parentheses)
            case .text(let hashes, let quotes): readText(hashes, quotes)
            }
        }
        return out.split(separator: CodeReader.newline, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private static let newline = UInt8(ascii: "\n"), quote = UInt8(ascii: "\""), hash = UInt8(ascii: "#")
    private static let slash = UInt8(ascii: "/"), star = UInt8(ascii: "*"), backslash = UInt8(ascii: "\\")
    private static let open = UInt8(ascii: "("), close = UInt8(ascii: ")")

    /// How often a byte stands here in a row.
    private func count(of byte: UInt8, from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == byte { end += 1 }
        return end - start
    }

    private func sees(_ first: UInt8, _ second: UInt8) -> Bool {
        bytes[index] == first && index + 1 < bytes.count && bytes[index + 1] == second
    }

    private mutating func readCode(_ parentheses: Int) {
        if sees(Self.slash, Self.slash) {
            while index < bytes.count, bytes[index] != Self.newline { index += 1 }
        } else if sees(Self.slash, Self.star) {
            while index < bytes.count, !sees(Self.star, Self.slash) { skip() }
            index += 2
        } else if bytes[index] == Self.quote || bytes[index] == Self.hash, let (hashes, quotes) = opening() {
            places.append(.text(hashes: hashes, quotes: quotes))
            index += hashes + quotes
            out.append(Self.quote)
        } else {
            step(parentheses)
        }
    }

    private mutating func step(_ parentheses: Int) {
        let byte = bytes[index]
        if byte == Self.close, parentheses == 1, places.count > 1 {
            places.removeLast()
        } else if byte == Self.open {
            places[places.count - 1] = .code(parentheses: parentheses + 1)
        } else if byte == Self.close {
            places[places.count - 1] = .code(parentheses: parentheses - 1)
        }
        out.append(byte)
        index += 1
    }

    private mutating func readText(_ hashes: Int, _ quotes: Int) {
        switch bytes[index] {
        case Self.quote where count(of: Self.quote, from: index) >= quotes
            && count(of: Self.hash, from: index + quotes) >= hashes:
            places.removeLast()
            index += quotes + hashes
            out.append(Self.quote)
        case Self.backslash where count(of: Self.hash, from: index + 1) >= hashes:
            let next = index + 1 + hashes
            if next < bytes.count, bytes[next] == Self.open {
                places.append(.code(parentheses: 1))
                out.append(Self.open)
            }
            index = next + 1
        default: skip()
        }
    }

    /// How a string begins here: its number signs and its quotation marks.
    private func opening() -> (hashes: Int, quotes: Int)? {
        let hashes = count(of: Self.hash, from: index)
        let quotes = count(of: Self.quote, from: index + hashes)
        guard quotes > 0 else { return nil }
        return (hashes, quotes >= 3 ? 3 : 1)
    }

    private mutating func skip() {
        if bytes[index] == Self.newline { out.append(Self.newline) }
        index += 1
    }
}
