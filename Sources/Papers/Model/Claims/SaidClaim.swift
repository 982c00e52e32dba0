import Kernel

/// Claims of what somebody said, of what a measure was read to be, and of what something costs.
extension ClaimCheck {
    /// Something said, as a claim is held against it.
    private struct Held {
        let mention: Telling.Mention
        let claim: Claim
        /// It is said of the same thing: by itself, or together with the action that it was said of.
        let isSame: Bool
        let isSameByItself: Bool

        init(_ saying: Saying, _ claim: Claim, _ records: ClaimRecords) {
            (mention, self.claim) = (saying.mention, saying.claim)
            isSame = claim.isLike(saying.claim) && (claim.isAbout(saying.words) || claim.isAbout(saying.words.union(records.context(of: saying.mention))))
            // Where a sentence says hardly more than the number, what it is said of speaks for it.
            let isBare = saying.words.subtracting(saying.claim.nouns.map(ClaimWords.stem)).count <= 1
            isSameByItself = isSame && (isBare || claim.isAbout(saying.words))
        }
    }

    static func said(_ claim: Claim, _ records: ClaimRecords) -> ClaimCheck? {
        guard claim.hundredths != 0 else { return nil }
        let isNow = !claim.isOfAnotherTime(than: records.tellings.first)
        for noun in claim.isMoney ? [ClaimRecords.money] : claim.heads.filter({ $0.count > 3 }) {
            let current = records.said(of: noun).map { Held($0, claim, records) }
            if isNow {
                if let same = current.first(where: { $0.isSame && $0.claim.hundredths == claim.hundredths }) { return checked(claim, .agrees, same) }
                let others = current.filter(\.isSameByItself)
                // Where nothing more is said of it, it may be any of several numbers.
                if let other = others.first, !(claim.about.isEmpty && claim.wider.isEmpty) || Set(others.map(\.claim.hundredths)).count == 1 { return checked(claim, .contradicted, other) }
            }
            let near = nearest(claim, current) ?? nearest(claim, records.saidEarlier(of: noun).map { Held($0, claim, records) })
            guard let near else { continue }
            return perhaps(claim, line(near), how: records.isCurrent(near.mention)
                ? "Looked through what owners said: nothing there counts the same of the same thing." : "Looked through what owners said in the paper’s time: nothing there counts the same thing.",
                           at: near.mention.address)
        }
        return nil
    }

    private static func nearest(_ claim: Claim, _ sayings: [Held]) -> Held? {
        sayings.first { $0.isSame } ?? sayings.first { $0.claim.hundredths == claim.hundredths }
    }

    private static func line(_ saying: Held) -> Telling.Line {
        let mention = saying.mention
        let words = switch mention.noun {
        case "cost": "\(mention.words)."
        default: "\(mention.day.map { "On \($0), " } ?? "")the \(mention.noun) said: “\(mention.words)”"
        }
        return Telling.Line(words.capitalisedFirst, isPoint: true, behind: [mention.subject], cites: [])
    }

    private static func checked(_ claim: Claim, _ verdict: Verdict, _ saying: Held) -> ClaimCheck {
        let source = saying.mention.noun == "cost" ? "the costs on record" : "what owners said"
        return ClaimCheck(
            claim: claim, verdict: verdict, findings: [line(saying)],
            how: verdict == .agrees ? "Looked through \(source): “\(saying.claim.words)” stands there." : "Looked through \(source): the latest that counts the same says “\(saying.claim.words)”.",
            place: saying.mention.address)
    }
}
