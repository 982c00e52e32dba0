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
        #expect(Prose.read("– One\n• Two\n* Three\n-  Four") == [.points(["One", "Two", "Three", "Four"])])
        #expect(Prose.read("-word\n--\n-\n— dash") == [.paragraph("-word\n--\n-\n— dash")])
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
        ("It cost £31,000 and 40% of the time.", ["£31,000"]),
        ("The coaches cost £1.2 million, or £18k a month, or £5,400.50.", ["£1.2 million", "£18k", "£5,400.50"]),
        ("Thirty-one people and eighty-four visitors came.", ["Thirty-one people", "eighty-four visitors"]),
        ("Seven of 32 watches were taught.", ["Seven of 32 watches", "32 watches"]),
        ("So 62 crew and watch managers have begun.", ["62 crew and watch managers"]),
        ("40 people have no record.", ["40 people", "no record"]),
        ("10 actions due soon", ["10 actions"]),
        ("No actions are late.", ["No actions"]),
        ("C3.2 waits for 5.1.", []),
        ("Since 2024, 12 stations were visited in 2025.", ["12 stations"]),
    ])
    func `claims are numbers with what they count`(line: String, found: [String]) {
        #expect(Claim.all(in: line).map(\.words) == found)
    }

    @Test func `words are cut at phrases that stand alone`() {
        let (one, two) = (Telling.Place(["one"]), Telling.Place(["two"]))
        let pieces = Telling.pieces(of: "1 done, 11 done and 2.1 done; 1 done.", [.init("1 done", one), .init("11 done", two)])
        #expect(pieces.map(\.words) == ["1 done", ", ", "11 done", " and 2.1 done; 1 done."])
        #expect(pieces.map(\.place) == [one, nil, two, nil])
    }
}
