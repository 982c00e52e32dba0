import Documents
import Kernel

/// What one heading may mean, likeliest first.
struct Heading: Equatable {
    let text: String
    let guesses: [Guess]

    struct Guess: Equatable {
        let field: ColumnMap.Field
        /// How much the words decide.
        let weight: Int
        /// How much of the heading they are, 0 to 1.
        let coverage: Double
    }

    var best: ColumnMap.Field? { guesses.first?.field }

    init(_ text: String) {
        // “Recommen-” on one line and “dation” on the next.
        let text = text.contains("-") && text.contains(where: \.isNewline) ? text.replacing(/(\w)-\s*\n\s*/) { match in "\(match.output.1)" } : text
        self.text = text.oneLine
        let outside = Heading.withoutBrackets(text)
        let guesses = Heading.guesses(outside.plainWords.map(HeadingWords.singular))
        // “Date (start)”: what is in brackets counts where the rest says little.
        if guesses.first.map({ $0.weight < 60 }) ?? true, outside != text {
            let all = Heading.guesses(text.replacing("(s)", with: "").plainWords.map(HeadingWords.singular))
            self.guesses = all.first.map { $0.weight } ?? 0 > guesses.first.map { $0.weight } ?? 0 ? all : guesses
        } else {
            self.guesses = guesses
        }
    }

    private struct Found {
        let phrase: HeadingWords.Phrase
        let at: Int
    }

    private static func guesses(_ words: [String]) -> [Guess] {
        guard !words.isEmpty, words.count <= 20 else { return [] }
        var found: [Found] = []
        for at in words.indices {
            for phrase in HeadingWords.byFirstWord[words[at]] ?? [] where words[at...].starts(with: phrase.words) {
                found.append(Found(phrase: phrase, at: at))
            }
        }
        // A phrase inside a longer one says nothing more, except where it is heavier.
        found = found.filter { one in
            !found.contains { other in
                other.phrase.words.count > one.phrase.words.count && other.at <= one.at
                    && other.at + other.phrase.words.count >= one.at + one.phrase.words.count
                    && other.phrase.weight >= one.phrase.weight - 25
            }
        }
        let asksForMore: Set = ["to", "for", "against", "of", "in", "from", "on"]
        func rank(_ one: Found) -> Double {
            let content = [.action, .finding].contains(one.phrase.field)
            var rank = Double(one.phrase.weight)
            if content {
                // Of two content words the last is the noun meant, unless a word between them turns it round.
                let turned = words[..<one.at].contains { asksForMore.contains($0) }
                rank += turned ? -2.5 : Double(one.at) * 0.6
                rank += Double(one.phrase.words.count) * 0.5
            }
            // A single weak word in a long heading is likely part of a phrase that isn't known.
            if one.phrase.words.count == 1, one.phrase.weight < 60, words.count > 2 { rank -= 25 }
            return rank
        }
        var guesses: [Guess] = []
        for one in found.sorted(by: { rank($0) > rank($1) }) where !guesses.contains(where: { $0.field == one.phrase.field }) {
            guesses.append(Guess(
                field: one.phrase.field, weight: Int(rank(one)), coverage: Double(one.phrase.words.count) / Double(words.count)))
        }
        return guesses
    }

    private static func withoutBrackets(_ text: String) -> String {
        guard text.utf8.contains(where: { "([])".utf8.contains($0) }) else { return text }
        var result = "", depth = 0
        for character in text {
            if "([".contains(character) { depth += 1 } else if ")]".contains(character) { depth = max(0, depth - 1) } else if depth == 0 {
                result.append(character)
            }
        }
        return result.plainWords.isEmpty ? text : result
    }
}

/// The row or rows of a sheet that hold its headings.
struct HeadingRows {
    /// Positions in the sheet's rows.
    let rows: ClosedRange<Int>
    let headings: [Heading]
    let score: Double

    var fields: Set<ColumnMap.Field> { Set(headings.compactMap(\.best)) }

    /// The likeliest heading rows among the first thirty, or nil where no row is like one.
    static func find(in sheet: Sheet) -> HeadingRows? {
        var best: HeadingRows?
        for row in sheet.rows.indices.prefix(30) {
            for candidate in [single(sheet, row), double(sheet, row)].compactMap({ $0 }) where candidate.score > (best?.score ?? 0) + 0.01 {
                best = candidate
            }
        }
        return best
    }

    /// One row read as headings, where it is like one.
    static func single(_ sheet: Sheet, _ row: Int) -> HeadingRows? {
        let cells = sheet.rows[row]
        guard cells.allSatisfy({ $0.date == nil }) else { return nil }
        return judged(row...row, cells.map { Heading($0.written) })
    }

    /// Two rows read as headings in two storeys: a word over several columns, and one under it for each.
    static func double(_ sheet: Sheet, _ row: Int) -> HeadingRows? {
        guard row + 1 < sheet.rows.count, sheet.rows[row + 1].allSatisfy({ $0.date == nil }) else { return nil }
        let upper = sheet.rows[row], lower = sheet.rows[row + 1]
        let added = lower.indices.filter { !lower[$0].isBlank }
        // The lower row must hold headings and nothing else, and the upper must leave room for them.
        guard !added.isEmpty,
              added.allSatisfy({ (Heading(lower[$0].written).guesses.first?.coverage ?? 0) >= 0.5 && lower[$0].written.count <= 40 }),
              upper.filter({ !$0.isBlank }).count >= 2,
              upper.contains(where: \.continuesLeft) || upper.indices.contains(where: {
                  lower[$0].isBlank && (Heading(upper[$0].written).guesses.first?.coverage ?? 0) >= 0.5
              })
        else { return nil }
        var parent = ""
        var headings: [Heading] = []
        for column in upper.indices {
            if !upper[column].continuesLeft && !upper[column].isBlank { parent = upper[column].written }
            else if !upper[column].continuesLeft, lower[column].isBlank { parent = "" }
            let child = lower[column].written
            if child.isEmpty {
                headings.append(Heading(upper[column].written))
            } else {
                let alone = Heading(child), joined = Heading(parent.isEmpty ? child : "\(parent) \(child)")
                let weight = alone.guesses.first?.weight ?? 0
                headings.append((joined.guesses.first?.weight ?? 0) > weight ? joined : alone)
            }
        }
        return judged(row...(row + 1), headings)
    }

    private static func judged(_ rows: ClosedRange<Int>, _ headings: [Heading]) -> HeadingRows? {
        let written = headings.filter { !$0.text.isEmpty }
        guard written.count >= 2, written.filter({ $0.text.count > 100 }).count * 3 < written.count else { return nil }
        // A weak word in a long heading says nothing, and so nothing against the row either.
        let known = written.filter { $0.guesses.first.map { $0.coverage >= 0.2 && $0.weight >= 20 } ?? false }
        let fields = Set(known.compactMap(\.best)).subtracting([.ignored])
        let content = known.contains { $0.guesses.contains { [.action, .finding, .fullText].contains($0.field) } }
        guard content, fields.count >= 2, Double(known.count) >= Double(written.count) * 0.4 else { return nil }
        let score = known.reduce(0.0) { sum, heading in
            guard let guess = heading.guesses.first else { return sum }
            return sum + Double(guess.weight) / 100 * (0.3 + 0.7 * guess.coverage)
        }
        // A row of the body that happens to use these words scores low for each.
        guard score / Double(known.count) >= 0.56 else { return nil }
        return HeadingRows(rows: rows, headings: headings, score: score)
    }
}
