import Kernel

/// References as documents write them: `1`, `1.2`, `R3`, `AFI 4`, `E1.1`, `Recommendation 5`.
enum WrittenReference {
    /// Words that stand before a number and name its kind, with what is kept of them.
    private static let kinds: [(words: [String], kept: String)] = [
        (["recommendation"], ""), (["rec"], ""), (["r"], "R"), (["finding"], ""), (["item"], ""), (["no"], ""), (["number"], ""),
        (["area", "for", "improvement"], "AFI-"), (["afi"], "AFI-"), (["cause", "of", "concern"], "CoC-"), (["coc"], "CoC-"),
        (["gap"], "Gap-"), (["issue"], "Issue-"), (["objective"], ""), (["action"], ""), (["priority"], ""),
    ]

    /// Whether the whole text is a reference and nothing else.
    static func isOne(_ text: String) -> Bool { read(text) != nil }

    /// The reference in a cell of its own, in the form that references take, or nil where it isn't one.
    static func read(_ text: String) -> String? {
        let line = text.oneLine
        guard !line.isEmpty, line.count <= 40 else { return nil }
        if let (reference, rest) = prefix(of: line + " "), rest.isEmpty { return reference }
        let bare = line.trimmedMarks
        guard bare.contains(where: \.isNumber) || (bare.count <= 3 && bare.allSatisfy { $0.isLetter }), bare.count <= 16,
              bare.filter(\.isWhitespace).count <= 1 else { return nil }
        // “12 months” is not a reference, “A 12” is.
        let parts = bare.split(separator: " ")
        if parts.count == 2, !(parts[0].allSatisfy(\.isLetter) && parts[1].contains(where: \.isNumber)) { return nil }
        if !bare.allSatisfy({ $0.isNumber || $0 == "." }), WrittenDay.looksLikeOne(line) { return nil }
        return usable(bare)
    }

    /// A reference before the words of a finding or an action, and the words without it.
    static func prefix(of text: some StringProtocol) -> (reference: String, rest: String)? {
        let line = String(text.trimmed)
        guard let start = line.first, start.isLetter || start.isNumber || start == "(" else { return nil }
        var scan = Substring(line)
        if scan.first == "(" { scan = scan.dropFirst() }
        // Words that name the kind.
        let words = scan.prefix(40).lowercased()
        var kept: String?
        for (names, keep) in kinds where names != ["r"] {
            let name = names.joined(separator: " ")
            for form in [name, name + "s"] where words.hasPrefix(form) {
                let after = scan.dropFirst(form.count)
                let number = after.drop { " .:#-–".contains($0) }
                let lead = after.prefix(while: { " .:#-–".contains($0) })
                if number.first?.isNumber == true, lead.count <= 4 {
                    // “no 3” before words is too little to go by.
                    kept = keep
                    scan = number
                }
            }
            if kept != nil { break }
        }
        let letters = kept == nil ? scan.prefix(while: { $0.isLetter && $0.isUppercase }) : ""
        var rest = scan.dropFirst(letters.count)
        if letters.count > 5 { return nil }
        var number = rest.prefix(while: { $0.isNumber || $0 == "." })
        while number.last == "." { number = number.dropLast() }
        guard !number.isEmpty, number.count <= 8, !number.contains("..") else { return nil }
        rest = rest.dropFirst(number.count)
        // “1a)” and “3(b)”
        var tail = ""
        if let letter = rest.first, letter.isLetter, letter.isLowercase, rest.dropFirst().first.map({ ".):".contains($0) || $0 == " " }) ?? true,
           !number.isEmpty {
            tail = String(letter)
            rest = rest.dropFirst()
        }
        let marks = rest.prefix(while: { ".):–—|-".contains($0) || $0.isWhitespace })
        let closed = marks.contains { ".):–—|-".contains($0) }
        rest = rest.dropFirst(marks.count)
        let dotted = number.contains(".") && number.split(separator: ".").allSatisfy { $0.count <= 3 }
        let named = kept != nil || !letters.isEmpty
        // “2 stations will…” and “24/7 cover” begin with numbers too.
        guard closed || rest.isEmpty || ((dotted || named) && !marks.isEmpty) else { return nil }
        if !closed, !rest.isEmpty, letters.count == 1, letters != "R", letters != "E", !dotted { return nil }
        if closed, !marks.contains(where: \.isWhitespace), !rest.isEmpty, !marks.contains(")") { return nil }
        // “3 - 5 officers” counts something.
        if marks.contains(where: { "-–—".contains($0) }), rest.first?.isNumber == true { return nil }
        if Int(number).map({ $0 > 999 }) ?? false { return nil }
        guard let reference = usable((kept ?? String(letters)) + number + tail) else { return nil }
        return (reference, String(rest.trimmed))
    }

    /// With what a reference can't hold left out.
    static func usable(_ text: some StringProtocol) -> String? {
        var result = ""
        for character in text.trimmedMarks {
            if character.isASCII, character.isLetter || character.isNumber || "._".contains(character) { result.append(character) }
            else if !result.isEmpty, result.last != "-" { result.append("-") }
        }
        while result.last == "-" || result.last == "." { result.removeLast() }
        return Reference(checking: result)?.text
    }

    /// `2` of `2.1`, `E1` of `E1.1`, nil where there is no dot.
    static func parent(of reference: String) -> String? {
        guard let dot = reference.lastIndex(of: "."), reference[reference.index(after: dot)...].allSatisfy({ $0.isNumber || $0.isLetter })
        else { return nil }
        return String(reference[..<dot])
    }
}

extension StringProtocol {
    /// Without brackets, dots and dashes at its ends.
    var trimmedMarks: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace || "()[].:-–—*•".contains(first) { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace || "()[].:;,-–—*".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
