import Documents
import Kernel

extension StringProtocol {
    /// With each run of white space, line feeds included, as one space.
    var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The words alone, in lower case, without punctuation; `&` counts as `and`.
    var plainWords: [String] {
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

    /// At most so many characters, for quoting in a sentence.
    func quoted(_ limit: Int = 60) -> String {
        let text = oneLine
        return text.count <= limit ? "“\(text)”" : "“\(text.prefix(limit).trimmed)…”"
    }
}

extension Cell {
    /// What is written in this very cell: nothing where it is part of a merged one.
    var written: String {
        guard !continuesAbove, !continuesLeft else { return "" }
        let shown = String(text.filter { !"\u{200B}\u{200C}\u{200D}\u{FEFF}\u{00AD}".contains($0) }.trimmed)
        return shown.isEmpty ? date ?? "" : shown
    }

    var isBlank: Bool { written.isEmpty }
}
