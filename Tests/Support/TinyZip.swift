/// Writes zip archives by hand, so that tests can make ones no honest program would.
public struct TinyZip {
    public struct Part {
        public var name: String
        public var data: [UInt8]
        /// Deflate's number where the data is packed already.
        public var method: UInt16 = 0
        /// What the archive says of the part's size; nil for the truth.
        public var claimedSize: UInt32?
        /// The lowest bit marks a part as encrypted.
        public var flags: UInt16 = 0

        public init(name: String, data: [UInt8], method: UInt16 = 0, claimedSize: UInt32? = nil, flags: UInt16 = 0) {
            (self.name, self.data, self.method, self.claimedSize, self.flags) = (name, data, method, claimedSize, flags)
        }
    }

    public static func archive(_ parts: [Part]) -> [UInt8] {
        var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
        for part in parts {
            let offset = UInt32(bytes.count)
            let common = words(20, part.flags, part.method, 0, 33) + longs(part.method == 0 ? crc(part.data) : 0)
                + longs(UInt32(part.data.count), part.claimedSize ?? UInt32(part.data.count)) + words(UInt16(part.name.utf8.count), 0)
            bytes += longs(0x0403_4B50) + common + Array(part.name.utf8) + part.data
            directory += longs(0x0201_4B50) + words(20) + common + words(0, 0, 0) + longs(0, offset) + Array(part.name.utf8)
        }
        let count = UInt16(parts.count)
        let end = longs(0x0605_4B50) + words(0, 0, count, count) + longs(UInt32(directory.count), UInt32(bytes.count)) + words(0)
        return bytes + directory + end
    }

    /// The least that Word would open around a body.
    public static func word(_ document: String, core: String? = nil) -> [UInt8] {
        archive(wordParts(Part(name: "word/document.xml", data: Array(document.utf8))))
    }

    public static func wordParts(_ document: Part) -> [Part] {
        [
            Part(name: "[Content_Types].xml", data: Array("<Types/>".utf8)),
            Part(name: "_rels/.rels", data: relationship("officeDocument", "word/document.xml")),
            document,
        ]
    }

    /// The least that Excel would open around a sheet.
    public static func excel(_ worksheet: String, texts: String? = nil) -> [UInt8] { excel(bytes: Array(worksheet.utf8), texts: texts) }

    public static func excel(bytes worksheet: [UInt8], texts: String? = nil) -> [UInt8] {
        let shared = texts.map { [Part(name: "xl/sharedStrings.xml", data: Array($0.utf8))] } ?? []
        return archive([
            Part(name: "[Content_Types].xml", data: Array("<Types/>".utf8)),
            Part(name: "_rels/.rels", data: relationship("officeDocument", "/xl/workbook.xml")),
            Part(name: "xl/workbook.xml", data: Array("<workbook xmlns:r=\"r\"><sheets><sheet name=\"Plan\" r:id=\"r1\"/></sheets></workbook>".utf8)),
            Part(name: "xl/_rels/workbook.xml.rels", data: relationship("worksheet", "worksheets/sheet1.xml", and: ("sharedStrings", "sharedStrings.xml"))),
            Part(name: "xl/worksheets/sheet1.xml", data: worksheet),
        ] + shared)
    }

    private static func relationship(_ type: String, _ target: String, and other: (type: String, target: String)? = nil) -> [UInt8] {
        let second = other.map { "<Relationship Id=\"r2\" Type=\"http://x/\($0.type)\" Target=\"\($0.target)\"/>" } ?? ""
        return Array("<Relationships><Relationship Id=\"r1\" Type=\"http://x/\(type)\" Target=\"\(target)\"/>\(second)</Relationships>".utf8)
    }

    /// Deflated by hand: a text, then its last byte so many times over (RFC 1951).
    public static func swelling(_ text: String, by count: Int) -> [UInt8] {
        let start = Array(text.utf8)
        let length = UInt16(start.count)
        var bytes = [0] + words(length, ~length) + start
        var (bits, held): (UInt32, Int) = (0, 0)
        func put(_ value: UInt32, _ width: Int) {
            bits |= value << held
            held += width
            while held >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                held -= 8
            }
        }
        put(0b011, 3)
        // A match of 258 bytes one byte back: code 285, 11000101 read from its first bit, then distance 00000.
        for _ in 0..<count / 258 { put(0b1010_0011, 8); put(0, 5) }
        put(0, 7)
        put(0, 8)
        return bytes
    }

    private static func words(_ values: UInt16...) -> [UInt8] { values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
    private static func longs(_ values: UInt32...) -> [UInt8] {
        values.flatMap { value in (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    }

    private static func crc(_ data: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in data {
            crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8
        }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}
