@testable import App
import Kernel
import People
import Plans
import Storage
import TestSupport
import Testing

/// Plans as they were known, under random deeds and through a whole closing: what was read then is what is known later to
/// have been known.
struct KnownEarlierTests {
    private struct Told { let plan: Plan, size: Int64, facts: [String] }

    @Test(arguments: Engine.allCases) func `everything that belongs to a plan is put back to what it was`(_ engine: Engine) async throws {
        let address = try await TestStore.address(engine, migrations)
        let store = try await TestStore.open(address, migrations)
        let clock = MovingClock(.inBritain(Day(2024, 1, 2)!, hour: 9))
        let desk = Desk(store, clock: clock.clock, figures: figures)
        let history = RandomHistory(desk: desk, clock: clock)
        var (told, turn) = ([Told](), Int64(0))
        func look() async throws {
            told += try await store.read { session in
                let size = try Journal(session).size()
                return try session.all(Plan.self, "ORDER BY id").map { Told(plan: $0, size: size, facts: try Self.words(session.facts(of: $0))) }
            }
        }
        for seed in UInt64(1)...30 {
            _ = try await history.tell(seed)
            try await look()
        }
        for deed in Self.closing {
            clock.set(clock.clock.now.adding(seconds: 86_400))
            // Whoever said a thing may not agree to it, so two take turns.
            turn = turn == 90_000 ? 90_001 : 90_000
            try await desk.write(by: Actor(person: turn, name: "Chief", roles: Set(Role.allCases)), because: "It is so", deed)
            try await look()
        }
        let written = try await store.read { session in Set(try Journal(session).entries(limit: .max).map(\.subject.kind)) }
        for kind in Plans.records where !written.contains(kind.name) { Issue.record("no deed here writes a \(kind.name)") }
        for one in told {
            let known = try await store.read { session in
                try Self.words(session.facts(of: session.all(Plan.self, "WHERE id = \(one.plan.id)")[0], asKnownAt: one.size))
            }
            for (was, holds) in zip(one.facts, known) where was != holds {
                Issue.record("\(engine), \(one.plan.reference) after \(one.size) entries\nwas   \(was.prefix(2000))\nholds \(holds.prefix(2000))")
                return
            }
            #expect(one.facts.count == known.count)
        }
        try await store.close()
        try await TestStore.remove(address)
    }

