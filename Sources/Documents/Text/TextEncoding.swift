import Kernel

/// The encodings a text file comes in: UTF-8, UTF-16 with a byte order mark, or what Windows in Britain writes.
enum TextEncoding {
    /// The text in UTF-8 without a byte order mark, and a note where the encoding had to be judged.
    static func utf8(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> (bytes: [UInt8], note: String?) {
        guard bytes.count <= Limits.text else {
            throw .tooLarge("It has \(bytes.count / 1_000_000) MB of text; \(Limits.text / 1_000_000) MB is the most.")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), nil) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (wide(bytes, low: 0), nil) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (wide(bytes, low: 1), nil) }
        if isUTF8(bytes) { return (Array(bytes), nil) }
        return (western(bytes), judged)
    }

    static let judged = "The text is not in UTF-8 and was read as Windows-1252, which Excel in Britain writes."

    private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var check = EncodingCheck()
        check.take(bytes)
        check.end()
        return check.isUTF8
    }

    private static func wide(_ bytes: UnsafeRawBufferPointer, low: Int) -> [UInt8] {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).lazy.map {
            UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
        }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { utf8.append($0) }
        return utf8
    }

    static func western(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            let scalar = (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : UInt32(byte)
            if scalar < 0x80 {
                utf8.append(byte)
            } else if scalar < 0x800 {
                utf8.append(UInt8(0xC0 | scalar >> 6))
                utf8.append(UInt8(0x80 | scalar & 0x3F))
            } else {
                utf8.append(UInt8(0xE0 | scalar >> 12))
                utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
                utf8.append(UInt8(0x80 | scalar & 0x3F))
            }
        }
        return utf8
    }

    /// What 80 to 9F are in Windows-1252; the five that are nothing become the replacement character.
    private static let windows: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
