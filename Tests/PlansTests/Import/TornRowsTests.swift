import Documents
import Kernel
import Testing
@testable import Plans

/// Rows that a page, a list or a banner took apart.
@Suite struct TornRowsTests {
    @Test func `a row cut by a page is whole again, with its owner and its day, where the next table repeats the headings`() throws {
        let draft = try planDraft(from: reading(
            "Recommendation\tAction\tLead\tDue\tRAG\nWrite a strategy for\tDraft it with partners and\tHead of Data /\t31 March\tAmber",
            "Recommendation\tAction\tLead\tDue\tRAG\nthe use of data\tput it to the board\tGM Moss\t2024\t\nTrain all staff\tBuy a course\tHR\t30/06/2024\tGreen"))
        #expect(draft.findings.map(\.text) == ["Write a strategy for the use of data", "Train all staff"])
        #expect(draft.actions.map(\.text) == ["Draft it with partners and put it to the board", "Buy a course"])
        #expect(draft.actions[0].owners == ["Head of Data", "GM Moss"])
        #expect(draft.actions[0].due?.iso == "2024-03-31")
        #expect(draft.queries.isEmpty)
    }

    @Test func `a list that goes on in the next row belongs to the action that opens it`() throws {
        let draft = try planDraft(from: reading("Finding\tAction\tOwner\tDue\nData is not shared\tSign agreements with:\t\t\n\t• the hospitals\tGM Moss\t31/03/2024"))
        #expect(draft.actions.map(\.text) == ["Sign agreements with: • the hospitals"] || draft.actions.map(\.text) == ["Sign agreements with:\n• the hospitals"])
        #expect(draft.actions[0].owners == ["GM Moss"])
    }

    @Test func `a row that may go on is asked about once, though it has only an owner`() throws {
        let draft = try planDraft(from: reading("Finding\tAction\tOwner\tDue\nData is not shared\tSign agreements\tGM Moss\t31/03/2024\n\t\tLegal Services\t"))
        #expect(draft.queries.map(\.code) == ["row-may-continue"])
        #expect(draft.actions.count == 1)
    }

    @Test func `a numbered text without owner or day names the finding where no column does`() throws {
        let draft = try planDraft(from: reading(
            "No\tRecommendation / Action\tLead\tTarget\n1\tImprove the choice of premises\t\t\n\tReview the model\tGM Moss\t30/06/2024\n\tBrief inspectors\tSM Frost\t30/09/2024\n2\tUse more powers\t\t\n\tMentor inspectors\tLegal Services\t31/12/2024"))
        #expect(draft.findings.map(\.reference) == ["1", "2"])
        #expect(draft.findings.map(\.text) == ["Improve the choice of premises", "Use more powers"])
        #expect(draft.findings.map(\.actions.count) == [2, 1])
        #expect(draft.queries.isEmpty)
    }

    @Test func `a finding that is said to go on is the finding above`() throws {
        let draft = try planDraft(from: reading(
            "Finding\tAction\tOwner\tDue\n1. Record decisions\tBuy cameras\tGM Moss\t30/09/24\n1. Record decisions (continued)\tTrain crews\tHR\t31/12/24\nRecord decisions (cont’d)\tCheck the records\tHR\t31/01/25"))
        #expect(draft.findings.map(\.text) == ["Record decisions"])
        #expect(draft.actions.count == 3)
    }

    @Test func `a row of sums is no action`() throws {
        let draft = try planDraft(from: reading("Ref\tFinding\tAction\tOwner\tDue\n1a\tNo rota\tMake a rota\tGM Moss\t31/03/2024\n1b\tNo rota\tCheck the rota\tGM Moss\t30/04/2024\n\t\tTotal actions\t\t2"))
        #expect(draft.actions.map(\.reference) == ["1a", "1b"])
        #expect(draft.queries.isEmpty)
    }

    @Test func `tables with the same headings have the same columns, however short`() throws {
        let draft = try planDraft(from: reading(
            "1. Aim visits at those at risk\t<\t<\t<\nAction\tWho\tWhen\tProgress\nBuy data\tHR\t31/03/24\tComplete\nUse data\tHR\t30/06/24\tOn track",
            "2. Evaluate the work\t<\t<\t<\nAction\tWho\tWhen\tProgress\nAdopt a method\tHR\t30/09/24\tOff track"))
        #expect(draft.actions.map(\.statedStatus) == ["blue", "green", "red"])
    }

    @Test func `a place in a text is counted in rows of its table`() throws {
        let text = "Review of cover\n\nOne line of prose.\n\nFinding\tAction\tOwner\tDue\nNo rota\tMake a rota\tGM Moss\t31//03/2024\n"
        let draft = try planDraft(from: Reading.of(Array(text.utf8)))
        #expect(draft.queries.map(\.location) == ["table 1, row 2, Due"])
    }
}
