import Documents
import Kernel

/// The words of plain ASCII, by its bytes; nil where there is anything else.
private func asciiWords(_ bytes: some RandomAccessCollection<UInt8>) -> [String]? {
    var words: [String] = [], word: [UInt8] = []
    func flush() {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
        switch byte {
        case 48...57, 97...122: word.append(byte)
        case 65...90: word.append(byte | 32)
        case UInt8(ascii: "'"): continue
        case 128...: return nil
        default:
            flush()
            if byte == UInt8(ascii: "&") { words.append("and") }
            if byte == UInt8(ascii: "#") { words.append("#") }
        }
    }
    flush()
    return words
}

/// Whether plain ASCII has no white space but single spaces between words, as most cells have.
private func isTidyLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasSpace = true
    for byte in bytes {
        guard (32..<127).contains(byte), byte != 32 || !wasSpace else { return false }
        wasSpace = byte == 32
    }
    return !wasSpace
}

extension StringProtocol {
    /// With each run of white space, line feeds included, as one space.
    var oneLine: String {
        if utf8.withContiguousStorageIfAvailable({ isTidyLine($0) }) ?? false { return String(self) }
        return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words alone, in lower case, without punctuation; `&` counts as `and`.
    var plainWords: [String] {
        if let plain = utf8.withContiguousStorageIfAvailable({ asciiWords($0) }) ?? asciiWords(Array(utf8)) { return plain }
        var words: [String] = []
        var word = ""
        for character in self {
            if character.isLetter || character.isNumber {
                word += character.lowercased()
            } else if character == "'" || character == "’" {
                continue
            } else {
                if !word.isEmpty { words.append(word); word = "" }
                if character == "&" { words.append("and") }
                if character == "#" { words.append("#") }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// What two writings of the same thing share: words in lower case without punctuation.
    var sameness: String { plainWords.joined(separator: " ") }

    var startsInLowerCase: Bool { first(where: { !$0.isWhitespace && !"“‘\"'(".contains($0) })?.isLowercase ?? false }

    /// Whether it ends as a sentence or a clause does.
    var endsAsSentence: Bool {
        guard let last = last(where: { !$0.isWhitespace && !"”’\"')]".contains($0) }) else { return false }
        return ".!?:;…".contains(last)
    }

    /// Whether something must follow: it ends with a joining word or mark.
    var endsOpen: Bool {
        let text = trimmed
        if let last = text.last, ",/&-–+(".contains(last) { return true }
        let joining: Set = [
            "and", "or", "the", "a", "an", "to", "of", "for", "with", "by", "in", "on", "at", "from", "into", "that", "which", "as",
            "our", "their", "its", "including", "between", "through", "is", "are", "be", "will",
        ]
        return text.split(whereSeparator: \.isWhitespace).last.map { joining.contains($0.lowercased()) } ?? false
    }

    /// Whether it has more characters, found without counting all of a long text.
    func isLonger(than most: Int) -> Bool { utf8.count > most && index(startIndex, offsetBy: most + 1, limitedBy: endIndex) != nil }

    /// At most so many characters, for quoting in a sentence.
    func quoted(_ limit: Int = 60) -> String {
        let text = oneLine
        return text.count <= limit ? "“\(text)”" : "“\(text.prefix(limit).trimmed)…”"
    }
}

extension Cell {
    /// What is written in this very cell, in a reading made clean: nothing where it is part of a merged one.
    var written: String { text }
    var isBlank: Bool { text.isEmpty }

    /// The cell without marks that take no room, without the text of merged cells, and with a day's text where it has none.
    fileprivate var clean: Cell {
        var cell = self
        if continuesAbove || continuesLeft {
            cell.text = ""
        } else if !text.utf8.allSatisfy({ (32..<127).contains($0) }) || text.utf8.first == 32 || text.utf8.last == 32 {
            cell.text = String(text.filter { !"\u{200B}\u{200C}\u{200D}\u{FEFF}\u{00AD}".contains($0) }.trimmed)
        }
        if cell.text.isEmpty, !continuesAbove, !continuesLeft, let date { cell.text = date }
        return cell
    }
}

extension Reading {
    /// With every cell clean, once, so that nothing after needs to look again.
    var clean: Reading {
        var reading = self
        for index in reading.sheets.indices { reading.sheets[index].rows = reading.sheets[index].rows.map { $0.map(\.clean) } }
        return reading
    }
}
