import Kernel
import Testing
@testable import Papers

/// What a person claims, held against a culture plan's records between 20 October and 20 November 2026.
struct ClaimTests {
    struct Case: CustomTestStringConvertible {
        let line: String
        let verdicts: [ClaimCheck.Verdict]
        var testDescription: String { line }

        init(_ line: String, _ verdicts: ClaimCheck.Verdict...) { (self.line, self.verdicts) = (line, verdicts) }
    }

    @Test(arguments: [
        // What the records count.
        Case("The plan has 10 actions.", .agrees),
        Case("6 actions are done.", .agrees),
        Case("6 of 10 actions are done.", .agrees, .agrees),
        Case("6 of 12 actions are done.", .agrees, .contradicted),
        Case("Seven actions are done.", .contradicted),
        Case("6 actions are not done.", .contradicted),
        Case("4 actions are not done.", .agrees),
        Case("Four actions have not been completed.", .agrees),
        Case("6 actions are not late.", .unanswered),
        Case("No actions are late.", .contradicted),
        Case("None of the 6 actions is done.", .contradicted),
        // A part may be smaller than the whole, and never larger.
        Case("Two actions were discussed with the union.", .unanswered),
        Case("Two late actions wait for the union.", .contradicted),
        Case("One late action waits for the union.", .unanswered),
        Case("6 action points were raised.", .unanswered),
        Case("6 new recruits joined.", .unanswered),
        Case("Nine actions will be done by the spring.", .unanswered),
        Case("Nine actions were completed in March 2025.", .unanswered),
        // What milestones name.
        Case("Four webinars on neurodiversity have taken place.", .contradicted),
        Case("4 webinars have taken place", .contradicted),
        Case("Three webinars on neurodiversity have taken place.", .agrees),
        Case("Two webinars on neurodiversity were about dyslexia and autism.", .agrees),
        Case("Two webinars have taken place.", .contradicted),
        Case("Four webinars on neurodiversity will take place.", .agrees),
        Case("Three webinars on pensions have taken place.", .unanswered),
        Case("Three webinars have not taken place.", .unanswered),
        Case("No webinars have taken place.", .contradicted),
        // What was said, in the paper's time and of the same thing.
        Case("40 people have agreed adjustments.", .contradicted),
        Case("40 people joined the choir.", .unanswered),
        Case("A record of agreed adjustments for everybody who wants one; 31 people have theirs.", .agrees),
        Case("A record of agreed adjustments for everybody who wants one; 40 people have theirs.", .contradicted),
        Case("Training in speaking up, which has reached seven of 32 watches.", .agrees, .agrees),
        Case("Training in speaking up has reached nine of 32 watches.", .contradicted, .agrees),
        Case("We trained 9 officers in fire engineering.", .unanswered),
        Case("There were 84 people in the third webinar.", .unanswered),
        Case("So far 62 crew and watch managers have begun the leadership programme.", .agrees),
        Case("Nine ponies were bought.", .unanswered),
        // What nothing counts, and nobody claims.
        Case("This report has no legal implications of its own."),
        Case("There is no change since the last report, and no financial implications."),
        // Money.
        Case("The licences for e-learning cost £5,400.", .agrees),
        Case("The licences for e-learning cost £7,000.", .contradicted),
        Case("We spent £5,400 on lunches.", .unanswered),
        Case("It cost £31,000.", .unanswered),
        Case("The actions of the plan need £6,900 once in all.", .agrees),
    ])
    func `a sentence is held against the records`(_ one: Case) {
        #expect(checks(one.line).map(\.verdict) == one.verdicts, "\(checks(one.line).map { ($0.claim.words, $0.findings.map(\.words), $0.how) })")
    }

