import Kernel
import People
import Storage
import TestSupport
import Testing

@testable import Plans

/// Evidence: when it holds, and the verbs that put it there, look at it and take it back.
struct EvidenceTests {
    private static let march = Day(2021, 3, 1)!

    private static func piece(through: Day? = nil) -> Evidence {
        Evidence(id: ID(1), plan: ID(1), action: ID(1), shows: "The rota", source: .link("https://a.example"), on: march, by: "operator", through: through)
    }

    private static func look(_ after: Int, through: Day? = nil) -> EvidenceLook {
        EvidenceLook(id: ID(Int64(after)), plan: ID(1), evidence: ID(1), on: march.adding(days: after), by: "person/2", through: through)
    }

    /// On which of the days 1 March + 0, 10, 20, 30 it holds.
    private static func holds(_ piece: Evidence, _ looks: [EvidenceLook] = []) -> [Bool] {
        [0, 10, 20, 30].map { EvidenceView(piece, looks: looks, on: march.adding(days: $0))?.holds ?? false }
    }

    @Test func `it holds from the day it was put there until it runs out or is taken back`() {
        #expect(EvidenceView(Self.piece(), looks: [], on: Self.march.adding(days: -1)) == nil)
        #expect(Self.holds(Self.piece()) == [true, true, true, true])
        #expect(Self.holds(Self.piece(through: Self.march.adding(days: 10))) == [true, true, false, false])
        var taken = Self.piece()
        taken.withdrawnOn = Self.march.adding(days: 20)
        #expect(Self.holds(taken) == [true, true, false, false])
    }

