internal import Foundation
internal import Kernel
internal import Testing
internal import TestSupport

/// What a file is, told by its bytes.
@Suite struct FileKindTests {
    private static func zip(_ names: String...) -> [UInt8] {
        TinyZip.archive((["[Content_Types].xml"] + names).map { .init(name: $0, data: Array("<a/>".utf8)) })
    }

    /// An older Office file with these names in its list.
    static func compound(_ names: String...) -> [UInt8] {
        var bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        for name in ["Root Entry"] + names {
            var entry = [UInt8](repeating: 0, count: 128)
            for (place, unit) in name.utf16.enumerated() { (entry[2 * place], entry[2 * place + 1]) = (UInt8(unit & 255), UInt8(unit >> 8)) }
            entry[64] = UInt8(2 * name.utf16.count + 2)
            entry[66] = name == "Root Entry" ? 5 : 2
            bytes += entry
        }
        return bytes
    }

    private static func found(_ bytes: [UInt8], _ name: String) throws -> FileKind { try FileKind(of: bytes, named: FileName(name)) }
    private static func found(_ text: String, _ name: String) throws -> FileKind { try found(Array(text.utf8), name) }

    @Test func `pictures and papers are known by their first bytes, whatever they are called`() throws {
        #expect(try Self.found("%PDF-1.7\nx", "rota.exe") == .pdf)
        #expect(try Self.found([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "a.pdf") == .png)
        #expect(try Self.found([0xFF, 0xD8, 0xFF, 0xE0], "a") == .jpeg)
        #expect(try Self.found("GIF89a..", "a") == .gif)
        #expect(try Self.found("RIFF0000WEBPVP8 ", "a") == .webp)
        #expect(try Self.found([0, 0, 0, 24] + Array("ftypheic0000mif1".utf8), "IMG_1.jpg") == .heic)
    }

    @Test func `office files are known by what they hold`() throws {
        #expect(try Self.found(Self.zip("word/document.xml"), "a.zip") == .docx)
        #expect(try Self.found(Self.zip("xl/workbook.xml"), "a") == .xlsx)
        #expect(try Self.found(Self.zip("ppt/presentation.xml"), "a") == .pptx)
        #expect(try Self.found(Self.compound("WordDocument"), "a") == .doc)
        #expect(try Self.found(Self.compound("Workbook"), "a") == .xls)
        #expect(try Self.found(Self.compound("PowerPoint Document"), "a") == .ppt)
        #expect(try Self.found(Self.compound("__properties_version1.0"), "a") == .msg)
    }

    @Test func `text is told apart by its name`() throws {
        #expect(try Self.found("a,b\r\n1,2", "figures.CSV") == .csv)
        #expect(try Self.found("naïve notes\n", "notes.md") == .txt)
        #expect(try Self.found([0xE9, 0x74, 0xE9], "latin.txt") == .txt)
        #expect(try Self.found([0xFF, 0xFE, 0x61, 0, 0x2C, 0], "wide.csv") == .csv)
        // A curly apostrophe and a dash: half of each is a byte that would be a control character by itself.
        #expect(try Self.found([0xFF, 0xFE, 0x19, 0x20, 0x13, 0x20], "wide.txt") == .txt)
        #expect(try Self.found([0xFE, 0xFF, 0x20, 0x19, 0, 0x61], "wide.txt") == .txt)
        #expect(throws: Refusal.self) { try Self.found([0xFF, 0xFE, 0x01, 0], "wide.txt") }
        #expect(throws: Refusal.self) { try Self.found([0xFF, 0xFE, 0x61, 0, 0x61], "wide.txt") }
        let letter = "Received: by x\nFrom: a@b.example\nDate: Fri\n\nHello"
        #expect(try Self.found(letter, "note.eml") == .eml)
        #expect(try Self.found(letter, "note.txt") == .txt)
        #expect(try Self.found("no heads here", "note.eml") == .txt)
    }

    @Test(arguments: [
        ("<!DOCTYPE html><p>", "a.pdf"), ("\n <svg onload=alert(1)>", "a.txt"), ("<?xml version='1.0'?><svg/>", "a.svg"), ("MZ\u{0}\u{1}", "a.pdf"),
        ("{\\rtf1", "a.doc"), ("\u{7F}ELF\u{1}", "a"), ("text with a NUL\u{0}", "a.txt"), ("PK\u{3}\u{4} but no list", "a.docx"),
    ]) func `what could run is not taken`(text: String, name: String) {
        #expect(throws: (any Error).self) { try Self.found(text, name) }
        #expect(refusal { try Self.found(text, name) } == "file-kind-not-taken")
    }

    @Test func `an archive that is no document and a document with macros are not taken`() {
        #expect(refusal { try Self.found(TinyZip.archive([.init(name: "a.exe", data: [1])]), "a.docx") } == "file-kind-not-taken")
        #expect(refusal { try Self.found(Self.zip("word/document.xml", "word/vbaProject.bin"), "a.docx") } == "file-has-macros")
        #expect(refusal { try Self.found(Self.compound("Workbook", "_VBA_PROJECT_CUR"), "a.xls") } == "file-has-macros")
        #expect(refusal { try Self.found([UInt8](), "a.pdf") } == "file-empty")
    }

    @Test func `a file that ends in the middle of anything harms nobody`() {
        for whole in [Self.zip("word/document.xml"), Self.compound("WordDocument")] {
            for count in stride(from: 1, to: whole.count, by: 7) { _ = try? Self.found(Array(whole.prefix(count)), "a") }
        }
        var lying = Self.zip("word/document.xml")
        for place in lying.count - 20..<lying.count { lying[place] = 0xFF }
        #expect(refusal { try Self.found(lying, "a") } == "file-kind-not-taken")
    }

    @Test func `a name ends as what the file is`() {
        #expect(FileName("../../IMG 1.jpg").ending(as: .heic).text == "IMG 1.jpg.heic")
        #expect(FileName("C:\\a\\rota.DOCX").ending(as: .docx).text == "rota.DOCX")
        #expect(FileName("run\u{202E}fdp.exe").ending(as: .pdf).text == "runfdp.exe.pdf")
        #expect(FileName(String(repeating: "a", count: 300) + ".exe").ending(as: .pdf).text.hasSuffix(".pdf"))
        #expect(FileName(".csv").ending(as: .csv).text == ".csv.csv")
    }

    @Test func `a size is told in words`() {
        #expect([1, 999, 1000, 999_499, 999_500, 1_449_999, 26_214_400].map(sizeInWords) == ["1 byte", "999 bytes", "1 kB", "999 kB", "1.0 MB", "1.4 MB", "26.2 MB"])
    }

    private func refusal(_ body: () throws -> FileKind) -> String? {
        do { _ = try body(); return nil } catch { return (error as? Refusal)?.code }
    }
}
