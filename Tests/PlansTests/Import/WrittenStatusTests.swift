import Testing
@testable import Plans

@Suite struct WrittenStatusTests {
    @Test(arguments: [
        ("Complete", "blue"), ("Closed", "blue"), ("Done", "blue"), ("On track", "green"), ("In progress", "green"), ("Not started", "grey"),
        ("At risk", "amber"), ("Delayed", "amber"), ("Overdue", "red"), ("RED", "red"), ("G", "green"), ("R", "red"), ("B", "blue"), ("Yellow", "amber"),
        ("Amber – slipping", "amber"), ("🟢", "green"), ("🔴 Late", "red"), ("Green (complete)", "green"), ("100%", "blue"), ("0%", "grey"),
        ("Partially complete", "green"), ("Green: on track, was amber in May", "green"),
    ])
    func `a word says a colour`(written: String, colour: String) { #expect(WrittenStatus(written).status == colour) }

    @Test(arguments: ["Not complete", "Open", "TBC", "N/A", "", "50%"])
    func `a word can be known and say no colour`(written: String) {
        #expect(WrittenStatus(written).status == nil)
        #expect(WrittenStatus(written).isUnderstood)
    }

    @Test(arguments: ["1e308%", "99999999999999999999%", "nan%", "inf%", "-5%"])
    func `a share of nothing sensible is a doubt`(written: String) { #expect(!WrittenStatus(written).isUnderstood) }

    @Test(arguments: ["Purple", "Subject to the Authority's view", "Red/Amber"])
    func `a word that is not known is a doubt`(written: String) {
        #expect(StatedStatus(text: written, shade: nil, key: [:], asksWhetherDone: false).code == "status-not-understood")
    }

    @Test(arguments: [
        ("C00000", "red"), ("FF0000", "red"), ("FFC7CE", "red"), ("FFC000", "amber"), ("FFFF00", "amber"), ("ED7D31", "amber"), ("FFEB9C", "amber"),
        ("00B050", "green"), ("92D050", "green"), ("C6EFCE", "green"), ("0070C0", "blue"), ("00B0F0", "blue"), ("4472C4", "blue"), ("BFBFBF", "grey"),
        ("FFFFFF", ""), ("F2F2F2", ""), ("000000", ""), ("7030A0", ""),
    ])
    func `a shade is the nearest colour`(hex: String, colour: String) { #expect(Shade(hex).status ?? "" == colour) }

    @Test func `shading speaks where the cell is empty and is doubted where the word names another colour`() {
        func stated(_ text: String, _ shade: String?) -> StatedStatus { StatedStatus(text: text, shade: shade, key: [:], asksWhetherDone: false) }
        #expect(stated("", "FFC000").status == "amber")
        #expect(stated("In progress", "FFC000").status == "amber")
        #expect(stated("Complete", "00B050").status == "blue")
        #expect(stated("Red", "00B050").code == "status-disagrees")
        #expect(stated("Red", "00B050").status == nil)
        #expect(stated("Complete", "C00000").code == "status-disagrees")
        #expect(stated("Red", "FF0000").code == nil)
    }

    @Test func `the document's own key says what its words mean`() {
        let key = WrittenStatus.key(in: ["Key", "Blue: embedded", "Amber – some slippage", "Green = progressing to plan"])
        #expect(WrittenStatus("Some slippage", key: key).status == "amber")
        #expect(WrittenStatus("progressing to plan", key: key).status == "green")
    }
}
