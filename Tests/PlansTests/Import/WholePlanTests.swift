import Documents
import Kernel
import Testing
@testable import Plans

/// Whole documents with the traps that real ones set, several at a time.
@Suite struct WholePlanTests {
    @Test func `a peer review response with shortened findings, a cut row and a repeated heading`() throws {
        let draft = try planDraft(from: reading("""
            Recommendation\tAction\tLead\tJoint lead\tDue\tRAG
            Confirm OOH rota always has a competent officer\tMap the rota against competence\tAM Brook\tGM Dale\t31/05/2021\tGreen
            \tPublish a quarterly note of\tGM Dale\t\t30/06/2021\tAmber

            \tcover achieved
            Set a target for audits in\tAgree targets by risk\tSM Frost\tICT\t30/06/21\tGreen
            Recommendation\tAction\tLead\tJoint lead\tDue\tRAG
            each band of risk\tReport monthly\tAs above\t\t"\tGreen
            Explain enforcement decisions\tWrite a template for decision logs\tSM Frost / AM Brook.\t\tQ2 2021/22\tNot started
            """, paragraphs: [
                "Peer review response", "1. Introduction", "This plan answers the review.", "Recommendations",
                "1) Confirm that the out of hours rota always has a competent officer on duty, and publish the evidence", "to the board each quarter.",
                "2) Set a target for the number of audits in each band of risk.", "3) Explain how enforcement decisions are reached.",
                "4) Improve how risk information is shared with operational crews.",
            ]))
        #expect(draft.title == "Peer review response")
        #expect(draft.findings.map(\.reference) == ["1", "2", "3"])
        #expect(draft.findings[0].fullText?.hasSuffix("the evidence to the board each quarter.") == true)
        #expect(draft.findings[1].text == "Set a target for audits in each band of risk")
        #expect(draft.actions.map(\.reference) == ["1.1", "1.2", "2.1", "2.2", "3.1"])
        #expect(draft.actions[1].text == "Publish a quarterly note of cover achieved")
        #expect(draft.actions[3].owners == ["SM Frost", "ICT"])
        #expect(draft.actions.map { $0.due?.iso } == ["2021-05-31", "2021-06-30", "2021-06-30", "2021-06-30", "2021-09-30"])
        #expect(draft.actions.map(\.statedStatus) == ["green", "amber", "green", "green", "grey"])
        #expect(draft.actions[4].owners == ["SM Frost", "AM Brook"])
        #expect(draft.queries.isEmpty)
        #expect(draft.notes.contains { $0.contains("Item 4 of the list") })
    }

    @Test func `a workbook with a title, a key, banners, merged cells, shading and a second sheet`() throws {
        let plan = """
            Anyshire improvement plan\t<\t<\t<\t<\t<
            BRAG key\tComplete~0070C0\tSlipping~FFC000\t\t\t
            HMICFRS ref\tArea for improvement\tRef no\tActions\tAction lead\tTarget completion\tBRAG
            Effectiveness\t<\t<\t<\t<\t<\t<
            AFI 1\tEvaluate prevention work\t1.1\tAgree a method\tHead of Prevention\tend of June 2024\t~00B050
            ^\t^\t1.2\tEvaluate two campaigns\tHead of Prevention/Data & Digital\tOngoing\tSlipping~FFC000
            People\t<\t<\t<\t<\t<\t<
            AFI 2\tImprove how staff raise concerns\t2.1\tOpen a confidential line\tDCFO Hale\t2nd Sept 2024\tR~00B050
            \t\t2.2\tReport themes to the board\tCulture and Inclusion Board\t30.09.24\t~C00000
            * days agreed by the Authority
            """
        let done = "HMICFRS ref\tArea for improvement\tRef no\tActions\tAction lead\tTarget completion\tBRAG\nAFI 3\tTest resilience plans\t3.1\tRun two exercises\tGM Poole\t30/11/23\tClosed"
        let risks = "Risk\tLikelihood\tImpact\tMitigating action\tOwner\nStaff leave\t3\t4\tOffer retention payments\tHR"
        let draft = try planDraft(from: reading(plan, done, risks, names: ["Plan", "Completed", "Risks"]))
        #expect(draft.title == "Anyshire improvement plan")
        #expect(draft.findings.map(\.reference) == ["AFI-1", "AFI-2", "AFI-3"])
        #expect(draft.findings.map(\.section) == ["Effectiveness", "People", nil])
        #expect(draft.actions.map(\.reference) == ["1.1", "1.2", "2.1", "2.2", "3.1"])
        #expect(draft.actions.map(\.statedStatus) == ["green", "amber", nil, "red", "blue"])
        #expect(draft.actions[1].owners == ["Head of Prevention", "Data & Digital"])
        #expect(draft.actions[3].owners == ["Culture and Inclusion Board"])
        #expect(draft.queries.map(\.code) == ["day-not-given", "status-disagrees"])
        #expect(draft.queries[1].location == "sheet “Plan”, row 8, BRAG")
        #expect(draft.notes.contains { $0.contains("Risks") })
    }

