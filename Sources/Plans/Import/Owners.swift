import Kernel

/// Who one cell names, and what is doubtful about it.
struct OwnerReading: Equatable {
    var names: [String] = []
    /// The kind of doubt, nil where there is none.
    var code: String?
    var suggestion: [String]?
    var reason = ""
}

/// The owners of a document: each read beside the others, each person and team with one spelling.
struct Owners {
    /// How often each spelling of a name stands in the document, by what the spellings share.
    private var spellings: [String: [(spelling: String, count: Int)]] = [:]

    private var readings: [String: OwnerReading] = [:]

    /// - Parameter cells: every owner cell of the document, in order.
    init(_ cells: [String]) {
        var times: [String: Int] = [:], inOrder: [String] = []
        for cell in cells {
            if times[cell] == nil { inOrder.append(cell) }
            times[cell, default: 0] += 1
        }
        var pieces: [(name: String, count: Int)] = []
        for cell in inOrder {
            let reading = Owners.split(cell, known: [])
            if reading.code == nil { pieces += reading.names.map { ($0, times[cell] ?? 1) } }
        }
        let known = Set(pieces.map(\.name.ownerKey))
        for (name, count) in pieces where Owners.chain(name, of: known) == nil && Owners.knownStart(of: name, known) == nil { note(name, count) }
    }

    private mutating func note(_ name: String, _ count: Int) {
        let key = name.ownerKey
        var list = spellings[key] ?? []
        if let at = list.firstIndex(where: { $0.spelling == name }) { list[at].count += count } else { list.append((name, count)) }
        spellings[key] = list
    }

    /// The one spelling of a name: the commonest, and of several as common the first.
    func canonical(_ name: String) -> String {
        guard let list = spellings[name.ownerKey], let most = list.map(\.count).max() else { return name }
        return list.first { $0.count == most }?.spelling ?? name
    }

    mutating func read(_ text: String) -> OwnerReading {
        if let reading = readings[text] { return reading }
        let reading = fresh(text)
        readings[text] = reading
        return reading
    }

    private func fresh(_ text: String) -> OwnerReading {
        var reading = Owners.split(text, known: Set(spellings.keys))
        func tidy(_ names: [String]) -> [String] {
            names.map(canonical).reduce(into: []) { all, name in if !all.contains(where: { $0.ownerKey == name.ownerKey }) { all.append(name) } }
        }
        reading.names = tidy(reading.names)
        reading.suggestion = reading.suggestion.map(tidy)
        return reading
    }

    // MARK: Cutting one cell

    /// Cuts a cell at what joins owners, as far as that is plain.
    static func split(_ text: String, known: Set<String>) -> OwnerReading {
        guard !OwnerWords.namesNobody(text) else {
            return OwnerReading(code: "owner-missing", reason: text.oneLine.isEmpty ? "no owner is named" : "it names no owner yet")
        }
        var reading = OwnerReading()
        for line in strongParts(text) {
            var part = withoutLabel(line)
            let words = part.plainWords
            if words.contains("tbc") || words.contains("tba") || part.contains("?") {
                part = part.replacing(/(?i)\(?\b(tbc|tba)\b\)?|\(?\?\)?/, with: "").trimmedMarks
                if part.isEmpty { continue }
                reading.code = "owner-unsure"
                reading.reason = "the owner is still to be confirmed"
                reading.suggestion = (reading.suggestion ?? reading.names) + [part]
                continue
            }
            guard !OwnerWords.namesNobody(part) else { continue }
            let cut = weakParts(part, known: known)
            var names: [String] = []
            for name in cut.names { names += runTogether(name, known: known, reading: &reading) }
            if let code = cut.code, reading.code == nil {
                reading.code = code
                reading.reason = cut.reason
                reading.suggestion = reading.names + (cut.suggestion ?? [])
            } else if reading.suggestion != nil {
                reading.suggestion? += cut.suggestion ?? names
            }
            reading.names += names
        }
        if reading.names.isEmpty, reading.code == nil {
            return OwnerReading(code: "owner-missing", reason: "it names no owner yet")
        }
        return reading
    }

