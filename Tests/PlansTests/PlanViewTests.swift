import Kernel
import People
import Testing
@testable import Plans

/// A plan looked at on a day: 2021, from 1 January to 30 June.
struct PlanViewTests {
    static let first = Day(2021, 1, 1)!
    static let last = Day(2021, 6, 30)!

    static func facts(_ change: (inout PlanFacts) -> Void = { _ in }) throws -> PlanFacts {
        let plan = Plan(
            id: ID(1), reference: try Reference("review"), title: "Review", kind: .peerReview,
            period: try Period(from: first, through: last))
        var facts = PlanFacts(plan: plan)
        facts.findings = [try finding(1), try finding(2)]
        facts.actions = [
            try action(1, of: 1, due: Day(2021, 3, 31)), try action(2, of: 1, due: Day(2021, 9, 30)), try action(3, of: 2, due: nil),
        ]
        change(&facts)
        return facts
    }

    static func finding(_ number: Int64, since: Day = first) throws -> Finding {
        Finding(id: ID(number), plan: ID(1), reference: try Reference("\(number)"), kind: .gap, text: "Finding \(number)",
                place: Int(number), since: since)
    }

    static func action(_ number: Int64, of finding: Int64, due: Day?, since: Day = first) throws -> Action {
        Action(id: ID(number), plan: ID(1), finding: ID(finding), reference: try Reference("\(finding).\(number)"),
               text: "Action \(number)", due: due, place: Int(number), since: since)
    }

    static func update(_ number: Int64, of action: Int64, _ day: Day, stated: Colour? = nil, forecast: Day? = nil) -> ProgressUpdate {
        ProgressUpdate(id: ID(number), plan: ID(1), action: ID(action), asOf: day, narrative: "x", stated: stated,
                       forecast: forecast, by: "operator")
    }

    @Test func `actions are counted by their colour`() throws {
        let facts = try Self.facts {
            $0.completions = [Completion(id: ID(1), plan: ID(1), action: ID(2), on: Day(2021, 2, 1)!, by: "operator")]
        }
        #expect(PlanView(facts, on: Day(2021, 4, 1)!).counts == [.red: 1, .blue: 1, .grey: 1])
        #expect(PlanView(facts, on: Day(2021, 3, 31)!).counts == [.amber: 1, .blue: 1, .grey: 1])
        #expect(PlanView(facts, on: Day(2021, 1, 31)!).counts == [.green: 2, .grey: 1])
    }

    @Test func `a plan’s course is told by the ends of months and the day shown, and by fewer of them where it is long`() throws {
        let facts = try Self.facts()
        #expect(facts.daysOfCourse(through: Day(2021, 3, 25)!) == [Day(2021, 1, 31)!, Day(2021, 2, 28)!, Day(2021, 3, 25)!])
        #expect(facts.daysOfCourse(through: Day(2021, 3, 5)!) == [Day(2021, 1, 31)!, Day(2021, 3, 5)!])
        #expect(facts.daysOfCourse(through: Day(2020, 12, 31)!) == [])
        #expect(facts.daysOfCourse(through: Self.first) == [Self.first])
        // The last days that can be asked for come to an end as well.
        #expect(facts.daysOfCourse(through: Day(9999, 12, 31)!).last == Day(9999, 12, 31)!)
        #expect(facts.daysOfCourse(through: Day(9999, 12, 2)!).count <= 13)
        for months in [13, 25, 40, 90, 200] {
            let days = facts.daysOfCourse(through: Self.first.adding(months: months))
            #expect((7...14).contains(days.count) && days == days.sorted(), "\(months) months give \(days.count)")
        }
    }

    @Test func `a finding stands as its most urgent action does, and one that nothing answers is not scheduled`() throws {
        var facts = try Self.facts()
        facts.findings.append(try Self.finding(3))
        let standings = PlanView(facts, on: Day(2021, 4, 1)!).findings.map(\.standing)
        #expect(standings.map(\.colour) == [.red, .grey, .grey])
        #expect(standings[0].reasons == ["0 of 2 actions done"])
        #expect(standings[2].reasons == ["no action answers it yet"])
    }

    @Test func `a finding of which some actions are shown stands as all of them do`() throws {
        let view = PlanView(try Self.facts(), on: Day(2021, 4, 1)!)
        var filter = PlanFilter()
        filter.standing = .amber
        let shown = filter.findings(of: view)
        #expect(shown.map { $0.actions.map(\.action.id) } == [[ID(2)]])
        #expect(shown.map(\.standing) == [view.findings[0].standing])
        #expect(PlanPayload(view, showing: shown).findings.map(\.standing.sentence) == ["Red: 0 of 2 actions done."])
    }

    @Test func `a milestone that is reached later is open on an earlier day, wherever it is told`() throws {
        let reached = Day(2021, 3, 10)!
        let facts = try Self.facts {
            $0.milestones = [Milestone(
                id: ID(1), plan: ID(1), action: ID(1), text: "step", reachedOn: reached, place: 1, since: Self.first)]
        }
        func told(_ day: Day) -> [Day?] {
            let view = PlanView(facts, on: day)
            return [
                view.actions[0].milestones[0].reachedOn, PlanPayload(view).findings[0].actions[0].milestones[0].reachedOn,
                ActionPayload(view.actions[0].action, in: view).milestones[0].reachedOn,
            ]
        }
        #expect(told(reached) == [reached, reached, reached])
        #expect(told(reached.adding(days: -1)) == [nil, nil, nil])
        #expect(PlanView(facts, on: reached.adding(days: -1)).actions[0].standing.reasons.contains("0 of 1 milestone reached"))
    }

