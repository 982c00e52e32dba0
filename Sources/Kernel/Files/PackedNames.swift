/// The names in a zip's own list, without unpacking anything.
enum ZipNames {
    static func read(_ bytes: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        guard let end = endRecord(bytes), let count = number(bytes, end + 10, 2), var place = number(bytes, end + 16, 4) else { return [] }
        for _ in 0..<count {
            guard number(bytes, place, 4) == 0x0201_4B50, let name = number(bytes, place + 28, 2), let extra = number(bytes, place + 30, 2),
                  let comment = number(bytes, place + 32, 2), place + 46 + name <= bytes.count else { return names }
            names.insert(String(decoding: bytes[place + 46..<place + 46 + name], as: UTF8.self))
            place += 46 + name + extra + comment
        }
        return names
    }

    /// The record at the end stands before a comment of at most 65,535 bytes.
    private static func endRecord(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        return stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1).first { number(bytes, $0, 4) == 0x0605_4B50 }
    }
}

/// The names in the list of an older Office file (MS-CFB), whose entries are of 128 bytes wherever they stand.
enum CompoundNames {
    static func read(_ bytes: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        for place in stride(from: 512, to: bytes.count - 127, by: 128) {
            // The length in bytes, its two zeros counted, and what kind of entry it is: 1 holds others, 2 is a stream, 5 the first.
            guard let length = number(bytes, place + 64, 2), length >= 4, length <= 64, length % 2 == 0, [1, 2, 5].contains(bytes[place + 66]),
                  number(bytes, place + length - 2, 2) == 0 else { continue }
            let units = stride(from: place, to: place + length - 2, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
            names.insert(String(decoding: units, as: UTF16.self))
        }
        return names
    }
}

/// A number of so many bytes, the lowest first; nil where the bytes end before it does.
private func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
}
