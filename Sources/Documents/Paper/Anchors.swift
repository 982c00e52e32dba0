import Kernel

/// The anchors of blocks, each used once: the one that a block names, or one made of its words.
struct Anchors {
    private var taken: Set<String> = []

    /// - Parameter blocks: those whose own anchors are kept for them.
    init(of blocks: [Block]) {
        for block in blocks {
            switch block {
            case .heading(let heading): if let anchor = heading.anchor { named.insert(Anchors.tidied(anchor)) }
            case .table(let table): named.formUnion(table.rows.compactMap(\.anchor).map(Anchors.tidied))
            default: break
            }
        }
    }

    private var named: Set<String> = []

    mutating func next(_ anchor: String?, words: String) -> String {
        var candidate = anchor.map(Anchors.tidied) ?? Reference(madeFrom: words)?.key ?? "part"
        let base = candidate
        var number = 1
        while taken.contains(candidate) || (anchor == nil && named.contains(candidate)) {
            number += 1
            candidate = "\(base)-\(number)"
        }
        taken.insert(candidate)
        return candidate
    }

    /// Of a row: its own, while nothing else has it.
    mutating func row(_ anchor: String?) -> String? {
        guard let anchor else { return nil }
        return next(anchor, words: "")
    }

    /// What may stand in an `id`, after a `#` and as the name of a bookmark in Word alike.
    static func tidied(_ anchor: String) -> String {
        let kept = String(anchor.unicodeScalars.map { scalar -> Character in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar))
                ? Character(scalar) : "-"
        })
        return kept.isEmpty ? "part" : kept
    }
}
