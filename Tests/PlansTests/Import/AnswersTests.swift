import Foundation
import Kernel
import Testing
@testable import Plans

@Suite struct AnswersTests {
    private let plan = reading("""
        Recommendation\tAction\tOwner\tDue\tRAG
        Set targets\tAgree targets\tHR and OD\t31//12/2021\tPurple
        \tReport on them\t\tmid March 2022\tRed~00B050
        """)

    @Test func `each query has one place and is settled by one answer`() throws {
        let draft = try planDraft(from: plan)
        #expect(draft.queries.map(\.code) == ["owner-may-be-joint", "day-malformed", "status-not-understood", "owner-missing", "day-vague", "status-disagrees"])
        #expect(draft.queries[1].location == "table 1, row 2, Due")
        #expect(Set(draft.queries.map(\.key)).count == 6)
        var answers: [String: String] = [:]
        for (query, answer) in zip(draft.queries, ["HR; OD", "2021-12-31", "amber", "GM Dale", "15 March 2022", "red"]) { answers[query.key] = answer }
        let answered = try planDraft(from: plan, answers: answers)
        #expect(answered.queries.isEmpty)
        #expect(answered.actions.map(\.owners) == [["HR", "OD"], ["GM Dale"]])
        #expect(answered.actions.map { $0.due?.iso } == ["2021-12-31", "2022-03-15"])
        #expect(answered.actions.map(\.statedStatus) == ["amber", "red"])
    }

    @Test func `an answer that can't be read leaves its query standing`() throws {
        let query = try planDraft(from: plan).queries[1]
        let draft = try planDraft(from: plan, answers: [query.key: "some time soon"])
        #expect(draft.queries.contains { $0.key == query.key })
        #expect(draft.actions[0].due == nil)
    }

    @Test func `skip leaves the place empty`() throws {
        let query = try planDraft(from: plan).queries[1]
        let draft = try planDraft(from: plan, answers: [query.key: "skip"])
        #expect(!draft.queries.contains { $0.key == query.key })
        #expect(draft.actions[0].due == nil)
    }

    @Test func `accepting suggestions leaves only what has none`() throws {
        let draft = try planDraftAcceptingSuggestions(from: plan)
        #expect(draft.queries.map(\.code) == ["status-not-understood"])
        #expect(draft.actions[1].owners == ["HR", "OD"])
    }

    @Test func `the JSON has the promised keys and writes null out`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(try planDraft(from: plan)), as: UTF8.self)
        #expect(text.hasPrefix(#"{"findings":[{"actions":[{"due":null,"dueWritten":"31//12/2021","owners":["HR and OD"],"reference":"1.1","statedStatus":null,"text":"Agree targets"}"#))
        #expect(text.contains(#""fullText":null,"matchConfidence":null,"reference":"1","text":"Set targets"}"#))
        #expect(text.contains(#""suggestion":"2021-12-31","written":"31//12/2021"}"#))
        #expect(text.hasSuffix(#""title":null}"#))
        #expect(try JSONDecoder().decode(PlanDraft.self, from: Data(text.utf8)).queries.count == 6)
    }
}
