extension [UInt8] {
    /// Appends text with the five characters that mean something in HTML written as entities, and the control
    /// characters that HTML forbids as U+FFFD.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// Unmarked runs are copied whole: most text has nothing to escape.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in text.enumerated() where isMarked(byte) {
            append(contentsOf: text[start..<index])
            append(entity(byte))
            start = index + 1
        }
        append(contentsOf: text[start...])
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func append(time iso: String, _ words: String) {
        append("<time datetime=\"")
        append(contentsOf: iso.utf8)
        append("\">")
        append(contentsOf: words.utf8)
        append("</time>")
    }
}

/// `"` `&` `'` `<` `>` and the control characters other than tab, line feed and carriage return, one bit each.
private let marks: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62 | (0xffff_ffff & ~(1 << 9 | 1 << 10 | 1 << 13))

@inline(__always)
private func isMarked(_ byte: UInt8) -> Bool { byte < 64 && marks >> UInt64(byte) & 1 == 1 }

private func entity(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
}