    /// A plan that is verified, closed by letter and reopened, and itself closed and reopened.
    private static let closing: [@Sendable (Work) throws -> Void] = [
        { work in
            let plan = try Plans().begin(NewPlan(reference: Reference(checking: "closing"), title: "To be closed", kind: .inspection, from: work.today, through: work.today.adding(days: 300)), work)
            let finding = try Plans().add(NewFinding(kind: .causeOfConcern, text: "A gap"), to: plan, work)
            for text in ["Close it", "Keep it closed"] { try Plans().add(NewAction(text: text, due: work.today.adding(days: 200)), to: finding, of: plan, work) }
            let other = try Plans().begin(NewPlan(reference: Reference(checking: "beside"), title: "Beside it", kind: .audit, from: work.today, through: work.today.adding(days: 300)), work)
            try Plans().add(NewAction(text: "Come first"), to: Plans().add(NewFinding(kind: .gap, text: "Another"), to: other, work), of: other, work)
        },
        { work in
            let plan = try found(work).plan
            let action = try work.session.action("1.2", in: plan)
            let measure = try Plans().measure(action, of: plan, by: NewMeasure(title: "Kept closed", unit: "%", threshold: Quantity(9)), work)
            try Plans().read(measure, of: plan, NewReading(on: work.today, value: Quantity(8)), work)
            try Plans().add(NewNeed(text: "Analysts", oneOff: Hundredths(1200)), to: action, of: plan, work)
            try Plans().askToOverride(action, of: plan, NewOverride(colour: .amber, because: "It is begun", until: work.today.adding(days: 30)), work)
            try Plans().askToMove(action, of: plan, NewDateMove(to: work.today.adding(days: 60), because: "Analysts come later"), work)
            try Plans().makeWait(action, of: plan, NewDependency(plan: "beside", action: "1.1"), work)
        },
        { work in
            let plan = try found(work).plan
            let action = try work.session.action("1.2", in: plan)
            for need in try work.session.all(Need.self, "WHERE plan = \(plan.id)") { try Plans().edit(need, for: action, of: plan, NewNeed(text: "Analysts", fte: Hundredths(50)), work) }
            for asked in try work.session.overrides(of: action) { try Plans().decide(asked, in: plan, agreed: true, work) }
            for asked in try work.session.all(DateMove.self, "WHERE action = \(action.id)") { try Plans().decide(asked, in: plan, agreed: true, work) }
            let other = try work.session.plan("beside")
            try Plans().complete(work.session.action("1.1", in: other), of: other, NewCompletion(on: work.today), work)
        },
        { work in
            let other = try work.session.plan("beside")
            try Plans().reopen(work.session.action("1.1", in: other), of: other, work)
            try Plans().withdraw(work.session.finding("1", in: other), of: other, because: "Nobody asks for it", work)
        },
        { work in
            let (plan, _, action) = try found(work)
            try Plans().complete(action, of: plan, NewCompletion(on: work.today), work)
            try Plans().show(NewEvidence(shows: "The list", link: "https://northshire.example/list"), for: action, of: plan, naming: Naming(), work)
        },
        { work in
            let (plan, _, action) = try found(work)
            for piece in try work.session.all(Evidence.self, "WHERE action = \(action.id)") { try Plans().look(at: piece, in: plan, work) }
            try Plans().accept(action, of: plan, NewAcceptance(on: work.today, lookedAt: "The list"), work)
        },
        { work in
            let (plan, _, action) = try found(work)
            try Plans().takeBackAcceptance(of: action, in: plan, because: "It had gaps", work)
        },
        { work in
            let (plan, finding, _) = try found(work)
            try Plans().recordClosure(of: finding, in: plan, NewInspectorateClosure(on: work.today, letter: "L1", author: "HMICFRS", words: "Closed"), work)
        },
        { work in
            let (plan, finding, _) = try found(work)
            try Plans().recordReopening(of: finding, in: plan, NewReopening(on: work.today, because: "It came back"), work)
        },
        { work in
            let (plan, _, _) = try found(work)
            try Plans().proposeClosure(of: plan, NewPlanClosure(
                words: "Done", residualRisk: "None", onwardOwner: work.session.all(Party.self, "ORDER BY id")[0].name, reviewOn: work.today.adding(days: 90),
                items: [.init(action: "1.1", kind: .onItsWord, because: "Small"), .init(action: "1.2", kind: .notImplemented, because: "Overtaken")],
                findings: [.init(finding: "1", residualRisk: "Some")]), work)
        },
        { work in
            let (plan, _, _) = try found(work)
            for closure in try work.session.all(PlanClosure.self, "ORDER BY id DESC LIMIT 1") { try Plans().decide(closure, of: plan, agreed: true, work) }
        },
        { work in
            let (plan, _, _) = try found(work)
            try Plans().lookAgain(at: plan, NewClosureLook(on: work.today, words: "Still so"), work)
        },
        { work in
            let (plan, _, _) = try found(work)
            try Plans().reopen(plan, because: "Too soon", work)
        },
    ]

    private static func found(_ work: Work) throws -> (plan: Plan, finding: Finding, action: Action) {
        let plan = try work.session.plan("closing")
        return (plan, try work.session.finding("1", in: plan), try work.session.action("1.1", in: plan))
    }

    /// Every field that facts have, whatever they come to have. Names are those of now, so only who is named counts.
    private static func words(_ facts: PlanFacts) -> [String] {
        Mirror(reflecting: facts).children.flatMap { child -> [String] in
            let label = child.label ?? ""
            if let parties = child.value as? [ID<Party>: Party] { return ["\(label): \(parties.keys.sorted())"] }
            if let files = child.value as? [ID<Kernel.Attachment>: Kernel.Attachment] { return files.values.sorted { $0.id < $1.id }.map { "\(label): \($0)" } }
            if let others = child.value as? [PlanFacts] { return others.flatMap { words($0).map { "\(label): \($0)" } } }
            return ["\(label): \(child.value)"]
        }
    }
}
