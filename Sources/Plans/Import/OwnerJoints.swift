import Kernel

/// Cutting at commas and at “and”, which join owners and stand inside the names of teams too.
extension Owners {
    /// Parts between commas and joining words, where each side stands by itself.
    static func weakParts(_ text: String, known: Set<String>) -> OwnerReading {
        var spaced = text.contains(",") ? text.replacing(",", with: " , ") : text
        // Each of the phrases holds one of these words.
        if !Set(text.plainWords).isDisjoint(with: ["with", "by", "as"]) {
            spaced = spaced.replacing(/(?i)\s(with support from|supported by|in conjunction with|in liaison with|along with|together with|as well as)\s/, with: " with ")
        }
        let words = spaced.split { $0.isWhitespace }.map(String.init)
        var joints: [Int] = [], depth = 0
        for (index, word) in words.enumerated() {
            if depth == 0, index > 0, index < words.count - 1, [",", "&", "and", "with", "plus"].contains(word.lowercased()) { joints.append(index) }
            depth = max(0, depth + word.filter { $0 == "(" }.count - word.filter { $0 == ")" }.count)
        }
        guard let firstJoint = joints.first, let lastJoint = joints.last else { return OwnerReading(names: [text.tidied]) }
        func said(_ range: Range<Int>) -> String { words[range].joined(separator: " ").replacing(" ,", with: ",").tidied }

        // A team whose name is known to hold the joining word is one.
        var closed: Set<Int> = []
        let plainWords = words.map(\.plainWords)
        for length in stride(from: min(6, words.count), through: 3, by: -1) {
            // Only where a joining word stands inside.
            for start in stride(from: max(0, firstJoint - length + 2), through: min(words.count - length, lastJoint - 1), by: 1) {
                let inside = joints.filter { $0 > start && $0 < start + length - 1 }
                if !inside.isEmpty, OwnerWords.isCommonPair(Array(plainWords[start..<start + length].joined())) {
                    let sides = [said(start..<inside[0]), said((inside[0] + 1)..<(start + length))]
                    // Unless both stand by themselves elsewhere.
                    if !(inside.count == 1 && sides.allSatisfy { known.contains($0.ownerKey) }) { closed.formUnion(inside) }
                }
            }
        }
        var names: [String] = [], start = 0
        var doubt: OwnerReading?
        var allCut: [String] = [], allStart = 0
        let open = joints.filter { !closed.contains($0) }
        for (position, joint) in open.enumerated() {
            let end = position + 1 < open.count ? open[position + 1] : words.count
            // “A, B, and C”
            if joint + 1 == end { if start == joint { start = joint + 1; allStart = joint + 1 }; continue }
            let left = said(start..<joint), right = said((joint + 1)..<end)
            if left.isEmpty { start = joint + 1; allStart = start; continue }
            let verdict = judge(left, words[joint].lowercased(), right, rest: said((joint + 1)..<words.count), known: known, isList: open.count > 1)
            if verdict != .one { allCut.append(said(allStart..<joint)); allStart = joint + 1 }
            switch verdict {
            case .two: names.append(left); start = joint + 1
            case .one: break
            case .unsure:
                doubt = OwnerReading(code: "owner-may-be-joint", reason: "it may name one owner or several")
            }
        }
        names.append(said(start..<words.count))
        allCut.append(said(allStart..<words.count))
        names = spread(names.filter { !$0.isEmpty }.map { $0.hasPrefix("the ") ? String($0.dropFirst(4)) : $0 })
        guard var doubt else { return OwnerReading(names: names) }
        doubt.names = names
        doubt.suggestion = spread(allCut.filter { !$0.isEmpty })
        return doubt
    }

    enum Verdict { case one, two, unsure }

