import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Plans

/// A plan's account of itself between two days of 2021.
struct PlanAccountTests {
    private let march = Day(2021, 3, 1)!
    private let april = Day(2021, 4, 1)!

    private func account(_ from: Day? = nil, _ to: Day? = nil, next: Day? = nil, _ change: (inout PlanFacts) throws -> Void = { _ in }) throws -> PlanAccount {
        var facts = try PlanViewTests.facts()
        try change(&facts)
        return PlanAccount(facts, from: from ?? march, to: to ?? april, next: next)
    }

    private func done(_ number: Int64, _ action: Int64, _ day: Day, reopened: Day? = nil) -> Completion {
        Completion(id: ID(number), plan: ID(1), action: ID(action), on: day, narrative: "The rota is out.", by: "operator", reopenedOn: reopened)
    }

    private func move(_ number: Int64, to: Day, asked: Day, decided: Day? = nil, kind: DateMove.Kind = .move) -> DateMove {
        DateMove(
            id: ID(number), plan: ID(1), action: ID(1), kind: kind, from: Day(2021, 3, 31), to: to, because: "The supplier is late.", askedOn: asked,
            askedBy: "person/1", decidedOn: decided, decidedBy: decided.map { _ in "person/2" }, outcome: decided.map { _ in .agreed })
    }

    private func milestone(_ number: Int64, reached: Day?, since: Day = PlanViewTests.first) -> Milestone {
        Milestone(id: ID(number), plan: ID(1), action: ID(1), text: "Draft agreed", due: Day(2021, 3, 10), reachedOn: reached, place: 1, since: since)
    }

