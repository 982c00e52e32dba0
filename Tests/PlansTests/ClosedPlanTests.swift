import Documents
import Kernel
@testable import Plans
import Storage
import TestSupport
import Testing

/// What a closed plan shows of what ended with it.
extension ClosingPlansTests {
    @Test(arguments: Engine.allCases)
    func `a closed plan says how it ended, and nothing of that is late, behind or unscheduled`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, _) = try await begin(world)
            world.set(Day(2021, 7, 5)!)
            func told(_ view: PlanView) -> [String] { view.shares.map { "\($0.count) \($0.words)" } }
            #expect(told(try await world.view()) == ["1 done", "2 late"])
            try await close(plan, decided, world)
            let view = try await world.view()
            #expect(told(view) == ["1 done", "1 carried forward", "1 closed, not implemented"])
            #expect(view.endingInWords == "1 done, 1 carried forward and 1 closed, not implemented")
            #expect(told(try await world.view(on: Day(2021, 7, 4)!)) == ["1 done", "2 late"], "the day before it was closed")
            let payload = PlanPayload(view)
            #expect(view.counts == [.blue: 1] && payload.counts["grey"] == 0 && payload.ended == ["carried-forward": 1, "not-implemented": 1])
            #expect(view.actions.map(\.ended) == [.carriedForward, .notImplemented, nil])
            let words = PlanInWords(view: view).text
            #expect(words.contains("1 done, 1 carried forward, 1 closed, not implemented") && !words.contains("not scheduled"))
            let account = PlanAccount(view.facts, from: Day(2021, 6, 30)!, to: world.today)
            #expect(account.course.last?.counts.filter { $0.number > 0 }.map(\.words) == ["done", "carried forward", "closed, not implemented"])
            #expect(account.groups.flatMap(\.items).map(\.isOver) == [true, true, false])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a table to take away leaves out what is needed no more on its day`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            try await world.desk.write(by: world.owner) { work in
                try world.plans.add(
                    NewNeed(text: "An analyst", yearly: Hundredths(4_620_000), fte: Hundredths(100), through: Day(2021, 2, 28)!), to: action, of: plan, work)
            }
            func table(_ day: Day) async throws -> String {
                let view = try await world.view(on: day)
                return String(decoding: try PlanExport(view: view, filter: PlanFilter()).bytes(as: .csv), as: UTF8.self)
            }
            #expect(try await table(Day(2021, 2, 28)!).contains("46200"))
            #expect(try await !table(Day(2021, 3, 1)!).contains("46200"))
        }
    }
}
