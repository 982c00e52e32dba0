extension StringProtocol {
    /// Nothing in it begins a new line. Long texts are looked through byte by byte, since nearly all are of one line.
    public var hasOneLine: Bool { !hasBytes { $0 == 10 || $0 == 13 } && !hasRareLineEnd }

    /// Its lines, those that are empty among them.
    public var lines: [Substring] {
        let text = Substring(self)
        guard !hasRareLineEnd, !hasBytes({ $0 == 13 }) else { return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
        return text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)
    }

    /// A line ends with something else than a line feed or a return: U+000B, U+000C, U+0085, U+2028 and U+2029.
    private var hasRareLineEnd: Bool {
        var (before, last): (UInt8, UInt8) = (0, 0)
        return hasBytes { byte in
            defer { (before, last) = (last, byte) }
            return byte == 11 || byte == 12 || (last == 0xC2 && byte == 0x85) || (before == 0xE2 && last == 0x80 && (byte == 0xA8 || byte == 0xA9))
        }
    }

    private func hasBytes(_ fits: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { bytes in bytes.contains(where: fits) } ?? utf8.contains(where: fits)
    }
}
