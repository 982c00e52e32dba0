import Kernel
import Testing
@testable import Plans

/// The standing of an action, by tables: what is so on 15 March 2021, and what the rules say of it.
struct StandingTests {
    static let day = Day(2021, 3, 15)!
    static let begins = Day(2021, 1, 1)!

    static func update(_ daysAgo: Int, forecast: Day? = nil) -> ProgressUpdate {
        ProgressUpdate(
            id: ID(1), plan: ID(1), action: ID(1), asOf: day.adding(days: -daysAgo), narrative: "x", forecast: forecast, by: "operator")
    }

    static func milestones(reached: Int, of count: Int, due: Day? = nil) -> [Milestone] {
        (0..<count).map {
            Milestone(id: ID(Int64($0)), plan: ID(1), action: ID(1), text: "step \($0)", due: due,
                      reachedOn: $0 < reached ? begins : nil, place: $0, since: begins)
        }
    }

    static func now(
        due: Int?, done: Int? = nil, milestones: [Milestone] = [], update: ProgressUpdate? = nil, begins: Day = begins, written: String? = nil, shown: Int = 0
    ) -> Circumstances {
        Circumstances(
            day: day, due: due.map { day.adding(days: $0) }, dueWritten: written, begins: begins,
            doneOn: done.map { day.adding(days: $0) }, milestones: milestones, lastUpdate: update, shown: shown)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let now: Circumstances
        let sentence: String
        var testDescription: String { name }
    }

    static let standard = [
        Case(name: "near, with a milestone open and a stale update",
             now: now(due: 12, milestones: milestones(reached: 1, of: 3), update: update(41)),
             sentence: "Amber: due in 12 days, 2 milestones still to be reached so near its day, an update is expected every 30 days so near its day, 1 of 3 milestones reached, last update 41 days ago."),
        Case(name: "near, all milestones reached and updated lately",
             now: now(due: 12, milestones: milestones(reached: 3, of: 3), update: update(9)),
             sentence: "Green: due in 12 days, 3 of 3 milestones reached, last update 9 days ago."),
        Case(name: "near, with no milestones and no update", now: now(due: 30), 
             sentence: "Amber: due in 30 days, an update is expected every 60 days, no update yet."),
        Case(name: "far off and updated lately", now: now(due: 77, update: update(1)), sentence: "Green: due in 77 days, last update 1 day ago."),
        Case(name: "due that day", now: now(due: 0, update: update(0)), sentence: "Green: due today, updated today."),
        Case(name: "a day late", now: now(due: -1, update: update(3)),
             sentence: "Red: 1 day past its due day and not recorded as done, last update 3 days ago."),
        Case(name: "forecast later than due", now: now(due: 50, update: update(3, forecast: day.adding(days: 60))),
             sentence: "Amber: due in 50 days, its owner expects 14 May 2021, 10 days late, last update 3 days ago."),
        Case(name: "a milestone missed", now: now(due: 90, milestones: milestones(reached: 0, of: 1, due: begins), update: update(2)),
             sentence: "Amber: due in 90 days, milestone “step 0” was due on 1 January 2021, 0 of 1 milestone reached, last update 2 days ago."),
        Case(name: "nobody has said anything for long", now: now(due: 200, update: update(61)),
             sentence: "Amber: due in 200 days, an update is expected every 60 days, last update 61 days ago."),
        Case(name: "done early", now: now(due: 10, done: -2), sentence: "Blue: done on 13 March 2021, 12 days early."),
        Case(name: "done late", now: now(due: -10, done: -9), sentence: "Blue: done on 6 March 2021, 1 day late."),
        Case(name: "no day agreed", now: now(due: nil, update: update(2), written: "Ongoing"),
             sentence: "Grey: no due day is agreed (“Ongoing” was written), last update 2 days ago."),
        Case(name: "not begun", now: now(due: 100, begins: day.adding(days: 10)),
             sentence: "Grey: not begun: the plan runs from 25 March 2021, due in 100 days."),
    ]

    @Test(arguments: standard)
    func `the standard rules give a colour and their reasons`(_ one: Case) {
        #expect(RuleSet.named(.standard).standing(in: one.now).sentence == one.sentence)
    }

