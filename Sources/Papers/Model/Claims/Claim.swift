import Kernel

/// A number with what it counts, somewhere in a paper's words: `four webinars`, `seven of 32 watches`; or a sum of money.
struct Claim: Equatable {
    let hundredths: Int
    let isMoney: Bool
    /// As it was written: `Four webinars`.
    var words: String
    /// The words of what is counted, in their order, as one of each is called.
    let nouns: [String]
    /// What may be counted, the likeliest first: `officer` for `new inspecting officers`.
    let heads: [String]
    /// Every word of the same part of the sentence; `not done` for what is denied.
    let said: Set<String>
    /// What the same part of the sentence tells besides, by its stems.
    let about: Set<String>
    /// The same of the whole sentence.
    let wider: Set<String>
    /// It is the whole of which another claim counts a part: `32 watches` in `seven of 32 watches`.
    let isWhole: Bool
    /// Something is denied of what is counted.
    let isDenied: Bool
    /// It speaks of what is to come.
    let isAhead: Bool
    /// `third`, where the third of something is spoken of.
    let ordinals: Set<String>
    /// The sentence it stands in.
    let line: String

    private static let orders: Set = ["appendix", "item", "section", "paragraph", "page", "action", "actions", "finding", "findings", "question", "part", "table", "figure", "meeting"]
    private static let parts: Set = ["of", "of the", "out of", "out of the", "of our", "of its", "of all", "of these"]

    /// Every claim of a sentence.
    static func all(in line: String) -> [Claim] {
        let numbers = WrittenNumber.all(in: line)
        guard !numbers.isEmpty else { return [] }
        let words = ClaimWords.all(line)
        let (wider, ordinals) = (ClaimWords.stems(words), ClaimWords.ordinals.intersection(words))
        var isWhole = false
        return numbers.indices.compactMap { index in
            let ends = numbers.indices.contains(index + 1) ? numbers[index + 1].range.lowerBound : line.endIndex
            let between = line[numbers[index].range.upperBound..<ends].trimmed.lowercased()
            // `seven of 32 watches` counts watches twice: some of them, and all.
            let isPart = index + 1 < numbers.count && parts.contains(between)
            defer { isWhole = isPart }
            return ClaimReader(line: line, numbers: numbers, index: index, isPart: isPart, isWhole: isWhole, wider: wider, ordinals: ordinals).claim
        }
    }

    /// Whether a number before which something stands orders things: `action 3`, `Appendix 1`.
    static func orders(_ near: Substring) -> Bool {
        orders.contains(near.split { !$0.isLetter }.last?.lowercased() ?? "") && !near.hasSuffix(", ")
    }
}

/// Reads one number of a sentence with what stands around it.
private struct ClaimReader {
    let line: String
    let numbers: [WrittenNumber]
    let index: Int
    let isPart: Bool
    let isWhole: Bool
    let wider: Set<String>
    let ordinals: Set<String>

    private var number: WrittenNumber { numbers[index] }
    private static func ends(_ character: Character) -> Bool { ".;:!?()“”".contains(character) }

    var claim: Claim? {
        let number = number
        let from = isPart ? numbers[index + 1].range.upperBound : number.range.upperBound
        // What is counted none of belongs to what stands before: `40 people have no record`.
        let next = numbers[(isPart ? index + 2 : index + 1)...].first { $0.hundredths != 0 }
        let clause = line[from..<(next?.range.lowerBound ?? line.endIndex)].prefix { !ClaimReader.ends($0) }
        guard number.isMoney || clause.first == " " else { return nil }
        // No word that orders things is longer than this, and a line may be very long.
        if !number.isMoney, Claim.orders(line[..<number.range.lowerBound].suffix(40)) { return nil }
        let words = clause.split { !($0.isLetter || $0.isNumber || $0 == "’" || $0 == "'") }
        // `2.1 Publish the rota` at the head of a point names one thing.
        if number.range.lowerBound == line.startIndex, number.hundredths % 100 != 0, words.first?.first?.isUppercase == true { return nil }
        if number.isMoney { return claim([], [], upTo: number.range.upperBound, clause, words) }
        guard let (counted, heads) = counted(words), let last = counted.last else { return nil }
        let nouns = counted.map { ClaimWords.one($0.lowercased()) }
        guard let first = nouns.first, !ClaimWords.times.contains(first), !nouns.dropFirst().prefix(1).contains(where: ClaimWords.times.contains) else { return nil }
        return claim(nouns, heads, upTo: last.endIndex, clause, words)
    }

