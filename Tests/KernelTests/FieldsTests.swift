import Kernel
import Testing

struct FieldsTests {
    @Test func `every wrong field is refused at once`() throws {
        var fields = Fields(["title": [" "], "due": ["31/03/2026"], "role": ["king"]])
        _ = fields.text("title", "Title")
        _ = fields.day("due", "Due day")
        _ = fields.choice("role", "Role", default: Role.reader)
        let refusal = try #require(throws: Refusal.self) { try fields.finish() }
        #expect(refusal.code == "fields-need-attention")
        #expect(refusal.fields.map(\.name) == ["title", "due", "role"])
        #expect(refusal.fields[0].sentence == "Enter title.")
        #expect(refusal.fields[1].sentence.contains("“31/03/2026” is not a day"))
    }

    @Test(arguments: [("1899-12-31", false), ("1900-01-01", true), ("2199-12-31", true), ("2200-01-01", false), ("0001-01-01", false), ("9999-12-31", false)])
    func `a day that nobody can mean is refused in a sentence`(_ written: String, _ isTaken: Bool) {
        var fields = Fields(["due": [written]])
        #expect((fields.optionalDay("due", "Due day") != nil) == isTaken)
        #expect(fields.errors.map(\.sentence) == (isTaken ? [] : ["Due day is \(written). Choose a day from 1900 to 2199."]))
    }

    @Test func `what was written is taken without its blanks`() throws {
        var fields = Fields(["title": ["  Peer review \n"], "owner": ["a", " ", "b "]])
        #expect(fields.text("title", "Title") == "Peer review")
        #expect(fields.all("owner") == ["a", "b"])
        try fields.finish()
    }

    @Test func `what is sent stands over what is held, and what is sent empty empties`() {
        let fields = Fields(Fields(["title": ["New"], "source": []]), over: ["title": ["Old"], "source": ["A review"], "rules": ["standard-1"]])
        #expect(["title", "source", "rules"].map(fields.written) == ["New", "", "standard-1"])
        #expect(fields.wasSent("source") && !fields.wasSent("kind"))
    }

    @Test func `letters that turn the direction of writing and controls are never kept`() throws {
        var fields = Fields(["name": ["Har\u{202E}bour\u{0} \u{2066}Hotel\u{2069}\u{9C}"], "note": ["One\r\ntwo\u{7}\tthree\nfour"], "lines": ["a\u{200F}\u{202A}b"]])
        #expect(fields.line("name", "Name", atMost: 200) == "Harbour Hotel")
        #expect(fields.text("note", "Note") == "One\ntwo\tthree\nfour")
        #expect(fields.all("lines") == ["a\u{200F}b"], "marks that letters need stay")
        try fields.finish()
    }

    @Test(arguments: ["Harbour\nHotel", "Harbour\r\n  Hotel", " Harbour\u{2028}Hotel", "Harbour\u{85}Hotel ", "Harbour Hotel"])
    func `a name is on one line`(_ written: String) {
        var fields = Fields(["name": [written]])
        #expect(fields.line("name", "Name", atMost: 200) == "Harbour Hotel")
    }
}