    /// Which sentence of the set decides.
    static let deciding: [(RuleSet.Name, Circumstances, String)] = [
        (.standard, now(due: 12, done: -2), "Its owner has recorded it as done by the day shown."),
        (.evidence, now(due: 12, done: -2), "Its owner has recorded it as done by the day shown, and no evidence that holds on that day shows it."),
        (.evidence, now(due: 12, done: -2, shown: 1), "Its owner has recorded it as done by the day shown."),
        (.evidence, now(due: 12, update: update(1), shown: 1), "None of these."),
        (.standard, now(due: nil), "No due day is agreed."),
        (.standard, now(due: 100, begins: day.adding(days: 10)), "The plan has not begun, and its due day has not passed."),
        (.standard, now(due: -1, begins: day.adding(days: 10)), "Its due day has passed and it is not recorded as done."),
        (.monthOfGrace, now(due: -32), "Its due day passed more than 31 days ago and it is not recorded as done."),
        (.monthOfGrace, now(due: -31), "Its due day passed within the last 31 days."),
        (.standard, now(due: 50, update: update(3, forecast: day.adding(days: 60))), "Its owner’s latest forecast is later than its due day."),
        (.standard, now(due: 90, milestones: milestones(reached: 0, of: 1, due: begins), update: update(2)),
         "A milestone’s own day has passed and the milestone is not reached."),
        (.standard, now(due: 30, milestones: milestones(reached: 0, of: 1), update: update(2)),
         "It is due within 30 days and has a milestone not reached, or no update within 30 days."),
        (.standard, now(due: 200, update: update(61)), "Nobody has updated it for more than 60 days."),
        (.standard, now(due: 200, update: update(60)), "None of these."), (.datesOnly, now(due: 1), "None of these."),
    ]

    @Test(arguments: deciding.indices)
    func `the rule that a page prints is the one that decides`(_ index: Int) throws {
        let (name, now, sentence) = Self.deciding[index]
        let set = RuleSet.named(name)
        let rule = try #require(set.rules.first { $0.fits(now) != nil })
        #expect(rule.sentence == sentence)
        #expect(set.standing(in: now).colour == rule.colour)
    }

    @Test func `each rule of a set decides in some case`() {
        for name in RuleSet.Name.allCases where name != .datesOnly {
            let told = Set(Self.deciding.map(\.2))
            #expect(RuleSet.named(name).rules.allSatisfy { told.contains($0.sentence) })
        }
    }

    @Test func `what is said to be done is amber until something shows it, and says only that`() {
        let rules = RuleSet.named(.evidence)
        let late = Self.now(due: -90, done: -80, milestones: Self.milestones(reached: 0, of: 2, due: Self.begins), update: Self.update(100))
        #expect(rules.standing(in: late).sentence == "Amber: said to be done, nothing shows it, done on 25 December 2020, 10 days late.")
        #expect(rules.standing(in: Self.now(due: 10, done: -2, shown: 1)).sentence == "Blue: done on 13 March 2021, 12 days early.")
        for one in Self.standard where one.now.doneOn == nil {
            #expect(rules.standing(in: one.now).sentence == one.sentence, "what is open stands as it did")
        }
        #expect(RuleSet.Name.usual == .evidence)
    }

    @Test func `dates alone look at nothing but dates`() {
        let rules = RuleSet.named(.datesOnly)
        #expect(rules.standing(in: Self.now(due: 1, milestones: Self.milestones(reached: 0, of: 2))).colour == .green)
        #expect(rules.standing(in: Self.now(due: -1)).colour == .red)
    }

    @Test(arguments: [(-31, Colour.amber), (-32, .red), (-1, .amber)])
    func `a month of grace is amber before it is red`(due: Int, colour: Colour) {
        #expect(RuleSet.named(.monthOfGrace).standing(in: Self.now(due: due, update: Self.update(1))).colour == colour)
    }

    @Test func `a standing can only become worse as days pass with nothing done`() {
        let rules = RuleSet.named(.standard)
        for due in stride(from: 0, through: 200, by: 7) {
            var last = Colour.green
            for day in 0...260 {
                let now = Circumstances(
                    day: Self.begins.adding(days: day), due: Self.begins.adding(days: due), begins: Self.begins,
                    lastUpdate: ProgressUpdate(id: ID(1), plan: ID(1), action: ID(1), asOf: Self.begins, narrative: "x", by: "operator"))
                let colour = rules.standing(in: now).colour
                #expect(colour.urgency <= last.urgency)
                last = colour
            }
        }
    }
}