    @Test(arguments: [(Day(2021, 6, 30)!, false), (Day(2021, 7, 1)!, true)])
    func `an action due on the plan's last day is due within it`(due: Day, isAfter: Bool) throws {
        var facts = try Self.facts()
        facts.actions = [try Self.action(1, of: 1, due: due), try Self.action(2, of: 1, due: nil)]
        #expect(PlanView(facts, on: Self.first).dueAfterEnd.map(\.action.id) == (isAfter ? [ID(1)] : []))
    }

    @Test(arguments: [
        (Day(2020, 12, 22)!, "begins in 10 days"), (Day(2021, 6, 29)!, "1 day left"), (last, "the last day"),
        (Day(2021, 7, 1)!, "ended 1 day ago"),
    ])
    func `the time left is told to the day`(day: Day, words: String) throws {
        #expect(PlanView(try Self.facts(), on: day).timeLeft == words)
    }

    @Test func `an open action waits for an update once a month has passed in silence`() throws {
        let facts = try Self.facts {
            $0.updates = [Self.update(1, of: 1, Day(2021, 1, 10)!)]
            $0.completions = [Completion(id: ID(1), plan: ID(1), action: ID(3), on: Self.first, by: "operator")]
        }
        func waiting(_ day: Day) -> [String] {
            PlanView(facts, on: day).actions.filter(\.needsUpdate).map(\.action.reference.text)
        }
        #expect(waiting(Day(2021, 1, 31)!) == [])
        #expect(waiting(Day(2021, 2, 1)!) == ["1.2"])
        #expect(waiting(Day(2021, 2, 9)!) == ["1.2"])
        #expect(waiting(Day(2021, 2, 10)!) == ["1.1", "1.2"])
    }

    @Test func `nothing is awaited of an action that has not begun`() throws {
        let facts = try Self.facts {
            for index in $0.actions.indices { $0.actions[index].since = Day(2020, 10, 1)! }
            for index in $0.findings.indices { $0.findings[index].since = Day(2020, 10, 1)! }
            $0.updates = [Self.update(1, of: 1, Day(2020, 10, 5)!)]
        }
        let view = PlanView(facts, on: Day(2020, 12, 31)!)
        #expect(view.actions.count == 3)
        #expect(view.actions.filter(\.needsUpdate).isEmpty)
        #expect(PlanView(facts, on: Self.first).actions.filter(\.needsUpdate).map(\.action.id) == [ID(1)])
    }

    @Test func `what joined the plan later is not shown before, and is from that day`() throws {
        let joins = Day(2021, 2, 15)!
        let facts = try Self.facts {
            $0.findings[1].since = joins
            $0.actions[1].since = joins
            $0.actions[2].since = joins
            $0.milestones = [Milestone(id: ID(1), plan: ID(1), action: ID(1), text: "step", place: 1, since: joins)]
        }
        let (before, then) = (PlanView(facts, on: joins.adding(days: -1)), PlanView(facts, on: joins))
        #expect(before.findings.map(\.finding.id) == [ID(1)])
        #expect(before.actions.map(\.action.id) == [ID(1)])
        #expect(before.actions[0].milestones.isEmpty)
        #expect(then.actions.map(\.action.id) == [ID(1), ID(2), ID(3)])
        #expect(then.actions[0].milestones.count == 1)
    }

    @Test func `an action is shown from its own day, though its finding is newer`() throws {
        let facts = try Self.facts { $0.findings[1].since = Day(2021, 3, 1)! }
        #expect(PlanView(facts, on: Self.first).actions.count == 3)
    }

    @Test func `a finding that is withdrawn takes its actions along, from that day until it is put back`() throws {
        let facts = try Self.facts {
            $0.withdrawals = [
                Withdrawal(id: ID(1), plan: ID(1), finding: ID(1), on: Day(2021, 2, 10)!, because: "x", restoredOn: Day(2021, 2, 20)),
                Withdrawal(id: ID(2), plan: ID(1), action: ID(2), on: Day(2021, 2, 15)!, because: "x"),
            ]
        }
        func shown(_ day: Int) -> [ID<Action>] { PlanView(facts, on: Day(2021, 2, day)!).actions.map(\.action.id) }
        #expect(shown(9) == [ID(1), ID(2), ID(3)])
        #expect(shown(10) == [ID(3)])
        #expect(shown(19) == [ID(3)])
        #expect(shown(20) == [ID(1), ID(3)])
    }

    @Test func `what the owner expects stands until they say otherwise or it is done, and the rules heed it`() throws {
        let facts = try Self.facts {
            $0.updates = [
                Self.update(1, of: 1, Day(2021, 2, 1)!, stated: .amber, forecast: Day(2021, 4, 30)), Self.update(2, of: 1, Day(2021, 2, 8)!),
                Self.update(3, of: 1, Day(2021, 2, 20)!, forecast: Day(2021, 3, 31)),
            ]
            $0.completions = [Completion(id: ID(1), plan: ID(1), action: ID(1), on: Day(2021, 2, 26)!, by: "operator")]
        }
        func action(_ day: Int) -> ActionView { PlanView(facts, on: Day(2021, 2, day)!).actions[0] }
        #expect(action(8).forecast == Day(2021, 4, 30))
        #expect(action(8).stated == .amber)
        #expect(action(8).standing.sentence == "Amber: due in 51 days, its owner expects 30 April 2021, 30 days late, updated today.")
        #expect(action(20).standing.colour == .green)
        #expect(action(26).forecast == nil)
    }
}
