/// The SHA-256 of a table's rows in the order of its key, whichever engine holds them.
///
/// Each value is a letter and what follows: `N`; `I` and `R` with eight bytes, the first the highest (two's complement,
/// IEEE 754); `T` and `B` with their length in eight bytes and then the bytes, text in UTF-8.
struct RowsHash {
    private var hashing = Hashing()
    private(set) var rows = 0

    mutating func take(_ row: [Value]) {
        var bytes: [UInt8] = []
        for value in row {
            switch value {
            case .null: bytes.append(UInt8(ascii: "N"))
            case .integer(let number): append("I", UInt64(bitPattern: number), onto: &bytes)
            case .real(let number): append("R", number.bitPattern, onto: &bytes)
            case .text(let text):
                append("T", UInt64(text.utf8.count), onto: &bytes)
                bytes += text.utf8
            case .blob(let blob):
                append("B", UInt64(blob.count), onto: &bytes)
                bytes += blob
            }
        }
        hashing.add(bytes)
        rows += 1
    }

    private func append(_ letter: Unicode.Scalar, _ number: UInt64, onto bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: letter))
        for shift in stride(from: UInt64(56), through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func finish() -> String { hashing.hash.description }
}
