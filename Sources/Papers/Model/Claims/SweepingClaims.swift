import Kernel

/// What is claimed of all of something that the records count, or of none: `all actions are done`, `every action is verified`, `nothing is late`.
///
/// It is held against the records as the number that it comes to.
struct SweepingClaims {
    /// How many there are of each thing that the records count.
    private let totals: [String: Int]

    private static let all: Set = ["all", "every", "each"]
    private static let none: Set = ["none", "nothing"]
    private static let fillers: Set = ["of", "the", "our", "its", "these", "those"]
    private static let verbs: Set = ["is", "are", "was", "were"]
    /// Before these it is not said of all.
    private static let softeners: Set = ["not", "nearly", "almost", "at", "above", "after", "in", "for"]

    /// - Parameter tellings: by which the things that can be claimed of are counted.
    init(_ tellings: [Telling]) {
        totals = tellings.flatMap(\.counts).filter(\.qualities.isEmpty).reduce(into: [:]) { $0[$1.noun, default: 0] += $1.number }
    }

    /// Every such claim of a sentence.
    func all(in sentence: String) -> [Claim] {
        let words = sentence.split { !($0.isLetter || $0 == "’" || $0 == "-") }
        return words.indices.compactMap { place in
            guard place == 0 || !Self.softeners.contains(words[place - 1].lowercased()) else { return nil }
            let word = words[place].lowercased()
            let rest = words[(place + 1)...].drop { Self.fillers.contains($0.lowercased()) }
            guard let next = rest.first else { return nil }
            let noun = ClaimWords.one(next.lowercased())
            if Self.all.contains(word), let total = totals[noun] {
                return claim("\(total) \(noun)s", words[place].startIndex..<next.endIndex, of: sentence)
            }
            guard Self.none.contains(word) else { return nil }
            if totals[noun] != nil { return claim("no \(noun)s", words[place].startIndex..<next.endIndex, of: sentence) }
            // `Nothing is late` leaves out of what.
            return Self.verbs.contains(next.lowercased()) ? claim("no", words[place].startIndex..<next.endIndex, of: sentence) : nil
        }
    }

    /// The claim that stands where the number was put in place of the words.
    private func claim(_ number: String, _ range: Range<String.Index>, of sentence: String) -> Claim? {
        let before = sentence[..<range.lowerBound]
        let place = WrittenNumber.all(in: String(before)).count
        let line = before + number + sentence[range.upperBound...]
        let numbers = WrittenNumber.all(in: String(line))
        guard numbers.indices.contains(place) else { return nil }
        let written = line[numbers[place].range.lowerBound...]
        return Claim.all(in: String(line)).first { written.hasPrefix($0.words) && !$0.isMoney }?.said(as: sentence.trimmed)
    }
}

extension Claim {
    /// The same claim in the words in which it was made.
    fileprivate func said(as words: some StringProtocol) -> Claim {
        var claim = self
        claim.words = String(words.last.map { ".;:!".contains($0) } ?? false ? words.dropLast() : words[...])
        return claim
    }
}