    @Test func `four webinars are contradicted by three that are recorded, with the working`() throws {
        let found = try #require(checks("Four webinars on neurodiversity have taken place.").first)
        #expect(found.findings.map(\.words) == [
            "The records hold 3 milestones reached that each name a “webinar”.", "Milestone “Webinar held: what neurodiversity is”, reached on 18 June 2026.",
            "Milestone “Webinar held: dyslexia”, reached on 16 July 2026.", "Milestone “Webinar held: autism”, reached on 17 September 2026.",
        ])
        #expect(found.how == "Counted the milestones reached that name one “webinar”, of 4 milestones that do.")
        #expect(found.evidence.map(\.words) == ["Evidence for C4.1: The recordings, with captions, last looked at on 1 November 2026."])
    }

    @Test func `what comes near is shown as what it may be`() throws {
        let found = try #require(checks("We trained 9 officers in fire engineering.").first)
        #expect(found.findings.map(\.words) == ["Perhaps this: On 3 March 2024, the update said: “A draft rota for 9 officers is out.”"])
        #expect(checks("Nine ponies were bought.").first?.findings == [])
        #expect(checks("Nine ponies were bought.").first?.question == "The paper says “Nine ponies”. Where is that recorded?")
    }

    @Test func `people with adjustments are not the people of a webinar`() throws {
        let found = try #require(checks("40 people have agreed adjustments.").first)
        #expect(found.findings.map(\.words) == ["On 21 October 2026, the update said: “Thirty-one people have a record of adjustments. Line managers want an hour’s briefing first.”"])
        #expect(checks("There were 12 people in the third webinar.").map(\.verdict) == [.unanswered])
        #expect(checks("There were 12 people in the fourth webinar.").map(\.verdict) == [.contradicted])
    }

    @Test func `what shows a number is listed piece by piece, and what nothing shows is named`() throws {
        let found = try #require(checks("6 actions are done.").first)
        #expect(found.evidence.map(\.words) == ["Evidence for C4.1: The recordings, with captions, last looked at on 1 November 2026.", "No evidence: C4.2."])
        #expect(found.evidence.allSatisfy { !$0.cites.isEmpty })
    }

    @Test func `claims of several plans are held against each and against all together`() {
        let twice = [ClaimTests.telling, ClaimTests.telling]
        #expect(checks("The plans have 20 actions.", twice).map(\.verdict) == [.agrees])
        #expect(checks("12 actions are done.", twice).map(\.verdict) == [.agrees])
        #expect(checks("13 actions are done.", twice).map(\.verdict) == [.contradicted])
    }

    @Test(arguments: [
        ("All actions are done.", "All actions are done", ClaimCheck.Verdict.contradicted), ("Every action is completed.", "Every action is completed", .contradicted),
        ("Each of the actions is late!", "Each of the actions is late", .contradicted), ("Nothing is late.", "Nothing is late", .contradicted),
        ("None of the actions is late.", "None of the actions is late", .contradicted), ("None of our actions is new.", "None of our actions is new", .agrees),
    ])
    func `what is said of all or of none is held against the records`(sentence: String, words: String, verdict: ClaimCheck.Verdict) {
        let claims = SweepingClaims([ClaimTests.telling]).all(in: sentence)
        #expect(claims.map(\.words) == [words])
        let records = ClaimRecords([ClaimTests.telling], of: claims)
        #expect(claims.compactMap { ClaimCheck.of($0, records)?.verdict } == [verdict])
    }

    @Test(arguments: ["Not all actions are done.", "Nearly every action is done.", "All watches were trained.", "Above all, staff want to know.", "Nothing else was said.", "Every effort is made."])
    func `what is not said of all that the records count is no claim`(sentence: String) {
        #expect(SweepingClaims([ClaimTests.telling]).all(in: sentence).isEmpty)
    }

    @Test(arguments: [("training", "trained"), ("agreed", "agree"), ("policies", "policy"), ("reached", "reach"), ("completion", "completed"), ("planned", "plan")])
    func `words of one stem are the same`(one: String, other: String) { #expect(ClaimWords.stem(one) == ClaimWords.stem(other)) }

    @Test func `sentences end where the next begins`() {
        #expect(ClaimWords.sentences("On 3 May 2.1 was done. 40 people came, e.g. officers. So it is.") == ["On 3 May 2.1 was done.", "40 people came, e.g. officers.", "So it is."])
        #expect(ClaimWords.sentences("") == [])
    }

    private func checks(_ line: String, _ tellings: [Telling] = [ClaimTests.telling]) -> [ClaimCheck] {
        let claims = ClaimWords.sentences(line).flatMap(Claim.all)
        let records = ClaimRecords(tellings, of: claims)
        return claims.compactMap { ClaimCheck.of($0, records) }
    }

    // MARK: The records

    private static let place = Telling.Place(["plans", "culture"])
    private static func place(_ reference: String) -> Telling.Place { Telling.Place(["plans", "culture", "actions", reference]) }
    private static let to = Day(2026, 11, 20)!

    static let telling: Telling = {
        func count(_ number: Int, _ qualities: [String], _ words: String, behind: [Subject] = []) -> Telling.Count {
            Telling.Count(number, "action", qualities, "\(counted(number, "action")) \(words)", behind: behind, at: place)
        }
        let actions = [(1, "C4.1", "Hold a series of webinars on neurodiversity that all staff can join"), (2, "C4.2", "Give every member of staff who wants one a record of agreed adjustments"),
                       (3, "C5.1", "Train everybody in speaking up and in hearing it"), (4, "C2.1", "Run a leadership programme for crew and watch managers")]
        func mention(_ number: Int64, _ noun: String, _ kind: Telling.Mention.Kind, _ words: String, _ on: Day?, _ action: String) -> Telling.Mention {
            Telling.Mention(Subject(kind: noun, number: number), noun, kind, words, on: on, at: place(action))
        }
        let done = ["done", "completed"]
        return Telling(
            subject: Subject(kind: "plan", number: 1), title: "Culture plan", address: place, from: Day(2026, 10, 20)!, to: to, isUnchanged: false, passages: [],
            counts: [
                count(10, [], "were in the plan"), count(6, done, "were done in all", behind: [Subject(kind: "action", number: 1), Subject(kind: "action", number: 2)]),
                count(1, ["late"], "was late"), count(4, ["left"] + done.map { "not \($0)" }, "were not done"), count(0, ["new", "added"], "were added"),
            ],
            mentions: [
                mention(1, "milestone", .happened, "Webinar held: what neurodiversity is", Day(2026, 6, 18), "C4.1"),
                mention(2, "milestone", .happened, "Webinar held: dyslexia", Day(2026, 7, 16), "C4.1"),
                mention(3, "milestone", .happened, "Webinar held: autism", Day(2026, 9, 17), "C4.1"),
                mention(4, "milestone", .open, "Webinar held: attention and ADHD", Day(2026, 10, 22), "C4.1"),
                mention(5, "update", .said, "The third webinar had 84 people in it.", Day(2026, 9, 18), "C4.1"),
                mention(6, "update", .said, "Twenty-two people have a record.", Day(2026, 9, 28), "C4.2"),
                mention(7, "update", .said, "Thirty-one people have a record of adjustments. Line managers want an hour’s briefing first.", Day(2026, 10, 21), "C4.2"),
                mention(8, "update", .said, "Taught on seven of 32 watches. The trainers are two fewer than planned.", Day(2026, 11, 9), "C5.1"),
                mention(14, "update", .said, "The fourth webinar had 96 people in it.", Day(2026, 11, 2), "C4.1"),
                mention(9, "update", .said, "A draft rota for 9 officers is out.", Day(2024, 3, 3), "C5.1"),
                mention(10, "completion", .said, "Six cohorts have begun and four have finished: 62 crew and watch managers in all.", Day(2026, 10, 30), "C2.1"),
                mention(11, "cost", .said, "£5,400 once for C5.1: Licences for e-learning", to, "C5.1"),
                mention(12, "cost", .said, "£6,900 once in all is needed for the actions of the plan", to, "C5.1"),
                mention(13, "evidence", .shown, "The recordings, with captions", Day(2026, 11, 1), "C4.1"),
            ],
            groups: [Telling.Group(
                reference: "C", words: "Culture", kind: "Recommendation", stands: Telling.Stand("green", "On track", why: ""),
                items: actions.map { number, reference, words in
                    Telling.Item(
                        subject: Subject(kind: "action", number: Int64(number)), reference: reference, words: words, owners: [], from: Day(2026, 1, 1)!, due: nil, firstDue: nil,
                        dueWritten: nil, forecast: nil, doneOn: nil, stands: Telling.Stand("green", "On track", why: ""), said: nil, saidOn: nil, at: place(reference))
                })])
    }()
}

