import Documents
import Foundation
import Kernel
import Markup
import TestSupport
import Testing

@Suite struct PaperTests {
    @Test func `a document is one JSON, and reads back as itself`() throws {
        let document = SamplePaper.document
        let bytes = try document.canonical
        #expect(try Document(canonical: bytes) == document)
        #expect(try Document(canonical: bytes).canonical == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"{"author":"Priya Raman","base":"https://muster.northshire.example","blocks":[{"facts":[{"name":"To""#))
        #expect(text.contains(#"{"paragraph":[{"text":"The board is asked to note that "},{"text":"3 actions","to":"/plans/protection?standing=red"}"#))
    }

    @Test(arguments: [
        #"{"poem":[]}"#, #"{"paragraph":[],"note":[]}"#, #"{"paragraph":[{"text":"x","to":"javascript:alert(1)"}]}"#,
        #"{"figure":{"caption":"x","chart":{"pie":{}}}}"#, #"{"page":"sideways"}"#,
    ])
    func `what is no block is not read as one`(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Block.self, from: Data(json.utf8)) }
    }

    @Test(arguments: [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//elsewhere.example/x", "https://a b", "#", "", "/x\u{0}", "/\\elsewhere",
        "https:// ", "ftp://example.org", "x", " /x", "https://",
    ])
    func `nothing that runs or misleads is an address`(text: String) { #expect(Address(checking: text) == nil) }

    @Test(arguments: ["/plans?on=2025-02-28#late", "#late", "https://www.gov.uk/x?y=1#z", "mailto:board@example.org", "HTTP://example.org"])
    func `pages, anchors and places elsewhere are addresses`(text: String) { #expect(Address(checking: text)?.text == text) }

    @Test func `words are joined where they look alike`() {
        let words: Words = "By \(SamplePaper.on), \(3) of \("4") are \(strong: "late")\(nil as String?)."
        #expect(words.runs == [Run("By 28 February 2025, 3 of 4 are "), Run("late", .strong), Run(".")])
        #expect(words.text == "By 28 February 2025, 3 of 4 are late.")
    }

    @Test func `the page holds every block, well formed`() {
        let markup = SamplePaper.document.html.markup
        #expect(Strict.faults(in: markup).isEmpty)
        for piece in [
            "<p class=\"marking\">Draft</p>", "<h1>Protection improvement plan: progress</h1>", "<h2 id=\"recommendations\">Recommendations</h2>",
            "<h3 id=\"protection\">Protection</h3>", "<a href=\"/plans/protection?standing=red\">3 actions</a>", "<span class=\"tag red\">Late</span>",
            "<strong>two</strong>", "<em>since January</em>", "<a href=\"#full\">below</a>", "<a href=\"#full\">Appendix: the full plan</a>",
            "id=\"action-1.2\"", "id=\"finding-1\"", "No date has moved.", "<ol><li>Note the progress</li>", "<code>1204</code>",
        ] { #expect(markup.contains(piece), "\(piece)") }
    }

    @Test func `blocks alone take the level they are given, and no anchor twice`() {
        let blocks: [Block] = [.heading(1, "Updates"), .heading(2, "Updates"), .heading(4, "Updates", anchor: "updates"), .heading(1, "…")]
        let markup = blocks.html(headingsFrom: 3).markup
        #expect(markup == "<h3 id=\"updates-2\">Updates</h3><h4 id=\"updates-3\">Updates</h4><h6 id=\"updates\">Updates</h6><h3 id=\"part\">…</h3>")
    }

    @Test func `plain text is narrow, and lists where its links lead`() {
        let text = SamplePaper.document.text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 78 || $0.contains("https://") })
        #expect(text.contains("note that 3 actions [1] stand as [Late], two of"))
        #expect(text.contains("[1] https://muster.northshire.example/plans/protection?standing=red\n"))
        #expect(text.contains("[Chart] Where it stands: 2 done, 1 at risk and 3 late, of 6 actions\n"))
        #expect(text.contains("\n1.2  Brief every"))
        #expect(text.contains("No date has moved.") && text.contains("  Journal head:\n    b1946ac9"))
        #expect(!text.contains { $0 == "\t" || $0 == "\r" })
    }

    @Test func `a table too wide for its lines is told row by row`() {
        let columns = (1...9).map { Block.Column("Column \($0)") }
        let row = Block.Row((1...9).map { Words("the words of column \($0), which are long") })
        let document = Document("Wide", reference: "wide", made: Moment(milliseconds: 0), foot: "End", [.table(.init(columns: columns, rows: [row]))])
        #expect(document.text.contains("\nColumn 1: the words of column 1, which are long\nColumn 2: "))
    }

    @Test func `without an address of the service a file leads only elsewhere`() {
        var document = SamplePaper.document
        document.base = nil
        document.blocks.append(.paragraph("See \("the report", to: Address(checking: "https://www.gov.uk/report"))."))
        #expect(document.text.contains("[1] https://www.gov.uk/report\n") && !document.text.contains("[2]"))
    }
}
