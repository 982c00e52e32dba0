import Kernel

/// Cutting names that stand one after the other with nothing between.
extension Owners {
    /// Cuts names that stand one after the other with nothing between.
    static func runTogether(_ text: String, known: Set<String>) -> OwnerReading {
        if !known.contains(text.ownerKey), let cut = betweenRanks(text) {
            return cut.map { runTogether($0, known: known) }.reduce(into: OwnerReading()) { all, one in
                if all.code != nil || one.code != nil {
                    all.suggestion = (all.suggestion ?? all.names) + (one.suggestion ?? one.names)
                    (all.code, all.reason) = (all.code ?? one.code, all.code == nil ? one.reason : all.reason)
                }
                all.names += one.names
            }
        }
        if let cut = chain(text, of: known) {
            if isProof(cut) { return OwnerReading(names: cut) }
            if known.contains(text.ownerKey) { return OwnerReading(names: [text]) }
            return OwnerReading(names: [text], code: "owner-may-be-joint", suggestion: cut, reason: "two owners may have been run together")
        }
        guard !known.contains(text.ownerKey), let (head, tail) = knownStart(of: text, known) else { return OwnerReading(names: [text]) }
        return OwnerReading(names: [text], code: "owner-may-be-joint", suggestion: [head, tail], reason: "two owners may have been run together")
    }

    /// A known person at the start of a text, and what stands after them with nothing between.
    static func knownStart(of text: String, _ known: Set<String>) -> (String, String)? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 3, !known.isEmpty, !text.contains("("), !text.contains(","), !text.contains(" - "), !text.contains(" – ") else { return nil }
        for length in stride(from: words.count - 1, through: 2, by: -1) {
            let head = words[..<length].joined(separator: " "), tail = words[length...].joined(separator: " ")
            if known.contains(head.ownerKey), OwnerWords.kind(head) == .person, OwnerWords.kind(tail) != .other, tail.first?.isUppercase ?? false {
                return (head, tail)
            }
        }
        return nil
    }

    /// “AM Brook GM Dale”: a rank begins a new name once the one before has a surname.
    static func betweenRanks(_ text: String) -> [String]? {
        let words = text.split(separator: " ")
        var cuts: [Int] = []
        var at = OwnerWords.rankLength(words)
        guard at > 0 else { return nil }
        var surname = false
        while at < words.count {
            let rank = words[at].allSatisfy(\.isUppercase) || words[at].count > 3 ? OwnerWords.rankLength(Array(words[at...])) : 0
            if rank > 0, surname { cuts.append(at); at += rank; surname = false } else { surname = true; at += 1 }
        }
        guard !cuts.isEmpty, surname else { return nil }
        return zip([0] + cuts, cuts + [words.count]).map { words[$0..<$1].joined(separator: " ").tidied }
    }

    /// The text as two or more names that are all known, nil where it isn't.
    static func chain(_ text: String, of known: Set<String>) -> [String]? {
        guard !known.isEmpty else { return nil }
        let words = text.split(separator: " ").map(String.init)
        guard (2...14).contains(words.count), !text.contains("(") else { return nil }
        var best: [[String]?] = Array(repeating: nil, count: words.count + 1)
        best[0] = []
        for end in 1...words.count {
            for start in 0..<end where !(start == 0 && end == words.count) {
                guard let before = best[start] else { continue }
                let piece = words[start..<end].joined(separator: " ")
                guard known.contains(piece.ownerKey), best[end].map({ before.count + 1 < $0.count }) ?? true else { continue }
                // A rank alone takes the name after it.
                if end < words.count, OwnerWords.kind(piece) == .rank, OwnerWords.rankLength([Substring(words[end])]) == 0 { continue }
                best[end] = before + [piece.tidied]
            }
        }
        guard let names = best[words.count], names.count > 1 else { return nil }
        return names
    }

    /// Of single subjects (“Fire Protection”) a chain proves nothing.
    static func isProof(_ chain: [String]) -> Bool {
        chain.contains { [.person, .role, .rank, .name].contains(OwnerWords.kind($0)) } || chain.allSatisfy { $0.contains(" ") }
    }
}
