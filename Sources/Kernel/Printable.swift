extension String {
    /// The text as it can be kept, shown and printed: without controls, without what Unicode says is no character, and without the marks
    /// that turn the direction of writing, by which a text could read as what it does not say. A line feed stays, and other white space
    /// is a blank.
    public var printable: String {
        guard utf8.contains(where: { $0 < 32 || $0 == 127 || $0 >= 0xC2 }), unicodeScalars.contains(where: \.isUnprintable) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 9, 11, 12, 13, 0x85, 0x2028, 0x2029: text.append(" ")
            default: if !scalar.isUnprintable { text.append(scalar) }
            }
        }
        return String(text)
    }

    /// On one line, with every run of white space as one blank.
    public var asOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Unicode.Scalar {
    /// A control, a code point that is no character, or one of those that turn the direction of writing.
    public var isUnprintable: Bool {
        switch value {
        case 10: false
        case 0..<32, 127..<160, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
