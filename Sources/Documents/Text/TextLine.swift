import Kernel

/// A line of plain text, with its number from 1.
struct TextLine {
    let number: Int
    let text: String

    var isBlank: Bool { text.utf8.allSatisfy { $0 <= 32 } || text.trimmed.isEmpty }
    var hasTab: Bool { text.utf8.contains(9) }
    var trimmed: String { tidied(text, keepingLines: false) }

    /// What a printed page leaves between rows: `Page 2 of 5`, `- 2 -`, `2`.
    var isPageNumber: Bool {
        var rest = trimmed.lowercased().drop { $0 == "-" || $0 == " " }
        if rest.hasPrefix("page") { rest = rest.dropFirst(4).drop { $0 == " " } }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count) else { return false }
        rest = rest.dropFirst(digits.count).drop { $0 == "-" || $0 == " " }
        if rest.isEmpty { return true }
        for word in ["of", "/"] where rest.hasPrefix(word) {
            return rest.dropFirst(word.count).allSatisfy { $0 == " " || $0.isASCII && $0.isNumber }
        }
        return false
    }

    /// A line drawn with dashes under or between rows: `|---|:-:|`, `+----+`, `----  ----`.
    var isRule: Bool {
        var dashes = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): dashes += 1
            case UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: ":"), 32, 9, 13: break
            default: return false
            }
        }
        return dashes >= 2
    }

    static func all(of bytes: [UInt8]) throws(Refusal) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        var index = 0
        let count = bytes.count
        while index <= count {
            // A form feed breaks the page and so the line.
            if index == count || bytes[index] == 10 || bytes[index] == 13 || bytes[index] == 12 {
                if index == count && start == count { break }
                if index - start > Limits.cell {
                    throw .tooLarge("Line \(lines.count + 1) holds more than \(grouped(Limits.cell)) characters, which no table does.")
                }
                lines.append(TextLine(number: lines.count + 1, text: String(decoding: bytes[start..<index], as: UTF8.self)))
                if lines.count > Limits.rows { throw .tooLarge("It has more than \(grouped(Limits.rows)) lines. Save the table by itself.") }
                if index + 1 < count, bytes[index] == 13, bytes[index + 1] == 10 { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines
    }
}

/// What marks an item of a list at the start of a line, as it shows: `1)`, `2.1`, `(a)`, `•`.
enum ListMarker {
    /// The item with its marker as it shows, or nil when the line begins no item.
    static func item(_ line: String) -> String? {
        var rest = line[...]
        var isBullet = false
        if let first = rest.first, "-*•·–▪●o".contains(first), let second = rest.dropFirst().first, second == " " || second == "\t" {
            // A lone letter o is a bullet only where Word pasted one, before a tab.
            if first == "o" && second != "\t" { return nil }
            isBullet = true
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
        }
        if let number = number(rest) {
            let text = rest.dropFirst(number.count).drop { $0 == " " || $0 == "\t" }
            return text.isEmpty ? nil : "\(number) \(text)"
        }
        return isBullet && !rest.isEmpty ? "• \(rest)" : nil
    }

    /// `1)`, `12.`, `1.2`, `a)`, `iv.`, `(3)` at the start, with white space after it.
    static func number(_ line: Substring) -> Substring? {
        let word = line.prefix { $0 != " " && $0 != "\t" }
        guard (2...8).contains(word.count), word.count < line.count else { return nil }
        let isOpened = word.first == "("
        var core = isOpened ? word.dropFirst() : word
        guard let last = core.last else { return nil }
        let isClosed = last == ")" || last == "." || last == ":"
        if isClosed { core = core.dropLast() }
        guard let first = core.first, core.allSatisfy(\.isASCII) else { return nil }
        if first.isNumber {
            // A whole number needs its bracket or dot, or it is a quantity or a year.
            guard core.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
            return isClosed || core.contains(".") && core.count <= 5 ? word : nil
        }
        guard isClosed, last != ":" else { return nil }
        if core.count == 1, first.isLetter { return word }
        return core.allSatisfy { "ivx".contains($0) } && core.count <= 5 ? word : nil
    }
}
