import Kernel
import People
@testable import Plans
import Testing

/// Forecast against outcome, worked out from facts alone.
struct OptimismTests {
    private func day(_ month: Int, _ date: Int) -> Day { Day(2026, month, date)! }

    /// A plan whose actions are due on given days, with what was said of each and the day it was done.
    private struct Story {
        var due: Day?
        var lead: Int64 = 1
        var updates: [(asOf: Day, stated: Colour?, forecast: Day?)] = []
        var done: Day?
        var moves: [(to: Day, on: Day)] = []
        var givenUp: Day?
    }

    private func view(_ stories: [Story], on shown: Day) throws -> PlanView {
        let since = Day(2026, 1, 1)!
        let plan = Plan(id: ID(1), reference: try Reference("p"), title: "P", kind: .audit, period: try Period(from: since, through: Day(2026, 12, 31)!))
        let finding = Finding(id: ID(1), plan: plan.id, reference: try Reference("1"), kind: .gap, text: "F", place: 1, since: since)
        var facts = PlanFacts(plan: plan, findings: [finding])
        for (index, story) in stories.enumerated() {
            let id = ID<Action>(Int64(index + 1))
            facts.actions.append(Action(id: id, plan: plan.id, finding: finding.id, reference: try Reference("1.\(index + 1)"), text: "A", owners: [ID(story.lead)], due: story.due, place: index + 1, since: since))
            for update in story.updates {
                facts.updates.append(ProgressUpdate(id: ID(1), plan: plan.id, action: id, asOf: update.asOf, narrative: "n", stated: update.stated, forecast: update.forecast, by: "operator"))
            }
            if let done = story.done { facts.completions.append(Completion(id: ID(1), plan: plan.id, action: id, on: done, by: "operator")) }
            if let day = story.givenUp {
                facts.closing.notImplemented.append(NotImplemented(id: ID(1), plan: plan.id, action: id, on: day, because: "b", by: "operator"))
            }
            for move in story.moves {
                facts.moves.append(DateMove(id: ID(1), plan: plan.id, action: id, kind: .move, from: nil, to: move.to, because: "b", askedOn: move.on, askedBy: "a",
                                            decidedOn: move.on, decidedBy: "b", outcome: .agreed))
            }
        }
        return PlanView(facts, on: shown)
    }

    @Test func `a forecast is looked at so many days before the end, and the promise stands for one that was never given`() throws {
        let view = try view([
            // The later forecast came within the last thirty days, so the one before it counts.
            Story(due: day(4, 30), updates: [(day(3, 1), .green, day(4, 20)), (day(5, 10), .amber, day(5, 20))], done: day(5, 20)),
            Story(due: day(4, 30), done: day(4, 25)),
            Story(due: day(4, 30), done: day(6, 8), moves: [(day(5, 31), day(4, 1))]),
            Story(due: nil, done: day(6, 1)),
            Story(due: day(5, 1), updates: [(day(4, 1), nil, day(5, 15))]),
        ], on: day(7, 1))
        let gap = OptimismGap([view])
        #expect(gap.outcomes.map(\.gap) == [-5, 30, 8])
        #expect(gap.outcomes.map(\.isPromise) == [true, false, true])
        #expect(gap.sum == 33 && gap.meanTenths == 110)
        #expect(gap.words == "11 days later than forecast")
        #expect(gap.working == "−5 + 30 + 8 = 33 days, over 3 outcomes")
        #expect(gap.overdue.map(\.forecast) == [day(5, 15)])
        #expect(OptimismGap([view], daysBefore: 5).outcomes.map(\.gap) == [-5, 0, 8])
    }

    @Test func `under three outcomes there is not enough to say, and what is not done by the day shown is none`() throws {
        let stories = [Story(due: day(4, 30), done: day(5, 1)), Story(due: day(4, 30), done: day(5, 2)), Story(due: day(4, 30), lead: 2, done: day(5, 3))]
        let early = OptimismGap([try view(stories, on: day(5, 2))])
        #expect(early.meanTenths == nil && early.words == "Not enough to say: only 2 outcomes to compare, and it takes 3")
        #expect(OptimismGap([try view(stories, on: day(5, 3))]).words == "2 days later than forecast")
        #expect(OptimismGap([try view(stories, on: day(5, 3))], ledBy: ID(2)).outcomes.count == 1)
        #expect(OptimismGap([]).words == "Not enough to say: no outcome to compare, and it takes 3" && OptimismGap([]).working == nil)
    }

