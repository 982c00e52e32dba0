import ArgumentParser
import Foundation
import Kernel
import People
@testable import Plans
import Storage
import TestSupport
import Testing

/// A manager proposes to close a plan, and somebody else closes it. It begins on 30 January 2021.
struct ClosingPlansTests {
    let approver = Actor(person: 90, name: "Chief", roles: [.reader, .approver])

    func refused(_ world: PlanWorld, _ actor: Actor, _ deed: @escaping @Sendable (Work) throws -> Void) async -> Refusal? {
        await #expect(throws: Refusal.self) { try await world.desk.write(by: actor, deed) }
    }

    func deciding(_ closure: PlanClosure, of plan: Plan) -> @Sendable (Work) throws -> Void {
        { work in try Plans().decide(closure, of: plan, agreed: true, saying: "Agreed", work) }
    }

    func proposing(_ plan: Plan, _ items: [NewPlanClosure.Item]) -> @Sendable (Work) throws -> Void {
        let new = proposal(items)
        return { work in try Plans().proposeClosure(of: plan, new, work) }
    }

    func proposal(_ items: [NewPlanClosure.Item]) -> NewPlanClosure {
        NewPlanClosure(
            words: "All but two are done", residualRisk: "The rota may slip", onwardOwner: "GM Halloran", reviewOn: Day(2022, 1, 31)!, items: items)
    }

    /// The plan with three actions: one moved once and open, one open, one done; and another plan to go on under.
    func begin(_ world: PlanWorld) async throws -> (plan: Plan, onto: Plan, actions: [Action]) {
        let (plan, finding, first) = try await world.plan()
        let (onto, others) = try await world.desk.write(by: world.manager) { work in
            let onto = try world.plans.begin(NewPlan(title: "Culture", kind: .improvement, from: Day(2021, 1, 1)!, through: Day(2022, 12, 31)!), work)
            let more = try ["Log calls", "Tell crews"].map {
                try world.plans.add(NewAction(text: $0, owners: ["GM Halloran"], due: Day(2021, 5, 31)!), to: finding, of: plan, work)
            }
            return (onto, more)
        }
        let move = try await world.desk.write(by: world.owner) {
            try world.plans.askToMove(first, of: plan, NewDateMove(to: Day(2021, 6, 15)!, because: "Late"), $0)
        }
        try await world.desk.write(by: approver) { try world.plans.decide(move, in: plan, agreed: true, $0) }
        try await world.desk.write(by: world.owner) { work in
            try world.plans.complete(others[1], of: plan, NewCompletion(on: work.today), work)
            try world.plans.show(NewEvidence(shows: "The list", link: "https://northshire.example/list"), for: others[1], of: plan, naming: Naming(), work)
        }
        return (plan, onto, [first] + others)
    }

    let decided: [NewPlanClosure.Item] = [
        .init(action: "1.1", kind: .carriedForward, because: "It goes on", onto: "culture", owner: "P. Lindqvist", due: Day(2021, 12, 31)!),
        .init(action: "1.2", kind: .notImplemented, because: "The region does it"),
        .init(action: "1.3", kind: .onItsWord, because: "Too small to verify"),
    ]

    /// Everything that would change a plan.
    func changes(to plan: Plan, _ finding: Finding, _ actions: [Action]) -> [(String, @Sendable (Work) throws -> Void)] {
        let again = proposal([])
        return [
            ("adds a finding", { try Plans().add(NewFinding(kind: .gap, text: "x"), to: plan, $0) }),
            ("adds an action", { try Plans().add(NewAction(text: "x"), to: finding, of: plan, $0) }),
            ("edits the plan", { try Plans().edit(plan, NewPlan(title: "x", kind: .audit, from: plan.period.from, through: plan.period.through), $0) }),
            ("edits a finding", { try Plans().edit(finding, of: plan, NewFinding(kind: .gap, text: "x"), $0) }),
            ("edits an action", { try Plans().edit(actions[1], of: plan, NewAction(text: "x"), $0) }),
            ("moves an action", { try Plans().move(actions[1], .up, in: plan, $0) }),
            ("withdraws", { try Plans().withdraw(actions[1], of: plan, because: "x", $0) }),
            ("updates", { try Plans().update(actions[0], of: plan, NewUpdate(asOf: $0.today, narrative: "x"), $0) }),
            ("completes", { try Plans().complete(actions[0], of: plan, NewCompletion(on: $0.today), $0) }),
            ("asks for a day", { try Plans().askToMove(actions[0], of: plan, NewDateMove(to: Day(2022, 1, 1)!, because: "x"), $0) }),
            ("measures", { try Plans().measure(finding, of: plan, by: NewMeasure(title: "x", unit: "x", threshold: Quantity(1)), $0) }),
            ("verifies", { try Plans().accept(actions[2], of: plan, NewAcceptance(on: $0.today, lookedAt: "x"), $0) }),
            ("closes again", { try Plans().proposeClosure(of: plan, again, $0) }),
        ]
    }

