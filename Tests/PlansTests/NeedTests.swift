import Kernel
import Plans
import Storage
import TestSupport
import Testing

/// What actions cost and who is needed for them.
struct NeedTests {
    private func new(_ text: String, once: Int64 = 0, yearly: Int64 = 0, fte: Int64 = 0, funded: Bool = false) -> NewNeed {
        NewNeed(text: text, oneOff: Hundredths(once), yearly: Hundredths(yearly), fte: Hundredths(fte), isFunded: funded)
    }

    @Test(arguments: Engine.allCases)
    func `needs are summed exactly for a finding and a plan, on each day as it was`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, action) = try await world.plan()
            let (first, analyst) = try await world.desk.write(by: world.owner) { work in
                (try world.plans.add(new("Printing", once: 120_010, funded: true), to: action, of: plan, work),
                 try world.plans.add(new("An analyst", yearly: 4_000_000, fte: 760), to: action, of: plan, work))
            }
            let start = world.today
            world.set(Day(2021, 2, 20)!)
            try await world.desk.write(by: world.manager) { work in
                let next = try world.plans.add(NewAction(text: "Log calls", owners: ["R. Okafor"]), to: finding, of: plan, work)
                try world.plans.add(new("A course", once: 5, fte: 25), to: next, of: plan, work)
            }
            #expect(NeedSum(try await world.view().needs).words == "£1,200.15 once, £40,000 a year and 7.85 FTE")
            #expect(NeedSum(try await world.view().findings[0].needs.filter { !$0.isFunded }).words == "£0.05 once, £40,000 a year and 7.85 FTE")
            try await world.desk.write(by: world.owner) { try world.plans.end(analyst, for: action, of: plan, $0) }
            #expect(NeedSum(try await world.view().needs).words == "£1,200.15 once and 0.25 FTE")
            #expect(NeedSum(try await world.view(on: start).needs).words == "£1,200.10 once, £40,000 a year and 7.6 FTE")
            #expect(try await world.view(on: start.adding(days: -1)).needs.isEmpty)
            try await world.desk.write(by: world.owner) { work in
                try world.plans.edit(first, for: action, of: plan, new("Printing", once: 90_000, funded: true), version: first.version, work)
            }
            #expect(try await world.view().actions[0].needs.map(\.oneOff.pounds) == ["£900"])
            #expect(try await world.told(plan).suffix(2) == ["person/2 said that the action needs something no more", "person/2 changed what the action needs"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `who read an old need writes over no new one, and what ended is neither changed nor ended again`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let need = try await world.desk.write(by: world.owner) { try world.plans.add(new("Printing", once: 100), to: action, of: plan, $0) }
            func refused(_ actor: Actor, _ deed: @escaping @Sendable (Work) throws -> Void) async -> String? {
                await #expect(throws: Refusal.self) { try await world.desk.write(by: actor, deed) }?.code
            }
            try await world.desk.write(by: world.owner) { try world.plans.edit(need, for: action, of: plan, new("Paper", once: 200), version: 1, $0) }
            #expect(await refused(world.owner) { work in
                try world.plans.edit(work.session.need(need.id, of: action), for: action, of: plan, new("Ink", once: 300), version: 1, work)
            } == "changed-meanwhile")
            #expect(await refused(world.owner) { try world.plans.add(new("Nothing"), to: action, of: plan, $0) } == "fields-need-attention")
            #expect(await refused(world.reader) { try world.plans.add(new("Nothing"), to: action, of: plan, $0) } == "not-allowed")
            #expect(await refused(world.reader) { try world.plans.end(need, for: action, of: plan, $0) } == "not-allowed")
            let ended = try await world.desk.write(by: world.owner) { work in
                try world.plans.end(work.session.need(need.id, of: action), for: action, of: plan, work)
            }
            #expect(await refused(world.owner) { try world.plans.end(ended, for: action, of: plan, $0) } == "need-ended-already")
            #expect(await refused(world.owner) { try world.plans.edit(ended, for: action, of: plan, new("Ink", once: 300), $0) } == "need-ended-already")
            #expect(await refused(world.owner) { _ = try $0.session.need(ID(99), of: action) } == "need-not-found")
        }
    }

    @Test func `a need says what it is, costs something, and ends after it begins`() {
        func errors(_ values: [String: String]) -> [String] {
            var fields = Fields(values.mapValues { [$0] })
            _ = NewNeed(reading: &fields)
            do { try fields.finish() } catch { return error.fields.map(\.name).sorted() }
            return []
        }
        #expect(errors(["need": "x", "fte": "0.5"]).isEmpty)
        #expect(errors(["fte": "7.666", "yearly": "lots"]) == ["fte", "need", "yearly"])
        #expect(errors(["need": "x", "fte": "1", "needed-from": "2026-05-01", "needed-through": "2026-04-01"]) == ["needed-through"])
        #expect(errors(["need": "x", "fte": "1", "funding": "perhaps"]) == ["funding"])
    }
}
