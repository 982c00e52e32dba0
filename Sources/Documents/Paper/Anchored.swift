import Kernel

extension [Block] {
    /// The same blocks, in which every heading has an anchor and no anchor stands twice: the one that is named, or one made of
    /// the words.
    var anchored: [Block] {
        var anchors = Anchors(of: self)
        return map { block in
            switch block {
            case .heading(var heading):
                heading.anchor = anchors.next(heading.anchor, words: heading.words)
                return .heading(heading)
            case .table(var table):
                for index in table.rows.indices {
                    if let anchor = table.rows[index].anchor { table.rows[index].anchor = anchors.next(anchor, words: "") }
                }
                return .table(table)
            default: return block
            }
        }
    }
}

extension Block {
    /// What can be led to in it, once anchored.
    var anchors: [String] {
        switch self {
        case .heading(let heading): heading.anchor.map { [$0] } ?? []
        case .table(let table): table.rows.compactMap(\.anchor)
        default: []
        }
    }
}

private struct Anchors {
    private let named: Set<String>
    private var taken: Set<String> = []

    /// - Parameter blocks: those whose own anchors are kept for them.
    init(of blocks: [Block]) { named = Set(blocks.flatMap(\.anchors).map(\.asAnchor)) }

    mutating func next(_ anchor: String?, words: String) -> String {
        let base = anchor.map(\.asAnchor) ?? Reference(madeFrom: words)?.key ?? "part"
        var candidate = base
        var number = 1
        while taken.contains(candidate) || (anchor == nil && named.contains(candidate)) {
            number += 1
            candidate = "\(base)-\(number)"
        }
        taken.insert(candidate)
        return candidate
    }
}

extension String {
    /// What may stand in an `id`, after a `#` and as a name in the printer's template alike.
    var asAnchor: String {
        let kept = unicodeScalars.map { scalar -> Character in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar))
                ? Character(scalar) : "-"
        }
        return kept.isEmpty ? "part" : String(kept)
    }
}
