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
}