    /// Parts between line feeds, strokes, semicolons and plus signs, which join and do nothing else.
    private static func strongParts(_ text: String) -> [String] {
        var parts = [""], depth = 0
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
            let before = parts[parts.count - 1].trimmed.lowercased()
            switch character {
            case "\n", "\r", "\r\n", "\u{2028}", "\u{0B}", "\t":
                let rest = String(characters[(index + 1)...].prefix { !$0.isNewline }.filter { $0 != "\t" }).trimmed
                // A line that only wraps goes on; a role or rank alone waits for its name.
                let wraps = depth > 0 || before.endsOpen || rest.startsInLowerCase || OwnerWords.kind(before) == .rank || rest.first == "(" || rest.isEmpty
                    || rest.hasPrefix("&") || rest.hasPrefix("/")
                if wraps { parts[parts.count - 1] += " " } else { parts.append("") }
            case "/", "|", "\\":
                // A/GM and T/SM are acting and temporary ranks; and/or is one word.
                let acting = character == "/" && ["a", "t"].contains(before.split(separator: " ").last.map(String.init) ?? before)
                    && index + 1 < characters.count && characters[index + 1].isUppercase
                if depth > 0 || acting || before.hasSuffix("and") || before.hasSuffix("http:") { parts[parts.count - 1].append(character) }
                else { parts.append("") }
            case ";", "+", "•", "·", "●", "▪": if depth > 0 { parts[parts.count - 1].append(character) } else { parts.append("") }
            default: parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.replacing("and/or", with: "and").tidied }.filter { !$0.isEmpty }
    }

    /// Without “Lead:” before a name and “(lead)” after it.
    private static func withoutLabel(_ text: String) -> String {
        var text = text
        if let colon = text.firstIndex(of: ":"), text[..<colon].count <= 24 {
            let label = Set(text[..<colon].plainWords)
            if !label.isEmpty, label.isSubset(of: ["lead", "owner", "support", "supporting", "sro", "joint", "responsible", "accountable", "officer", "action", "with", "by", "sponsor", "deputy", "exec", "executive", "and"]) {
                text = String(text[text.index(after: colon)...])
            }
        }
        return text.replacing(/(?i)\((lead|joint|support|supporting|owner|sro|co-lead|l|s|lead officer|joint lead)\)/, with: "")
            .replacing(/(?i)^(supported by|with support from|support from|in conjunction with|in partnership with|with)\s+/, with: "").tidied
    }

    private struct Joint {
        let word: String
        let range: Range<Int>
    }

