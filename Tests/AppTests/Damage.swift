import Foundation
import Kernel
import TestSupport

/// What is done to a document by one throw of the dice: the same for the same seed.
struct Damage {
    let seed: UInt64

    /// A document that can be read; an Office file's own text apart, so that it can be damaged inside an archive that is sound.
    struct Base {
        let name: String
        let bytes: [UInt8]
        var inside: (text: [UInt8], around: @Sendable ([UInt8]) -> [UInt8])?
    }

    func done(to bases: [Base]) -> (bytes: [UInt8], name: String) {
        var dice = Dice(seed: seed)
        let base = bases[Int.random(in: bases.indices, using: &dice)]
        let times = Int.random(in: 1...3, using: &dice)
        if let inside = base.inside, Int.random(in: 0..<4, using: &dice) > 0 {
            return (inside.around((0..<times).reduce(inside.text) { text, _ in Damage.marked(text, &dice) }), base.name)
        }
        return ((0..<times).reduce(base.bytes) { bytes, _ in Damage.raw(bytes, &dice) }, base.name)
    }

    /// What befalls any bytes.
    private static func raw(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        guard bytes.count > 8 else { return bytes + [0] }
        var bytes = bytes
        let (one, two) = (Int.random(in: bytes.indices, using: &dice), Int.random(in: bytes.indices, using: &dice))
        let range = min(one, two)..<min(max(one, two), min(one, two) + 2000)
        switch Int.random(in: 0..<8, using: &dice) {
        case 0, 1: for _ in 0..<Int.random(in: 1...12, using: &dice) { bytes[Int.random(in: bytes.indices, using: &dice)] ^= 1 << UInt8.random(in: 0...7, using: &dice) }
        case 2: bytes.removeLast(bytes.count - one)
        case 3: bytes.insert(contentsOf: Array(bytes[range]), at: two)
        case 4: bytes.removeSubrange(range)
        case 5: for index in range.prefix(64) { bytes[index] = UInt8.random(in: 0...255, using: &dice) }
        case 6: for index in range.prefix(64) { bytes[index] = [0, 0xFF, 0x80, 0x7F][index % 4] }
        default: header(&bytes, &dice)
        }
        return bytes
    }

    /// A number of an archive's own headers told wrong.
    private static func header(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let marks = bytes.indices.dropLast(30).filter { bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B }
        guard let mark = marks.randomElement(using: &dice) else { return }
        let field = mark + Int.random(in: 4..<30, using: &dice)
        for index in field..<min(field + 4, bytes.count) { bytes[index] = [0, 1, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &dice)].randomElement(using: &dice) ?? 0 }
    }

    /// What befalls the text within an Office file.
    private static func marked(_ text: [UInt8], _ dice: inout Dice) -> [UInt8] {
        let tags = text.indices.filter { text[$0] == UInt8(ascii: "<") }
        guard let tag = tags.randomElement(using: &dice) else { return raw(text, &dice) }
        let end = text[tag...].firstIndex(of: UInt8(ascii: ">")) ?? tag
        let many = Int.random(in: 1...400, using: &dice)
        func put(_ words: String, at index: Int) -> [UInt8] { Array(text[..<index]) + Array(words.utf8) + Array(text[index...]) }
        switch Int.random(in: 0..<10, using: &dice) {
        case 0: return put((0..<many).map { " a\($0)=\"\($0)\"" }.joined(), at: end)
        case 1: return put((0..<many).map { "&#\(Int.random(in: 0...70_000, using: &dice));&x\($0);" }.joined(), at: tag)
        case 2: return put(String(repeating: "<w:tbl><w:tr><w:tc>", count: many), at: tag)
        case 3: return put("<!DOCTYPE x [<!ENTITY a \"b\">]>&a;", at: tag)
        case 4: return Array(text[..<tag]) + Array(text[min(end + 1, text.count)...])
        case 5:
            let other = tags.randomElement(using: &dice) ?? tag
            return Array(text[..<max(tag, other)]) + Array(text[min(tag, other)...])
        case 6:
            let digits = text.indices.filter { (48...57).contains(text[$0]) }
            guard let digit = digits.randomElement(using: &dice) else { return text }
            let number = ["-1", "0", "99999999999999999999", "2147483648", "1e308", "-9223372036854775808", "NaN", "16384", "1048577"].randomElement(using: &dice) ?? ""
            return Array(text[..<digit]) + Array(number.utf8) + Array(text[(digit + 1)...])
        case 7: return put(["\u{0}", "\u{FFFE}", "\u{202E}", "]]>", "<![CDATA[", "<!--", "<?xml?>", "\u{1F469}\u{200D}\u{1F692}"].randomElement(using: &dice) ?? "", at: tag)
        default: return raw(text, &dice)
        }
    }
}

extension Damage {
    static func bases() throws -> [Base] {
        let table = [
            ["Ref", "Recommendation", "Action", "Owner", "Due date", "Status"],
            ["1", "Show that cover at night is provided", "Publish a rota", "GM Halloran", "31/03/2026", "Green"],
            ["", "", "Log each call for advice", "GM Halloran & Control", "31//10/2026", "Amber"],
            ["2", "Set a target for audits", "Agree the target", "Head of Protection", "end of June 2026", ""],
        ]
        let text = table.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let csv = table.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\r\n")
        let pipes = table.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        func word(_ cell: String) -> String { "<w:tc><w:tcPr><w:tcW w:w=\"900\"/><w:gridSpan w:val=\"1\"/></w:tcPr><w:p><w:r><w:t>\(cell.replacing("&", with: "&amp;"))</w:t></w:r></w:p></w:tc>" }
        let document = Array(("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Action plan</w:t></w:r></w:p><w:tbl>"
            + table.map { "<w:tr>\($0.map(word).joined())</w:tr>" }.joined() + "</w:tbl></w:body></w:document>").utf8)
        func cell(_ text: String, _ row: Int, _ column: Int) -> String {
            "<c r=\"\(["A", "B", "C", "D", "E", "F"][column])\(row + 1)\" t=\"inlineStr\"><is><t>\(text.replacing("&", with: "&amp;"))</t></is></c>"
        }
        let sheet = Array(("<worksheet><sheetData>" + table.enumerated().map { row, cells in
            "<row r=\"\(row + 1)\">\(cells.enumerated().map { cell($1, row, $0) }.joined())</row>"
        }.joined() + "</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells></worksheet>").utf8)
        let asWord: @Sendable ([UInt8]) -> [UInt8] = { TinyZip.archive(TinyZip.wordParts(.init(name: "word/document.xml", data: $0))) }
        let asExcel: @Sendable ([UInt8]) -> [UInt8] = { TinyZip.excel(bytes: $0) }
        let (small, real) = ([
            Base(name: "plan.docx", bytes: asWord(document), inside: (document, asWord)),
            Base(name: "plan.xlsx", bytes: asExcel(sheet), inside: (sheet, asExcel)),
            Base(name: "plan.txt", bytes: Array(text.utf8)), Base(name: "plan.csv", bytes: Array(csv.utf8)), Base(name: "pipes.txt", bytes: Array(pipes.utf8)),
        ], [Base(name: "plan.xlsx", bytes: try Shared.sample("plan.xlsx"))])
        return small + small + small + real
    }
}

/// The documents that the tests of reading have beside them.
enum Shared {
    static func sample(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../DocumentsTests/Samples/\(name)")))
    }
}
