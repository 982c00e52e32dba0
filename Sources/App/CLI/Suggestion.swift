import ArgumentParser

/// What a misspelt command may have meant.
struct Suggestion {
    /// The commands before it: `muster plan`.
    let place: [String]
    let written: String
    let near: [String]

    /// For words after `muster`; nil when every one on the way down is a command. What follows the last is for it to judge.
    static func of(_ words: [String], under root: CommandNode) -> Suggestion? {
        var (place, node) = ([root.name], root)
        for word in words {
            if node.children.isEmpty || node.configuration.defaultSubcommand != nil || word.hasPrefix("-") || word == "help" { return nil }
            guard let child = node.children.first(where: { $0.name == word || $0.configuration.aliases.contains(word) }) else {
                return Suggestion(place: place, written: word, near: near(word, node.children.map(\.name)))
            }
            place.append(word)
            node = child
        }
        return nil
    }

    private static func near(_ word: String, _ names: [String]) -> [String] {
        let word = word.lowercased()
        let near = names.map { name in (name: name, distance: distance(word, name)) }
            .filter { $0.distance <= max(1, $0.name.count / 3) || $0.name.hasPrefix(word) }
        return near.sorted { $0.distance < $1.distance }.map(\.name)
    }

    var sentence: String {
        let place = place.joined(separator: " ")
        guard let best = near.first else { return "\(place) has no command “\(written)”. It has those that \(place) --help shows." }
        return "\(place) has no command “\(written)”. Did you mean: \(place) \(best)"
    }

    /// How many letters are to be added, left out, changed or swapped with their neighbour.
    static func distance(_ one: String, _ two: String) -> Int {
        let (a, b) = (Array(one), Array(two))
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var rows = [Array(0...b.count)]
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