    @Test func `what happened is told in sentences with the records behind them`() throws {
        let account = try account {
            $0.completions = [done(1, 1, Day(2021, 3, 29)!)]
            $0.milestones = [milestone(1, reached: Day(2021, 3, 12))]
        }
        #expect(account.happenings.map(\.sentence) == [
            "1.1 Action 1: completed on 29 March 2021, 2 days early. The rota is out.",
            "1.1 Action 1: milestone “Draft agreed” reached on 12 March 2021, 2 days late.",
            "1.2 Action 2: is now at risk: due in 182 days, an update is expected every 60 days.",
        ])
        #expect(account.happenings.prefix(2).map(\.records) == [[Subject(kind: "completion", number: 1)], [Subject(kind: "milestone", number: 1)]])
        #expect(account.telling.lines(.summary).map(\.words) == [
            "On 1 April 2021 the plan had 3 actions: 1 done, 1 at risk and 1 not scheduled.",
            "Since 1 March 2021, 1 action was completed and 1 milestone was reached.",
            "1 action is due after the plan’s own end, 30 June 2021.",
        ])
    }

    @Test func `nothing between two days is said openly`() throws {
        let account = try account(Day(2021, 5, 1), Day(2021, 5, 1))
        #expect(account.isUnchanged)
        #expect(account.telling.isUnchanged)
        #expect(account.telling.lines(.summary)[1].words == "There is no change since 1 May 2021.")
    }

    @Test func `a day that was moved, asked for, corrected or first agreed is told as what it was`() throws {
        func kinds(_ moves: [DateMove]) throws -> [Happening.Kind] { try account { $0.moves = moves }.happenings.filter { $0.subject.number == 1 && $0.subject.kind == "action" }.map(\.kind) }
        let (may, day) = (Day(2021, 5, 31)!, Day(2021, 3, 20)!)
        #expect(try kinds([move(1, to: may, asked: day, decided: day)]) == [.moved])
        #expect(try kinds([move(1, to: may, asked: day)]) == [.asked, .late])
        #expect(try kinds([move(1, to: may, asked: day, decided: day, kind: .correction)]) == [.corrected])
        #expect(try kinds([move(1, to: may, asked: Day(2021, 2, 1)!, decided: day)]) == [.moved])
        #expect(try account { $0.moves = [move(1, to: may, asked: day, decided: day)] }.happenings[0].words == "moved from 31 March 2021 to 31 May 2021: The supplier is late")
    }

    @Test func `an owner who expects it later is told with what they said`() throws {
        let account = try account {
            $0.updates = [PlanViewTests.update(1, of: 2, Day(2021, 3, 5)!, forecast: Day(2021, 10, 30))]
        }
        #expect(account.happenings(.slipped).map(\.words) == ["its owner expects it on 30 October 2021, 30 days after it is due. x"])
        #expect(account.happenings(.started, .reported).isEmpty)
    }

    @Test func `what is late, what comes next and what is left are three lists`() throws {
        let account = try account(next: Day(2021, 10, 1))
        #expect(account.late.map(\.action.reference.text) == ["1.1"])
        #expect(account.dueNext.map(\.action.reference.text) == ["1.2"])
        #expect(account.left.map(\.action.reference.text) == ["1.1", "1.2", "2.3"])
        #expect(account.telling.lines(.late).map(\.words) == ["1.1 Action 1: 1 day past its due day and not recorded as done."])
        #expect(account.telling.lines(.next).map(\.words) == ["1.2 Action 2: due on 30 September 2021."])
    }

    @Test func `what was withdrawn is told with its reason, and what joined with its day`() throws {
        let account = try account {
            $0.withdrawals = [Withdrawal(id: ID(4), plan: ID(1), action: ID(1), on: Day(2021, 3, 15)!, because: "Done elsewhere")]
            $0.actions.append(try PlanViewTests.action(9, of: 2, due: nil, since: Day(2021, 3, 20)!))
        }
        #expect(account.happenings(.added, .withdrawn).map(\.sentence) == [
            "2.9 Action 9: added on 20 March 2021, with no day agreed.", "1.1 Action 1: withdrawn on 15 March 2021: Done elsewhere.",
        ])
    }

    @Test func `records are named as the journal names them`() throws {
        let facts = try PlanViewTests.facts()
        let (finding, action, day) = (facts.findings[0], facts.actions[0], march)
        #expect([finding.named, action.named] == [finding.subject, action.subject])
        #expect([milestone(1, reached: nil).named, done(1, 1, day).named, move(1, to: day, asked: day).named] == [milestone(1, reached: nil).subject, done(1, 1, day).subject, move(1, to: day, asked: day).subject])
        #expect(PlanViewTests.update(1, of: 1, day).named == PlanViewTests.update(1, of: 1, day).subject)
        #expect(Evidence.table.name == "evidence" && MeasureReading.table.name == "measure_reading")
        let withdrawal = Withdrawal(id: ID(1), plan: ID(1), finding: ID(1), on: day, because: "x")
        #expect(withdrawal.named == withdrawal.subject)
    }

    // MARK: As it was known

    @Test(arguments: Engine.allCases) func `a plan is read as it was known when the journal was shorter`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            world.set(Day(2021, 3, 1)!)
            let milestone = try await world.desk.write(by: world.owner) { [plans = world.plans] work in
                try plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "Half done"), work)
                return try plans.addMilestone("Draft", due: nil, to: action, of: plan, work)
            }
            let (size, then) = try await world.desk.read { (try Journal($0).size(), try $0.facts(of: plan)) }
            world.set(Day(2021, 3, 9)!)
            try await world.desk.write(by: world.manager) { [plans = world.plans] work in
                try plans.reach(milestone, on: Day(2021, 2, 20)!, for: action, of: plan, work)
                try plans.complete(action, of: plan, NewCompletion(on: Day(2021, 2, 25)!), work)
                try plans.edit(finding, of: plan, NewFinding(kind: .gap, text: "Otherwise"), work)
                try plans.add(NewAction(text: "One more", since: Day(2021, 1, 1)), to: finding, of: plan, work)
                try plans.edit(plan, NewPlan(title: "Renamed", kind: .audit, from: plan.period.from, through: plan.period.through), work)
            }
            let known = try await world.desk.read { try $0.facts(of: $0.plan("peer-review-response"), asKnownAt: size) }
            #expect(known.plan == then.plan)
            #expect(known.findings == then.findings)
            #expect(known.actions == then.actions)
            #expect(known.milestones == then.milestones)
            #expect(known.updates == then.updates)
            #expect(known.completions.isEmpty)
            #expect(try await world.desk.read { try Journal($0).size(at: .inBritain(Day(2021, 3, 5)!, hour: 9)) } == size)
            let differences = try await world.desk.read { session in
                try Tellings(Plans.tellings(keeping: .nothing)).teller(of: plan.subject, session)?.differences(on: Day(2021, 3, 1)!, asKnownAt: size).map(\.words)
            }
            #expect(differences == [
                "Worded otherwise. Renamed: before, its title was “Peer review response”, it was called peer review response and it had other rules for standings.",
                "Worded otherwise. 1 Otherwise: before, it was called recommendation and it was worded “Cover at night is clear”.",
                "Completed. 1.1 Publish the rota: completed on 25 February 2021, 34 days early.",
                "Milestones reached. 1.1 Publish the rota: milestone “Draft” reached on 20 February 2021.",
                "Added. 1.2 One more: in the plan since 1 January 2021, with no day agreed.",
            ])
        }
    }
}
