import Kernel

/// Which entries have which words, and whether in their names: found by how a word begins, as one types.
struct WordIndex: Sendable {
    /// Byte by byte in order.
    private let words: [String]
    /// Where the holders of each word begin; one more at the end.
    private let starts: [Int]
    /// The place of an entry, twice, and 1 more where the word stands in its name.
    private let holders: [UInt32]
    private let size: Int

    init(_ entries: [PublicEntry]) {
        size = entries.count
        var numbers: [String: Int] = [:]
        var found: [(word: Int, holder: UInt32)] = []
        for (place, entry) in entries.enumerated() {
            func note(_ word: String, named: Bool) {
                let number = numbers[word] ?? numbers.count
                if number == numbers.count { numbers[word] = number }
                found.append((number, UInt32(place) << 1 | (named ? 1 : 0)))
            }
            for text in entry.names { text.foldedWords { note($0, named: true) } }
            for whole in [entry.reference, entry.postcode ?? ""] where !whole.isEmpty { note(whole.foldedWhole, named: true) }
            for text in entry.otherTexts { text.foldedWords { note($0, named: false) } }
        }
        let sorted = numbers.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        words = sorted.map(\.key)
        var rank = [Int](repeating: 0, count: sorted.count)
        for (place, word) in sorted.enumerated() { rank[word.value] = place }
        // Counted first, then each put where its word's holders stand.
        var starts = [Int](repeating: 0, count: sorted.count + 1)
        for item in found { starts[rank[item.word] + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        var holders = [UInt32](repeating: 0, count: found.count)
        for item in found {
            let place = rank[item.word]
            holders[next[place]] = item.holder
            next[place] += 1
        }
        (self.starts, self.holders) = (starts, holders)
    }

    /// Those that have a word which begins so, for each of the words; and those of them that have each in their names.
    func matching(_ text: String) -> (all: Bits, named: Bits) {
        var (all, named) = (Bits(size: size, all: true), Bits(size: size, all: true))
        for word in Set(text.foldedWords) where all.count > 0 {
            var (here, hereNamed) = (Bits(size: size), Bits(size: size))
            for holder in holders[range(beginningWith: word)] {
                here.insert(Int(holder >> 1))
                if holder & 1 == 1 { hereNamed.insert(Int(holder >> 1)) }
            }
            all.formIntersection(here)
            named.formIntersection(hereNamed)
        }
        return (all, named)
    }

    private func range(beginningWith prefix: String) -> Range<Int> {
        let from = first { !$0.utf8.lexicographicallyPrecedes(prefix.utf8) }
        let through = first { !$0.utf8.lexicographicallyPrecedes(prefix.utf8) && !$0.utf8.starts(with: prefix.utf8) }
        return starts[from]..<starts[through]
    }

    /// The first word from which on something holds.
    private func first(where holds: (String) -> Bool) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(words[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension PublicEntry {
    /// What it is called by: what is found in these stands before what is found elsewhere.
    fileprivate var names: [String] { [premises, reference, postcode ?? "", uprn?.description ?? ""] + persons.map(\.name) }

    fileprivate var otherTexts: [String] {
        address + persons.compactMap(\.address)
            + [area ?? "", substance ?? "", more ?? "", premisesType?.words ?? "", kind?.words ?? "", status?.words ?? ""] + articles.map { "article \($0)" }
    }
}
