import Kernel

/// Text as it is kept: no white space at its ends, one kind of line break, tabs as spaces.
func tidied(_ bytes: some Collection<UInt8>, keepingLines: Bool = true) -> String {
    tidied(String(decoding: bytes, as: UTF8.self), keepingLines: keepingLines)
}

func tidied(_ text: String, keepingLines: Bool = true) -> String {
    var isPlain = true
    for byte in text.utf8 where byte < 32 || byte > 126 {
        isPlain = false
        break
    }
    let bytes = text.utf8
    if isPlain && bytes.first != 32 && bytes.last != 32 { return text }
    if isPlain { return String(text.trimmed) }
    var tidy = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n" where last == "\r": break
        case "\r", "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": tidy.append(keepingLines ? "\n" : " ")
        case "\t", "\u{A0}", "\u{2007}", "\u{202F}": tidy.append(" ")
        // Marks that take no room: soft hyphen, zero-width space and joiner.
        case "\u{AD}", "\u{200B}", "\u{2060}": break
        default: if !scalar.isUnprintable { tidy.append(scalar) }
        }
        last = scalar
    }
    return String(String(tidy).trimmed)
}

extension [Cell] {
    var isBlank: Bool { allSatisfy { $0.text.isEmpty } }
}

extension [[Cell]] {
    /// Without the columns at the right that hold no text in any row, nor a colour where that counts.
    func trimmingColumns(keepingShades: Bool = false) -> [[Cell]] {
        let width = map { row in
            (row.lastIndex { !$0.text.isEmpty || keepingShades && $0.shade != nil } ?? -1) + 1
        }.max() ?? 0
        return map { row in
            if row.count > width { row.prefix(width).map(\.self) } else { row }
        }
    }
}
