/// A number as it is written, in figures or in words: `7.6`, `1,850`, `four`.
struct WrittenNumber: Equatable {
    /// In hundredths, so that it compares exactly.
    let hundredths: Int
    let range: Range<String.Index>

    private static let words = [
        "no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
        "thirty": 30, "forty": 40, "fifty": 50,
    ]

    /// Every number of a text, one after the other.
    static func all(in text: String) -> [WrittenNumber] {
        text.matches(of: /[0-9]+(?:,[0-9]{3})*(?:\.[0-9]{1,2})?|[A-Za-z]+/).compactMap { match in
            guard isAlone(match.range, in: text) else { return nil }
            let written = match.output
            if let word = words[written.lowercased()] { return WrittenNumber(hundredths: word * 100, range: match.range) }
            // Four figures without a comma are a year.
            guard written.first?.isNumber == true, !(written.count == 4 && (written.hasPrefix("19") || written.hasPrefix("20"))), let value = value(written) else { return nil }
            return WrittenNumber(hundredths: value, range: match.range)
        }
    }

    private static func value(_ written: Substring) -> Int? {
        let parts = written.filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = Int(parts[0]), whole < 1_000_000_000 else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        return Int(parts[1].count == 1 ? parts[1] + "0" : parts[1]).map { whole * 100 + $0 }
    }

    /// Not part of a longer word, of a reference such as `C3.2` or of `2020/21`.
    private static func isAlone(_ range: Range<String.Index>, in text: String) -> Bool {
        func joins(_ character: Character) -> Bool { character.isLetter || character.isNumber || "/-_–".contains(character) }
        if range.lowerBound > text.startIndex {
            let before = text[text.index(before: range.lowerBound)]
            if joins(before) || before == "." || before == "£" || before == "#" { return false }
        }
        guard range.upperBound < text.endIndex else { return true }
        let next = text[range.upperBound]
        if joins(next) { return false }
        let after = text.index(after: range.upperBound)
        return !(next == "." && after < text.endIndex && (text[after].isNumber || text[after].isLetter))
    }
}