    /// Whether what stands on the two sides of a joining word is one owner or two.
    static func judge(_ left: String, _ joint: String, _ right: String, rest: String, known: Set<String>, isList: Bool) -> Verdict {
        if ["team", "staff", "others", "colleagues", "teams", "the team", "their team"].contains(right.lowercased()) { return .one }
        let a = OwnerWords.kind(left), b = OwnerWords.kind(right)
        let (knowsLeft, knowsRight) = (known.contains(left.ownerKey), known.contains(right.ownerKey))
        if joint == "," {
            // “Smith, J” and “Smith, John” are one person; “GM Smith, Head of Protection” a person with a post.
            if a == .name, b == .name, left.plainWords.count == 1, right.plainWords.count <= 2, !isList, !(knowsLeft && knowsRight) {
                return right.plainWords.allSatisfy({ $0.count == 1 }) ? .one : .unsure
            }
            let post = { (kind: OwnerWords.Kind, text: String) in kind == .rank || (kind == .role && text.plainWords.count >= 2) }
            if !isList, (post(a, left) && [.name, .person].contains(b) && (b == .name || left.contains("("))) || (!isList && [.name, .person].contains(a) && post(b, right) && b != .rank) {
                return knowsLeft && knowsRight ? .two : .unsure
            }
            if knowsLeft && knowsRight { return .two }
            if [.subject, .team].contains(a), [.subject, .team].contains(b), isList, rest.lowercased().split(separator: " ").contains(where: { ["and", "&"].contains($0) }) {
                return .unsure
            }
            // “Planning, Resourcing and Retention Manager” is likely one post.
            let wholeEnds = OwnerWords.kind(rest)
            if isList, [.subject, .name].contains(a), [.subject, .name].contains(b), wholeEnds == .role || wholeEnds == .team,
               rest.lowercased().split(separator: " ").contains(where: { ["and", "&"].contains($0) }), !knowsLeft, OwnerWords.rankLength(rest.split(separator: " ")) == 0 {
                return .unsure
            }
            if a == .role, b == .subject, isList, left.lowercased().contains(" of ") { return .one }
            return .two
        }
        if joint == "with" || joint == "plus" { return .two }
        if knowsLeft && knowsRight { return .two }
        if a == .person || b == .person || b == .rank { return .two }
        if a == .rank { return .two }
        let rightOpens = right.lowercased().hasPrefix("head of") || right.lowercased().hasPrefix("director of") || OwnerWords.rankLength(right.split(separator: " ")) > 0
        if rightOpens { return .two }
        if b == .role { return a == .subject ? .one : a == .name && isList && !knowsLeft ? .unsure : .two }
        if a == .role {
            // “Head of People and Culture” is one post; “Training Manager and HR” is a post and a team.
            let endsAsPost = left.plainWords.last.map(OwnerWords.roles.contains) ?? false
            if endsAsPost { return .two }
            if b == .name { return .two }
            return knowsRight || right.plainWords.count > 1 || right.isAcronym ? .unsure : .one
        }
        if b == .team { return a == .subject && left.plainWords.count == 1 ? .one : a == .subject ? .unsure : .two }
        if a == .team { return .two }
        if a == .subject, b == .subject {
            if knowsLeft || knowsRight { return .two }
            return left.plainWords.count > 1 || right.plainWords.count > 1 || left.isAcronym != right.isAcronym ? .two : .unsure
        }
        if a == .other || b == .other { return .unsure }
        return .two
    }

    /// “GMs Smith and Jones” are GM Smith and GM Jones.
    static func spread(_ names: [String]) -> [String] {
        guard names.count > 1, let first = names.first?.split(separator: " ").first, first.last == "s", first.count <= 5,
              OwnerWords.rankLength([first.dropLast()]) == 1, first.dropLast().allSatisfy(\.isUppercase) else { return names }
        let rank = String(first.dropLast())
        return names.enumerated().map { index, name in
            if index == 0 { return rank + name.dropFirst(first.count) }
            return OwnerWords.kind(name) == .name && !name.contains(" ") ? "\(rank) \(name)" : name
        }
    }
}
