import Documents
import Kernel
import Markup

/// Where words of a paper lead: sentences that the records wrote by their own phrases, and an author's by the phrases,
/// references and numbers that they share with the records.
struct CiteIndex: Sendable {
    private let lines: [String: [Telling.Cite]]
    /// Phrases of several words, by the first of them; and references by themselves.
    private let phrases: [Substring: [Telling.Cite]]
    private let references: [Substring: Telling.Cite]

    init(_ tellings: [Telling]) {
        var lines: [String: [Telling.Cite]] = [:]
        var phrases: [Substring: [Telling.Cite]] = [:]
        var references: [Substring: Telling.Cite] = [:]
        for telling in tellings {
            for line in telling.passages.flatMap(\.lines) where !line.cites.isEmpty { lines[line.words] = line.cites }
            for item in telling.items { references[Substring(item.reference)] = Telling.Cite(item.reference, item.address) }
            for cite in telling.passages.flatMap(\.lines).filter({ !$0.isPoint }).flatMap(\.cites) {
                guard let first = cite.phrase.split(separator: " ").first, first.count < cite.phrase.count else { continue }
                if phrases[first]?.contains(cite) != true { phrases[first, default: []].append(cite) }
            }
        }
        (self.lines, self.phrases, self.references) = (lines, phrases, references)
    }

    /// - Parameter records: of what the section tells of, against which its numbers are held.
    func words(_ line: String, _ records: ClaimRecords) -> Words {
        var cites = lines[line] ?? []
        if cites.isEmpty {
            let tokens = line.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
            var before: Substring = ""
            for token in tokens {
                cites += phrases[token] ?? []
                let bare = token.last == "." ? token.dropLast() : token
                if ["action", "actions", "finding", "findings", "and"].contains(before.lowercased()) || token.startIndex == line.startIndex, let cite = references[bare] { cites.append(cite) }
                before = token
            }
            cites += Claim.all(in: line).compactMap { claim in
                guard let check = ClaimCheck.counting(claim, records), check.verdict == .agrees, let place = check.place else { return nil }
                return Telling.Cite(claim.words, place)
            }
        }
        return Telling.pieces(of: line, cites).reduce(into: Words("")) { words, piece in
            words += "\(piece.words, to: piece.place.map { Link($0) })"
        }
    }
}
