import Kernel

/// One item of a list in the text around the tables: it may hold the full wording of a finding.
struct ListItem: Equatable {
    /// Items that number on from each other share a list; nil for text that is in none.
    let list: Int?
    /// As written: `3`, `R3`.
    let reference: String?
    var text: String

    /// The items of all lists in a document's paragraphs, with lines that were only wrapped put together.
    static func all(in paragraphs: [String]) -> [ListItem] {
        var items: [ListItem] = []
        var list = 0, last: [Int]?
        var named = false, wasBulleted = false
        for paragraph in paragraphs {
            defer { wasBulleted = paragraph.trimmed.first.map { "-–•*·▪●".contains($0) } ?? wasBulleted }
            let bulleted = paragraph.trimmed.first.map { "-–•*·▪●".contains($0) } ?? false
            let text = String(paragraph.trimmed.drop { "-–•*·▪●".contains($0) || $0.isWhitespace }).oneLine
            guard !text.isEmpty else { continue }
            if let (reference, rest) = WrittenReference.prefix(of: text) {
                let figures = reference.split { !$0.isNumber }.compactMap { Int($0) }
                if let last, !last.lexicographicallyPrecedes(figures) { list += 1 }
                last = figures
                // “Recommendation 1” alone names the paragraph after it.
                named = rest.isEmpty
                items.append(ListItem(list: list, reference: reference, text: rest))
            } else if named, let at = items.indices.last {
                items[at].text = text
                named = false
            } else if !bulleted, text.startsInLowerCase, let at = items.indices.last, !items[at].text.endsAsSentence {
                items[at].text += " " + text
            } else if bulleted {
                // Bullets one after the other are a list too.
                if !wasBulleted { list += 1; last = nil }
                items.append(ListItem(list: list, reference: nil, text: text))
            } else {
                items.append(ListItem(list: nil, reference: nil, text: text))
            }
        }
        return items.filter { !$0.text.isEmpty }
    }
}
