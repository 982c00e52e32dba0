import Documents
import Foundation
import Kernel
import TestSupport
import Testing

/// Files that are not what they say, or mean harm: one clear sentence each, soon.
@Suite(.serialized, .timeLimit(.minutes(1))) struct HostileTests {
    private static let word = "<w:document xmlns:w=\"w\">"

    private func refused(_ bytes: some ContiguousBytes, named name: String? = nil) throws -> String? {
        let refused = try refusal(bytes, named: name)
        if let refused { #expect(refused.sentence.hasSuffix(".") && refused.sentence.count < 250) }
        return refused?.code
    }

    @Test func `an honest small archive is read, so that the others fail for their own reasons`() throws {
        let table = "<w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
        #expect(try Reading.of(TinyZip.word(Self.word + table)).sheets.map(\.texts) == [[["a"]]])
        #expect(try Reading.of(TinyZip.excel("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")).sheets.map(\.texts) == [[["1"]]])
    }

    @Test(arguments: [
        ("plan.docx", "%PDF-1.7\n1 0 obj", "file-not-a-table-document", "PDF"),
        ("plan.doc", "{\\rtf1 text}", "file-not-a-table-document", "Rich Text"),
        ("plan.csv", "\u{FEFF} <!DOCTYPE html><p>x", "file-not-a-table-document", "web page"),
        ("plan.xls", "<?xml version=\"1.0\"?><Workbook/>", "file-not-a-table-document", "XML"),
        ("plan.txt", "", "file-empty", "empty"),
        ("plan.txt", " \r\n\t\n", "file-empty", "empty"),
        ("plan.txt", "Only prose. Nothing else.", "no-table-found", "No table"),
        ("plan.csv", "\n\n,,\n", "no-table-found", "No table"),
    ])
    func `a file of another kind is named for what it is`(name: String, content: String, code: String, word: String) throws {
        let refused = try refusal(Data(content.utf8), named: name)
        #expect(refused?.code == code)
        #expect(refused?.sentence.contains(word) == true)
    }

    @Test func `files of the years before 2007 and locked ones are told apart`() throws {
        func compound(_ stream: String) -> [UInt8] {
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1016) + stream.utf8.flatMap { [$0, 0] } + [0, 0, 0]
        }
        #expect(try refused(compound("EncryptedPackage"), named: "plan.docx") == "file-encrypted")
        #expect(try refusal(compound("WordDocument"))?.sentence.contains(".doc)") == true)
        #expect(try refusal(compound("Workbook"))?.sentence.contains(".xls)") == true)
        #expect(try refused(compound("Else")) == "file-not-a-table-document")
        var parts = TinyZip.wordParts(.init(name: "word/document.xml", data: Array("abcdefghijklmnop".utf8)))
        parts[2].flags = 1
        #expect(try refused(TinyZip.archive(parts)) == "file-encrypted")
    }

    @Test func `archives that hold no document are named for what they are`() throws {
        func only(_ name: String, _ text: String) -> [UInt8] { TinyZip.archive([.init(name: name, data: Array(text.utf8))]) }
        #expect(try refusal(only("mimetype", "application/vnd.oasis.opendocument.text"))?.sentence.contains(".odt") == true)
        #expect(try refusal(only("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))?.sentence.contains(".ods") == true)
        #expect(try refused(only("photo.jpg", "x")) == "file-not-a-table-document")
        #expect(try refused(only("[Content_Types].xml", "<Types/>")) == "file-damaged")
        #expect(try refusal(TinyZip.word("<p:presentation xmlns:p=\"p\"/>"))?.sentence.contains("PowerPoint") == true)
    }

    @Test func `damaged files are said to be damaged`() throws {
        let whole = try Samples.bytes("plan.docx")
        #expect(try refused(whole.prefix(whole.count / 2), named: "plan.docx") == "file-damaged")
        var scratched = whole
        let at = try #require(whole.range(of: Data("word/document.xml".utf8))).upperBound + 150
        scratched.replaceSubrange(at..<at + 40, with: Data(repeating: 0xFF, count: 40))
        #expect(try refused(scratched) == "file-damaged")
        #expect(try refused(TinyZip.word(Self.word + "<w:p></w:document>")) == "file-damaged")
        #expect(try refused(TinyZip.word("<?xml version=\"1.0\" encoding=\"none-such\"?><a/>")) == "file-damaged")
        #expect(try refused([UInt8]([0x50, 0x4B, 3, 4]) + Array(repeating: 7, count: 500)) == "file-damaged")
    }

    @Test func `entities and external documents are refused before they are looked at`() throws {
        let laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + Self.word + "&b;</w:document>"
        #expect(try refused(TinyZip.word(laughs)) == "file-has-entities")
        #expect(try refused(TinyZip.word("<!DOCTYPE d SYSTEM \"file:///etc/hostname\"><d/>")) == "file-has-entities")
        let outside = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"
        #expect(try refused(TinyZip.excel(outside)) == "file-has-entities")
    }

    @Test func `parts within parts without end are refused`() throws {
        #expect(try refused(TinyZip.word(Self.word + String(repeating: "<w:tbl>", count: 50_000))) == "file-nested-too-deep")
    }

    @Test(arguments: ["a", "xmlns:a"])
    func `an element with attributes without end is refused`(name: String) throws {
        func element(_ count: Int) -> String {
            "<w:document xmlns:w=\"w\" " + (0..<count).map { "\(name)\($0)=\"\"" }.joined(separator: " ")
                + "><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a = b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>"
        }
        #expect(try refused(TinyZip.word(element(200_000))) == "file-too-large")
        #expect(try refused(TinyZip.word(element(300))) == nil)
        let signs = Self.word + "<w:tbl><w:tr>" + String(repeating: "<w:tc><w:p w:a=\"=\"><w:r><w:t>=====</w:t></w:r></w:p></w:tc>", count: 400) + "</w:tr></w:tbl></w:document>"
        #expect(try refused(TinyZip.word(signs)) == nil)
        #expect(try refused(TinyZip.word(Self.word + "<w:p><w:r><w:t>" + String(repeating: "=", count: 150_000) + "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:document>")) == "no-table-found")
    }

    @Test func `a text that a workbook shares counts for each cell it stands in`() throws {
        let shared = TinyZip.excel("<worksheet><sheetData>" + String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 1000) + "</sheetData></worksheet>", texts: "<sst><si><t>\(String(repeating: "a ", count: 50_000))</t></si></sst>")
        #expect(try refused(shared) == "file-too-large")
    }

    @Test(arguments: [nil, 1000 as UInt32?])
    func `an archive that swells is refused, whatever it says of its size`(claim: UInt32?) throws {
        let packed = TinyZip.swelling(Self.word + " ", by: 300_000_000)
        let bomb = TinyZip.Part(name: "word/document.xml", data: packed, method: 8, claimedSize: claim ?? 300_000_000)
        #expect(try refused(TinyZip.archive(TinyZip.wordParts(bomb))) == "file-too-large")
    }

    @Test func `sheets far larger than a plan are refused, and far cells cost nothing`() throws {
        func sheet(_ rows: String) -> [UInt8] { TinyZip.excel("<worksheet><sheetData>\(rows)</sheetData></worksheet>") }
        let far = try Reading.of(sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"B1048576\"><v>2</v></c></row>"))
        #expect(far.sheets[0].numbers == [1, 2, 1_048_576])
        let wide = try Reading.of(sheet("<row>" + String(repeating: "<c><v>1</v></c>", count: 16_384) + "</row>"))
        #expect(wide.sheets[0].rows[0].count == 512)
        #expect(wide.notes.count == 1)
        #expect(try refused(sheet(String(repeating: "<row><c><v>1</v></c></row>", count: 100_001))) == "file-too-large")
        #expect(try refused(sheet("<row><c r=\"SR1\"><v>1</v></c></row>" + String(repeating: "<row><c><v>1</v></c></row>", count: 3000))) == "file-too-large")
        let merges = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 2000)
        let rows = String(repeating: "<row><c><v>1</v></c><c><v>1</v></c></row>", count: 1000)
        #expect(try refused(TinyZip.excel("<worksheet><sheetData>\(rows)</sheetData><mergeCells>\(merges)</mergeCells></worksheet>")) == "file-too-large")
    }

    @Test func `text far larger than a plan is refused`() throws {
        #expect(try refused(Data(count: Reading.mostBytes + 1)) == "file-too-large")
        #expect(try refused(Data(repeating: 0x61, count: Reading.mostBytes), named: "plan.csv") == "file-too-large")
        #expect(try refused(Data(repeating: 0x61, count: 2_000_000), named: "plan.csv") == "file-too-large")
        #expect(try refused(Data(repeating: 0x2C, count: 2_000_000), named: "plan.csv") == "file-too-large")
        #expect(try refused(Data(("\"" + String(repeating: "a\n", count: 600_000)).utf8), named: "plan.csv") == "file-too-large")
        #expect(try refused(Data(String(repeating: "a\tb\n", count: 150_000).utf8)) == "file-too-large")
        #expect(try refused(Data(String(repeating: "a\t\"b\n", count: 5000).utf8)) == nil)
    }
}
