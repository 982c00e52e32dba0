import Kernel
import Plans
import Storage
import TestSupport
import Testing

/// Asking for another day, and deciding it.
struct MovingDaysTests {
    private let march = Day(2021, 3, 31)!
    private let june = Day(2021, 6, 30)!
    private let july = Day(2021, 7, 31)!
    private let approver = Actor(person: 90, name: "Chief", roles: [.reader, .approver])

    @Test(arguments: Engine.allCases)
    func `nothing is promised for a day that has gone by`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            world.set(Day(2021, 4, 10)!)
            let refusal = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.owner) { try world.plans.askToMove(action, of: plan, NewDateMove(to: Day(2021, 4, 9)!, because: "Late"), $0) }
            }
            #expect(refusal?.fields == [.init("to", "Nothing can be promised for 9 April 2021, which has gone by. Choose 10 April 2021 or a later day.")])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a day moves when an approver agrees, and every earlier day keeps the one in force`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            world.set(Day(2021, 2, 10)!)
            let move = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToMove(action, of: plan, NewDateMove(to: june, because: "The supplier is late"), work)
            }
            #expect(try await world.view().actions[0].due == march)
            #expect(try await world.view().actions[0].dueDay.open == move)
            world.set(Day(2021, 2, 20)!)
            try await world.desk.write(by: approver) { try world.plans.decide(move, in: plan, agreed: true, saying: "Once", $0) }
            let now = try await world.view().actions[0]
            #expect(now.due == june && now.dueDay.first == march)
            #expect(now.dueDay.timesMoved == 1 && now.dueDay.slipped == 91)
            #expect(now.standing.reasons.contains("moved once, first promised for 31 March 2021"))
            let between = try await world.view(on: Day(2021, 2, 19)).actions[0]
            #expect(between.due == march && between.dueDay.timesMoved == 0 && between.dueDay.open?.to == june)
            #expect(try await world.view(on: Day(2021, 2, 9)).actions[0].dueDay.moves.isEmpty)
            #expect(try await world.told(plan).suffix(3) == [
                "person/2 asked for another day for the action", "person/90 agreed another day for the action",
                "person/90 gave the action its new day",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `who read the old day writes over no new one, and a done or withdrawn action gets none`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            func ask(_ action: Action) async throws -> DateMove {
                try await world.desk.write(by: world.owner) { try world.plans.askToMove(action, of: plan, NewDateMove(to: june, because: "Late"), $0) }
            }
            func agree(_ move: DateMove) async throws {
                try await world.desk.write(by: approver) { try world.plans.decide(move, in: plan, agreed: true, $0) }
            }
            try await agree(ask(action))
            let stale = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.manager) { work in
                    try world.plans.edit(action, of: plan, NewAction(
                        text: action.text, owners: ["GM Halloran"], due: Day(2021, 3, 30), correction: "It was the 30th"), version: action.version, work)
                }
            }
            #expect(stale?.code == "changed-meanwhile")
            let (done, gone) = try await world.desk.write(by: world.manager) { work in
                (try world.plans.add(NewAction(text: "Log calls", owners: ["GM Halloran"], due: march), to: finding, of: plan, work),
                 try world.plans.add(NewAction(text: "Tell crews", owners: ["GM Halloran"], due: march), to: finding, of: plan, work))
            }
            let (late, lost) = (try await ask(done), try await ask(gone))
            try await world.desk.write(by: world.manager) { work in
                try world.plans.complete(done, of: plan, NewCompletion(on: work.today), work)
                try world.plans.withdraw(gone, of: plan, because: "Elsewhere", work)
            }
            for (move, code) in [(late, "action-already-done"), (lost, "action-withdrawn")] {
                let refusal = await #expect(throws: Refusal.self) { try await agree(move) }
                #expect(refusal?.code == code)
            }
            try await world.desk.write(by: approver) { try world.plans.decide(late, in: plan, agreed: false, saying: "It is done", $0) }
            let reworked = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.manager) { work in
                    try world.plans.edit(done, of: plan, NewAction(text: done.text, owners: ["GM Halloran"], due: june, correction: "Misread"), work)
                }
            }
            #expect(reworked?.code == "action-already-done")
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody decides what they asked for, and who may not decide changes nothing`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let both = Actor(person: world.owner.person, name: "GM Halloran", roles: [.reader, .owner, .approver], through: "program_token/1")
            let move = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToMove(action, of: plan, NewDateMove(to: june, because: "Late"), work)
            }
            let before = try await world.told(plan)
            for actor in [both, world.owner, world.manager, world.reader] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await world.desk.write(by: actor) { try world.plans.decide(move, in: plan, agreed: true, $0) }
                }
                #expect(refusal?.kind == .forbidden, "\(actor.name)")
            }
            let other = Actor(person: 91, name: "A. Nother", roles: [.reader, .owner])
            let refusal = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: other) { try world.plans.takeBack(move, in: plan, $0) }
            }
            #expect(refusal?.kind == .forbidden)
            #expect(try await world.told(plan) == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what can't be asked or decided is refused by name`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            func refused(_ actor: Actor, _ deed: @escaping @Sendable (Work) throws -> Void) async -> String? {
                await #expect(throws: Refusal.self) { try await world.desk.write(by: actor, deed) }?.code
            }
            let ask: @Sendable (Action, Day) -> @Sendable (Work) throws -> Void = { action, day in
                { work in try world.plans.askToMove(action, of: plan, NewDateMove(to: day, because: "Late"), work) }
            }
            #expect(await refused(world.owner, ask(action, march)) == "same-day")
            let move = try await world.desk.write(by: world.owner) { work in
                try world.plans.askToMove(action, of: plan, NewDateMove(to: june, because: "Late"), work)
            }
            #expect(await refused(world.owner, ask(action, july)) == "move-waits-already")
            try await world.desk.write(by: approver) { try world.plans.decide(move, in: plan, agreed: false, saying: "No", $0) }
            #expect(await refused(approver) { try world.plans.decide(try $0.session.move(move.id, of: action), in: plan, agreed: true, $0) } == "move-decided-already")
            #expect(try await world.view().actions[0].due == march)
            let undated = try await world.desk.write(by: world.manager) { work in
                try world.plans.add(NewAction(text: "Keep it", owners: ["GM Halloran"], dueWritten: "Ongoing"), to: finding, of: plan, work)
            }
            #expect(await refused(world.owner, ask(undated, june)) == "no-day-to-move")
            try await world.desk.write(by: world.owner) { try world.plans.complete(action, of: plan, NewCompletion(on: $0.today), $0) }
            #expect(await refused(world.owner, ask(action, june)) == "action-already-done")
            #expect(await refused(world.owner) { _ = try $0.session.move(ID(99), of: action) } == "move-not-found")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an edit corrects a day with a reason, gives a first one, and moves none`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            func edit(_ action: Action, _ due: Day?, _ correction: String?) async throws {
                try await world.desk.write(by: world.manager) { work in
                    try world.plans.edit(action, of: plan, NewAction(
                        text: action.text, owners: ["GM Halloran"], due: due, correction: correction), version: action.version, work)
                }
            }
            let refusal = await #expect(throws: Refusal.self) { try await edit(action, june, nil) }
            #expect(refusal?.fields.map(\.name) == ["correction"])
            try await edit(action, june, "Misread from the paper")
            let corrected = try await world.view().actions[0]
            #expect(corrected.due == june && corrected.dueDay.first == june && corrected.dueDay.timesMoved == 0)
            let undated = try await world.desk.write(by: world.manager) { work in
                try world.plans.add(NewAction(text: "Keep it", owners: ["GM Halloran"], dueWritten: "Ongoing"), to: finding, of: plan, work)
            }
            try await edit(undated, july, nil)
            let dated = try await world.view().actions[1]
            #expect(dated.due == july && dated.dueDay.first == july && dated.dueDay.words == nil)
            // A day that was taken out is put in again with a reason, and never as if none had stood there.
            let undone = try await world.view().actions[1].action
            try await edit(undone, nil, "Nobody agreed it")
            let again = try await world.view().actions[1].action
            let silent = await #expect(throws: Refusal.self) { try await edit(again, june, nil) }
            #expect(silent?.fields.map(\.name) == ["correction"])
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test func `the first promise is the one before any move, and corrections of it count for it`() throws {
        func move(_ kind: DateMove.Kind, _ to: Day, on day: Int) -> DateMove {
            let on = Day(2021, 2, day)!
            return DateMove(
                id: ID(Int64(day)), plan: ID(1), action: ID(1), kind: kind, from: nil, to: to, because: "b", askedOn: on, askedBy: "person/1",
                decidedOn: on, decidedBy: "person/2", outcome: .agreed)
        }
        let action = Action(id: ID(1), plan: ID(1), finding: ID(1), reference: try Reference("1.1"), text: "t", due: Day(2021, 3, 1), place: 1, since: Day(2021, 1, 1)!)
        let due = DueDay(action, [move(.correction, march, on: 1), move(.move, june, on: 2), move(.correction, july, on: 3), move(.move, march, on: 4)], on: Day(2021, 2, 3)!)
        #expect(due.first == march && due.inForce == july && due.timesMoved == 1)
        #expect(due.words == "moved once, first promised for 31 March 2021")
        let later = DueDay(action, due.moves + [move(.move, march, on: 4)], on: Day(2021, 2, 4)!)
        #expect(later.inForce == march && later.timesMoved == 2 && later.slipped == 0)
        #expect(later.words == "moved twice, first promised for 31 March 2021")
    }
}
