import Documents
import Foundation
import Kernel
import Markup
import Testing

/// Charts and tables have room on their pages, and columns have it for what they hold.
@Suite struct RoomTests {
    private func document(_ blocks: [Block]) -> Document {
        Document("Room", reference: "room", made: Moment(milliseconds: 0), foot: "End", blocks)
    }

    private func timeline(_ count: Int) -> Block {
        .figure(.init("Each action against its day", .timeline(.init((1...count).map { number in
            TimelineRow(
                "\(number).1 Write the sampling criteria and train four reviewers who have no part in the audits that they will read", from: SamplePaper.day("2025-01-29"),
                due: SamplePaper.on, done: number.isMultiple(of: 2) ? SamplePaper.on : nil, tone: number.isMultiple(of: 2) ? .blue : .red, standing: "Late")
        }, on: SamplePaper.on))))
    }

    @Test(arguments: [(1, Block.Turn.upright), (16, .upright), (16, .across), (100, .upright), (100, .across)])
    func `no chart is cut by a page, and its parts say which they are`(count: Int, turn: Block.Turn) async throws {
        let paper = document([.page(turn), .heading(1, "Appendix"), timeline(count), .figure(.init("Where it stands", .shares(.init(SamplePaper.shares))))])
        let found: PDFTests.Found = try Reader.read(await paper.pdf(), with: "read_pdf.py")
        #expect(found.boxes.count == found.tags["Figure"] && found.findings.isEmpty)
        for box in found.boxes {
            let size = found.sizes[Int(box[0])]
            // All margins are of 20 mm at least, and the foot of a page stands in the lowest.
            let margin = 20 * 72 / 25.4 - 1
            #expect(box[1] >= margin && box[2] >= margin && box[3] <= size[0] - margin && box[4] <= size[1] - margin, "\(box) on \(size)")
        }
        let parts = found.alts.compactMap { $0.firstMatch(of: /A timeline of ([0-9]+) action/).flatMap { Int($0.1) } }
        #expect(parts.reduce(0, +) == count && (parts.max() ?? 0) - (parts.min() ?? 0) <= 2, "\(parts)")
        #expect(parts.count == 1 || found.pages.joined().contains("Each action against its day (\(parts.count) of \(parts.count))"))
        #expect(count > 16 || parts.count == 1)
    }

    @Test(arguments: [Block.Turn.upright, .across]) func `in Word a chart has room under its caption`(turn: Block.Turn) async throws {
        let found: DocxTests.Found = try Reader.read(await document([.page(turn), timeline(100)]).docx(), with: "read_docx.py")
        let (width, height) = turn == .upright ? (162, 249) : (257, 170)
        #expect(!found.sizes.isEmpty && found.sizes.allSatisfy { $0[0] <= width * 36_000 && $0[1] <= (height - 12) * 36_000 })
        #expect(found.paragraphs.count { $0[0] == "Caption" } == found.sizes.count && found.kept.allSatisfy { $0 == true })
    }

    static let plan = Block.Table(
        columns: [.init("Ref", .reference), .init("Action", .wide), .init("Owner"), .init("Due", .day), .init("Status"), .init("Progress", .wide)],
        rows: (1...30).map { number in
            [
                "\(number).1", "Log each out-of-hours call for protection advice, with the time of the call and the time of the answer.", "GM Halloran and Data and Insight",
                "28 September 2025\nFirst promised for 30 June 2025", "\("At risk", .amber)\nDue in 29 days, with no update for 60 days",
                "19 May 2025: Every out-of-hours call is now in the mobilising system with both times. The paper log for the months between has been typed in.",
            ]
        })

    @Test(arguments: [Block.Turn.upright, .across]) func `columns are as wide as what they hold, and a day stands on one line`(turn: Block.Turn) async throws {
        let paper = document([.page(turn), .table(Self.plan)])
        let word: DocxTests.Found = try Reader.read(await paper.docx(), with: "read_docx.py")
        let columns = try #require(word.tables.first?.columns)
        #expect(columns[0] == columns.min() && columns[3] < columns[5] && columns[2] < columns[5], "\(columns)")
        // On an upright sheet there is room for the day alone: 95 points.
        #expect(turn == .upright ? columns[3] <= 1_210_000 : columns[3] < columns[1], "\(columns)")
        let pdf: PDFTests.Found = try Reader.read(await paper.pdf(), with: "read_pdf.py")
        #expect(pdf.pages.joined().components(separatedBy: "28 September 2025").count == 31)
        #expect(pdf.pages.count <= 6, "\(pdf.pages.count)")
    }

    @Test func `a row of a page's height is parted, and no other`() async throws {
        var table = Self.plan
        table.rows[1].cells[5] = Words(String(repeating: "All sixteen stations and nine departments have had theirs. ", count: 120))
        let found: DocxTests.Found = try Reader.read(await document([.table(table)]).docx(), with: "read_docx.py")
        let whole = try #require(found.tables.first?.whole)
        #expect(whole.indices.filter { !whole[$0] } == [2])
        let pdf: PDFTests.Found = try Reader.read(await document([.table(table)]).pdf(), with: "read_pdf.py")
        #expect(pdf.pages.joined().components(separatedBy: "sixteen").count == 121)
    }

    @Test(arguments: [Block.Turn.upright, .across]) func `no word runs over the edge of its page, however long`(turn: Block.Turn) async throws {
        let long = "https://muster.northshire.example/" + String(repeating: "protection-and-prevention", count: 20)
        let words = Words(long)
        let paper = Document(long, reference: "room", under: long, made: Moment(milliseconds: 0), marking: long, foot: long, [
            .page(turn), .heading(1, long), .paragraph(words), .list([words]), .facts([.init(long, words), .init(long, words)]), .callout(.red, long, [words]),
            .table(.init(long, columns: [.init("Ref", .reference), .init("Action", .wide), .init("Progress")], rows: [[words, words, words]])),
            .seal(.init(long, words, facts: [.init(long, words)], code: "x")),
        ])
        let found: PDFTests.Found = try Reader.read(await paper.pdf(), with: "read_pdf.py")
        for (right, size) in zip(found.right, found.sizes) { #expect(right <= size[0] - 20 * 72 / 25.4 + 1, "\(right) of \(size[0])") }
        #expect(found.title == long && found.findings.isEmpty)
    }

    @Test func `a seal stands on the last page that there is`() async throws {
        let seal = Block.seal(.init("As issued", "Words", facts: [], code: "x"))
        let found: PDFTests.Found = try Reader.read(await document([.paragraph("Words"), .page(.upright), seal]).pdf(), with: "read_pdf.py")
        #expect(found.pages.count == 1)
        let alone: PDFTests.Found = try Reader.read(await document([seal]).pdf(), with: "read_pdf.py")
        #expect(alone.pages.count == 1)
    }
}
