import Kernel

/// Which item of a document's lists holds the full wording of which finding: one to one, the surest first.
struct FullWording {
    struct Match: Equatable {
        let item: ListItem
        /// 0 to 1; 1 where the two say the same, word for word.
        let confidence: Double
        /// Another item fits almost as well, or this one does not fit well.
        let isDoubtful: Bool
    }

    /// By the finding's position.
    private(set) var matches: [Int: Match] = [:]
    /// Items of the lists that were matched, which no finding took.
    private(set) var unmatched: [ListItem] = []
    /// Of the findings, as the document gives them.
    private let references: [String?]

    /// Below this nothing is said to match; below the second a person is asked.
    static let least = 0.5, sure = 0.65

    /// - Parameter findings: the reference that the document gives each, where it does, and its words; empty words
    ///   where the table has only the reference.
    init(findings: [(reference: String?, text: String)], items: [ListItem]) {
        references = findings.map(\.reference)
        let listed = items.map { Similarity.words($0.text) }
        let similarity = Similarity(listed)
        // Only items that share an uncommon word with a finding are worth comparing.
        var holders: [String: [Int]] = [:]
        for (index, words) in listed.enumerated() { for word in Set(words) { holders[word, default: []].append(index) } }
        var scores: [(finding: Int, item: Int, score: Double)] = []
        for (index, finding) in findings.enumerated() {
            let words = Similarity.words(finding.text)
            var shared: [Int: Int] = [:]
            for word in Set(words) { for item in holders[word] ?? [] { shared[item, default: 0] += 1 } }
            let near = shared.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(25).map(\.key)
            for item in near {
                var score = similarity.share(of: words, in: listed[item])
                if score < 1, items[item].reference != nil, items[item].reference == finding.reference, score > 0.25 { score = min(0.99, score + 0.12) }
                // Text that is in no list must say nearly the same.
                if items[item].list == nil, score < 0.8 || words.count < 4 { continue }
                // Full wording is no shorter than what it is the wording of.
                if listed[item].count < words.count - 2 { continue }
                if score >= 0.3 { scores.append((index, item, score)) }
            }
            if words.isEmpty, let reference = finding.reference {
                for item in items.indices where items[item].reference == reference { scores.append((index, item, 0.9)) }
            }
        }
        assign(scores.sorted { ($0.score, $1.finding, $1.item) > ($1.score, $0.finding, $0.item) }, items)
    }

    /// What words alone can't match may follow from the rest: where each match of a list stands at its finding's own place,
    /// or under its reference, so may the others; a person is asked.
    private mutating func assignByPlace(_ items: [ListItem], _ scores: [(finding: Int, item: Int, score: Double)], _ taken: inout Set<Int>) {
        let lists = Dictionary(grouping: items.indices.filter { items[$0].list != nil }) { items[$0].list ?? 0 }
        for (_, members) in lists.sorted(by: { $0.key < $1.key }) where members.count == references.count {
            let matched = matches.filter { match in members.contains { taken.contains($0) && items[$0] == match.value.item } }
            guard matched.count * 2 >= members.count, matched.count < members.count, matched.count == matches.count,
                  matched.allSatisfy({ members[$0.key] == items.firstIndex(of: $0.value.item) }) else { continue }
            for finding in references.indices where matches[finding] == nil && !taken.contains(members[finding]) {
                let item = items[members[finding]]
                guard references[finding] == nil || item.reference == nil || references[finding] == item.reference else { continue }
                let score = scores.first { $0.finding == finding && $0.item == members[finding] }?.score ?? 0.2
                matches[finding] = Match(item: item, confidence: (score * 100).rounded() / 100, isDoubtful: true)
                taken.insert(members[finding])
            }
        }
    }

    private mutating func assign(_ scores: [(finding: Int, item: Int, score: Double)], _ items: [ListItem]) {
        var taken: Set<Int> = []
        for (finding, item, score) in scores where matches[finding] == nil && !taken.contains(item) && score >= Self.least {
            let rival = scores.first { $0.finding == finding && $0.item != item && !taken.contains($0.item) }?.score ?? 0
            let rounded = (score * 100).rounded() / 100
            matches[finding] = Match(item: items[item], confidence: rounded, isDoubtful: score < Self.sure || (score < 0.97 && score - rival < 0.08))
            taken.insert(item)
        }
        assignByPlace(items, scores, &taken)
        // A list counts as that of the findings when at least half of it was matched.
        let lists = Dictionary(grouping: items.indices.filter { items[$0].list != nil }) { items[$0].list ?? 0 }
        for (_, members) in lists.sorted(by: { $0.key < $1.key }) {
            let matched = members.filter(taken.contains)
            if matched.count * 2 > members.count { unmatched += members.filter { !taken.contains($0) }.map { items[$0] } }
        }
    }
}
