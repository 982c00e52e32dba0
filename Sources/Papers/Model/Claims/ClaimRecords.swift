import Kernel

/// What claims are held against. What owners said is read for its own claims when the first is asked for, and once.
struct ClaimRecords {
    let tellings: [Telling]
    private var claims: [String: [(Telling.Mention, Claim)]]?

    init(_ tellings: [Telling]) { self.tellings = tellings }

    /// Claims of what was said that count any of these, the latest first.
    mutating func said(of nouns: [String]) -> [(Telling.Mention, Claim)] {
        let known = claims ?? read()
        claims = known
        return nouns.flatMap { known[$0] ?? [] }.stablySorted { -($0.0.day?.number ?? 0) }
    }

    private func read() -> [String: [(Telling.Mention, Claim)]] {
        var found: [String: [(Telling.Mention, Claim)]] = [:]
        for mention in tellings.flatMap(\.mentions) where mention.kind == .said {
            for claim in mention.words.split(whereSeparator: \.isNewline).flatMap({ Claim.all(in: String($0)) }) {
                for noun in Set(claim.nouns) { found[noun, default: []].append((mention, claim)) }
            }
        }
        return found
    }
}
