import Kernel

/// Claims of what somebody said, of what a measure was read to be, and of what something costs.
extension ClaimCheck {
    private struct Saying {
        let mention: Telling.Mention
        let claim: Claim
        /// It is said of the same thing: by itself, or together with the action that it was said of.
        let isSame: Bool
        let isSameByItself: Bool
    }

    static func said(_ claim: Claim, _ records: ClaimRecords) -> ClaimCheck? {
        guard claim.hundredths != 0 else { return nil }
        for noun in claim.isMoney ? [ClaimRecords.money] : claim.heads.filter({ $0.count > 3 }) {
            let sayings = sayings(of: noun, claim, records)
            guard !sayings.isEmpty else { continue }
            let current = sayings.filter { records.isCurrent($0.mention) && !claim.isOfAnotherTime(than: records.tellings.first) }
            if let same = current.first(where: { $0.isSame && $0.claim.hundredths == claim.hundredths }) { return checked(claim, .agrees, same) }
            let others = current.filter(\.isSameByItself)
            // Where nothing more is said of it, it may be any of several numbers.
            if let other = others.first, !(claim.about.isEmpty && claim.wider.isEmpty) || Set(others.map(\.claim.hundredths)).count == 1 { return checked(claim, .contradicted, other) }
            guard let near = sayings.first(where: { $0.isSame }) ?? sayings.first(where: { $0.claim.hundredths == claim.hundredths }) else { continue }
            return perhaps(claim, line(near), how: records.isCurrent(near.mention)
                ? "Looked through what owners said: nothing there counts the same of the same thing." : "Looked through what owners said in the paper’s time: nothing there counts the same thing.",
                           at: near.mention.address)
        }
        return nil
    }

    private static func sayings(of noun: String, _ claim: Claim, _ records: ClaimRecords) -> [Saying] {
        records.said(naming: noun).flatMap { mention -> [Saying] in
            let context = records.context(of: mention)
            return ClaimWords.sentences(mention.words).flatMap { sentence in
                let words = ClaimWords.stems(ClaimWords.all(sentence))
                return Claim.all(in: sentence).filter { noun == ClaimRecords.money ? $0.isMoney : !$0.isMoney && $0.heads.contains(noun) }.map { other in
                    let isSame = claim.isLike(other) && claim.isAbout(words.union(context))
                    // Where a sentence says hardly more than the number, what it is said of speaks for it.
                    let isBare = words.subtracting(other.nouns.map(ClaimWords.stem)).count <= 1
                    return Saying(mention: mention, claim: other, isSame: isSame, isSameByItself: isSame && (isBare || claim.isAbout(words)))
                }
            }
        }
    }

    private static func line(_ saying: Saying) -> Telling.Line {
        let mention = saying.mention
        let words = switch mention.noun {
        case "cost": "\(mention.words)."
        default: "\(mention.day.map { "On \($0), " } ?? "")the \(mention.noun) said: “\(mention.words)”"
        }
        return Telling.Line(words.capitalisedFirst, isPoint: true, behind: [mention.subject], cites: [])
    }

    private static func checked(_ claim: Claim, _ verdict: Verdict, _ saying: Saying) -> ClaimCheck {
        let source = saying.mention.noun == "cost" ? "the costs on record" : "what owners said"
        return ClaimCheck(
            claim: claim, verdict: verdict, findings: [line(saying)],
            how: verdict == .agrees ? "Looked through \(source): “\(saying.claim.words)” stands there." : "Looked through \(source): the latest that counts the same says “\(saying.claim.words)”.",
            place: saying.mention.address)
    }
}
