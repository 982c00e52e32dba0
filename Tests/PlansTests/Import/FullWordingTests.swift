import Documents
import Testing
@testable import Plans

@Suite struct FullWordingTests {
    private let items = ListItem.all(in: [
        "1) Give every on-call station a named support officer from the wholetime staff.",
        "2) Set targets for the number of audits and report them each quarter.",
        "3) Bring the policy on enforcement up to date.",
    ])

    @Test func `the same words in another order are matched`() {
        let wording = FullWording(findings: [(nil, "Named support officer for every on-call station")], items: items)
        #expect(wording.matches[0]?.item.reference == "1")
        #expect(wording.matches[0]?.isDoubtful == false)
    }

    @Test func `what words can't match is matched by its place beside the others, and asked about`() throws {
        let wording = FullWording(findings: [(nil, "Named support officer for every on-call station"), (nil, "Set targets for audits"), (nil, "Powers")], items: items)
        let last = try #require(wording.matches[2])
        #expect(last.item.reference == "3")
        #expect(last.isDoubtful)
        #expect(last.confidence < 0.5)
    }

    @Test func `bullets are a list of findings too`() {
        let bullets = ListItem.all(in: ["• The service should take steps to reduce the number of temporary promotions across all departments.", "• The service should publish its results."])
        #expect(FullWording(findings: [(nil, "Reduce temporary promotions")], items: bullets).matches[0]?.item == bullets[0])
    }

    @Test func `a workbook gives the full wording in rows above its table`() throws {
        let draft = try planDraft(from: reading("""
            Prevention plan\t\t\t
            1) Keep a register of partners which says what each gives and gains\t\t\t
            2) Adopt one form for referrals and train those who use it\t\t\t
            Recommendation\tAction\tOwner\tDue
            Keep a register of partners\tSet it up\tSM Frost\t31/03/2024
            Adopt one form for referrals\tDesign it\tSM Frost\t30/06/2024
            """, names: ["Plan"]))
        #expect(draft.findings.map(\.reference) == ["1", "2"])
        #expect(draft.findings[1].fullText == "Adopt one form for referrals and train those who use it")
        #expect(draft.title == "Prevention plan")
    }

    @Test func `the title is not the service's name, and is the file's where the document has none`() throws {
        let table = "Finding\tAction\tOwner\tDue\nNo rota\tMake a rota\tGM Moss\t31/03/2024"
        #expect(try planDraft(from: reading("Anyshire FRS\t\t\t\nCover plan\t\t\t\n" + table)).title == "Cover plan")
        var plain = reading(table)
        plain.fileName = "night_cover_plan.csv"
        #expect(try planDraft(from: plain).title == "Night cover plan")
    }
}