    @Test func `a look that says until when it holds counts from its own day on`() {
        let piece = Self.piece(through: Self.march.adding(days: 5))
        #expect(Self.holds(piece, [Self.look(20, through: Self.march.adding(days: 25))]) == [true, false, true, false])
        let view = EvidenceView(Self.piece(), looks: [Self.look(5), Self.look(20)], on: Self.march.adding(days: 10))
        #expect(view?.lastLook?.on == Self.march.adding(days: 5))
        #expect(EvidenceView(Self.piece(), looks: [Self.look(5)], on: Self.march)?.lastLook == nil)
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://", "https://user:pass@a.example/", "http:///x", "https://a\\b",
        "//a.example", "https://a.example/a b",
    ]) func `only a link that a browser may be sent to is taken`(link: String) {
        var fields = Fields(["shows": ["x"], "link": [link]])
        _ = NewEvidence(reading: &fields)
        #expect(fields.errors.contains { $0.name == "link" }, "\(link)")
    }

    @Test func `a link keeps no letter that turns the direction of writing`() {
        var fields = Fields(["shows": ["x"], "link": ["https://a.example/\u{202E}x"]])
        let new = NewEvidence(reading: &fields)
        #expect(fields.errors.isEmpty && "\(new)".contains("https://a.example/x") && !"\(new)".contains("\u{202E}"))
    }

    @Test func `one thing at a time is given, and something is`() {
        for (values, isRight) in [
            (["link": "https://a.example"], true), (["record": "plan/1"], true), ([:], false), (["record": "plan"], false),
            (["link": "https://a.example", "record": "plan/1"], false),
        ] as [([String: String], Bool)] {
            var fields = Fields(values.mapValues { [$0] }.merging(["shows": ["x"]]) { $1 })
            _ = NewEvidence(reading: &fields)
            #expect(fields.errors.isEmpty == isRight, "\(values)")
        }
        var fields = Fields(["shows": ["x"]])
        _ = NewEvidence(reading: &fields, hasFile: true)
        #expect(fields.errors.isEmpty)
    }

    private static let naming = Naming(Plans.naming)

    @Test(arguments: Engine.allCases)
    func `no evidence, no blue`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan(rules: .evidence)
            world.set(Day(2021, 3, 1)!)
            let file = try await Intake().check(Array("%PDF-1.7 rota".utf8), named: "rota.pdf")
            try await world.desk.write(by: world.owner) { [plans = world.plans] work in
                try plans.complete(action, of: plan, NewCompletion(on: Day(2021, 2, 20)!, narrative: "Out"), work)
            }
            #expect(try await world.view().actions[0].standing.sentence == "Amber: said to be done, nothing shows it, done on 20 February 2021, 39 days early, not yet verified.")
            #expect(try await world.view().bareClaims.count == 1)
            world.set(Day(2021, 3, 5)!)
            let piece = try await world.desk.write(by: world.owner) { [plans = world.plans] work in
                try plans.show(NewEvidence(shows: "The rota", through: Day(2021, 3, 20)!), for: action, of: plan, file: file, naming: Self.naming, work)
            }
            #expect(try await world.view().actions[0].standing.colour == .blue)
            #expect(try await world.view(on: Day(2021, 3, 4)).actions[0].standing.colour == .amber)
            #expect(try await world.view(on: Day(2021, 3, 21)).actions[0].standing.colour == .amber, "it ran out")
            world.set(Day(2021, 3, 25)!)
            try await world.desk.write(by: world.owner) { [plans = world.plans] work in
                #expect(throws: Refusal.self) { try plans.look(at: piece, in: plan, work) }
                try plans.look(at: piece, in: plan, through: Day(2021, 12, 31)!, work)
            }
            #expect(try await world.view().actions[0].standing.colour == .blue)
            world.set(Day(2021, 4, 1)!)
            try await world.desk.write(by: world.manager) { [plans = world.plans] work in
                try plans.takeBack(piece, in: plan, because: "It was a draft", work)
                try plans.show(NewEvidence(shows: "The plan", record: plan.subject), for: finding, of: plan, naming: Self.naming, work)
            }
            let view = try await world.view()
            #expect(view.actions[0].standing.colour == .amber)
            #expect(view.actions[0].evidence.map(\.standing) == ["taken back on 1 April 2021"])
            #expect(view.findings[0].evidence.map(\.holds) == [true])
            #expect(try await world.view(on: Day(2021, 3, 31)).actions[0].standing.colour == .blue, "the past stays as it was")
            #expect(try await world.told(plan).suffix(6).map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "" } == [
                "recorded the action as done", "attached the file", "added evidence for the action",
                "looked at evidence for the action: it still shows it", "took back evidence for the action", "added evidence for the finding",
            ])
            #expect(try await world.desk.read { try $0.bytes(of: $0.file(of: piece)) } == Array("%PDF-1.7 rota".utf8))
        }
    }

    @Test(arguments: Engine.allCases)
    func `owners show their own actions, managers anything, and readers nothing`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let other = try await world.desk.write(by: world.manager) { [plans = world.plans] work in
                try plans.add(NewAction(text: "Another", owners: ["R. Okafor"]), to: finding, of: plan, work)
            }
            func codes(_ actor: Actor) async throws -> [String?] {
                var codes: [String?] = []
                for deed in [
                    { work in try world.plans.show(NewEvidence(shows: "x", link: "https://a.example"), for: action, of: plan, naming: Self.naming, work) },
                    { work in try world.plans.show(NewEvidence(shows: "x", link: "https://a.example"), for: other, of: plan, naming: Self.naming, work) },
                    { work in try world.plans.show(NewEvidence(shows: "x", link: "https://a.example"), for: finding, of: plan, naming: Self.naming, work) },
                ] as [@Sendable (Work) throws -> Evidence] {
                    codes.append(try await refusal { _ = try await world.desk.write(by: actor, deed) }?.code)
                }
                return codes
            }
            #expect(try await codes(world.reader) == ["not-allowed", "not-allowed", "not-allowed"])
            #expect(try await codes(world.owner) == [nil, "not-allowed", "not-allowed"])
            #expect(try await codes(world.manager) == [nil, nil, nil])
        }
    }

    @Test func `a record that is not there, a day that is gone and a piece taken back twice are refused`() async throws {
        try await PlanWorld.with(.sqlite) { world in
            let (plan, _, action) = try await world.plan()
            func code(_ deed: @escaping @Sendable (Work) throws -> Void) async throws -> String? {
                try await refusal { try await world.desk.write(by: world.manager, deed) }?.code
            }
            let plans = world.plans
            #expect(try await code { work in _ = try plans.show(NewEvidence(shows: "x", record: Subject(kind: "plan", number: 9)), for: action, of: plan, naming: Self.naming, work) } == "fields-need-attention")
            #expect(try await code { work in _ = try plans.show(NewEvidence(shows: "x", link: "https://a", through: work.today.adding(days: -1)), for: action, of: plan, naming: Self.naming, work) } == "fields-need-attention")
            let piece = try await world.desk.write(by: world.manager) { work in
                try plans.show(NewEvidence(shows: "x", link: "https://a"), for: action, of: plan, naming: Self.naming, work)
            }
            #expect(try await code { work in _ = try plans.takeBack(piece, in: plan, because: "No", work) } == nil)
            let taken = try await world.desk.read { try $0.evidence(piece.id, in: plan) }
            #expect(try await code { work in _ = try plans.takeBack(taken, in: plan, because: "No", work) } == "evidence-taken-back")
            #expect(try await code { work in _ = try plans.look(at: taken, in: plan, work) } == "evidence-taken-back")
        }
    }
}
