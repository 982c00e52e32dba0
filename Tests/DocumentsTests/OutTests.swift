import Documents
import Foundation
import Kernel
import Testing

@Suite struct OutTests {
    @Test func `CSV is quoted where it must be and ends each record with CRLF`() throws {
        let text = CSV.write(header: ["Ref", "Action"], rows: [["1", "Say \"go\", then\nwait"], ["2", ""]])
        #expect(text == "Ref,Action\r\n1,\"Say \"\"go\"\", then\nwait\"\r\n2,\r\n")
        #expect(try Reading.of(Data(text.utf8), named: "x.csv").sheets[0].texts == [["Ref", "Action"], ["1", "Say \"go\", then\nwait"], ["2", ""]])
        #expect(CSV.write(header: ["Café"], rows: [], mark: true).unicodeScalars.first == "\u{FEFF}")
        #expect(CSV.write(header: ["a"], rows: [[""]]) == "a\r\n\"\"\r\n", "a record of one empty field is not a blank line")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"), ("+44 20 7946 0000", "'+44 20 7946 0000"), ("\tx", "'\tx"),
        (" =1", "' =1"), ("＝1", "'＝1"), ("-5", "-5"), ("+3.25", "+3.25"), ("-12%", "-12%"), ("- a point", "'- a point"), ("a=b", "a=b"), ("-", "'-"),
    ])
    func `a text that a spreadsheet would run gets an apostrophe`(text: String, written: String) {
        #expect(CSV.write(header: [text], rows: []) == written + "\r\n")
        #expect(CSV.write(header: [text], rows: [], guarded: false) == text + "\r\n")
    }

    private func workbook() -> Workbook {
        Workbook(title: "Plan & more", made: Moment(milliseconds: 1_704_186_000_000), tabs: [
            .init("Actions: all", header: ["Ref", "Due", "Done"], rows: [
                [.text("R1"), .day(Day(number: 19_813)), .number(0.5)], [.text("=1+1"), .blank, .number(12)],
            ]),
            .init("actions  all", header: ["Ref"], rows: []),
            .init("", header: [], rows: [[.text("alone <&>")]]),
            .init(String(repeating: "x", count: 40), header: ["a"], rows: [[.day(Day(number: -40_000))]]),
        ])
    }

    @Test func `a workbook reads back as it was written, dates as dates`() throws {
        let reading = try Reading.of(workbook().bytes())
        #expect(reading.title == "Plan & more")
        #expect(reading.sheets.map(\.name) == ["Actions  all", "actions  all 2", "Sheet", String(repeating: "x", count: 31)])
        #expect(reading.sheets[0].texts == [["Ref", "Due", "Done"], ["R1", "31/03/2024", "0.5"], ["=1+1", "", "12"]])
        #expect(reading.sheets[0].rows[1][1].date == "2024-03-31")
        #expect(reading.sheets[2].texts == [["alone <&>"]])
        #expect(reading.sheets[3].texts == [["a"], ["26/06/1860"]])
    }

    @Test func `what no workbook can hold is left out, and the rest is read`() throws {
        let bytes = try Workbook(title: "One\u{B}title\u{FFFF}", made: Moment(milliseconds: 0), tabs: [
            .init("A\u{1}b\u{FFFE}", header: ["H\u{0}"], rows: [[.text("before\u{FFFF} after\u{202E}")]]),
        ]).bytes()
        let reading = try Reading.of(bytes)
        #expect(reading.title == "One title" && reading.sheets.map(\.name) == ["Ab"])
        #expect(reading.sheets[0].texts == [["H"], ["before after"]])
    }

    @Test func `the same workbook gives the same bytes`() throws {
        #expect(try workbook().bytes() == workbook().bytes())
    }
}
