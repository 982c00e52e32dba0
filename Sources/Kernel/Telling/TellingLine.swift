extension Telling {
    /// Words that lead to the records behind them: `3 actions`.
    public struct Cite: Hashable, Sendable, Codable {
        public let phrase: String
        public let address: Place

        public init(_ phrase: String, _ address: Place) {
            self.phrase = phrase
            self.address = address
        }
    }

    /// A paragraph, or a point of a list, with the records behind it.
    public struct Line: Equatable, Sendable, Codable {
        public let words: String
        public let isPoint: Bool
        public let behind: [Subject]
        public let cites: [Cite]

        public init(_ words: String, isPoint: Bool = false, behind: [Subject] = [], cites: [Cite] = []) {
            self.words = words
            self.isPoint = isPoint
            self.behind = behind
            self.cites = cites
        }

        /// As a person would type it: a point has a dash before it.
        public var written: String { isPoint ? "- \(words)" : words }
    }

    /// A number that the records give: `2 actions were completed`.
    public struct Count: Equatable, Sendable, Codable {
        public let number: Int
        /// What is counted, as one of it is called: `action`.
        public let noun: String
        /// Words that mean the same of it: `completed`, `done`. None where all of it is counted.
        public let qualities: [String]
        /// In a sentence: `2 actions were completed between 1 July and 30 September 2025`.
        public let sentence: String
        public let behind: [Subject]
        public let address: Place

        public init(_ number: Int, _ noun: String, _ qualities: [String] = [], _ sentence: String, behind: [Subject] = [], at address: Place) {
            self.number = number
            self.noun = noun
            self.qualities = qualities
            self.sentence = sentence
            self.behind = behind
            self.address = address
        }
    }

    /// A record whose own words may bear on what somebody claims.
    public struct Mention: Equatable, Sendable, Codable {
        public enum Kind: String, Sendable, Codable {
            /// It stands for one of what it names, which has happened or has not yet.
            case happened, open
            /// Somebody said it.
            case said
            /// It is evidence, at the address of what it shows.
            case shown
        }

        public let subject: Subject
        /// What it is: `milestone`, `update`.
        public let noun: String
        public let kind: Kind
        public let words: String
        public let day: Day?
        public let address: Place

        public init(_ subject: Subject, _ noun: String, _ kind: Kind, _ words: String, on day: Day? = nil, at address: Place) {
            self.subject = subject
            self.noun = noun
            self.kind = kind
            self.words = words
            self.day = day
            self.address = address
        }
    }

    /// What an inspector would ask about a claim, and what on record answers it.
    public struct Question: Equatable, Sendable, Codable {
        public let claim: String
        public let question: String
        /// Nothing where nothing on record answers.
        public let answers: [Line]
        /// Where it would be put on record.
        public let address: Place

        public init(_ claim: String, _ question: String, answers: [Line], at address: Place) {
            self.claim = claim
            self.question = question
            self.answers = answers
            self.address = address
        }
    }
}

extension Telling.Line {
    /// The words cut at the phrases that lead somewhere, in their order.
    public var pieces: [Telling.Piece] { Telling.pieces(of: words, cites) }
}

extension Telling {
    /// A part of a sentence, and where it leads.
    public struct Piece: Equatable, Sendable {
        public let words: String
        public let place: Place?
    }

    /// Words cut at phrases that lead somewhere: each phrase the first time it stands there by itself, a longer one before a
    /// shorter one that begins with it.
    public static func pieces(of words: String, _ cites: [Cite]) -> [Piece] {
        var taken: [(range: Range<String.Index>, place: Place)] = []
        for cite in cites.sorted(by: { $0.phrase.utf8.count > $1.phrase.utf8.count }) where !cite.phrase.isEmpty {
            var start = words.startIndex
            while let range = words.first(cite.phrase, from: start) {
                start = range.upperBound
                guard words.standsAlone(range), !taken.contains(where: { $0.range.overlaps(range) }) else { continue }
                taken.append((range, cite.address))
                break
            }
        }
        var (pieces, start) = ([Piece](), words.startIndex)
        for one in taken.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            if start < one.range.lowerBound { pieces.append(Piece(words: String(words[start..<one.range.lowerBound]), place: nil)) }
            pieces.append(Piece(words: String(words[one.range]), place: one.place))
            start = one.range.upperBound
        }
        if start < words.endIndex { pieces.append(Piece(words: String(words[start...]), place: nil)) }
        return pieces
    }
}

extension String {
    /// Where some words stand first from a place on, byte for byte.
    fileprivate func first(_ words: String, from start: Index) -> Range<Index>? {
        let (all, sought) = (utf8, words.utf8)
        var place: Substring.UTF8View = all[start...]
        while let next = place.firstIndex(of: sought[sought.startIndex]) {
            if all[next...].starts(with: sought) { return next..<all.index(next, offsetBy: sought.count) }
            place = all[all.index(after: next)...]
        }
        return nil
    }

    /// Whether no letter, digit or decimal goes on before or after a range.
    func standsAlone(_ range: Range<Index>) -> Bool {
        func goesOn(_ character: Character) -> Bool { character.isLetter || character.isNumber }
        if range.lowerBound > startIndex {
            let before = index(before: range.lowerBound)
            if goesOn(self[before]) { return false }
            if self[before] == ".", before > startIndex, self[index(before: before)].isNumber { return false }
        }
        guard range.upperBound < endIndex else { return true }
        if goesOn(self[range.upperBound]) { return false }
        let after = index(after: range.upperBound)
        return !(self[range.upperBound] == "." && after < endIndex && self[after].isNumber)
    }
}