    @Test func `days in every bad way, each with a query and none guessed`() throws {
        let draft = try planDraft(from: reading("""
            Ref\tRecommendation\tAgreed action\tSRO\tLead officer\tOriginal due date\tRevised due date
            1.1\tR1 – Reduce the backlog\tBuild a model\tACO Grant\tGM Shah\t31/03/2022\t30/06/2022
            1.2\tR1 – Reduce the backlog\tTrain crews\tACO Grant\tWM Dale & WM Frost\t05/31/2022\t
            1.3\tR1 – Reduce the backlog\tPublish it\tACO Grant\tGM Shah Corporate Comms\t31/06/2022\t
            2.1\tR2 – Share data\tSign an agreement\t\tCorporate comms.\t31st March\t
            2.2\tR2 – Share data\tSet up a feed\tACO Grant\t\t31/03/22 revised 30/06/22\t
            2.3\tR2 – Share data\tTest the feed\tACO Grant\t\t31/03/2012\t
            Total: 6
            """))
        #expect(draft.findings.map(\.reference) == ["R1", "R2"])
        #expect(draft.actions.map { $0.due?.iso } == ["2022-03-31", nil, nil, nil, "2022-03-31", nil])
        #expect(draft.actions[0].revisedDue?.iso == "2022-06-30")
        #expect(draft.actions[2].owners == ["ACO Grant", "GM Shah", "Corporate comms"])
        #expect(draft.queries.map(\.code) == ["day-month-first", "day-impossible", "day-without-year", "day-two-dates", "year-doubtful"])
        #expect(draft.queries.map(\.suggestion) == ["2022-05-31", "2022-06-30", "2022-03-31", "2022-03-31", "2021-03-31"])
        #expect(draft.actions.map(\.dueWritten)[4] == "31/03/22 revised 30/06/22")
    }

    @Test func `actions without a column of findings stand under the headings between them`() throws {
        let draft = try planDraft(from: reading("""
            Ref\tAction\tAchievements\tOwner\tRAG
            Cause of concern 1: Too few premises are inspected
            E1.1\tRecruit inspectors\tSix in post\tAM Bell\tBlue
            E1.2\tWrite an inspection programme\tDraft\tAM Bell\tAmber
            Cause of concern 2: Risk information is out of date
            E2.1\tReplace the data terminals\tOrdered\tHead of ICT\tRed
            """))
        #expect(draft.findings.map(\.text) == ["Too few premises are inspected", "Risk information is out of date"])
        #expect(draft.findings.map(\.reference) == ["CoC-1", "CoC-2"])
        #expect(draft.actions.map(\.reference) == ["E1.1", "E1.2", "E2.1"])
        #expect(draft.actions.map(\.progress) == ["Six in post", "Draft", "Ordered"])
        #expect(draft.queries.isEmpty)
    }

    @Test func `actions under no finding at all are asked about once`() throws {
        let read = reading("Action;Who;When\nA\tB\tC", "Action\tWho\tWhen\nWrite a strategy\tGM Dale\t31/03/2022\nReview contracts\tEstates\t30/04/2022", title: "Estates plan")
        let draft = try planDraft(from: read)
        #expect(draft.findings.count == 1)
        #expect(draft.queries.map(\.code) == ["finding-not-named"])
        #expect(draft.queries.first?.suggestion == "Estates plan")
        let answered = try planDraft(from: read, answers: [draft.queries[0].key: "Tidy the estate"])
        #expect(answered.findings.map(\.text) == ["Tidy the estate"])
        #expect(answered.queries.isEmpty)
    }

    @Test func `a table cut in two by a page goes on in the next, without headings`() throws {
        let draft = try planDraft(from: reading(
            "Recommendation\tWhat we will do\tWho\tBy when\nGive inspectors authority\tWrite the delegation\tACO Ward\\nGM Cole\t31.03.22\n\tBrief duty officers on what it lets them do and\tGM Cole\t30.04.22",
            "\thow to record it.\t\t\nRecord why decisions are made\tAdd a field to the form\tICT/GM Cole\t30th April 2022"))
        #expect(draft.findings.count == 2)
        #expect(draft.actions.map(\.text)[1] == "Brief duty officers on what it lets them do and how to record it.")
        #expect(draft.actions.map(\.owners) == [["ACO Ward", "GM Cole"], ["GM Cole"], ["ICT", "GM Cole"]])
        #expect(draft.queries.isEmpty)
    }

