/// A number as it is written, in figures or in words: `7.6`, `1,850`, `four`, `thirty-one`, `£5,400`, `£1.2 million`.
struct WrittenNumber: Equatable {
    /// In hundredths, so that it compares exactly; of a pound, where it is money.
    let hundredths: Int
    let range: Range<String.Index>
    var isMoney = false

    private static let words = [
        "no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
        "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    private static let multiples = [("million", 1_000_000), ("thousand", 1000), ("m", 1_000_000), ("k", 1000)]

    /// Whether a word in small letters is a number.
    static func isWord(_ word: String) -> Bool { words[word] != nil }

    /// Every number of a text, one after the other, in one walk over its bytes.
    static func all(in text: String) -> [WrittenNumber] {
        let bytes = text.utf8
        var (found, start): ([WrittenNumber], String.Index) = ([], text.startIndex)
        while start < bytes.endIndex {
            if bytes[start].isFigure {
                let end = endOfFigures(text, start)
                if let number = figures(text, start..<end) {
                    found.append(number)
                    start = max(end, number.range.upperBound)
                } else {
                    start = end
                }
            } else if bytes[start].isLetter {
                var end = bytes[start...].firstIndex { !$0.isLetter } ?? bytes.endIndex
                if let number = spelled(text, start..<end) {
                    found.append(number)
                    end = number.range.upperBound
                }
                start = end
            } else {
                start = bytes.index(after: start)
            }
        }
        return found
    }

    // MARK: In words

    private static func spelled(_ text: String, _ range: Range<String.Index>) -> WrittenNumber? {
        let bytes = text.utf8
        guard (2...9).contains(bytes.distance(from: range.lowerBound, to: range.upperBound)), var value = words[text[range].lowercased()] else { return nil }
        var end = range.upperBound
        if value >= 20, end < bytes.endIndex, bytes[end] == UInt8(ascii: "-") {
            let next = bytes.index(after: end)
            let last = bytes[next...].firstIndex { !$0.isLetter } ?? bytes.endIndex
            if let unit = words[text[next..<last].lowercased()], (1...9).contains(unit) { (value, end) = (value + unit, last) }
        }
        guard isAlone(range.lowerBound..<end, in: text) else { return nil }
        return WrittenNumber(hundredths: value * 100, range: range.lowerBound..<end)
    }

    // MARK: In figures

    /// After the figures, their thousands and at most two places.
    private static func endOfFigures(_ text: String, _ start: String.Index) -> String.Index {
        let bytes = text.utf8
        func figures(from start: String.Index) -> String.Index { bytes[start...].firstIndex { !$0.isFigure } ?? bytes.endIndex }
        var end = figures(from: start)
        while end < bytes.endIndex, bytes[end] == UInt8(ascii: ",") {
            let next = bytes.index(after: end)
            let last = figures(from: next)
            guard bytes.distance(from: next, to: last) == 3 else { break }
            end = last
        }
        if end < bytes.endIndex, bytes[end] == UInt8(ascii: ".") {
            let next = bytes.index(after: end)
            let last = figures(from: next)
            if (1...2).contains(bytes.distance(from: next, to: last)) { end = last }
        }
        return end
    }

    private static func figures(_ text: String, _ range: Range<String.Index>) -> WrittenNumber? {
        let written = text[range]
        if range.lowerBound > text.startIndex, text[text.index(before: range.lowerBound)] == "£" { return money(text, range) }
        // Four figures without a comma are a year.
        guard isAlone(range, in: text), !(written.utf8.count == 4 && (written.hasPrefix("19") || written.hasPrefix("20"))), let value = value(written) else { return nil }
        return WrittenNumber(hundredths: value, range: range)
    }

    private static func money(_ text: String, _ range: Range<String.Index>) -> WrittenNumber? {
        guard let pounds = value(text[range]) else { return nil }
        let rest = text[range.upperBound...].prefix(10)
        let near = rest.first == " " ? rest.dropFirst() : rest
        let times = multiples.first { word, _ in
            (word.count > 1 || near.startIndex == rest.startIndex) && near.lowercased().hasPrefix(word) && near.dropFirst(word.count).first?.isLetter != true
        }
        guard let (word, by) = times else {
            guard isAlone(range, in: text, asMoney: true) else { return nil }
            return WrittenNumber(hundredths: pounds, range: text.index(before: range.lowerBound)..<range.upperBound, isMoney: true)
        }
        return WrittenNumber(hundredths: pounds * by, range: text.index(before: range.lowerBound)..<text.index(near.startIndex, offsetBy: word.count), isMoney: true)
    }

    private static func value(_ written: Substring) -> Int? {
        let parts = written.filter { $0 != "," }.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = Int(parts[0]), whole < 1_000_000_000 else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        return Int(parts[1].count == 1 ? parts[1] + "0" : parts[1]).map { whole * 100 + $0 }
    }

    /// Not part of a longer word, of a reference such as `C3.2` or of `2020/21`.
    private static func isAlone(_ range: Range<String.Index>, in text: String, asMoney: Bool = false) -> Bool {
        func joins(_ character: Character) -> Bool { character.isLetter || character.isNumber || "/-_–".contains(character) }
        if !asMoney, range.lowerBound > text.startIndex {
            let before = text[text.index(before: range.lowerBound)]
            if joins(before) || before == "." || before == "#" { return false }
        }
        guard range.upperBound < text.endIndex else { return true }
        let next = text[range.upperBound]
        if joins(next) { return false }
        let after = text.index(after: range.upperBound)
        return !(next == "." && after < text.endIndex && (text[after].isNumber || text[after].isLetter))
    }
}

extension UInt8 {
    /// `0` to `9`.
    var isFigure: Bool { (48...57).contains(self) }
    /// A letter of English.
    var isLetter: Bool { (97...122).contains(self | 0x20) }
}