    /// Parts between commas and joining words, where each side stands by itself.
    private static func weakParts(_ text: String, known: Set<String>) -> OwnerReading {
        let words = text.replacing(",", with: " , ").replacing(/(?i)\s(with support from|supported by|in conjunction with|in liaison with|along with|together with|as well as)\s/, with: " with ")
            .split(whereSeparator: \.isWhitespace).map(String.init)
        var joints: [Int] = [], depth = 0
        for (index, word) in words.enumerated() {
            if depth == 0, index > 0, index < words.count - 1, [",", "&", "and", "with", "plus"].contains(word.lowercased()) { joints.append(index) }
            depth = max(0, depth + word.filter { $0 == "(" }.count - word.filter { $0 == ")" }.count)
        }
        guard !joints.isEmpty else { return OwnerReading(names: [text.tidied]) }
        func said(_ range: Range<Int>) -> String { words[range].joined(separator: " ").replacing(" ,", with: ",").tidied }

        // A team whose name is known to hold the joining word is one.
        var closed: Set<Int> = []
        for length in stride(from: min(6, words.count), through: 3, by: -1) {
            for start in 0...(words.count - length) {
                let plain = words[start..<start + length].flatMap(\.plainWords)
                let inside = joints.filter { $0 > start && $0 < start + length - 1 }
                if !inside.isEmpty, OwnerWords.isCommonPair(plain) {
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
        names = spread(names.filter { !$0.isEmpty })
        guard var doubt else { return OwnerReading(names: names) }
        doubt.names = names
        doubt.suggestion = spread(allCut.filter { !$0.isEmpty })
        return doubt
    }

    private enum Verdict { case one, two, unsure }

    /// Whether what stands on the two sides of a joining word is one owner or two.
    private static func judge(_ left: String, _ joint: String, _ right: String, rest: String, known: Set<String>, isList: Bool) -> Verdict {
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
            if a == .role, b == .subject, isList, left.lowercased().contains(" of ") { return .one }
            return .two
        }
        if joint == "with" || joint == "plus" { return .two }
        if knowsLeft && knowsRight { return .two }
        if a == .person || b == .person || b == .rank { return .two }
        if a == .rank { return .two }
        let rightOpens = right.lowercased().hasPrefix("head of") || right.lowercased().hasPrefix("director of") || OwnerWords.rankLength(right.split(separator: " ")) > 0
        if rightOpens { return .two }
        if b == .role { return a == .subject ? .one : .two }
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
    private static func spread(_ names: [String]) -> [String] {
        guard names.count > 1, let first = names.first?.split(separator: " ").first, first.last == "s", first.count <= 5,
              OwnerWords.rankLength([first.dropLast()]) == 1, first.dropLast().allSatisfy(\.isUppercase) else { return names }
        let rank = String(first.dropLast())
        return names.enumerated().map { index, name in
            if index == 0 { return rank + name.dropFirst(first.count) }
            return OwnerWords.kind(name) == .name && !name.contains(" ") ? "\(rank) \(name)" : name
        }
    }

    // MARK: Run together

    /// Cuts names that stand one after the other with nothing between.
    private static func runTogether(_ text: String, known: Set<String>, reading: inout OwnerReading) -> [String] {
        if !known.contains(text.ownerKey) || known.isEmpty, let cut = betweenRanks(text) { return cut }
        guard !known.isEmpty else { return [text] }
        if let cut = chain(text, of: known) { return cut }
        guard !known.contains(text.ownerKey) else { return [text] }
        if let (head, tail) = knownStart(of: text, known) {
            reading.code = "owner-may-be-joint"
            reading.reason = "two owners may have been run together"
            reading.suggestion = reading.names + [head, tail]
        }
        return [text]
    }

    /// A known person at the start of a text, and what stands after them with nothing between.
    private static func knownStart(of text: String, _ known: Set<String>) -> (String, String)? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 3, !text.contains("("), !text.contains(","), !text.contains(" - "), !text.contains(" – ") else { return nil }
        for length in stride(from: words.count - 1, through: 2, by: -1) {
            let head = words[..<length].joined(separator: " "), tail = words[length...].joined(separator: " ")
            if OwnerWords.kind(head) == .person, known.contains(head.ownerKey), OwnerWords.kind(tail) != .other, tail.first?.isUppercase ?? false {
                return (head, tail)
            }
        }
        return nil
    }

    /// “AM Palmer GM Brook”: a rank begins a new name once the one before has a surname.
    private static func betweenRanks(_ text: String) -> [String]? {
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
    private static func chain(_ text: String, of known: Set<String>) -> [String]? {
        let words = text.split(separator: " ").map(String.init)
        guard (2...14).contains(words.count) else { return nil }
        var best: [[String]?] = Array(repeating: nil, count: words.count + 1)
        best[0] = []
        for end in 1...words.count {
            for start in 0..<end where !(start == 0 && end == words.count) {
                guard let before = best[start] else { continue }
                let piece = words[start..<end].joined(separator: " ")
                if known.contains(piece.ownerKey), best[end].map({ before.count + 1 < $0.count }) ?? true { best[end] = before + [piece.tidied] }
            }
        }
        // Of subjects alone (“Fire Protection”) a chain proves nothing.
        guard let names = best[words.count], names.count > 1, names.contains(where: { [.person, .role, .rank, .name].contains(OwnerWords.kind($0)) }) else { return nil }
        return names
    }
}

extension StringProtocol {
    /// What the spellings of one owner share.
    var ownerKey: String { plainWords.joined(separator: " ") }

    var isAcronym: Bool { (2...5).contains(count) && allSatisfy { $0.isUppercase || $0 == "&" } }

    /// On one line, without loose marks at its ends; a bracket keeps its pair.
    var tidied: String {
        var text = Substring(oneLine)
        while let first = text.first, first.isWhitespace || ".,;:-–•*".contains(first) { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace || ".,;:-–*".contains(last) { text = text.dropLast() }
        for joint in ["and ", "& "] where text.lowercased().hasPrefix(joint) { text = text.dropFirst(joint.count) }
        for joint in [" and", " &"] where text.lowercased().hasSuffix(joint) { text = text.dropLast(joint.count) }
        return String(text)
    }
}