    @Test func `a day that came and was missed counts as green when green was the last word in the month before`() throws {
        let view = try view([
            Story(due: day(4, 30), updates: [(day(4, 2), .green, nil)], done: day(5, 5)),
            Story(due: day(4, 30), updates: [(day(3, 30), .green, nil)]),
            Story(due: day(4, 30), updates: [(day(4, 2), .green, nil), (day(4, 29), .red, nil)]),
            Story(due: day(4, 30), updates: [(day(4, 29), .green, nil)], done: day(4, 30)),
            // Moved in time: only the later day came.
            Story(due: day(4, 30), updates: [(day(5, 25), .green, nil)], moves: [(day(5, 31), day(4, 15))]),
            // Moved too late: both days came and neither was kept.
            Story(due: day(4, 30), updates: [(day(4, 20), .green, nil)], moves: [(day(5, 31), day(5, 4))]),
            Story(due: day(7, 1)),
        ], on: day(7, 1))
        let gap = OptimismGap([view])
        #expect(gap.missed.map(\.due) == [day(4, 30), day(4, 30), day(4, 30), day(4, 30), day(5, 31), day(5, 31)])
        #expect(gap.greenThenMissed.map(\.action.reference.text) == ["1.1", "1.6", "1.5"])
        #expect(gap.kept == 1)
        #expect(gap.missedWords == "3 of 6 missed days were said to be on track in the 30 days before")
    }

    @Test func `what was given up before its day was neither kept nor missed, and is overdue no more`() throws {
        let view = try view([
            Story(due: day(4, 30), updates: [(day(4, 20), .green, day(4, 29))], givenUp: day(4, 25)),
            Story(due: day(4, 30), updates: [(day(4, 20), .green, day(4, 29))], givenUp: day(5, 4)),
            Story(due: day(4, 30), done: day(4, 30)),
        ], on: day(7, 1))
        let gap = OptimismGap([view])
        #expect(gap.missed.map(\.action.reference.text) == ["1.2"])
        #expect(gap.overdue.isEmpty && gap.kept == 1)
        #expect(OptimismGap([try self.view([Story(due: day(4, 30), done: day(4, 30))], on: day(7, 1))]).missedWords == "The one due day that came was kept")
    }

    @Test(arguments: [([10, 10, 11], "10.3 days later"), ([-1, -1, 0], "0.7 days earlier"), ([1, -1, 0], nil), ([1, 1, 1], "1 day later")] as [([Int], String?)])
    func `the mean is told to a tenth of a day`(_ gaps: [Int], _ words: String?) throws {
        let view = try view(gaps.map { Story(due: day(4, 30), done: day(4, 30).adding(days: $0)) }, on: day(7, 1))
        #expect(OptimismGap([view]).words == words.map { "\($0) than forecast" } ?? "On the day forecast")
    }

    @Test func `slippage adds up what was agreed and what was expected, day by day`() throws {
        let view = try view([
            Story(due: day(4, 30), updates: [(day(3, 1), .green, day(5, 10))], done: day(5, 5), moves: [(day(5, 31), day(4, 1))]),
            Story(due: day(6, 30), updates: [(day(4, 1), nil, day(6, 20))]),
            Story(due: nil),
        ], on: day(7, 1))
        let points = Slippage(view.actions, on: view.day).points
        #expect(points == [
            .init(day(1, 1), agreed: 0, expected: 0), .init(day(3, 1), agreed: 0, expected: 10), .init(day(4, 1), agreed: 31, expected: 0),
            .init(day(5, 5), agreed: 31, expected: -5), .init(day(7, 1), agreed: 31, expected: -5),
        ])
        #expect(Slippage([], on: view.day).points.isEmpty)
    }
}
