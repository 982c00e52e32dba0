import Kernel

/// A claim held against the records: what they say of it, and how that was found.
struct ClaimCheck: Equatable {
    enum Verdict: String, Codable, CaseIterable {
        case agrees, contradicted, unanswered

        var words: String {
            switch self {
            case .agrees: "The records agree"
            case .contradicted: "The records say otherwise"
            case .unanswered: "Nothing on record answers"
            }
        }
    }

    let claim: Claim
    let verdict: Verdict
    /// What the records say, with the records behind it.
    let findings: [Telling.Line]
    /// How it was looked for, in a sentence.
    let how: String
    /// Where the records are shown that it agrees with.
    let place: Telling.Place?

    var question: String {
        switch verdict {
        case .agrees: "The paper says “\(claim.words)”. Which are they?"
        case .contradicted: "The paper says “\(claim.words)”, and the records say otherwise. Which is right?"
        case .unanswered: "The paper says “\(claim.words)”. Where is that recorded?"
        }
    }

    /// - Parameter records: of what the section tells of, or of all that the paper covers.
    static func of(_ claim: Claim, _ records: inout ClaimRecords) -> ClaimCheck {
        counting(claim, records.tellings) ?? happened(claim, records.tellings) ?? said(claim, &records)
            ?? ClaimCheck(claim: claim, verdict: .unanswered, findings: [], how: "No number of the records counts “\(claim.nouns.last ?? "")”, and no milestone, action or update names one.", place: nil)
    }

    // MARK: Numbers that the records give

    static func counting(_ claim: Claim, _ tellings: [Telling]) -> ClaimCheck? {
        let all = tellings.flatMap(\.counts)
        var noun = claim.nouns.first { noun in all.contains { $0.noun.split(separator: " ").map(String.init).last == noun || $0.noun == noun } }
        // `6 done` leaves out what is done.
        if noun == nil, let first = claim.nouns.first { noun = all.first { $0.qualities.contains(first) }?.noun }
        guard let noun else { return nil }
        let own = all.filter { $0.noun == noun || $0.noun.hasSuffix(" " + noun) }
        let qualified = own.filter { count in count.qualities.contains { claim.about.contains($0) } }
        let fitting = qualified.isEmpty ? own.filter { $0.qualities.isEmpty } : qualified
        guard !fitting.isEmpty else { return nil }
        let sums = tellings.count > 1 ? sums(fitting, of: tellings.count) : []
        let right = fitting.first { $0.number * 100 == claim.hundredths }
        let isRight = right != nil || sums.contains { $0 * 100 == claim.hundredths }
        let looked = qualified.isEmpty ? "all of them" : "those called \(listed(Set(qualified.flatMap(\.qualities)).intersection(claim.about).sorted(), joinedBy: "or"))"
        return ClaimCheck(
            claim: claim, verdict: isRight ? .agrees : .contradicted,
            findings: (right.map { [$0] } ?? fitting).map { Telling.Line("\($0.sentence.capitalisedFirst).", isPoint: true, behind: $0.behind, cites: []) },
            how: "Counted every \(noun) on record: \(looked).", place: right?.address ?? fitting.first?.address)
    }

    /// The same number of each thing, added up: three plans tell as many counts in one order.
    private static func sums(_ counts: [Telling.Count], of things: Int) -> [Int] {
        Dictionary(grouping: counts, by: { $0.qualities }).values.flatMap { group -> [Int] in
            guard group.count % things == 0 else { return [] }
            let each = group.count / things
            return (0..<each).map { place in stride(from: place, to: group.count, by: each).reduce(0) { $0 + group[$1].number } }
        }
    }

    // MARK: Records that name one of them

    private static func happened(_ claim: Claim, _ tellings: [Telling]) -> ClaimCheck? {
        for noun in claim.nouns.reversed() where noun.count > 3 {
            let named = tellings.flatMap(\.mentions).filter { $0.noun == "milestone" && $0.words.namesOne(noun) }
            guard !named.isEmpty else { continue }
            let happened = named.filter { $0.kind == .happened }
            let lines = happened.map { mention in
                Telling.Line("\(mention.noun.capitalisedFirst) “\(mention.words)”\(mention.day.map { ", reached on \($0)" } ?? "").", isPoint: true, behind: [mention.subject],
                             cites: [Telling.Cite(mention.words, mention.address)])
            }
            let found = Kernel.counted(happened.count, "milestone")
            return ClaimCheck(
                claim: claim, verdict: happened.count * 100 == claim.hundredths ? .agrees : .contradicted,
                findings: [Telling.Line("The records hold \(found) reached that each name\(happened.count == 1 ? "s" : "") a “\(noun)”.", behind: happened.map(\.subject))] + lines,
                how: "Counted the milestones reached that name one “\(noun)”, of \(Kernel.counted(named.count, "milestone")) that \(named.count == 1 ? "does" : "do").", place: happened.first?.address ?? named.first?.address)
        }
        return nil
    }

    // MARK: What somebody said

    private static func said(_ claim: Claim, _ records: inout ClaimRecords) -> ClaimCheck? {
        let others = records.said(of: claim.nouns.filter { $0.count > 3 })
        guard let found = others.first(where: { $0.1.hundredths == claim.hundredths }) ?? others.first else { return nil }
        let (mention, other) = found
        let agrees = other.hundredths == claim.hundredths
        return ClaimCheck(
            claim: claim, verdict: agrees ? .agrees : .contradicted,
            findings: [Telling.Line("\(mention.day.map { "On \($0), " } ?? "")the \(mention.noun) said: “\(mention.words)”", isPoint: true, behind: [mention.subject], cites: [])],
            how: agrees ? "Looked through what owners said: “\(other.words)” stands there." : "Looked through what owners said: the latest that counts the same says “\(other.words)”.",
            place: mention.address)
    }
}

extension String {
    /// Whether a word stands in it that names one of something.
    func namesOne(_ noun: String) -> Bool { lowercased().split { !($0.isLetter || $0.isNumber) }.contains { $0 == noun } }
}
