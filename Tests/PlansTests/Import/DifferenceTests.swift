import Kernel
import Testing
@testable import Plans

@Suite struct DifferenceTests {
    private let known = [
        KnownFinding(reference: "1", text: "Set targets for audits", actions: [
            KnownAction(reference: "1.1", text: "Agree targets by band of risk", owners: ["SM Frost"], due: Day(2021, 6, 30), statedStatus: "green"),
            KnownAction(reference: "1.2", text: "Report progress each month", owners: ["SM Frost"], due: Day(2021, 7, 31)),
        ]),
        KnownFinding(reference: "2", text: "Explain enforcement decisions", actions: [KnownAction(reference: "2.1", text: "Write a decision log", owners: ["AM Brook"])]),
    ]

    private func difference(_ rows: String) throws -> PlanDifference {
        PlanDifference(from: known, to: try planDraft(from: reading("Recommendation\tAction\tOwner\tDue\tRAG\n" + rows)))
    }

    @Test func `the same document changes nothing`() throws {
        let same = try difference("Set targets for audits\tAgree targets by band of risk\tSM Frost\t30/06/2021\tGreen\n\tReport progress each month\tSM Frost\t31/07/2021\t\nExplain enforcement decisions\tWrite a decision log\tAM Brook\tTBC\t")
        #expect(same.isEmpty)
        #expect(same.count(.unchanged) == 3)
    }

    @Test func `what changed, came and went is told field by field`() throws {
        let changed = try difference("Share risk information\tBuy new terminals\tICT\t31/12/2021\tGreen\nSet targets for audits\tAgree targets by band of risk and district\tSM Frost & GM Dale\t30/09/2021\tAmber")
        #expect(changed.findings.map(\.kind) == [.added, .unchanged, .gone])
        let action = try #require(changed.findings[1].actions.first)
        #expect(action.kind == .changed)
        #expect(action.known == "1.1")
        #expect(action.drafted == "2.1")
        #expect(action.fields.map(\.field) == ["text", "owners", "due", "statedStatus"])
        #expect(action.fields[2].from == "2021-06-30")
        #expect(action.fields[2].to == "2021-09-30")
        #expect(changed.findings[1].actions.last?.kind == .gone)
        #expect(changed.findings[2].actions.map(\.kind) == [.gone])
        #expect(changed.count(.added) == 1)
    }

    @Test func `an action that moved to another finding is not taken for a new one`() throws {
        let moved = try difference("Set targets for audits\tAgree targets by band of risk\tSM Frost\t30/06/2021\tGreen\nExplain enforcement decisions\tWrite a decision log\tAM Brook\tTBC\t\n\tReport progress each month\tSM Frost\t31/07/2021\t")
        #expect(moved.count(.added) == 0)
        #expect(moved.count(.gone) == 0)
        #expect(moved.findings[1].actions.last?.fields.map(\.field) == ["finding"])
    }
}
