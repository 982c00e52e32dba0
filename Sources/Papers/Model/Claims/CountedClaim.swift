import Kernel

/// Claims of what the records count themselves: `6 actions are done`.
extension ClaimCheck {
    static func counting(_ claim: Claim, _ records: ClaimRecords) -> ClaimCheck? {
        guard !claim.isMoney, let (noun, own) = counts(claim, records) else { return nil }
        let called = own.filter { !claim.said.isDisjoint(with: $0.qualities) }
        let fitting = called.isEmpty ? own.filter(\.qualities.isEmpty) : called
        guard let first = fitting.first else { return nil }
        // Words that the count does not have may make it a part of what is counted.
        let known = ClaimWords.stems(called.flatMap(\.qualities).flatMap { ClaimWords.all($0) } + records.tellings.flatMap { ClaimWords.all($0.title) })
        let isPart = claim.isWhole ? false : !claim.about.subtracting(known).isEmpty
        let isElsewhere = claim.isOfAnotherTime(than: records.tellings.first) || claim.isAhead || (called.isEmpty && claim.isDenied)
        let sums = records.tellings.count > 1 ? sums(fitting, of: records.tellings.count) : []
        let right = fitting.first { $0.number * 100 == claim.hundredths }
        let isRight = right != nil || sums.contains { $0 * 100 == claim.hundredths }
        let isTooMany = !called.isEmpty && claim.hundredths > ((fitting.map(\.number) + sums).max() ?? 0) * 100
        let lines = (right.map { [$0] } ?? fitting).map { Telling.Line("\($0.sentence.capitalisedFirst).", isPoint: true, behind: $0.behind, cites: []) }
        let looked = called.isEmpty ? "all of them" : "those called \(listed(Set(called.flatMap(\.qualities)).intersection(claim.said).sorted(), joinedBy: "or"))"
        let how = "Counted every \(noun) on record: \(looked)."
        guard !isElsewhere, !isPart || isTooMany else {
            return perhaps(claim, lines[0], how: "\(how) The paper says more of it than the records count.", at: right?.address ?? first.address)
        }
        return ClaimCheck(claim: claim, verdict: isRight ? .agrees : .contradicted, findings: lines, how: how, place: right?.address ?? first.address)
    }

    private static func counts(_ claim: Claim, _ records: ClaimRecords) -> (noun: String, [Telling.Count])? {
        for head in claim.heads {
            let own = records.counts(of: head)
            if !own.isEmpty { return (head, own) }
        }
        // `6 done` leaves out what is done.
        guard claim.nouns.count == 1, let quality = claim.nouns.first, let noun = records.noun(calledBy: quality) else { return nil }
        return (noun, records.counts(of: noun.split(separator: " ").last.map(String.init) ?? noun).filter { $0.noun == noun })
    }

    /// The same number of each thing, added up: three plans tell as many counts in one order.
    private static func sums(_ counts: [Telling.Count], of things: Int) -> [Int] {
        Dictionary(grouping: counts, by: { $0.qualities }).values.flatMap { group -> [Int] in
            guard group.count % things == 0 else { return [] }
            let each = group.count / things
            return (0..<each).map { place in stride(from: place, to: group.count, by: each).reduce(0) { $0 + group[$1].number } }
        }
    }
}