    /// The words of what is counted: up to the first that is many, past an *and* where none before it is.
    private func counted(_ words: [Substring]) -> ([Substring], heads: [String])? {
        let near = words.prefix(4).prefix { !ClaimWords.joints.contains($0.lowercased()) }
        guard !near.isEmpty else { return nil }
        guard number.hundredths != 100 || isPart else { return (Array(near), near.reversed().map { ClaimWords.one($0.lowercased()) }) }
        if let head = near.firstIndex(where: { ClaimWords.isMany($0.lowercased()) && !ClaimWords.many.contains($0.lowercased()) }) {
            return (Array(near[...head]), [ClaimWords.one(near[head].lowercased())])
        }
        let rest = words.dropFirst(near.count)
        if let joint = rest.first?.lowercased(), joint == "and" || joint == "or", near.count <= 2 {
            let more = rest.dropFirst().prefix(3).prefix { !ClaimWords.joints.contains($0.lowercased()) }
            if let head = more.firstIndex(where: { ClaimWords.one($0.lowercased()) != $0.lowercased() }), !near.contains(where: { ["people", "staff"].contains($0.lowercased()) }) {
                return (Array(words[...head]), [ClaimWords.one(more[head].lowercased())])
            }
        }
        if let head = near.firstIndex(where: { ClaimWords.many.contains($0.lowercased()) }) { return (Array(near[...head]), [near[head].lowercased()]) }
        return (Array(near), near.reversed().map { ClaimWords.one($0.lowercased()) })
    }

    private func claim(_ nouns: [String], _ heads: [String], upTo end: String.Index, _ clause: Substring, _ words: [Substring]) -> Claim {
        let before = isWhole ? [] : lead
        let own = isWhole ? nouns : before + words.map { $0.lowercased() }
        // What follows a comma or a `which` is about something else.
        let core = isWhole ? [] : before + ClaimWords.all(clause.prefix { $0 != "," }).prefix { !ClaimWords.turns.contains($0) }
        let things = Set(nouns.map(ClaimWords.stem))
        let denied = denied(own).words
        return Claim(
            hundredths: number.hundredths, isMoney: number.isMoney, words: String(line[number.range.lowerBound..<end]), nouns: nouns, heads: heads,
            said: Set(own).union(nouns).subtracting(denied).union(denied.map { "not \($0)" }), about: ClaimWords.stems(core).subtracting(things),
            wider: wider.subtracting(things), isWhole: isWhole, isDenied: self.denied(core).isSo,
            isAhead: !ClaimWords.ahead.isDisjoint(with: core), ordinals: ordinals, line: line)
    }

    /// What stands before the number in its part of the sentence.
    private var lead: [String] {
        let before = line[..<number.range.lowerBound]
        if index == 0 { return ClaimWords.all(before.suffix(200).split(omittingEmptySubsequences: false, whereSeparator: ClaimReader.ends).last ?? "") }
        let since = before[numbers[index - 1].range.upperBound...]
        guard let cut = since.lastIndex(where: { $0 == "," || ClaimReader.ends($0) }) else { return [] }
        return ClaimWords.all(since[since.index(after: cut)...])
    }

    private func denied(_ words: [String]) -> (isSo: Bool, words: Set<String>) {
        if !ClaimWords.denialsOfAll.isDisjoint(with: words) { return (true, Set(words)) }
        var denied: Set<String> = []
        for (place, word) in words.enumerated() where ClaimWords.denials.contains(word) || word.hasSuffix("n’t") || word.hasSuffix("n't") {
            denied.formUnion(words[(place + 1)...].prefix(3).filter { !ClaimWords.joints.contains($0) })
        }
        return (!denied.isEmpty, denied)
    }
}
