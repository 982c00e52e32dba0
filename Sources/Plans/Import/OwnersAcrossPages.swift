import Kernel

/// An owner cell that a page break cut: what follows may be the rest of a name or another owner.
extension Owners {
    /// Stands in a cell's text where the page broke.
    static let pageBreak: Character = "\u{2028}"

    /// Reads the cell as one text and as two, and asks where both could be meant.
    static func torn(_ text: String, known: Set<String>) -> OwnerReading {
        let whole = split(text.replacing(String(pageBreak), with: " "), known: known)
        let apart = split(text.replacing(String(pageBreak), with: "\n"), known: known)
        func isKnown(_ reading: OwnerReading) -> Bool { reading.code == nil && reading.names.allSatisfy { known.contains($0.ownerKey) } }
        if whole.names == apart.names { return whole }
        if isKnown(whole) != isKnown(apart) { return isKnown(whole) ? whole : apart }
        guard let at = text.firstIndex(of: pageBreak) else { return whole }
        let before = String(text[..<at]), after = String(text[text.index(after: at)...])
        if waitsForName(before, before: after) || before.endsOpen || after.startsInLowerCase { return whole }
        if OwnerWords.openers.contains(lastPiece(before).lowercased()), [.subject, .team, .role].contains(OwnerWords.kind(after)) { return whole }
        let isWhole = OwnerWords.kind(lastPiece(before)) == .subject && [.subject, .team].contains(OwnerWords.kind(after)) && !lastPiece(before).isAcronym
        var doubt = isWhole ? whole : apart
        doubt.code = "owner-may-be-joint"
        doubt.reason = "a page break cut the cell, and what follows may be the rest of a name or another owner"
        doubt.suggestion = doubt.names
        return doubt
    }

    /// “Head of Training & GM”: the surname is on the next page.
    static func waitsForName(_ text: String, before rest: String) -> Bool {
        OwnerWords.kind(lastPiece(text)) == .rank && OwnerWords.kind(rest) == .name
    }

    private static func lastPiece(_ text: String) -> String {
        let words = text.replacing("/", with: " / ").replacing(",", with: " , ").replacing(";", with: " ; ").split(whereSeparator: \.isWhitespace)
        let joint = words.lastIndex { ["and", "&", "/", ",", ";", "with", "+"].contains($0.lowercased()) }
        return words[(joint.map { $0 + 1 } ?? 0)...].joined(separator: " ")
    }
}