    @Test func `a table for each cause of concern takes the line above its headings`() throws {
        let draft = try planDraft(from: reading(
            "Cause of concern 1 – Culture\t<\t<\nAction\tOwner\tTarget date\nSet up a board\tDCFO Hale\t31/01/24\nRun visits\tDCFO Hale & HR\tFeb 2024",
            "Cause of concern 2 – Risk\t<\t<\nAction\tOwner\tTarget date\nClear the backlog\tGM Cole\t28/02/24"))
        #expect(draft.findings.map(\.text) == ["Culture", "Risk"])
        #expect(draft.findings.map(\.actions.count) == [2, 1])
        #expect(draft.actions[1].due?.iso == "2024-02-29")
    }

    @Test func `findings given only by number take their words from another table`() throws {
        let draft = try planDraft(from: reading(
            "Rec\tFull recommendation\nR1\tThe service should publish its enforcement policy and give reasons\nR2\tThe service should set targets for its audits",
            "Recommendation\tAction\tOwner\tDue date\nR1\tPublish the policy\tGM Cole\t30/09/24\nR1\tAdd reasons to letters\tGM Cole & SM Frost\t30/11/24\nR2\tAgree targets\tSM Frost\tTBC"))
        #expect(draft.findings.map(\.reference) == ["R1", "R2"])
        #expect(draft.findings[1].fullText == "The service should set targets for its audits")
        #expect(draft.findings[0].actions.count == 2)
        #expect(draft.queries.map(\.code) == ["day-not-given"])
    }

    @Test func `a row that may go on is asked about and nothing is joined`() throws {
        let read = reading("Finding\tAction\tOwner\tDue\nNo plan for leavers\tWrite a plan for leavers\tHR\t31/03/2022\n\tAgree it with unions\t\t")
        let draft = try planDraft(from: read)
        #expect(draft.actions.count == 2)
        #expect(draft.queries.map(\.code) == ["row-may-continue"])
        let key = draft.queries[0].key
        #expect(try planDraft(from: read, answers: [key: "join"]).actions.map(\.text) == ["Write a plan for leavers Agree it with unions"])
        let apart = try planDraft(from: read, answers: [key: "separate"])
        #expect(apart.queries.map(\.code) == ["owner-missing", "day-not-given"])
    }

    @Test func `a plan without a column of actions acts on its findings`() throws {
        let draft = try planDraft(from: reading("Number\tRecommendation\tLead\tDeadline\tProgress\n1\tPublish the policy\tGM Cole\t30/09/2024\tWith legal\n2\tSet audit targets\tSM Frost\t31/10/2024\t"))
        #expect(draft.actions.map(\.text) == ["Publish the policy", "Set audit targets"])
        #expect(draft.actions.map(\.reference) == ["1.1", "2.1"])
        #expect(draft.notes.contains { $0.contains("no column of actions") })
    }

    @Test func `the copy of a plan on another sheet is left out`() throws {
        let text = "Finding\tAction\tOwner\tDue\nNo targets\tAgree targets for audits\tHR\t31/03/2022\nNo log\tKeep a log of decisions\tHR\t31/03/2022\nNo cover\tMap the rota for duty officers\tHR\t31/03/2022"
        let draft = try planDraft(from: reading(text, text, names: ["June", "May"]))
        #expect(draft.actions.count == 3)
        #expect(draft.notes.contains { $0.contains("repeats the actions of sheet “June”") })
    }

    @Test func `unusual documents are read or refused, and never stop the program`() throws {
        for text in ["", "\t", "Action\tOwner", "Action\tOwner\nx\t", "Recommendation\tAction\n\t\n", "Action\tAction\tOwner\tOwner\nDo this thing\tDo that thing\tA\tB", "Ref\tAction\tDue\n((((\t))))\t////\n1.\t-\t--"] {
            _ = try? planDraft(from: reading(text))
        }
        var random = SystemRandomNumberGenerator()
        let pieces = ["Action", "Recommendation", "Owner", "31/12/2021", "1.1", "", "and", "(", "/", "AM Brook", "Q3", "2022/23", "TBC", "•", "🟢", "\n", "A/", "’22", "99999999999999999999", "é"]
        for _ in 0..<100 {
            let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (0..<Int.random(in: 1...6, using: &random)).map { _ in Cell((pieces.randomElement(using: &random) ?? "") + (pieces.randomElement(using: &random) ?? "")) }
            }
            let header = ["Ref", "Recommendation", "Action", "Owner", "Due", "RAG"].map { Cell($0) }
            _ = try? planDraft(from: Reading(format: "text", sheets: [Sheet(place: "table 1", rows: [header] + rows)], paragraphs: rows.map { $0[0].text }))
        }
    }
}
