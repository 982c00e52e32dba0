import Documents
import Kernel
import Testing

@Suite struct ExcelTests {
    @Test func `a sheet comes as it shows, and what is hidden is named`() throws {
        let reading = try Samples.read("plan.xlsx")
        #expect(reading.format == "xlsx")
        #expect(reading.title == "Improvement plan")
        #expect(reading.sheets.map(\.name) == ["Plan & more", "Second"])
        let sheet = reading.sheets[0]
        #expect(sheet.place == "sheet “Plan & more”")
        #expect(sheet.numbers == [1, 2, 4, 5, 6, 7, 9])
        #expect(sheet.texts == [
            ["Improvement plan 2024", "", "", "", "", "", ""],
            ["", "", "", "", "", "", ""],
            ["Ref", "Recommendation", "Action", "Owner", "Due", "% done", "RAG"],
            ["1", "Share what is learnt", "Publish a digest", "Jo Reeve", "31/03/2024", "50%", ""],
            ["1.1", "", "Brief each\nwatch", "Sam Okoro", "30/06/2024", "100%", "Amber"],
            ["2", "Cover at night", "Set up a rota", "Sam Okoro", "Q3 2024/25", "12.5%", "Red"],
            ["4", "Sums", "", "TRUE", "March 2024", "#REF!", "AFI 000"],
        ])
        #expect(sheet.rows.map { $0[4].date } == [nil, nil, nil, "2024-03-31", "2024-06-30", nil, nil])
        #expect(sheet.rows[0].map(\.continuesLeft) == [false, true, true, true, true, true, true])
        #expect(sheet.rows[4][1].continuesAbove)
        #expect(sheet.rows[3...5].map { $0[6].shade } == ["00B050", "8064A2", "FF0000"])
        #expect(sheet.rows[3...4].map { $0[0].shade } == ["B9CDE5", nil])
        #expect(reading.notes == [
            "Sheet “Lists” is hidden and was left out.",
            "Row 8 of sheet “Plan & more” is hidden (a filter is on) and was left out.",
            "Column F “Internal notes” of sheet “Plan & more” is hidden and was left out.",
            "Sheet “Plan & more” has 1 formula without a saved value, read as empty (C9). Open the file in Excel and save it to keep the values.",
            "Sheet “Second” holds something far to the right of its table, at XFD1048576, which was left out.",
        ])
    }

    @Test func `Excel's 29 February 1900 is no day`() throws {
        let sheet = try Samples.read("plan.xlsx", sheet: "second").sheets[0]
        #expect(sheet.rows.map { $0[2].date } == [nil, nil, "1900-02-28"])
        #expect(sheet.texts[1][2] == "29/02/1900")
    }

    @Test func `dates from 1904, rich text, inline text, escapes and cells without places are read`() throws {
        let sheet = try Samples.read("odd.xlsx").sheets[0]
        #expect(sheet.texts == [
            ["Action", "Due", ""], ["Rich text", "31/03/2024", ""], ["Inline", "Saved\n& kept", ""], ["2", "TRUE", "#N/A"],
            ["31/05/2024", "0.3", "1E-07"],
        ])
        #expect(sheet.rows[1][1].date == "2024-03-31")
        #expect(sheet.rows[4][0].date == "2024-05-31")
    }

    @Test func `one sheet can be asked for, and a name that is not there gets the names that are`() throws {
        #expect(try Samples.read("plan.xlsx", sheet: "SECOND").sheets.map(\.name) == ["Second"])
        let refused = try refusal(Samples.bytes("plan.xlsx"), sheet: "Third")
        #expect(refused?.code == "sheet-not-found")
        #expect(refused?.sentence.contains("“Plan & more”, “Second” and “Blank”") == true)
        #expect(refused?.sentence.contains("Lists") == false)
    }

    @Test func `a hidden sheet is read when it is asked for by name, and said to be hidden`() throws {
        let reading = try Samples.read("plan.xlsx", sheet: "Lists")
        #expect(reading.sheets.map(\.texts) == [[["Green"]]])
        #expect(reading.notes.count == 1)
    }
}