/// What is asked of a whole paper.
struct RehearsalTests {
    private let telling = ClaimTests.telling

    private func section(_ number: Int64, _ content: Content, standing: String = "", words: String? = nil, seen: String? = nil, isLeftOut: Bool = false) -> Section {
        Section(id: ID(number), paper: ID(1), place: Int(number), heading: "S\(number)", content: content, standing: standing, words: words, seen: seen, isLeftOut: isLeftOut)
    }

    private func rehearsal(_ sections: [Section], _ summary: String = "On that day 9 actions were done. No change was made.") -> Rehearsal {
        let told = Telling(
            subject: telling.subject, title: telling.title, address: telling.address, from: telling.from, to: telling.to, isUnchanged: false,
            passages: [.init(.background, [.init(summary), .init("C1 Talk: 7 actions were done.", isPoint: true)])], counts: telling.counts, mentions: telling.mentions, groups: telling.groups)
        let paper = Paper(
            id: ID(1), reference: Reference(checking: "p")!, title: "P", board: Subject(kind: "board", number: 1), template: ID(1), covers: [telling.subject], from: telling.from, to: telling.to,
            begunOn: telling.to, author: "person/1")
        return Rehearsal(sections, Sources(paper: paper, board: "Board", meeting: nil, tellings: [told]))
    }

