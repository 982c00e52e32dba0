import Kernel

/// Claims of what milestones name one by one: `four webinars have taken place`.
extension ClaimCheck {
    static func happened(_ claim: Claim, _ records: ClaimRecords) -> ClaimCheck? {
        for noun in claim.heads where noun.count > 3 && claim.hundredths % 100 == 0 {
            let named = records.milestones(naming: noun)
            guard !named.isEmpty else { continue }
            return held(claim, noun, named, records)
        }
        return nil
    }

    private static func held(_ claim: Claim, _ noun: String, _ named: [Telling.Mention], _ records: ClaimRecords) -> ClaimCheck {
        func context(_ mention: Telling.Mention) -> Set<String> { ClaimWords.stems(ClaimWords.all(mention.words)).union(records.context(of: mention)) }
        let same = named.filter { claim.isAbout(context($0)) }
        let happened = (same.isEmpty ? named : same).filter { $0.kind == .happened }
        let lines = happened.map { mention in
            Telling.Line("\(mention.noun.capitalisedFirst) “\(mention.words)”\(mention.day.map { ", reached on \($0)" } ?? "").", isPoint: true, behind: [mention.subject],
                         cites: [Telling.Cite(mention.words, mention.address)])
        }
        let found = Telling.Line(
            "The records hold \(counted(happened.count, "milestone")) reached that each name\(happened.count == 1 ? "s" : "") a “\(noun)”.", behind: happened.map(\.subject))
        let how = "Counted the milestones reached that name one “\(noun)”, of \(counted(same.isEmpty ? named.count : same.count, "milestone")) that \(same.count == 1 ? "does" : "do")."
        let place = happened.first?.address ?? named.first?.address
        let rest = claim.about.subtracting(same.reduce(into: []) { $0.formUnion(context($1)) })
        let number = claim.hundredths / 100
        let isSame = !same.isEmpty && !claim.isDenied && !claim.isOfAnotherTime(than: records.tellings.first)
        if isSame, claim.isAhead { return number == same.count ? ClaimCheck(claim: claim, verdict: .agrees, findings: [found] + lines, how: how, place: place) : perhaps(claim, found, how: how, at: place) }
        // Fewer than are on record may be some of them.
        guard isSame, number >= happened.count || rest.isEmpty else { return perhaps(claim, found, how: how, at: place) }
        return ClaimCheck(claim: claim, verdict: number == happened.count ? .agrees : .contradicted, findings: [found] + lines, how: how, place: place)
    }
}
