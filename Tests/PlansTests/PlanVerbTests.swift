import Kernel
import People
import Plans
import Storage
import TestSupport
import Testing

struct PlanVerbTests {
    @Test(arguments: Engine.allCases)
    func `a plan that is kept by hand is told by the journal`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            #expect(plan.reference.text == "peer-review-response")
            #expect(finding.reference.text == "1")
            #expect(action.reference.text == "1.1")
            try await world.desk.write(by: world.owner) { work in
                try world.plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "Begun", stated: .green), work)
                let milestone = try world.plans.addMilestone("Consulted", due: nil, to: action, of: plan, work)
                try world.plans.reach(milestone, on: work.today, for: action, of: plan, work)
            }
            world.set(Day(2021, 3, 1)!)
            try await world.desk.write(by: world.owner) { work in
                try world.plans.complete(action, of: plan, NewCompletion(on: work.today), work)
            }
            #expect(try await world.told(plan) == [
                "person/1 began the plan", "person/1 added the finding", "person/1 added the action",
                "person/2 updated the action", "person/2 added the milestone", "person/2 reached the milestone",
                "person/2 recorded the action as done",
            ])
            #expect(try await world.view().actions[0].standing.sentence == "Blue: done on 1 March 2021, 30 days early, not yet verified.")
            #expect(try await world.view(on: Day(2021, 2, 10)).actions[0].standing.colour == .green)
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a person may not do leaves no trace`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let before = try await world.told(plan)
            let other = Actor(person: 3, name: "P. Lindqvist", roles: [.reader, .owner])
            func tries(_ actor: Actor, _ deed: @escaping @Sendable (Work) throws -> Void) async {
                let refusal = await #expect(throws: Refusal.self) { try await world.desk.write(by: actor, deed) }
                #expect(refusal?.kind == .forbidden)
            }
            await tries(world.reader) { work in try world.plans.add(NewFinding(kind: .gap, text: "x"), to: plan, work) }
            await tries(world.owner) { work in try world.plans.withdraw(finding, of: plan, because: "x", work) }
            await tries(other) { work in try world.plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "x"), work) }
            await tries(world.reader) { work in try world.plans.complete(action, of: plan, NewCompletion(on: work.today), work) }
            #expect(try await world.told(plan) == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a completion is of a day that has come, stands once, and can be taken back`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            func complete(_ day: Day) async throws {
                try await world.desk.write(by: world.owner) { try world.plans.complete(action, of: plan, NewCompletion(on: day), $0) }
            }
            let early = await #expect(throws: Refusal.self) { try await complete(world.today.adding(days: 1)) }
            #expect(early?.code == "done-in-the-future")
            try await complete(world.today)
            let twice = await #expect(throws: Refusal.self) { try await complete(world.today) }
            #expect(twice?.code == "action-already-done")
            world.set(Day(2021, 4, 2)!)
            try await world.desk.write(by: world.owner) { try world.plans.reopen(action, of: plan, $0) }
            #expect(try await world.view().actions[0].standing.colour == .red)
            #expect(try await world.view(on: Day(2021, 3, 1)).actions[0].standing.colour == .blue)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change made over somebody else's is refused`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, _) = try await world.plan()
            let new = NewFinding(kind: .gap, text: "Reworded")
            try await world.desk.write(by: world.manager) { try world.plans.edit(finding, of: plan, new, version: 1, $0) }
            let refusal = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.manager) { try world.plans.edit(finding, of: plan, new, version: 1, $0) }
            }
            #expect(refusal?.code == "changed-meanwhile")
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing is called new, where an address has the form for adding one`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, _) = try await world.plan()
            func begun(_ title: String, _ reference: Reference? = nil) async throws -> Plan {
                try await world.desk.write(by: world.manager) { work in
                    try world.plans.begin(
                        NewPlan(reference: reference, title: title, kind: .improvement, from: work.today, through: work.today), work)
                }
            }
            #expect(try await begun("New").reference.text == "new-2")
            let asked = await #expect(throws: Refusal.self) { try await begun("Another", Reference("NEW")) }
            #expect(asked?.code == "reference-not-usable" && asked?.fields.first?.name == "reference")
            let renamed = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.manager) {
                    try world.plans.edit(finding, of: plan, NewFinding(reference: Reference("new"), kind: .gap, text: "Reworded"), $0)
                }
            }
            #expect(renamed?.code == "reference-not-usable")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is withdrawn is gone from that day, kept before it, and can come back`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            world.set(Day(2021, 2, 20)!)
            let withdrawal = try await world.desk.write(by: world.manager) {
                try world.plans.withdraw(action, of: plan, because: "Answered elsewhere", $0)
            }
            #expect(try await world.view().actions.isEmpty)
            #expect(try await world.view(on: Day(2021, 2, 19)).actions.count == 1)
            let refusal = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.owner) { try world.plans.update(action, of: plan, NewUpdate(asOf: $0.today, narrative: "x"), $0) }
            }
            #expect(refusal?.code == "action-withdrawn")
            world.set(Day(2021, 2, 25)!)
            try await world.desk.write(by: world.manager) { try world.plans.restore(withdrawal, in: plan, $0) }
            #expect(try await world.view().actions.count == 1)
            #expect(try await world.view(on: Day(2021, 2, 22)).actions.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `findings and actions are moved one step at a time`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, _) = try await world.plan()
            try await world.desk.write(by: world.manager) { work in
                for text in ["Second", "Third"] { try world.plans.add(NewFinding(kind: .gap, text: text), to: plan, work) }
                for text in ["b", "c"] { try world.plans.add(NewAction(text: text), to: finding, of: plan, work) }
                try world.plans.move(try work.session.finding("3", in: plan), .up, in: plan, work)
                try world.plans.move(try work.session.finding("1", in: plan), .up, in: plan, work)
                try world.plans.move(try work.session.action("1.1", in: plan), .down, in: plan, work)
            }
            let view = try await world.view()
            #expect(view.findings.map(\.finding.reference.text) == ["1", "3", "2"])
            #expect(view.findings[0].actions.map(\.action.reference.text) == ["1.2", "1.1", "1.3"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an owner who is not on record is named, and nothing is saved`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, _) = try await world.plan()
            let refusal = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.manager) {
                    try world.plans.add(NewAction(text: "x", owners: ["GM Halloran", "GM Nobody"]), to: finding, of: plan, $0)
                }
            }
            #expect(refusal?.fields.map(\.name) == ["joint"])
            #expect(refusal?.sentence.contains("“GM Nobody”") == true)
            let both = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.manager) {
                    try world.plans.add(NewAction(text: "x", owners: ["GM None", "GM Nobody"]), to: finding, of: plan, $0)
                }
            }
            #expect(both?.fields.map(\.name) == ["lead", "joint"])
            #expect(try await world.view().actions.count == 1)
        }
    }

    @Test func `joint owners have a lead beside them`() {
        func read(_ values: [String: [String]]) -> (owners: [String], refused: [String]) {
            var fields = Fields(["text": ["x"]].merging(values) { $1 })
            return (NewAction(reading: &fields).owners, fields.errors.map(\.name))
        }
        #expect(read(["lead": [""], "joint": ["GM Dale\nAM Brook"]]).refused == ["lead"])
        #expect(read(["lead": ["GM Dale"], "joint": ["AM Brook"]]) == (["GM Dale", "AM Brook"], []))
        #expect(read(["owners": ["GM Dale", "AM Brook"]]) == (["GM Dale", "AM Brook"], []))
        #expect(read([:]) == ([], []))
    }

    @Test(arguments: Engine.allCases)
    func `a reference that is taken is a conflict, told at its field`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            func refused(_ deed: @escaping @Sendable (Work) throws -> Void) async {
                let refusal = await #expect(throws: Refusal.self) { try await world.desk.write(by: world.manager, deed) }
                #expect(refusal?.code == "reference-taken" && refusal?.kind == .conflict)
                #expect(refusal?.fields.map(\.name) == ["reference"])
            }
            let before = try await world.told(plan)
            await refused { work in
                try world.plans.begin(
                    NewPlan(reference: plan.reference, title: "Another", kind: .audit, from: work.today, through: work.today), work)
            }
            await refused { try world.plans.add(NewFinding(reference: finding.reference, kind: .gap, text: "x"), to: plan, $0) }
            await refused { try world.plans.add(NewAction(reference: action.reference, text: "x"), to: finding, of: plan, $0) }
            #expect(try await world.told(plan) == before)
            // Left to us, the next free one is found.
            let second = try await world.desk.write(by: world.manager) { work in
                try world.plans.begin(NewPlan(title: plan.title, kind: .audit, from: work.today, through: work.today), work)
            }
            #expect(second.reference.text == "peer-review-response-2")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a plan is read as it was known at a moment`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let before = world.clock.clock.now
            world.set(Day(2021, 2, 20)!)
            try await world.desk.write(by: world.manager) { work in
                try world.plans.edit(action, of: plan, NewAction(text: "Publish the new rota", owners: ["P. Lindqvist"], due: Day(2021, 3, 31)), work)
            }
            let (then, now) = try await world.desk.read { session in
                let journal = Journal(session)
                return (try journal.state(of: action.id, asKnownAt: before), try journal.state(of: action.id, asKnownAt: world.clock.clock.now))
            }
            #expect(then == action)
            #expect(now?.text == "Publish the new rota")
            #expect(now?.owners == [ID(3)])
            let findings = try await world.desk.read { try Journal($0).states(of: Finding.self, within: plan.subject, asKnownAt: before) }
            #expect(findings == [finding])
        }
    }
}
