import Documents
import Foundation
import Kernel
import Markup
import TestSupport
import Testing

/// Text that would be code, or that no paper can show, stays text in each of the four.
@Suite struct HostilePaperTests {
    static let texts = [
        #"#panic("x") #let y = 1 #include "/etc/passwd" #read("/etc/passwd")"#, "*b* _e_ $x^2$ `c` <lab> @ref = h - l + e / t: d ~ -- ... 'q'",
        ##"\ \u{41} // c /* c */ [x] {y} #[z] ]] }} \#"##, "</w:t></w:r><w:p/> <script>alert(1)</script> &amp; &#x41; ]]> <!-- --> <?x?>",
        #"","to":"javascript:alert(1)","x":""#, "a\u{0}b\u{1}c\u{8}d\u{1b}e\u{7f}f\u{85}g\u{2028}h\u{fffe}i\u{feff}j", "\u{202e}evil\u{202c} \u{2066}x\u{2069}",
        "日本語 العربية हिन्दी 😀👩‍👩‍👧 \u{e000} é e\u{301} a\u{600} ﷽ \u{1F1EC}\u{1F1E7}", String(repeating: "unbroken", count: 60), "%PDF-1.7 endobj \\n \\(x\\)",
    ]

    static func document(_ text: String) -> Document {
        var words = Words(text)
        words += Words([Run(text, .strong), Run(text, tone: .red), Run(text, to: Address(checking: "https://example.org/")), Run(text, to: Address(anchor: text))])
        return Document(text, reference: "hostile", under: text, author: text, made: Moment(milliseconds: 1_740_733_200_000), marking: text, foot: text, base: "https://muster.example/", [
            .heading(1, text, anchor: text), .heading(2, text), .contents(text), .paragraph(words), .note(words), .facts([.init(text, words)]),
            .list(.init(isNumbered: true, [.init(words, [words])])), .callout(.red, text, [words]),
            .figure(.init(text, .shares(.init([Share(1, text, .red)], of: text)))),
            .figure(.init(text, .timeline(.init([TimelineRow(text, due: SamplePaper.on, tone: .red, standing: text)], on: SamplePaper.on)))),
            .table(.init(text, columns: [.init(text, .reference), .init(text, .wide)], rows: [.heading(words, anchor: text), .init([words], anchor: text), .init([words, words, words])])),
            .seal(.init(text, words, facts: [.init(text, words)], code: text)),
        ])
    }

    /// The text without what no paper holds, as a reader compares it.
    private func letters(_ text: String) -> String { String(text.unicodeScalars.filter { (33...126).contains($0.value) }.map(Character.init)) }

    @Test(arguments: texts) func `the page is well formed and holds it as text`(text: String) {
        let markup = Self.document(text).html.markup
        #expect(Strict.faults(in: markup).isEmpty)
        #expect(!markup.contains("<script") && !markup.contains("<w:p/>") && !markup.contains("href=\"javascript"))
    }

    @Test(arguments: texts) func `the PDF shows it, and nothing of it runs`(text: String) async throws {
        let file = try await Self.document(text).pdf()
        let found: PDFTests.Found = try Reader.read(file, with: "read_pdf.py")
        #expect(found.findings.isEmpty)
        #expect(letters(found.title) == letters(text))
        #expect(found.links.allSatisfy { $0 == "https://example.org/" })
        #expect(!found.pages.joined().contains("root:"))
        let again = try await Self.document(text).pdf()
        #expect(again == file)
    }

    @Test(arguments: texts) func `the Word file holds it as text`(text: String) async throws {
        let found: DocxTests.Found = try Reader.read(await Self.document(text).docx(), with: "read_docx.py")
        #expect(letters(found.title) == letters(text))
        #expect(found.paragraphs.contains { $0[0] == "Heading 1" && letters($0[1]) == letters(text) })
        #expect(found.links.allSatisfy { $0[1] == "https://example.org/" })
    }

    @Test(arguments: texts) func `plain text has no control characters`(text: String) {
        let plain = Self.document(text).text
        #expect(plain.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 32 && !(127..<160).contains($0.value)) && !(0x202A...0x202E).contains($0.value) })
    }

    @Test func `a code that is too long is refused`() async {
        var document = SamplePaper.document
        document.blocks = [.seal(.init("Seal", "Words", facts: [], code: String(repeating: "x", count: 1001)))]
        await #expect { try await document.pdf() } throws: { ($0 as? Refusal)?.code == "code-too-long" }
        #expect(document.html.markup.contains("Seal"))
    }
}
