extension StringProtocol {
    /// Nothing in it begins a new line. Long texts are looked through byte by byte, since nearly all are of one line.
    public var hasOneLine: Bool { lineEnds == .none }

    /// Its lines, those that are empty among them.
    public var lines: [Substring] {
        let text = Substring(self)
        switch lineEnds {
        case .none: return [text]
        case .feeds: return text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)
        case .others: return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        }
    }

    private var lineEnds: LineEnds { utf8.withContiguousStorageIfAvailable { LineEnds(of: $0) } ?? LineEnds(of: Array(utf8)) }
}

/// What ends the lines of a text.
private enum LineEnds {
    case none
    /// Line feeds alone.
    case feeds
    /// A return, U+000B, U+000C, U+0085, U+2028 or U+2029.
    case others

    init(of bytes: some RandomAccessCollection<UInt8>) {
        var (found, before, last) = (LineEnds.none, UInt8(0), UInt8(0))
        for byte in bytes {
            if byte < 14, byte > 9 {
                guard byte == 10 else { self = .others; return }
                found = .feeds
            } else if byte == 0x85 ? last == 0xC2 : (byte == 0xA8 || byte == 0xA9) && last == 0x80 && before == 0xE2 {
                self = .others
                return
            }
            (before, last) = (last, byte)
        }
        self = found
    }
}
