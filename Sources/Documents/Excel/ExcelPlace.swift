/// A cell's place as Excel names it: `B7` is column 2, row 7.
struct ExcelPlace {
    let column: Int
    let row: Int

    init?(_ name: some Collection<UInt8>) {
        var (column, row) = (0, 0)
        for byte in name {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "a")...UInt8(ascii: "z"): column = column * 26 + Int(byte) - 96
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
            case UInt8(ascii: "$"): break
            default: return nil
            }
            if column > 16_384 || row > 1_048_576 { return nil }
        }
        guard column > 0 else { return nil }
        self.column = column
        self.row = row
    }

    /// `A`, `Z`, `AA`.
    static func name(column: Int) -> String {
        var (rest, name) = (column, "")
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}
