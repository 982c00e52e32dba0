/// Names that Excel takes for a sheet.
enum SheetName {
    /// At most 31 characters, none of those Excel forbids, and unlike the names before it.
    static func fit(_ wanted: String, unlike taken: [String]) -> String {
        var name = String(wanted.map { "[]:*?/\\".contains($0) || $0.isNewline ? " " : $0 })
        name = trimmed(shortened(name, to: 31))
        // Excel keeps this name for itself.
        if name.isEmpty || name.lowercased() == "history" { name = name.isEmpty ? "Sheet" : "History of" }
        let base = name
        var count = 1
        while taken.contains(where: { $0.lowercased() == name.lowercased() }) {
            count += 1
            let ending = " \(count)"
            name = trimmed(shortened(base, to: 31 - ending.count)) + ending
        }
        return name
    }

    private static func trimmed(_ name: String) -> String {
        var name = name[...]
        while let first = name.first, first == "'" || first.isWhitespace { name.removeFirst() }
        while let last = name.last, last == "'" || last.isWhitespace { name.removeLast() }
        return String(name)
    }

    /// So many UTF-16 units at most, which is how Excel counts, without cutting a character in two.
    static func shortened(_ text: String, to most: Int) -> String {
        guard text.utf16.count > most else { return text }
        var short = ""
        var count = 0
        for character in text {
            count += character.utf16.count
            if count > most { break }
            short.append(character)
        }
        return short
    }
}
