import Kernel

/// Cutting an owner cell at the marks that do nothing but join.
extension Owners {
    /// Cuts a cell at what joins owners, as far as that is plain.
    static func split(_ text: String, known: Set<String>) -> OwnerReading {
        guard !text.isLonger(than: mostCharacters) else { return OwnerReading(code: "owner-unsure", reason: "it is too long to be the names of owners") }
        guard !OwnerWords.namesNobody(text) else {
            return OwnerReading(code: "owner-missing", reason: text.oneLine.isEmpty ? "no owner is named" : "it names no owner yet")
        }
        var reading = OwnerReading()
        for line in strongParts(separated(text)) {
            var part = withoutLabel(line)
            let words = part.plainWords
            if words.contains("tbc") || words.contains("tba") || part.contains("?") {
                part = part.replacing(/(?i)\(?\b(tbc|tba)\b\)?|\(?\?\)?/, with: "").trimmedMarks
                reading.code = "owner-unsure"
                reading.reason = part.isEmpty ? "another owner is still to be named" : "the owner is still to be confirmed"
                reading.suggestion = (reading.suggestion ?? reading.names) + (part.isEmpty ? [] : [part])
                continue
            }
            guard !OwnerWords.namesNobody(part) else { continue }
            let cut = weakParts(part, known: known)
            var names: [String] = [], likely: [String] = []
            var code = cut.code, reason = cut.reason
            for name in cut.names {
                let apart = runTogether(name, known: known)
                names += apart.names
                likely += apart.suggestion ?? apart.names
                if apart.suggestion != nil, code == nil {
                    code = apart.code
                    reason = apart.reason
                }
            }
            if let suggestion = cut.suggestion { likely = suggestion }
            if let code, reading.code == nil {
                reading.code = code
                reading.reason = reason
                reading.suggestion = reading.names
            }
            reading.suggestion? += likely
            reading.names += names
        }
        if reading.names.isEmpty, reading.code == nil {
            return OwnerReading(code: "owner-missing", reason: "it names no owner yet")
        }
        return reading
    }

    /// With what only says how owners share an action turned into marks that cut.
    ///
    /// Each pattern is tried only on a text that holds the mark it turns on, for most cells hold none.
    private static func separated(_ text: String) -> String {
        var text = text
        if text.contains("(") {
            // “GM Dale (supported by HR)”
            text = text.replacing(/(?i)\((?:supported by|with support from|support from|support:|with)\s+([^)]*)\)/) { match in "; \(match.output.1)" }
        }
        if text.contains(":") {
            // “Lead: GM Dale. Support: SM Reid”
            text = text.replacing(/(?i)[.,]?\s+((?:lead|support|supporting|supported by|owner|sro|deputy|joint)\s*:)/) { match in "; \(match.output.1)" }
        }
        if text.contains(where: \.isNumber) {
            // “1. GM Dale 2. SM Reid”
            text = text.replacing(/(?:^|\s)\d[.)]\s/, with: "\n")
        }
        return text
    }

    /// Parts between line feeds, strokes, semicolons and plus signs, which join and do nothing else.
    static func strongParts(_ text: String) -> [String] {
        var parts: [String] = [], part = "", depth = 0
        func cut() {
            parts.append(part)
            part = ""
        }
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
            switch character {
            case "\n", "\r", "\r\n", "\u{2028}", "\u{0B}", "\t":
                let before = part.trimmed.lowercased()
                let rest = String(String(characters[(index + 1)...].prefix { !$0.isNewline }.filter { $0 != "\t" }).trimmed)
                // A line that only wraps goes on; a role or rank alone waits for its name.
                let wraps = depth > 0 || before.endsOpen || rest.startsInLowerCase || waitsForName(String(before), before: rest) || rest.first == "(" || rest.isEmpty
                    || rest.hasPrefix("&") || rest.hasPrefix("/")
                if wraps { part += " " } else { cut() }
            case "/", "|", "\\":
                // A/GM and T/SM are acting and temporary ranks; and/or is one word.
                let before = part.trimmed.lowercased()
                let acting = character == "/" && ["a", "t"].contains(before.split(separator: " ").last.map(String.init) ?? before)
                    && index + 1 < characters.count && characters[index + 1].isUppercase
                if depth > 0 || acting || before.hasSuffix("and") || before.hasSuffix("http:") { part.append(character) }
                else { cut() }
            case ";", "+", "•", "·", "●", "▪": if depth > 0 { part.append(character) } else { cut() }
            default: part.append(character)
            }
        }
        cut()
        return parts.map { ($0.contains("/") ? $0.replacing("and/or", with: "and") : $0).tidied }.filter { !$0.isEmpty }
    }

    /// Without “Lead:” before a name and “(lead)” after it.
    static func withoutLabel(_ text: String) -> String {
        var text = text
        if let colon = text.firstIndex(of: ":"), text[..<colon].count <= 24 {
            let label = Set(text[..<colon].plainWords)
            if !label.isEmpty, label.isSubset(of: ["lead", "owner", "support", "supporting", "sro", "joint", "responsible", "accountable", "officer", "action", "with", "by", "sponsor", "deputy", "exec", "executive", "and"]) {
                text = String(text[text.index(after: colon)...])
            }
        }
        if text.contains("(") { text = text.replacing(/(?i)\((lead|joint|support|supporting|owner|sro|co-lead|l|s|lead officer|joint lead)\)/, with: "") }
        guard let first = text.first, "sSwWiI".contains(first) else { return text.tidied }
        return text.replacing(/(?i)^(supported by|with support from|support from|in conjunction with|in partnership with|with)\s+/, with: "").tidied
    }
}
