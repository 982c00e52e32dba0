import Documents
import Kernel
import Testing

@Suite struct WordTests {
    @Test func `a table comes with its merged cells, colours and paragraphs`() throws {
        let reading = try Samples.read("plan.docx")
        #expect(reading.format == "docx")
        #expect(reading.title == "Peer review response")
        #expect(reading.paragraphs == [
            "Not the title, since the properties have one", "The reviewers asked for “two” things & more — see below.", "After the table",
        ])
        let sheet = try #require(reading.sheets.first)
        #expect(sheet.place == "table 1")
        #expect(sheet.numbers == [1, 2, 3, 4])
        #expect(sheet.rows[1] == [
            Cell("R1 Share what is learnt"), Cell("Publish a digest\nThen keep it up to date"), Cell("Jo Reeve"), Cell("31/03/2024"),
            Cell("Green", shade: "00B050"),
        ])
        #expect(sheet.rows[2][0] == Cell("", continuesAbove: true))
        #expect(sheet.rows[0][0].shade == nil, "white is no colour")
        #expect(reading.notes.isEmpty)
    }

    @Test func `merged cells, tables in cells and tables that lay out the page are told apart`() throws {
        let reading = try Samples.read("merges.docx")
        #expect(reading.sheets.map(\.texts) == [
            [["Theme", "", "", "Due"], ["One", "a", "b", "x"], ["", "c", "d\ninner one\ninner two", "y"], ["", "e", "f", "z"]],
            [["Kept text", "g", "h", "w"], ["", "i", "j", "v"]],
            [["Action", "Owner"], ["Do it", "Jo"]],
            [["A", "B", "C"], ["", "2", "3"]],
        ])
        #expect(reading.sheets[0].rows[0].map(\.continuesLeft) == [false, true, true, false])
        #expect(reading.sheets[0].rows.map { $0[0].continuesAbove } == [false, false, true, true])
        #expect(reading.sheets[1].rows.map { $0[0].continuesAbove } == [false, true], "a cell that continues nothing stands by itself")
        #expect(reading.paragraphs == ["Merged plan", "Around the real one"])
        #expect(reading.title == "Merged plan")
    }

    @Test func `tracked changes are read as accepted and hidden text is left out`() throws {
        let reading = try Samples.read("changes.docx")
        #expect(reading.sheets.map(\.texts) == [[["Action", "Owner"], ["Write more!", "Jo Reeve"], ["Date 31 May 2024\n✓-linked", "x"]]])
        #expect(reading.sheets[0].rows[2][0].shade == nil)
        #expect(reading.sheets[0].rows[2][0].continuesAbove == false)
        #expect(reading.notes.count == 3)
    }

    @Test func `numbered paragraphs begin with the number they show`() throws {
        let reading = try Samples.read("lists.docx")
        #expect(reading.paragraphs == [
            "The reviewers' words", "1) First in full", "a) Detail", "b) More detail", "2) Second in full", "a) Detail again", "• Point",
            "5) Begun again", "1. By style", "• Bullet by style", "Not in the list", "9) Typed by hand",
        ])
        #expect(reading.sheets[0].texts == [["Ref", "Action"], ["01.", "One"], ["02.", "• Two\n• Three"]])
    }

    @Test func `a table typed with tabs is a table where there is no other`() throws {
        let reading = try Samples.read("tabs.docx")
        #expect(reading.sheets.first?.texts.first == ["Recommendation", "Action", "Owner", "Due date", "RAG"])
        #expect(reading.sheets.first?.rows.count == 4)
        #expect(reading.paragraphs == ["Typed with tabs", "A sentence before."])
    }
}
