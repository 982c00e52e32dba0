import Kernel
import People
import Testing
@testable import Plans

/// Small plans, two days, and the sentences that a paper has of them.
struct PlanSentencesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var from = Day(2021, 5, 1)!
        var to = Day(2021, 5, 1)!
        var next: Day?
        var report: Telling.Report?
        var entered: Day?
        var change: @Sendable (inout PlanFacts) throws -> Void = { _ in }
        let part: Telling.Part
        /// Each is a whole line of the part.
        var has: [String] = []
        /// None of these is anywhere in the part.
        var hasNot: [String] = []

        var testDescription: String { name }
    }

    private static let may = Day(2021, 5, 1)!

    static let reports: [Case] = [
        Case(name: "a first report says that it is the first, and claims no report before it", report: .first, part: .summary,
             has: ["This is the first report on this plan.", "There is no change since 1 May 2021."], hasNot: ["last report"]),
        Case(name: "a later report says since when nothing changed", report: .last(may), part: .summary,
             has: ["There is no change since the last report, on 1 May 2021."], hasNot: ["first report"]),
        Case(name: "a report from another day than the last one does not speak of it", report: .last(Day(2021, 4, 1)!), part: .summary,
             has: ["There is no change since 1 May 2021."], hasNot: ["last report"]),
        Case(name: "the first report on a plan that came on record late tells all of it as added", to: Day(2021, 5, 3)!, report: .first, entered: Day(2021, 5, 2), part: .summary,
             has: ["This is the first report on this plan, which came on record on 2 May 2021.", "Since 1 May 2021, 5 items were added."], hasNot: ["no change"]),
        Case(name: "what is told as added says since when it was in the plan", to: Day(2021, 5, 3)!, report: .first, entered: Day(2021, 5, 2), part: .changed,
             has: ["1 Finding 1: gap, in the plan since 1 January 2021.", "1.1 Action 1: in the plan since 1 January 2021, due 31 March 2021."]),
        Case(name: "of a plan that came on record late nobody says that nothing changed before", to: Day(2021, 5, 3)!, entered: Day(2021, 5, 2), part: .summary,
             has: ["The plan came on record on 2 May 2021, so there is no record of a change since 1 May 2021."], hasNot: ["no change"]),
    ]

    private static func verified(_ facts: inout PlanFacts) {
        facts.plan.rules = .evidence
        facts.completions = [Completion(id: ID(1), plan: ID(1), action: ID(1), on: Day(2021, 2, 1)!, by: "operator")]
        facts.evidence = [Evidence(id: ID(1), plan: ID(1), action: ID(1), shows: "A photo", source: .link("https://northshire.example"), on: Day(2021, 2, 1)!, by: "operator")]
        facts.closing.acceptances = [Acceptance(
            id: ID(1), plan: ID(1), action: ID(1), completion: ID(1), on: Day(2021, 2, 3)!, lookedAt: "The rota", measure: ID(1), by: "person/2")]
        facts.measures = [SuccessMeasure(
            id: ID(1), plan: ID(1), action: ID(1), title: "Nights covered", unit: "per cent", polarity: .higher, threshold: Quantity("95")!, since: Day(2021, 1, 1)!)]
        facts.readings = [reading(1, "96", Day(2021, 2, 1)!), reading(2, "80", Day(2021, 4, 1)!), reading(3, "97", Day(2021, 5, 10)!)]
    }

    private static func reading(_ number: Int64, _ value: String, _ on: Day) -> MeasureReading {
        MeasureReading(id: ID(number), plan: ID(1), measure: ID(1), on: on, value: Quantity(value)!, by: "operator")
    }

    static let done: [Case] = [
        Case(name: "what was done long ago and stands as done again was not completed now", to: Day(2021, 5, 20)!, change: verified, part: .summary,
             hasNot: ["completed"]),
        Case(name: "a measure that holds again makes what was done stand as done again", to: Day(2021, 5, 20)!, change: verified, part: .reached,
             has: ["1.1 Action 1: stands as done again: its measure holds again."]),
        Case(name: "what was done and whose measure fell stands as done no more", from: Day(2021, 3, 1)!, to: Day(2021, 4, 5)!, change: verified, part: .changed,
             has: ["1.1 Action 1: stands as done no more: “Nights covered” was 80 per cent on 1 April 2021 and must be at least 95 per cent, verified on 3 February 2021."]),
        Case(name: "evidence that came later makes what was done stand as done", from: Day(2021, 2, 2)!, to: Day(2021, 2, 20)!, change: {
                 verified(&$0)
                 $0.evidence[0] = Evidence(
                     id: ID(1), plan: ID(1), action: ID(1), shows: "A photo", source: .link("https://northshire.example"), on: Day(2021, 2, 10)!, by: "operator")
             }, part: .reached, has: ["1.1 Action 1: stands as done: evidence shows it now."], hasNot: ["completed"]),
    ]

    private static func moved(_ facts: inout PlanFacts) {
        facts.updates = [PlanViewTests.update(1, of: 1, Day(2021, 4, 30)!, stated: .red)]
        facts.moves = [DateMove(
            id: ID(1), plan: ID(1), action: ID(1), kind: .move, from: Day(2021, 3, 31), to: Day(2021, 6, 20), because: "The supplier is late.", askedOn: Day(2021, 5, 2)!,
            askedBy: "person/1", decidedOn: Day(2021, 5, 3), decidedBy: "person/2", outcome: .agreed)]
    }

    static let promises: [Case] = [
        Case(name: "what is on track since its day was moved is told as moved", to: Day(2021, 5, 4)!, change: moved, part: .changed,
             has: ["1.1 Action 1: moved from 31 March 2021 to 20 June 2021, and with that day it is on track: The supplier is late."]),
        Case(name: "another day is no progress", to: Day(2021, 5, 4)!, change: moved, part: .reached, hasNot: ["on track"]),
        Case(name: "an owner who says worse than is computed is heard", to: Day(2021, 5, 4)!, next: Day(2021, 7, 1), change: moved, part: .next,
             has: ["1.1 Action 1: due on 20 June 2021, though its owner says red."]),
        Case(name: "what is left is told with its owner's doubt", to: Day(2021, 5, 4)!, change: moved, part: .left,
             has: ["1.1 Action 1: due on 20 June 2021, on track, though its owner says red."]),
    ]

    /// Two are said to be done, and evidence shows one of them.
    private static func bare(_ facts: inout PlanFacts) {
        verified(&facts)
        facts.completions.append(Completion(id: ID(2), plan: ID(1), action: ID(2), on: Day(2021, 2, 20)!, by: "operator"))
    }

    static let counts: [Case] = [
        Case(name: "what is said to be done and what is shown are one count", from: Day(2021, 2, 21)!, to: Day(2021, 3, 1)!, change: bare, part: .summary,
             has: ["On 1 March 2021 the plan had 3 actions: 1 done, 1 at risk and 1 not scheduled.",
                   "2 actions are said to be done: 1 of them is shown by evidence and nothing shows 1 of them yet."]),
        Case(name: "a measure that fell takes what was done out of the count", from: Day(2021, 2, 21)!, to: Day(2021, 4, 5)!, change: verified, part: .summary,
             has: ["1 action is said to be done: it does not stand as done."]),
        Case(name: "nothing is added where all that is said to be done stands as done", from: Day(2021, 2, 21)!, to: Day(2021, 3, 1)!, change: verified, part: .summary,
             hasNot: ["said to be done"]),
        Case(name: "what is said to be done is not left to deliver", from: Day(2021, 2, 21)!, to: Day(2021, 3, 1)!, change: bare, part: .left,
             has: ["2.3 Action 3: no day is agreed, not scheduled."], hasNot: ["1.1", "1.2"]),
        Case(name: "what nothing shows is named", from: Day(2021, 2, 21)!, to: Day(2021, 3, 1)!, change: bare, part: .closing,
             has: ["Said to be done, while no evidence shows it: 1.2."]),
        Case(name: "the end of a plan counts what is still to be done", from: Day(2021, 6, 1)!, to: Day(2021, 7, 1)!, change: bare, part: .summary,
             has: ["The plan’s period ended on 30 June 2021 with 1 action not done."]),
    ]

    private static func sponsored(_ facts: inout PlanFacts) {
        facts.parties = [ID(1): Party(id: ID(1), kind: .post, name: "Deputy Chief Fire Officer")]
        facts.plan.sponsor = ID(1)
    }

    static let words: [Case] = [
        Case(name: "a plan runs while it runs, and a post has its article", change: sponsored, part: .background,
             has: ["Review: It runs from 1 January 2021 to 30 June 2021 and answers 2 findings with 3 actions. The Deputy Chief Fire Officer sponsors it."]),
        Case(name: "what is over ran", to: Day(2021, 7, 1)!, part: .background,
             has: ["Review: It ran from 1 January 2021 to 30 June 2021 and answers 2 findings with 3 actions."]),
        Case(name: "what an owner expects on the day it is due is said once", next: Day(2021, 10, 1), change: {
                 $0.updates = [PlanViewTests.update(1, of: 2, Day(2021, 4, 30)!, forecast: Day(2021, 9, 30))]
             }, part: .next, has: ["1.2 Action 2: due on 30 September 2021, as its owner expects."]),
        Case(name: "another day than the one it is due is said beside it", next: Day(2021, 10, 1), change: {
                 $0.updates = [PlanViewTests.update(1, of: 2, Day(2021, 4, 30)!, forecast: Day(2021, 10, 30))]
             }, part: .next, has: ["1.2 Action 2: due on 30 September 2021; its owner expects 30 October 2021."]),
    ]

    private static func costing(_ facts: inout PlanFacts) {
        facts.needs = [
            Need(id: ID(1), plan: ID(1), action: ID(1), text: "An analyst", yearly: Hundredths(4_620_000), fte: Hundredths(100), from: Day(2021, 1, 1), through: Day(2021, 3, 31),
                 isFunded: true, since: Day(2021, 1, 1)!, by: "operator"),
            Need(id: ID(2), plan: ID(1), action: ID(2), text: "A trainer", yearly: Hundredths(3_000_000), isFunded: false, since: Day(2021, 1, 1)!, by: "operator"),
        ]
    }

    static let costs: [Case] = [
        Case(name: "a sum holds what is needed on the day, and what is over is told apart", change: costing, part: .money,
             has: ["On 1 May 2021, 1 action of Review needed £30,000 a year: none of it is funded yet.",
                   "By 1 May 2021, £46,200 a year was needed no more: the time for it had passed.",
                   "1.1 Action 1: £46,200 a year for “An analyst”, from 1 January 2021 to 31 March 2021, which is over."]),
        Case(name: "while it is needed it is in the sum", from: may.adding(days: -60), to: may.adding(days: -50), change: costing, part: .money,
             has: ["On 12 March 2021, 2 actions of Review needed £76,200 a year: £46,200 a year is funded and £30,000 a year is not yet."], hasNot: ["needed no more"]),
        Case(name: "where all is over no sum is left", change: costing, part: .people,
             has: ["By 1 May 2021, 1 FTE was needed no more: the time for it had passed."], hasNot: ["On 1 May 2021", "No staffing"]),
    ]

    @Test func `a finding says once how many of its actions are done`() throws {
        func reasons(_ day: Day, _ change: (inout PlanFacts) -> Void) throws -> [[String]] { PlanView(try PlanViewTests.facts(change), on: day).findings.map(\.standing.reasons) }
        let march = Day(2021, 3, 1)!
        #expect(try reasons(march, Self.verified) == [["1 of 2 actions done"], ["0 of 1 action done"]])
        #expect(try reasons(march, Self.bare) == [["2 of 2 actions said to be done, 1 of which stands as done", "not yet verified"], ["0 of 1 action done"]])
        #expect(try reasons(march) {
            Self.bare(&$0)
            ($0.evidence, $0.completions) = ([], [$0.completions[1]])
        } == [["1 of 2 actions said to be done, which does not stand as done"], ["0 of 1 action done"]])
        #expect(try reasons(march) {
            Self.bare(&$0)
            $0.plan.rules = .standard
        } == [["2 of 2 actions done", "not yet verified"], ["0 of 1 action done"]])
    }

    @Test func `the table of a paper says where an owner says worse than is computed`() throws {
        let telling = PlanAccount(try PlanViewTests.facts(Self.moved), from: Self.may, to: Day(2021, 5, 4)!).telling
        #expect(telling.items.map { $0.stands.why.hasSuffix("Its owner says red.") } == [true, false, false])
    }

    @Test(arguments: reports + done + promises + counts + words + costs)
    func `a paper has these sentences of a plan`(_ one: Case) throws {
        var facts = try PlanViewTests.facts()
        try one.change(&facts)
        let telling = PlanAccount(facts, from: one.from, to: one.to, next: one.next, report: one.report, entered: one.entered).telling
        let lines = telling.lines(one.part).map(\.words)
        for line in one.has { #expect(lines.contains(line), "\(lines)") }
        for words in one.hasNot { #expect(!lines.contains { $0.contains(words) }, "\(lines)") }
    }
}
