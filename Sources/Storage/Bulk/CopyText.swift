/// Rows as PostgreSQL's COPY takes them in its text format.
struct CopyText {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func add(_ value: Value, isLast: Bool) {
        switch value {
        case .null: bytes += #"\N"#.utf8
        case .integer(let number): bytes += number.description.utf8
        case .real(let number): bytes += number.description.utf8
        case .text(let text): add(text)
        case .blob(let blob):
            bytes += #"\\x"#.utf8
            for byte in blob { for half in [byte >> 4, byte & 15] { bytes.append(half < 10 ? 0x30 + half : 0x57 + half) } }
        }
        bytes.append(isLast ? 0x0A : 0x09)
    }

    private mutating func add(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case 0x5C: bytes += #"\\"#.utf8
            case 0x0A: bytes += #"\n"#.utf8
            case 0x0D: bytes += #"\r"#.utf8
            case 0x09: bytes += #"\t"#.utf8
            default: bytes.append(byte)
            }
        }
    }
}
