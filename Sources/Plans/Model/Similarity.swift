/// How alike two wordings are, word by word, with rare words counting for more.
struct Similarity {
    /// In how many of the texts compared each word stands.
    private let counts: [String: Int]
    private let total: Int

    init(_ texts: [[String]]) {
        var counts: [String: Int] = [:]
        for words in texts { for word in Set(words) { counts[word, default: 0] += 1 } }
        self.counts = counts
        total = max(texts.count, 1)
    }

    private static let small: Set = [
        "the", "a", "an", "and", "or", "of", "to", "in", "for", "on", "by", "with", "at", "as", "is", "are", "be", "that", "this", "it", "its",
        "their", "our", "will", "should", "from", "how", "have", "has", "all",
    ]

    /// Whether a word says next to nothing by itself.
    static func isSmall(_ word: String) -> Bool { small.contains(word) }

    static func words(_ text: String) -> [String] { text.plainWords.map(HeadingWords.singular) }

    private func weight(_ word: String) -> Double {
        if Similarity.small.contains(word) { return 0.15 }
        let count = Double(counts[word] ?? 0)
        return 1 - 0.6 * max(0, count - 1) / Double(max(total - 1, 1))
    }

    /// How surely a wording, perhaps shortened, is that of the full text: 1 word for word, 0 nothing in common.
    func share(of short: [String], in full: [String]) -> Double {
        guard !short.isEmpty, !full.isEmpty else { return 0 }
        if short == full { return 1 }
        let expanded = short.flatMap { word -> [String] in Similarity.spelledOut(word, in: full) ?? [word] }
        let shortWeights = expanded.map(weight), fullWeights = full.map(weight)
        let shortTotal = shortWeights.reduce(0, +), fullTotal = fullWeights.reduce(0, +)
        // The same words in another order say nearly as much.
        let common = max(inOrder(expanded, full, shortWeights), 0.85 * inAnyOrder(expanded, full, shortWeights))
        let prefix = zip(expanded, full).prefix { Similarity.same($0, $1) }.count
        let contained = shortTotal > 0 ? common / shortTotal : 0
        let covered = fullTotal > 0 ? min(1, common / fullTotal) : 0
        return min(0.99, 0.72 * contained + 0.17 * Double(prefix) / Double(expanded.count) + 0.11 * covered)
    }

    /// How alike two texts are when neither is a shortening of the other, 0 to 1.
    func likeness(_ a: [String], _ b: [String]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return a.isEmpty && b.isEmpty ? 1 : 0 }
        if a == b { return 1 }
        let weights = a.map(weight)
        let common = inOrder(a, b, weights)
        let whole = weights.reduce(0, +) + b.map(weight).reduce(0, +)
        return whole > 0 ? min(0.99, 2 * common / whole) : 0
    }

    /// The weight of the longest run of words that both have in the same order.
    private func inOrder(_ a: [String], _ b: [String], _ weights: [Double]) -> Double {
        // Long texts are told apart by their first words.
        let a = a.prefix(160), b = Array(b.prefix(320))
        var row = [Double](repeating: 0, count: b.count + 1)
        for (index, word) in a.enumerated() {
            var diagonal = 0.0
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = Similarity.same(word, b[j]) ? diagonal + weights[index] : max(above, row[j])
                diagonal = above
            }
        }
        return row[b.count]
    }

    private func inAnyOrder(_ a: [String], _ b: [String], _ weights: [Double]) -> Double {
        var left = Array(b.prefix(320)), weight = 0.0
        for (index, word) in a.prefix(160).enumerated() {
            guard let at = left.firstIndex(where: { Similarity.same(word, $0) }) else { continue }
            left.remove(at: at)
            weight += weights[index]
        }
        return weight
    }

    /// The same word, or two forms of it: provide and provision are not, evidence and evidenced are.
    static func same(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard a.utf8.count >= 5, b.utf8.count >= 5, a.utf8.first == b.utf8.first else { return false }
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        let stem = short.hasSuffix("e") || short.hasSuffix("y") ? short.dropLast() : short[...]
        return long.hasPrefix(stem) && long.count - short.count <= 4
    }

    /// The words that an abbreviation stands for, where they are in the full text: OOH for out of hours.
    private static func spelledOut(_ word: String, in full: [String]) -> [String]? {
        let letters = Array(word)
        guard (2...5).contains(letters.count), full.count >= letters.count, !full.contains(word) else { return nil }
        for start in 0...(full.count - letters.count) where zip(letters, full[start...]).allSatisfy({ $0 == $1.first }) {
            return Array(full[start..<start + letters.count])
        }
        return nil
    }
}
