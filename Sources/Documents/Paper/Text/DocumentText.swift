import Kernel

extension Document {
    /// The document as plain text of lines of at most 78 characters, with its links numbered and listed at the end.
    public var text: String {
        let paper = printable
        var writer = TextWriter(base: base)
        if let marking = paper.marking { writer.paragraph(marking.uppercased()) }
        writer.head(paper.title, "=")
        if let under = paper.under { writer.paragraph(under) }
        for block in paper.blocks { writer.write(block) }
        writer.end(paper.foot)
        return writer.lines.joined(separator: "\n") + "\n"
    }
}

/// Lines as they grow, and the links met in them.
struct TextWriter {
    let base: String?
    private(set) var lines: [String] = []
    private var links: [String] = []

    init(base: String?) { self.base = base }

    static let width = 78

    mutating func add(_ more: [String]) { lines += more }

    /// A line between what was and what comes.
    mutating func part() { if let last = lines.last, !last.isEmpty { lines.append("") } }

    mutating func head(_ words: String, _ rule: Character) {
        part()
        let head = wrapped(words, to: TextWriter.width)
        add(head + [String(repeating: rule, count: head.map(\.count).max() ?? 0), ""])
    }

    mutating func paragraph(_ words: String, first: String = "", rest: String = "") {
        let width = TextWriter.width - max(first.count, rest.count)
        for (index, line) in wrapped(words, to: width).enumerated() { lines.append((index == 0 ? first : rest) + line) }
    }

    mutating func end(_ foot: String) {
        if !links.isEmpty {
            head("Links", "-")
            for (index, link) in links.enumerated() { lines.append("[\(index + 1)] \(link)") }
        }
        part()
        paragraph(foot)
    }

    mutating func write(_ block: Block) {
        part()
        switch block {
        case .heading(let heading):
            if heading.level <= 2 { head(heading.words, heading.level == 1 ? "-" : "~") } else { paragraph(heading.words) }
        case .paragraph(let words): paragraph(plain(words))
        case .note(let words): paragraph(plain(words), first: "  ", rest: "  ")
        case .list(let list): write(list)
        case .table(let table): write(table)
        case .figure(let figure): paragraph("[Chart] \(figure.caption): \(figure.chart.words)")
        case .facts(let facts): for fact in facts { paragraph("\(fact.name): \(plain(fact.words))", rest: "  ") }
        case .callout(let callout):
            paragraph(callout.title.map { "! " + $0 } ?? "!")
            for words in callout.paragraphs { paragraph(plain(words), first: "| ", rest: "| ") }
        case .seal(let seal):
            paragraph(seal.title)
            paragraph(plain(seal.words))
            for fact in seal.facts { add(["  \(fact.name):", "    \(fact.words.text)"]) }
        case .contents, .page: break
        }
    }

    private mutating func write(_ list: Block.List) {
        for (index, item) in list.items.enumerated() {
            let mark = list.isNumbered ? "\(index + 1). " : "- "
            paragraph(plain(item.words), first: mark, rest: String(repeating: " ", count: mark.count))
            for words in item.items { paragraph(plain(words), first: "   - ", rest: "     ") }
        }
    }

    /// Words with the number of each link behind it.
    mutating func plain(_ words: Words) -> String {
        var text = ""
        for run in words.runs {
            text += run.tone == nil ? run.text : "[\(run.text)]"
            if let to = run.to, to.anchor == nil, let whole = to.whole(at: base) {
                let number = links.firstIndex(of: whole) ?? { links.append(whole); return links.count - 1 }()
                text += " [\(number + 1)]"
            }
        }
        return text
    }
}

/// Lines no longer than a width, broken between words; a word that is longer stands alone. A line feed stays one.
func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line -> [String] in
        var lines: [String] = []
        var current = ""
        for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = String(word)
            } else {
                current += current.isEmpty ? String(word) : " " + word
            }
        }
        return lines + [current]
    }
}