    @Test(arguments: Engine.allCases)
    func `what is carried forward keeps its first promise, is linked both ways, and the plan changes no more`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, actions) = try await begin(world)
            world.set(Day(2021, 7, 5)!)
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(decided), $0) }
            #expect(try await world.view().facts.closing.proposed(on: world.today) == closure)
            let both = Actor(person: world.manager.person, name: "R. Okafor", roles: [.reader, .manager, .approver])
            for actor in [both, world.manager, world.owner] {
                #expect(await refused(world, actor, deciding(closure, of: plan))?.code == "not-allowed", "\(actor.name)")
            }
            world.set(Day(2021, 7, 9)!)
            try await world.desk.write(by: approver, deciding(closure, of: plan))
            let view = try await world.view()
            #expect(view.facts.closing.closure(on: world.today)?.decidedOn == Day(2021, 7, 9)!)
            #expect(view.facts.closing.closure(on: Day(2021, 7, 8)!) == nil)
            #expect(view.actions.map(\.standing.label) == ["Carried forward", "Closed, not implemented", "Done, not yet verified"])
            #expect(view.findings[0].closing.words == "ended with the plan on 9 July 2021, 1 carried forward, 1 closed on its owner’s word")
            #expect(view.findings[0].closing.state == .endedWithPlan(Day(2021, 7, 9)!, carried: 1, onWord: 1) && view.findings[0].standing.label == "Ended with the plan")
            #expect(ClosingGate(view).isClear)
            let there = try await world.desk.read { PlanView(try $0.facts(of: onto), on: world.today) }
            let carried = try #require(there.actions.first)
            #expect(there.findings[0].finding.text == "Cover at night is clear" && carried.action.text == "Publish the rota")
            #expect(carried.due == Day(2021, 12, 31)! && carried.dueDay.first == Day(2021, 3, 31)! && carried.dueDay.timesMoved == 2)
            #expect(carried.action.owners.map(there.facts.name) == ["P. Lindqvist"])
            #expect(carried.dueDay.moves.map(\.because) == ["Late", "Carried forward from 1.1 of Peer review response"])
            #expect(carried.dueDay.moves.map(\.to) == [Day(2021, 6, 15)!, Day(2021, 12, 31)!] && carried.dueDay.moves[1].from == Day(2021, 6, 15)!)
            let origin = try await world.desk.read { try $0.origin(of: carried.action) }
            #expect(origin?.plan.id == plan.id && origin?.action.id == actions[0].id && origin?.item.carriedAs == carried.action.id)
            let report = try await world.desk.read { try $0.closureReport(of: plan, on: world.today, Naming()) }
            #expect(report.findings[0].closed == view.findings[0].closing.words)
            #expect(report.closedOn == Day(2021, 7, 9)! && report.findings[0].actions[0].carriedTo == .init(
                plan: "culture", planTitle: "Culture", action: "1.1", owner: "P. Lindqvist", due: Day(2021, 12, 31)!))
            #expect(report.findings[0].actions[0].timesMoved == 1 && report.onwardOwner == "GM Halloran")
            #expect(try await world.told(plan).suffix(3) == [
                "person/90 carried the action forward", "person/90 closed the action without its being implemented", "person/90 closed the plan",
            ])
            #expect(try await world.desk.told(onto.subject).suffix(4) == [
                "person/90 added the finding", "person/90 added the action", "person/90 took over an earlier day of the action",
                "person/90 set the day of the action",
            ])

            let finding = view.findings[0].finding
            for (words, deed) in changes(to: plan, finding, actions) {
                #expect(await refused(world, .operator, deed)?.code == "plan-closed", "\(words)")
            }
            world.set(Day(2021, 9, 1)!)
            #expect(await refused(world, world.manager) { try world.plans.reopen(plan, because: "x", $0) }?.code == "not-allowed")
            try await world.desk.write(by: approver) { try world.plans.reopen(plan, because: "The board wants it", $0) }
            #expect(await refused(world, approver) { try world.plans.reopen(plan, because: "x", $0) }?.code == "plan-not-closed")
            try await world.desk.write(by: world.owner) { try world.plans.update(actions[0], of: plan, NewUpdate(asOf: $0.today, narrative: "Open"), $0) }
            #expect(try await world.view(on: Day(2021, 8, 31)!).facts.closing.closure(on: Day(2021, 8, 31)!) != nil)
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `every open thing needs a decision that fits it, and all that is wrong is told at once`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, actions) = try await begin(world)
            func fields(_ items: [NewPlanClosure.Item]) async -> [String]? {
                await refused(world, world.manager, proposing(plan, items))?.fields.map(\.name)
            }
            #expect(await fields([]) == ["kind-1.1", "kind-1.2", "kind-1.3"])
            #expect(await fields([
                .init(action: "1.1", kind: .onItsWord, because: "x"), .init(action: "1.2", kind: .carriedForward, because: "x", onto: "peer-review-response", due: Day(2022, 1, 1)!),
                .init(action: "1.3", kind: .notImplemented, because: "x"),
            ]) == ["kind-1.1", "onto-1.2", "kind-1.3"])
            #expect(await fields([
                decided[0], .init(action: "1.2", kind: .carriedForward, because: "x", onto: "no-such", due: Day(2022, 1, 1)!),
                .init(action: "1.3", kind: .carriedForward, because: "x", onto: "culture", owner: "Nobody", due: Day(2022, 1, 1)!),
            ]) == ["onto-1.2", "owner-1.3"])
            #expect(await fields(decided + [.init(action: "1.2", kind: .carriedForward, because: "x", onto: "culture", due: Day(2022, 1, 1)!)]) == ["kind-1.2"])
            #expect(await fields([
                .init(action: "1.1", kind: .carriedForward, because: "x", onto: "culture", due: Day(2021, 1, 29)!), decided[1], decided[2],
            ]) == ["due-1.1"])
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(decided), $0) }
            #expect(await refused(world, world.manager, proposing(plan, decided))?.code == "closure-waits-already")
            let late = try await world.desk.write(by: world.manager) { work in
                try world.plans.add(NewAction(text: "One more"), to: work.session.finding("1", in: plan), of: plan, work)
            }
            #expect(await refused(world, approver, deciding(closure, of: plan))?.code == "closure-out-of-date")
            #expect(try await world.desk.read { PlanView(try $0.facts(of: onto), on: world.today) }.actions.isEmpty, "nothing was half done")
            let taken = try await world.desk.write(by: world.manager) { try world.plans.takeBack(closure, of: plan, $0) }
            #expect(await refused(world, approver, deciding(taken, of: plan))?.code == "closure-decided-already")
            let again = try await world.desk.write(by: world.manager) {
                try world.plans.proposeClosure(of: plan, proposal(decided + [.init(action: "1.4", kind: .notImplemented, because: "x")]), $0)
            }
            try await world.desk.write(by: approver) { try world.plans.decide(again, of: plan, agreed: false, saying: "Not yet", $0) }
            #expect(try await world.view().facts.closing.closure(on: world.today) == nil)
            _ = (actions, late)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what waits for a carried action, and what that waits for, goes on where it goes on`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, actions) = try await begin(world)
            let there = try await world.desk.write(by: world.manager) { work in
                let finding = try world.plans.add(NewFinding(kind: .gap, text: "Crews don’t know"), to: onto, work)
                let there = try ["Tell all", "Ask all"].map {
                    try world.plans.add(NewAction(text: $0, owners: ["GM Halloran"], due: Day(2022, 3, 31)!), to: finding, of: onto, work)
                }
                try world.plans.makeWait(there[0], of: onto, NewDependency(plan: "peer-review-response", action: "1.1", note: "Its rota"), work)
                try world.plans.makeWait(actions[0], of: plan, NewDependency(plan: "culture", action: "1.2"), work)
                try world.plans.makeWait(actions[1], of: plan, NewDependency(action: "1.1"), work)
                return there
            }
            world.set(Day(2021, 7, 5)!)
            let before = ClosingGate(try await world.view())
            #expect(before.count(.dependency) == 3)
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(decided), $0) }
            try await world.desk.write(by: approver, deciding(closure, of: plan))
            func links(_ view: PlanView) -> [String] {
                view.actions.flatMap { item in item.waitsFor.map { "\(item.action.reference) waits for \($0.name(seenFrom: view.facts.plan.id))" } }
            }
            let closed = try await world.view()
            #expect(links(closed).isEmpty, "nothing waits in a closed plan")
            let culture = try await world.desk.read { PlanView(try $0.facts(of: onto), on: world.today) }
            #expect(links(culture) == ["1.1 waits for 2.1", "2.1 waits for 1.2"])
            let waits = try #require(culture.actions.first { $0.action.id == there[0].id }?.waitsFor.first)
            #expect(waits.dependency.note == "Its rota" && !waits.isLate(on: world.today) && waits.due == Day(2021, 12, 31)!)
            #expect(try await world.view(on: Day(2021, 7, 4)!).actions.map(\.waitsFor.count) == [1, 1, 0], "they stood before")
            #expect(try await world.desk.told(onto.subject).suffix(3) == [
                "person/90 said that the action waits no more", "person/90 said what the action waits for", "person/90 said what the action waits for",
            ])
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was closed without being done stands in no plan’s way`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, actions) = try await begin(world)
            try await world.desk.write(by: world.manager) { try world.plans.makeWait(actions[0], of: plan, NewDependency(action: "1.2"), $0) }
            let before = ClosingGate(try await world.view())
            #expect(before.count(.dependency) == 1)
            try await world.desk.write(by: approver) { try world.plans.closeNotImplemented(actions[1], of: plan, because: "The region does it", $0) }
            let after = ClosingGate(try await world.view())
            #expect(after.count(.dependency) == 0)
        }
    }

    @Test(arguments: [
        ([.notImplemented, .notImplemented, nil], "closed by the service on 9 July 2021"),
        ([.carriedForward, .notImplemented, nil], "ended with the plan on 9 July 2021, 1 carried forward"),
        ([.carriedForward, .carriedForward, .onItsWord], "ended with the plan on 9 July 2021, 2 carried forward, 1 closed on its owner’s word"),
        ([.notImplemented, .notImplemented, .onItsWord], "ended with the plan on 9 July 2021, 1 closed on its owner’s word"),
    ] as [([ClosureItem.Kind?], String)])
    func `a finding is closed by the service only where each of its actions was verified or given up`(_ kinds: [ClosureItem.Kind?], _ words: String) async throws {
        try await PlanWorld.with(.sqlite) { world in
            let (plan, _, actions) = try await begin(world)
            world.set(Day(2021, 7, 9)!)
            if kinds[2] == nil {
                try await world.desk.write(by: approver) { try world.plans.accept(actions[2], of: plan, NewAcceptance(on: $0.today, lookedAt: "The list"), $0) }
            }
            let items = zip(actions, kinds).compactMap { action, kind -> NewPlanClosure.Item? in
                kind.map { kind in
                    let isCarried = kind == .carriedForward
                    return NewPlanClosure.Item(action: action.reference.text, kind: kind, because: "x", onto: isCarried ? "culture" : nil, due: isCarried ? Day(2021, 12, 31)! : nil)
                }
            }
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(items), $0) }
            try await world.desk.write(by: approver, deciding(closure, of: plan))
            #expect(try await world.view().findings[0].closing.words == words)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a plan isn’t closed on the word of an owner who has taken it back, nor without what was done since`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, actions) = try await begin(world)
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, proposal(decided), $0) }
            try await world.desk.write(by: world.owner, because: "It is not") { try world.plans.reopen(actions[2], of: plan, $0) }
            let open = await refused(world, approver, deciding(closure, of: plan))
            #expect(open?.code == "closure-out-of-date" && open?.sentence.contains("1.3 was reopened") == true, "\(String(describing: open))")
            try await world.desk.write(by: world.owner) { work in
                for action in [actions[1], actions[2]] { try world.plans.complete(action, of: plan, NewCompletion(on: work.today), work) }
            }
            let done = await refused(world, approver, deciding(closure, of: plan))
            #expect(done?.code == "closure-out-of-date" && done?.sentence.contains("1.2 was recorded as done") == true, "\(String(describing: done))")
            #expect(try await world.view().facts.closing.closure(on: world.today) == nil)
            try await world.desk.write(by: world.owner) { try world.plans.reopen(actions[1], of: plan, $0) }
            try await world.desk.write(by: approver, deciding(closure, of: plan))
            #expect(try await world.view().actions[2].standing.reasons.last == "closed on its owner’s word")
            #expect(try await world.told(plan).last == "person/90 closed the plan")
        }
    }
}