    @Test func `what the records wrote is not asked about`() {
        let own = rehearsal([section(1, .background)])
        #expect(own.claims.isEmpty && own.openCount == 0)
        // Nor is a sentence that the author left as it was, among others.
        let mixed = rehearsal([section(1, .background, words: "On that day 9 actions were done. 8 actions are done.\n\n- C1 Talk: 7 actions were done.", seen: own.claims.isEmpty ? "" : nil)])
        #expect(mixed.claims.map(\.check.claim.words) == ["8 actions"])
        #expect(mixed.contradicted.count == 1)
        // Nor what the records said when the author wrote, though they have moved: the section says that it is overtaken.
        let moved = rehearsal([section(1, .background, words: "5 actions were done then.", seen: "5 actions were done then.")])
        #expect(moved.claims.isEmpty && moved.overtaken.count == 1 && moved.openCount == 1)
    }

    @Test func `what only the template says is one question, until somebody says so or leaves it out`() {
        let words = "There are no other risks to report. There are 3 ponies."
        #expect(rehearsal([section(1, .words, standing: words), section(2, .words)]).unsaid.map(\.id.number) == [1, 2], "a heading over nothing says nothing")
        #expect(rehearsal([section(1, .words, standing: words)]).openCount == 1)
        #expect(rehearsal([section(1, .words, standing: words)]).claims.isEmpty)
        let said = rehearsal([section(1, .words, standing: words, words: words, seen: words)])
        #expect(said.unsaid.isEmpty && said.claims.map(\.check.claim.words) == ["3 ponies"])
        #expect(rehearsal([section(1, .words, standing: words, isLeftOut: true)]).openCount == 0)
        #expect(rehearsal([section(1, .recommendations, standing: "Please note it.")]).openCount == 0)
    }
}
