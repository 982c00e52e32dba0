import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Plans

/// A newer version of a document, taken into the plan that its first version became.
struct TakingNewerTests {
    static let first = """
        Recommendation\tAction\tOwner\tDue\tRAG
        Set targets for audits\tAgree targets by band of risk\tSM Frost\t30/06/2021\tGreen
        \tReport progress each month\tSM Frost\t31/07/2021\t
        Explain enforcement decisions\tWrite a decision log\tAM Brook\t31/05/2021\t
        """
    static let newer = """
        Recommendation\tAction\tOwner\tDue\tRAG
        Set targets for audits\tAgree targets by band of risk\tSM Frost & GM Dale\t30/09/2021\tAmber
        \tTell the board of each target missed\tAM Brook\t31/08/2021\t
        Share risk information with crews\tPut terminals on every pump\tICT\t31/12/2021\t
        \tReport progress each month\tSM Frost\t31/07/2021\t
        """

    struct Known: Sendable {
        let world: PlanWorld
        let plan: Plan
        let draft: PlanDraft

        /// What is offered to be taken.
        func keys() async throws -> [String: PlanDifference.Kind] {
            let changes = PlanChange.all(from: try await view(), to: draft)
            return Dictionary(uniqueKeysWithValues: changes.filter { $0.kind != .unchanged }.map { ($0.key, $0.kind) })
        }

        func view() async throws -> PlanView {
            try await world.desk.read { [plan, world] in PlanView(try $0.facts(of: plan), on: world.today) }
        }

        /// All that a page shows of the plan today.
        func told() async throws -> [String] { PastDaysTests.told(try await view().facts, on: world.today) }

        @discardableResult
        func take(_ keys: Set<String>, by actor: Actor? = nil) async throws -> Int {
            try await world.desk.write(by: actor ?? world.manager) { [plan, draft, world] in
                try world.plans.take(keys, from: draft, into: plan, named: "newer.docx", $0)
            }
        }

        func references(of finding: Int) async throws -> [String] {
            try await view().findings[finding].actions.map(\.action.reference.text)
        }
    }

    /// The first version became a plan on 30 January; on 20 February the newer one is here.
    static func with(_ engine: Engine, _ newer: String = newer, _ body: (Known) async throws -> Void) async throws {
        try await PlanWorld.with(engine) { world in
            let first = try planDraft(from: reading(Self.first))
            let plan = try await world.desk.write(by: world.manager) { work in
                try world.plans.takeOver(first, as: Plans.Takeover(
                    title: "Review", kind: .peerReview, from: Day(2021, 1, 1)!, through: Day(2021, 12, 31)!, asOf: work.today), work)
            }
            world.set(Day(2021, 2, 20)!)
            try await body(Known(world: world, plan: plan, draft: try planDraft(from: reading(newer))))
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same document again brings no change`(_ engine: Engine) async throws {
        try await Self.with(engine, Self.first) { known in
            let keys = try await known.keys()
            #expect(keys.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was added, changed, moved or is gone is one change each`(_ engine: Engine) async throws {
        try await Self.with(engine) { known in
            let keys = try await known.keys()
            #expect(keys == [
                "action/1.1": .changed, "new-action/1.2": .added, "new-finding/2": .added, "action/1.2": .changed,
                "finding/2": .gone, "action/2.1": .gone,
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `taking nothing changes nothing`(_ engine: Engine) async throws {
        try await Self.with(engine) { known in
            let (before, told) = (try await known.told(), try await known.world.told(known.plan))
            #expect(try await known.take([]) == 0)
            #expect(try await known.take(["action/9.9", ""]) == 0)
            #expect(try await known.world.told(known.plan) == told)
            #expect(try await known.told() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `taking all makes the plan what the newer document says`(_ engine: Engine) async throws {
        try await Self.with(engine) { known in
            let yesterday = known.world.today.adding(days: -1)
            #expect(try await known.take(Set(try await known.keys().keys)) == 6)
            let view = try await known.view()
            #expect(view.findings.map(\.finding.text) == ["Set targets for audits", "Share risk information with crews"])
            #expect(view.findings[0].actions.map(\.action.text) == ["Agree targets by band of risk", "Tell the board of each target missed"])
            #expect(view.findings[1].actions.map(\.action.text) == ["Put terminals on every pump", "Report progress each month"])
            let changed = view.findings[0].actions[0]
            #expect(changed.action.reference.text == "1.1")
            #expect(changed.action.owners.map(view.facts.name) == ["SM Frost", "GM Dale"])
            // What was promised moves when an approver agrees; the document asks.
            #expect(changed.due == Day(2021, 6, 30))
            #expect(changed.dueDay.open?.to == Day(2021, 9, 30))
            #expect(changed.stated == .amber)
            #expect(view.facts.withdrawals.map(\.because) == ["Not in newer.docx", "Not in newer.docx"])
            #expect(Set(try await known.keys().keys) == ["action/1.1"], "all but the day that waits for an approver")
            // What came and what went did so today, and what moved was there before.
            let then = PlanView(view.facts, on: yesterday).actions.map(\.action.reference.text)
            #expect(Set(then) == ["1.1", "1.2", "2.1"])
            #expect(try await known.world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an action moves to the finding that its document puts it under`(_ engine: Engine) async throws {
        let newer = """
            Recommendation\tAction\tOwner\tDue\tRAG
            Set targets for audits\tAgree targets by band of risk\tSM Frost\t30/06/2021\tGreen
            Explain enforcement decisions\tWrite a decision log\tAM Brook\t31/05/2021\t
            \tReport progress each month\tSM Frost\t31/07/2021\t
            """
        try await Self.with(engine, newer) { known in
            #expect(try await known.keys() == ["action/1.2": .changed])
            try await known.take(["action/1.2"])
            #expect(try await known.references(of: 0) == ["1.1"])
            #expect(try await known.references(of: 1) == ["2.1", "1.2"])
            #expect(try await known.world.told(known.plan).last == "person/1 edited the action")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an action stays where it is when the new finding it moved to is not taken`(_ engine: Engine) async throws {
        try await Self.with(engine) { known in
            try await known.take(["action/1.2"])
            #expect(try await known.references(of: 0) == ["1.1", "1.2"])
            try await known.take(["new-finding/2"])
            #expect(try await known.view().findings.count == 3)
            // Now the plan has that finding, and the same change is offered again.
            try await known.take(["action/1.2"])
            #expect(try await known.references(of: 0) == ["1.1"])
            #expect(try await known.view().findings[2].actions.map(\.action.text) == ["Put terminals on every pump", "Report progress each month"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `only who keeps plans takes changes`(_ engine: Engine) async throws {
        try await Self.with(engine) { known in
            let refusal = await #expect(throws: Refusal.self) { try await known.take(["finding/2"], by: known.world.owner) }
            let view = try await known.view()
            #expect(refusal?.code == "not-allowed")
            #expect(view.findings.count == 2)
        }
    }
}
