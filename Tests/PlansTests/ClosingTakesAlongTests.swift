import Kernel
import Storage
import TestSupport
import Testing
@testable import Plans

/// What goes along when a plan is closed, and what a proposal that came to nothing leaves.
struct ClosingTakesAlongTests {
    private let base = ClosingPlansTests()

    @Test(arguments: Engine.allCases)
    func `what an action needs is needed where it goes on, and no more in the closed plan`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, actions) = try await base.begin(world)
            try await world.desk.write(by: world.owner) { work in
                try world.plans.add(NewNeed(text: "An analyst", oneOff: Hundredths(5400), fte: Hundredths(100), isFunded: false), to: actions[0], of: plan, work)
                try world.plans.add(NewNeed(text: "A printer", oneOff: Hundredths(20), isFunded: true), to: actions[2], of: plan, work)
            }
            world.set(Day(2021, 7, 9)!)
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, base.proposal(base.decided), $0) }
            try await world.desk.write(by: base.approver, base.deciding(closure, of: plan))
            func needs(_ plan: Plan) async throws -> [String] {
                try await world.desk.read { session in PlanView(try session.facts(of: plan), on: world.today).needs.map { "\($0.text) \($0.oneOff) \($0.fte) \($0.isFunded)" } }
            }
            let gone = Need(id: ID(1), plan: plan.id, action: actions[0].id, text: "An analyst", oneOff: Hundredths(5400), fte: Hundredths(100), isFunded: false, since: world.today, by: "x")
            try await #expect(needs(onto) == ["\(gone.text) \(gone.oneOff) \(gone.fte) false"])
            try await #expect(needs(plan).map { $0.prefix(9) } == ["A printer"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a request for another standing stands in the way`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, actions) = try await base.begin(world)
            try await world.desk.write(by: world.owner) { work in
                _ = try world.plans.askToOverride(actions[1], of: plan, NewOverride(colour: .amber, because: "It may slip", until: Day(2021, 3, 31)!), work)
            }
            let waiting = ClosingGate(try await world.view()).obstacles.filter { $0.kind == .requestWaits }
            #expect(waiting.map(\.sentence) == ["Another standing was asked for 1.2 on 30 January 2021 and is not decided."])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a paper asks for the decision, then says that the proposal was taken back, and the next one begins with it`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, onto, _) = try await base.begin(world)
            world.set(Day(2021, 7, 9)!)
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, base.proposal(base.decided), $0) }
            let tellings = Tellings(Plans.closureTellings(Naming(), keeping: .nothing))
            func told() async throws -> Telling? {
                try await world.desk.read { try tellings.telling(of: closure.subject, TellingQuery(from: Day(2021, 6, 1)!, to: Day(2021, 7, 9)!), $0) }
            }
            let open = try #require(try await told())
            #expect(open.lines(.asked).map(\.words) == ["decide whether Peer review response is closed as is proposed"])
            #expect(open.lines(.left).map(\.words).contains { $0.hasPrefix("1.2 Log calls: closed, not implemented: The region does it") })
            try await world.desk.write(by: world.manager) { try world.plans.takeBack(closure, of: plan, $0) }
            let gone = try #require(try await told())
            #expect(gone.lines(.asked).isEmpty && gone.lines(.left).isEmpty)
            #expect(gone.lines(.summary).map(\.words) == ["The proposal of 9 July 2021 to close it was taken back on 9 July 2021."])
            let again = try #require(try await world.desk.read { try $0.facts(of: plan) }.proposedBefore([onto], []))
            #expect(again.closure.id == closure.id)
            #expect(again.fields.written("words") == "All but two are done" && again.fields.written("onward-owner") == "GM Halloran")
            #expect(again.fields.written("kind-1.1") == "carried-forward" && again.fields.written("onto-1.1") == "culture" && again.fields.written("owner-1.1") == "P. Lindqvist")
            #expect(again.fields.written("because-1.3") == "Too small to verify" && again.fields.written("due-1.1") == "2021-12-31")
        }
    }
}
