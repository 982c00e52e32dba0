import Documents
import Kernel
@testable import Plans
import Testing

@Suite struct LongPlanTests {
    @Test func `a cell far too long for a day or for names is left to a person at once`() {
        let day = WrittenDay.read(String(repeating: "1/1/", count: 15_000))
        #expect(day.code == "day-malformed" && day.day == nil)
        let text = String(repeating: "GM Dale / ", count: 5_000)
        var owners = Owners([text])
        #expect(owners.read(text).code == "owner-unsure" && owners.read(text).names.isEmpty)
    }

    @Test func `a plan of more than ten thousand rows is refused`() throws {
        let row = "1,Improve training,Write a plan of training,GM Dale,31/03/2027\n"
        let text = "Ref,Recommendation,Action,Owner,Due date\n" + String(repeating: row, count: 10_001)
        let reading = try Reading.of(Array(text.utf8), named: "plan.csv")
        #expect { try planDraft(from: reading) } throws: { ($0 as? Refusal)?.code == "plan-too-long" }
    }
}
