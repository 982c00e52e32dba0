/// What somebody has typed so far, as words to look for.
struct SearchWords: Equatable {
    struct Word: Equatable {
        let text: String
        /// Whether longer words that begin so are meant as well.
        let isBeginning: Bool

        /// How well it fits one of these words: 0 where it is one, 1 where one begins with it, nil where none does.
        func fit(_ words: [String]) -> Int? {
            if words.contains(text) { return 0 }
            return isBeginning && words.contains { $0.hasPrefix(text) } ? 1 : nil
        }
    }

    let words: [Word]

    /// A word of one or two letters is a beginning only while it is being typed: in `1 quay str` the 1 is the house's number.
    /// More than eight words, or more than sixty letters of one, narrow nothing further.
    init(_ typed: String) {
        let parts = Self.split(typed.prefix(400)).prefix(8)
        let isEnded = typed.last?.isWhitespace ?? true
        words = parts.enumerated().map { place, part in
            Word(text: String(part.prefix(60)), isBeginning: part.utf8.count > 2 || place == parts.count - 1 && !isEnded)
        }
    }

    var isEmpty: Bool { words.isEmpty }

    /// Words in small letters without accents.
    static func split(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if let byte = letter(scalar) { word.append(byte) } else if !(0x300...0x36F).contains(scalar.value) { end() }
        }
        end()
        return words
    }

    private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: UInt8(scalar.value)
        case 0x41...0x5A: UInt8(scalar.value + 32)
        case 0..<0xC0: nil
        default: plainLetters[scalar]
        }
    }

    /// Letters with accents, in both sizes, and the plain ones that stand for them.
    static let accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿŴŵŶŷẀẁẂẃẄẅỲỳ"
    static let plain = "aaaaaaceeeeiiiinoooooouuuuyaaaaaaceeeeiiiinoooooouuuuyywwyywwwwwwyy"

    private static let plainLetters = Dictionary(
        zip(accented.unicodeScalars, plain.utf8), uniquingKeysWith: { first, _ in first })
}
