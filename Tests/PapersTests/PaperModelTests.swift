import Kernel
import People
import Storage
import Testing
@testable import Papers

/// Templates, plain text, and claims, decided without any database.
struct PaperModelTests {
    @Test func `a template is read line by line`() throws {
        let headings = try Heading.all(in: "# Background {background}\n\n# Legal \nNothing new.\nNothing old.\n\n# All of it { full-plan }\n")
        #expect(headings == [Heading("Background", .background), Heading("Legal", words: "Nothing new.\nNothing old."), Heading("All of it", .fullPlan)])
        #expect(try Heading.all(in: FoundingTemplate.text).map(\.content) == [.recommendations, .background, .updates, .words, .financial, .words, .workforce, .words, .fullPlan])
    }

    @Test(arguments: ["", "  \n", "words\n# Later", "# \n", "# Costs {money}", String(repeating: "# Heading\n", count: 41)])
    func `a template that can't be read is refused`(text: String) {
        #expect(throws: Refusal.self) { try Heading.all(in: text) }
    }

    @Test func `plain text is paragraphs, points and headings`() {
        let text = "First.\nStill first.\n\nLate:\n\n- One\n  goes on\n- Two\nAfter.\n\nOpen:"
        #expect(Prose.read(text) == [
            .paragraph("First.\nStill first."), .heading("Late"), .points(["One goes on", "Two"]), .paragraph("After."), .paragraph("Open:"),
        ])
        #expect(Prose.read("They are asked to:\n- note it.") == [.paragraph("They are asked to:"), .points(["note it."])])
        #expect(Prose.read("") == [])
    }

    // MARK: Claims

    @Test(arguments: [
        ("4 Webinars have taken place.", ["4 Webinars"]),
        ("Four webinars and 12 workshops were held; one more comes.", ["Four webinars", "12 workshops"]),
        ("7.6 new inspecting officers were recruited", ["7.6 new inspecting officers"]),
        ("In all 1,850 audits were agreed for 2025/26.", ["1,850 audits"]),
        ("On 28 February 2021 it had run for 18 months and 3 days.", []),
        ("See Appendix 1 and action 2.1, of 31 March.", []),
        ("2.1 Publish the rota: done.", []),
        ("It cost £31,000 and 40% of the time.", []),
        ("No actions are late.", ["No actions"]),
        ("C3.2 waits for 5.1.", []),
        ("Since 2024, 12 stations were visited in 2025.", ["12 stations"]),
    ])
    func `claims are numbers with what they count`(line: String, found: [String]) {
        #expect(Claim.all(in: line).map(\.words) == found)
    }

    private func check(_ line: String, persons: Int = 3, twice: Bool = false) throws -> [ClaimCheck] {
        let query = TellingQuery(from: Day(2026, 3, 31)!, to: Day(2026, 4, 15)!)
        let telling = PaperWorld.telling(.init(id: .init(1), kind: .team, name: "Data Team"), persons: persons, query)
        var records = ClaimRecords(twice ? [telling, telling] : [telling])
        return Claim.all(in: line).map { ClaimCheck.of($0, &records) }
    }

    @Test func `a number that the records give is agreed with or contradicted`() throws {
        #expect(try check("There are three persons.").map(\.verdict) == [.agrees])
        #expect(try check("There are four persons.").map(\.verdict) == [.contradicted])
        #expect(try check("There are four persons.")[0].findings.map(\.words) == ["3 persons were on record on 15 April 2026."])
        #expect(try check("There are 6 persons in both.", twice: true).map(\.verdict) == [.agrees])
        #expect(try check("One action is late, and 2 late actions were named.").map(\.verdict) == [.agrees, .contradicted])
    }

    @Test func `four webinars are contradicted by three that are recorded`() throws {
        let found = try check("4 webinars have taken place")[0]
        #expect(found.verdict == .contradicted)
        #expect(found.findings.map(\.words) == [
            "The records hold 3 milestones reached that each name a “webinar”.", "Milestone “First webinar held”, reached on 15 April 2026.",
            "Milestone “Second webinar held”, reached on 15 April 2026.", "Milestone “Third webinar held”, reached on 15 April 2026.",
        ])
        #expect(found.how == "Counted the milestones reached that name one “webinar”, of 4 milestones that do.")
        #expect(try check("Three webinars have taken place").map(\.verdict) == [.agrees])
    }

    @Test func `what somebody said bears a claim out, and nothing at all leaves it unanswered`() throws {
        #expect(try check("There were 33 delegates").map(\.verdict) == [.agrees])
        #expect(try check("There were 35 delegates").map(\.verdict) == [.contradicted])
        #expect(try check("Nine ponies were bought").map(\.verdict) == [.unanswered])
        #expect(try check("Nine ponies were bought")[0].question == "The paper says “Nine ponies”. Where is that recorded?")
    }

    @Test func `words are cut at phrases that stand alone`() {
        let (one, two) = (Telling.Place(["one"]), Telling.Place(["two"]))
        let pieces = Telling.pieces(of: "1 done, 11 done and 2.1 done; 1 done.", [.init("1 done", one), .init("11 done", two)])
        #expect(pieces.map(\.words) == ["1 done", ", ", "11 done", " and 2.1 done; 1 done."])
        #expect(pieces.map(\.place) == [one, nil, two, nil])
    }
}
