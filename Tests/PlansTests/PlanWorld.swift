import Kernel
import People
import Plans
import Storage
import TestSupport

/// A small service on a real database: a manager, two owners, a reader, and a desk whose clock the test moves.
struct PlanWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager: Actor
    let owner: Actor
    let reader: Actor
    let plans = Plans()

    static let start = Moment(milliseconds: 1_612_000_000_000) // 30 January 2021

    static func with(_ engine: Engine, figures: Figures = Figures(), _ body: (PlanWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Kernel.Attachment.migrations + Plans.migrations) { store in
            let clock = MovingClock(start)
            let desk = Desk(store, clock: clock.clock, figures: figures)
            let ids = try await desk.write(by: .operator) { work in
                try ["R. Okafor", "GM Halloran", "P. Lindqvist"].map { try People().findOrAdd(name: $0, work).id.number }
            }
            try await body(PlanWorld(
                desk: desk, clock: clock,
                manager: Actor(person: ids[0], name: "R. Okafor", roles: [.reader, .manager]),
                owner: Actor(person: ids[1], name: "GM Halloran", roles: [.reader, .owner]),
                reader: Actor(person: ids[2], name: "P. Lindqvist", roles: [.reader])))
        }
    }

    var today: Day { clock.clock.today }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    /// A plan of one finding with one action, owned by GM Halloran and due on 31 March 2021.
    func plan(rules: RuleSet.Name = .standard) async throws -> (Plan, Finding, Action) {
        try await desk.write(by: manager) { [plans] work in
            let plan = try plans.begin(
                NewPlan(title: "Peer review response", kind: .peerReview, from: Day(2021, 1, 1)!, through: Day(2021, 6, 30)!, rules: rules), work)
            let finding = try plans.add(NewFinding(kind: .recommendation, text: "Cover at night is clear"), to: plan, work)
            let action = try plans.add(
                NewAction(text: "Publish the rota", owners: ["GM Halloran"], due: Day(2021, 3, 31)!), to: finding, of: plan, work)
            return (plan, finding, action)
        }
    }

    func view(on day: Day? = nil) async throws -> PlanView {
        let day = day ?? today
        return try await desk.read { session in PlanView(try session.facts(of: try session.plan("peer-review-response")), on: day) }
    }

    /// What the journal says happened to the plan, oldest first.
    func told(_ plan: Plan) async throws -> [String] {
        try await desk.told(plan.subject)
    }
}
