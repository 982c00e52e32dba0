@testable import Reviews
import Kernel
import Testing

struct ReviewModelTests {
    private func concern(
        issued: Day = Day(2023, 9, 13)!, kind: Concern.Kind = .causeOfConcern, fixed: Day? = nil
    ) -> Concern {
        Concern(id: ID(1), review: ID(1), kind: kind, words: "It falls short", issuedOn: issued, fixedDue: fixed, fixedBy: fixed.map { _ in "HMICFRS, 20 September 2023" })
    }

    /// The first two are what Surrey and Warwickshire did; the rest are the days around the last one.
    @Test(arguments: [
        (Day(2023, 10, 11)!, Day(2023, 11, 1)!, "Submitted on day 28"), (Day(2023, 10, 6)!, Day(2023, 11, 1)!, "Submitted on day 23"),
        (Day(2023, 10, 12)!, Day(2023, 11, 1)!, "Submitted on day 29, 1 day late"), (nil, Day(2023, 9, 13)!, "Due in 28 days"),
        (nil, Day(2023, 10, 10)!, "Due in 1 day"), (nil, Day(2023, 10, 11)!, "Due today"), (nil, Day(2023, 10, 12)!, "Overdue by 1 day"),
        (nil, Day(2023, 11, 10)!, "Overdue by 30 days"),
    ])
    func `a plan is wanted 28 days after a cause of concern is issued`(_ submitted: Day?, _ today: Day, _ words: String) throws {
        let deadline = try #require(Deadline(of: concern()))
        #expect(deadline.day == Day(2023, 10, 11)!)
        #expect(deadline.reason.hasPrefix("28 days from issue"))
        #expect(deadline.standing(of: concern(), submitted: submitted, on: today).words == words)
    }

    @Test func `a letter fixes another day, and then that day counts`() throws {
        let one = concern(fixed: Day(2023, 10, 31)!)
        let deadline = try #require(Deadline(of: one))
        #expect(deadline.day == Day(2023, 10, 31)! && deadline.reason == "Fixed by letter: HMICFRS, 20 September 2023")
        #expect(deadline.standing(of: one, submitted: Day(2023, 10, 20)!, on: Day(2023, 11, 1)!).words == "Submitted on day 37")
    }

    @Test func `no day is made up where no rule is known`() {
        #expect(Deadline(of: concern(issued: Day(2023, 9, 12)!)) == nil, "the rule is seen from 13 September 2023 on")
        #expect(Deadline(of: concern(kind: .areaForImprovement)) == nil)
        #expect(Deadline(of: concern(issued: Day(2022, 1, 1)!, fixed: Day(2022, 2, 1)!))?.day == Day(2022, 2, 1)!)
    }

    @Test func `each round asks eleven questions, and a fifth grade came with Round 3`() {
        #expect(InspectionRound.all.map(\.questions.count) == [11, 11, 11])
        #expect(InspectionRound.all.map(\.grades.count) == [4, 4, 5])
        #expect(Set(InspectionRound.all.map { Set($0.questions.map(\.code)) }).count == 1, "judgments can be compared from round to round")
        #expect(InspectionRound.all.compactMap { $0.question("major-incidents")?.words } == [
            "Responding to national risks", "Responding to national risks", "Responding to major and multi-agency incidents",
        ])
        #expect(InspectionRound.all.allSatisfy { !$0.source.isEmpty })
        #expect(Grade.allCases.sorted() == [.inadequate, .requiresImprovement, .adequate, .good, .outstanding])
    }

    @Test(arguments: [("2026-06-10", "2026-06-10"), ("2026-06-10 to 2026-06-12", "2026-06-10/2026-06-12"), ("2026-06-10/2026-06-12", "2026-06-10/2026-06-12"),
                      ("2026-06-12/2026-06-10", nil), ("June", nil), ("", nil), ("2026-06-10/", nil), ("2026-06-10/2026-06-11/2026-06-12", nil)])
    func `the days of a visit are read as people write them`(_ written: String, _ kept: String?) {
        #expect(VisitDays(rawValue: written)?.rawValue == kept)
    }

    @Test func `a form says all that is wrong with it at once`() {
        var fields = Fields([
            "kind": ["peer-review"], "round": ["round-3"], "commissioned-on": ["2026-03-01"], "reported-on": ["2026-02-01"], "visits": ["2026-02-10\nsoon"],
        ])
        _ = NewReview(reading: &fields)
        #expect(Set(fields.errors.map(\.name)) == ["title", "reviewer", "scope", "round", "reported-on", "visits"])
        var other = Fields(["kind": ["area-for-improvement"], "words": ["X"], "issued-on": ["2026-03-01"], "accelerated": ["yes"], "fixed-due": ["2026-02-01"]])
        _ = NewConcern(reading: &other)
        #expect(other.errors.map(\.name) == ["fixed-by", "fixed-due", "accelerated", "fixed-due"])
    }

    private func facts(_ id: Int64, _ round: String, reported: Day, _ grade: Grade, by reviewer: String = "HMICFRS") -> ReviewFacts {
        ReviewFacts(
            review: Review(id: ID(id), reference: Reference(checking: "r\(id)")!, title: "R\(id)", kind: .inspection, reviewer: reviewer, round: round,
                           scope: "X", commissionedOn: Day(2018, 6, 1)!, reportedOn: reported),
            judgments: [Judgment(id: ID(id), review: ID(id), question: "protecting", grade: grade)])
    }

    @Test func `a judgment stands beside the one before it, by the same reviewer, as known on the day`() throws {
        let (first, second) = (facts(1, "round-1", reported: Day(2019, 12, 1)!, .inadequate), facts(2, "round-2", reported: Day(2022, 7, 1)!, .good))
        let (other, third) = (facts(3, "round-2", reported: Day(2023, 1, 1)!, .outstanding, by: "Somebody else"), facts(4, "round-3", reported: Day(2025, 8, 1)!, .adequate))
        let all = [first, second, other, third]
        func change(_ facts: ReviewFacts, on day: Day) -> [JudgmentView.Change] { ReviewView(facts, among: all, on: day)?.judgments.map(\.change) ?? [] }
        #expect(change(first, on: Day(2026, 1, 1)!) == [.first])
        #expect(change(second, on: Day(2026, 1, 1)!) == [.better])
        #expect(change(third, on: Day(2026, 1, 1)!) == [.worse])
        #expect(change(third, on: Day(2025, 7, 31)!) == [], "nothing was reported yet")
        #expect(ReviewView(third, among: all, on: Day(2026, 1, 1)!)?.judgments.first?.before?.review.id == second.review.id)
        #expect(ReviewView(third, on: Day(2018, 5, 31)!) == nil, "it was not commissioned yet")
    }
}
