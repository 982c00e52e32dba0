import Documents
import Foundation
import Kernel
import Testing

@Suite struct DocxTests {
    struct Found: Decodable {
        struct Table: Decodable {
            let rows: [[String]]
            let heads: [Bool]
            let caption: String?
            let width: Int
            let columns: [Int]
            let whole: [Bool]
        }

        let title, language, created: String
        let author: String
        let paragraphs, links, standings: [[String]]
        let tables: [Table]
        let numbered: [String]
        /// How wide and high each picture is, in English metric units, 36,000 to a millimetre.
        let sizes: [[Int]]
        /// Whether each caption stays with what is under it.
        let kept: [Bool?]
    }

    /// Parts whose rows hold more than one type.
    struct Mixed: Decodable {
        struct Picture: Decodable {
            let words: String
            let width: Int

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                words = try list.decode(String.self)
                width = try list.decode(Int.self)
            }
        }

        struct Inner: Decodable {
            let words: String
            let leadsSomewhere: Bool

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                words = try list.decode(String.self)
                leadsSomewhere = try list.decode(Bool.self)
            }
        }

        struct Section: Decodable {
            let isAcross: Bool
            let foot: String
            let fields: [String]
            let head: String

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                isAcross = try list.decode(Bool.self)
                foot = try list.decode(String.self)
                fields = try list.decode([String].self)
                head = try list.decode(String.self)
            }
        }

        let pictures: [Picture]
        let inner: [Inner]
        let sections: [Section]
    }

    @Test func `another program reads the Word file as it is meant`() async throws {
        let file = try await SamplePaper.document.docx()
        let found: Found = try Reader.read(file, with: "read_docx.py")
        #expect([found.title, found.author, found.language, found.created] == [
            "Protection improvement plan: progress", "Priya Raman", "en-GB", "2025-02-28T09:00:00+00:00",
        ])
        for paragraph in [
            ["Title", "Protection improvement plan: progress"], ["Heading 1", "Recommendations"], ["Heading 2", "Protection"],
            ["List Bullet 2", "second begun"], ["Callout", "▲\u{A0}A decision is needed"], ["toc 1", "Appendix: the full plan"], ["Note", "No date has moved."],
        ] { #expect(found.paragraphs.contains(paragraph), "\(paragraph)") }
        let table = try #require(found.tables.first)
        #expect(found.tables.count == 1 && table.caption == "Every action, by the finding it answers")
        #expect(table.rows[0] == ["Ref", "Action", "Owner", "Due", "Moved", "Standing"] && table.rows[1] == Array(repeating: "1 Enforcement policy", count: 6))
        #expect(table.heads == [true, false, false, false, false, false])
        // 257 mm, in English metric units.
        #expect((9_190_000...9_252_000).contains(table.width))
        #expect(found.links == [
            ["3 actions", "https://muster.northshire.example/plans/protection?standing=red"],
            ["policy", "https://muster.northshire.example/plans/protection/findings/1"],
        ])
        #expect(found.standings.map { $0[0] } == ["Standing Blue", "Standing Red", "Standing Green"])
        #expect(found.standings[1][1] == "\u{A0}■\u{A0}Late\u{A0}")
        #expect(found.numbered == ["Note the progress", "Agree the new dates, see below"])
    }

    @Test func `its charts say what they show, its links within lead somewhere, and its pages are numbered and turned`() async throws {
        let found: Mixed = try Reader.read(await SamplePaper.document.docx(), with: "read_docx.py")
        #expect(found.pictures.map(\.width) == [1280, 1280, 1280, 1280, 240])
        #expect(found.pictures.map(\.words).prefix(2) == [
            "2 done, 1 at risk and 3 late, of 6 actions", "By 28 February 2025, 2 of 3 actions were due and 1 is said to be done: 1 behind.",
        ])
        #expect(found.inner.map(\.words) == ["Recommendations", "Updates", "Protection", "Appendix: the full plan", "below"])
        #expect(!found.inner.contains { !$0.leadsSomewhere })
        #expect(found.sections.map(\.isAcross) == [false, true])
        #expect(found.sections.allSatisfy { $0.fields == ["PAGE", "NUMPAGES"] && $0.head == "Draft" && $0.foot.hasPrefix("Northshire Fire and Rescue Service") })
    }

    @Test func `the same document is the same bytes, and another is not`() async throws {
        let file = try await SamplePaper.document.docx()
        let again = try await SamplePaper.document.docx()
        #expect(again == file)
        var other = SamplePaper.document
        other.foot += "."
        let differs = try await other.docx() != file
        #expect(differs)
    }

    @Test func `two turned appendices follow each other, and no empty page stands between or after them`() async throws {
        let appendix: [Block] = [.page(.across), .heading(1, "Appendix"), .paragraph("Words"), .page(.upright)]
        let document = Document("Plain", reference: "plain", made: Moment(milliseconds: 0), foot: "End", [.paragraph("First")] + appendix + appendix)
        let found: Mixed = try Reader.read(await document.docx(by: Printer(folder: "/nowhere")), with: "read_docx.py")
        #expect(found.sections.map(\.isAcross) == [false, true])
    }

    @Test func `a Word file without pictures needs no printer`() async throws {
        let document = Document("Plain", reference: "plain", made: Moment(milliseconds: 0), foot: "End", [.paragraph("Words & <more>")])
        let found: Found = try Reader.read(await document.docx(by: Printer(folder: "/nowhere")), with: "read_docx.py")
        #expect(found.paragraphs.contains(["Normal", "Words & <more>"]))
    }
}
