import Documents
import Kernel
import Testing
@testable import Plans

@Suite struct HeadingTests {
    @Test(arguments: [
        ("Recommendation", ColumnMap.Field.finding), ("Recommendations", .finding), ("Recommendation(s)", .finding), ("AFI", .finding),
        ("Area for Improvement", .finding), ("Areas for improvement (AFI)", .finding), ("Cause of concern", .finding), ("Gap identified", .finding),
        ("What HMICFRS said", .finding), ("HMICFRS Recommendation", .finding), ("Action", .action), ("Action(s)", .action), ("Actions required", .action),
        ("What we will do", .action), ("What will we do?", .action), ("Actions to address recommendation", .action), ("Task", .action), ("Our response", .action),
        ("Recommended actions", .action), ("HMICFRS action", .action), ("Owner", .owner), ("Action owner", .owner), ("Action Lead", .owner), ("Lead Officer", .owner),
        ("Responsible person", .owner), ("Who?", .owner), ("Accountable", .owner), ("SRO", .owner), ("Recommendation owner", .owner), ("By whom", .owner),
        ("By when", .due), ("Date due", .due), ("Action due date", .due), ("Target date", .due), ("Delivery Date", .due), ("Completion date", .due), ("Deadline", .due),
        ("Timescale(s)", .due), ("When", .due), ("Original due date", .due), ("Due date (dd/mm/yyyy)", .due), ("Revised due date", .revisedDue), ("Forecast completion date", .revisedDue),
        ("Start date", .startDate), ("Date completed", .completedOn), ("Date raised", .ignored), ("RAG", .status), ("BRAG rating", .status), ("Action status", .status),
        ("RAG\n(Red/Amber/Green)", .status), ("Progress status", .status), ("Complete?", .status), ("Ref", .reference), ("No.", .reference), ("#", .reference),
        ("Action ref", .actionReference), ("Action No.", .actionReference), ("HMICFRS ref", .findingReference), ("Recommendation number", .findingReference),
        ("Success measure", .successMeasure), ("Evidence of success", .successMeasure), ("KPI", .successMeasure), ("Outcome", .successMeasure),
        ("Progress update", .progress), ("Latest position", .progress), ("Comments", .progress), ("Achievements", .progress), ("Action taken to date", .progress),
        ("Theme", .section), ("Priority", .ignored), ("Joint lead", .jointOwner), ("Finish by", .due), ("Recommen-\ndation", .finding),
    ])
    func `a heading is known by its words`(written: String, field: ColumnMap.Field) {
        #expect(Heading(written).best == field)
    }

    @Test func `what stands beneath a heading settles what it means`() throws {
        let read = reading("Finding\tAction\tCompleted by\tTarget\tProgress\nGaps in cover\tRecruit more staff\tGM Dale\t31/03/2022\tAmber\nNo targets set\tSet some targets\tGM Dale\t30/06/2022\tGreen")
        let map = try #require(try planDraft(from: read).columns.first)
        #expect(map.fields == [.finding, .action, .owner, .due, .status])
    }

    @Test func `headings in two storeys are joined`() throws {
        let read = reading("Ref\tFinding\tDelivery\t<\t<\n\t\tAction\tLead\tTarget date\n1\tNo audit targets\tSet audit targets\tAM Brook\t31/03/2022")
        let draft = try planDraft(from: read)
        #expect(draft.columns.first?.fields == [.reference, .finding, .action, .owner, .due])
        #expect(draft.actions.map(\.text) == ["Set audit targets"])
    }

    @Test func `a row of the body is not taken for headings`() {
        let sheet = reading("1\tReview of the action plan\tAM Lead\tOngoing\n2\tDevelop the response model further\tOwner tbc\tStatus unclear").sheets[0]
        #expect(HeadingRows.find(in: sheet) == nil)
    }

    @Test func `a document without a plan's headings is refused with what was found`() {
        let read = reading("Name\tAge\nJane\t40")
        #expect(throws: (any Error).self) { try planDraft(from: read) }
        do { _ = try planDraft(from: read) } catch {
            #expect(error.code == "no-plan-table")
            #expect(error.sentence.contains("“Name”"))
        }
    }

    @Test func `the columns of a draft, given back as they are, change nothing`() throws {
        let read = reading("Plan for 2022\t<\t<\nFinding\tAction\tDue\nNo targets set\tSet some targets\t31/03/2022~00B050\n\tReport on them\t30/06/2022~FFC000", "No log kept\tKeep a log\t31/07/2022~FF0000")
        let draft = try planDraft(from: read)
        #expect(draft.actions.map(\.statedStatus) == ["green", "amber", "red"])
        #expect(try planDraft(from: read, columns: draft.columns) == draft)
    }

    @Test func `a person's columns overrule the headings`() throws {
        let read = reading("Alpha\tBeta\tGamma\nNo targets\tSet targets\tAM Brook")
        let map = ColumnMap(place: "table 1", headingRows: [1], headings: ["Alpha", "Beta", "Gamma"], fields: [.finding, .action, .owner])
        let draft = try planDraft(from: read, columns: [map])
        #expect(draft.findings.map(\.text) == ["No targets"])
        #expect(draft.actions.map(\.owners) == [["AM Brook"]])
    }
}
