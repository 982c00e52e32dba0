import ArgumentParser
import Kernel
import People
import Plans
import Storage
import TestSupport
import Testing

/// What findings and actions are measured by, and what was read. It begins on 30 January 2021.
struct MeasuringTests {
    private let ninetyFive = NewMeasure(title: "Notices on time", unit: "per cent", threshold: Quantity(95))

    @Test(arguments: [
        (SuccessMeasure.Polarity.higher, "95", true), (.higher, "94.999999", false), (.lower, "95", true), (.lower, "95.000001", false),
    ])
    func `it holds at its threshold, and on the better side of it`(_ polarity: SuccessMeasure.Polarity, _ value: String, _ holds: Bool) throws {
        let measure = SuccessMeasure(
            id: ID(1), plan: ID(1), finding: ID(1), title: "t", unit: "%", polarity: polarity, threshold: Quantity(95), since: Day(2021, 1, 1)!)
        #expect(measure.holds(at: try #require(Quantity(value))) == holds)
    }

    @Test(arguments: Engine.allCases)
    func `a measure is what was read last by the day shown, and a reading taken back counts until then`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, finding, _) = try await world.plan()
            let measure = try await world.desk.write(by: world.manager) { try world.plans.measure(finding, of: plan, by: ninetyFive, $0) }
            #expect(try await world.view().facts.measures(on: world.today)[0].holds == nil)
            func read(_ day: Day, _ value: Int) async throws -> MeasureReading {
                try await world.desk.write(by: world.owner) { try world.plans.read(measure, of: plan, NewReading(on: day, value: Quantity(value)), $0) }
            }
            world.set(Day(2021, 3, 10)!)
            _ = try await read(Day(2021, 3, 1)!, 96)
            let low = try await read(Day(2021, 3, 5)!, 80)
            _ = try await read(Day(2021, 2, 20)!, 97)
            func state(_ day: Day) async throws -> MeasureView { try await world.view(on: day).facts.measures(on: day)[0] }
            #expect(try await state(Day(2021, 3, 4)!).holds == true)
            let fallen = try await state(Day(2021, 3, 10)!)
            #expect(fallen.isBelow && fallen.words == "“Notices on time” was 80 per cent on 5 March 2021 and must be at least 95 per cent")
            #expect(fallen.hasFallen(since: Day(2021, 3, 4)!) && !fallen.hasFallen(since: Day(2021, 3, 5)!) && !fallen.hasFallen(since: Day(2021, 2, 19)!))
            world.set(Day(2021, 3, 20)!)
            try await world.desk.write(by: world.owner, because: "Counted twice") {
                try world.plans.takeBack(low, of: measure, in: plan, because: "Counted twice", $0)
            }
            #expect(try await state(Day(2021, 3, 20)!).latest?.value == Quantity(96))
            #expect(try await state(Day(2021, 3, 19)!).latest?.value == Quantity(80), "it stood that evening")
            #expect(try await world.told(plan).suffix(5) == [
                "person/1 added the measure", "person/2 read the measure", "person/2 read the measure", "person/2 read the measure",
                "person/2 took back a reading of the measure",
            ])
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what can't be read or changed is refused by name, and nothing is written`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let measure = try await world.desk.write(by: world.manager) { try world.plans.measure(action, of: plan, by: self.ninetyFive, $0) }
            func refused(_ actor: Actor, _ deed: @escaping @Sendable (Work) throws -> Void) async -> String? {
                await #expect(throws: Refusal.self) { try await world.desk.write(by: actor, deed) }?.code
            }
            let (now, plans) = (world.today, world.plans)
            func reading(_ measure: SuccessMeasure, on day: Day) -> @Sendable (Work) throws -> Void {
                { work in try plans.read(measure, of: plan, NewReading(on: day, value: Quantity(96)), work) }
            }
            func editing(_ measure: SuccessMeasure, _ new: NewMeasure, _ version: Int? = nil) -> @Sendable (Work) throws -> Void {
                { work in try plans.edit(measure, of: plan, new, version: version, work) }
            }
            let ninetyFive = ninetyFive
            #expect(await refused(world.owner) { try plans.measure(action, of: plan, by: ninetyFive, $0) } == "not-allowed")
            #expect(await refused(world.reader, reading(measure, on: now)) == "not-allowed")
            #expect(await refused(Actor(person: 91, name: "A. Nother", roles: [.reader, .owner]), reading(measure, on: now)) == "not-allowed")
            #expect(await refused(world.owner, reading(measure, on: now.adding(days: 1))) == "reading-of-the-future")
            let first = try await world.desk.write(by: world.owner) { try plans.read(measure, of: plan, NewReading(on: now, value: Quantity(96)), $0) }
            var (lower, better) = (ninetyFive, ninetyFive)
            lower.threshold = Quantity(90)
            better.title = "Notices published in time"
            #expect(await refused(world.manager, editing(measure, lower)) == "measure-has-readings")
            try await world.desk.write(by: world.manager, editing(measure, better))
            #expect(await refused(world.manager, editing(measure, better, 1)) == "changed-meanwhile")
            let takingBack: @Sendable (Work) throws -> Void = { work in
                try plans.takeBack(work.session.reading(first.id, of: measure), of: measure, in: plan, because: "Wrong", work)
            }
            try await world.desk.write(by: world.owner, takingBack)
            #expect(await refused(world.owner, takingBack) == "reading-taken-back")
            let ending: @Sendable (Work) throws -> Void = { work in
                try plans.end(work.session.measure(measure.id, in: plan), of: plan, because: "Replaced", work)
            }
            try await world.desk.write(by: world.manager, ending)
            #expect(await refused(world.manager, ending) == "measure-ended")
            let ended = try await world.desk.read { try $0.measure(measure.id, in: plan) }
            #expect(ended.title == "Notices published in time")
            #expect(await refused(world.owner, reading(ended, on: now)) == "measure-not-there-then")
            #expect(try await world.view().facts.measures(on: now).isEmpty)
            #expect(await refused(world.owner) { _ = try $0.session.measure(ID(77), in: plan) } == "measure-not-found")
            #expect(await refused(world.owner) { _ = try $0.session.reading(ID(77), of: measure) } == "reading-not-found")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an operator measures from the command line`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, _) = try await world.plan()
            func run(_ words: String...) async throws {
                let command = try PlanCommand.parseAsRoot(["measure"] + words)
                try await Operating.$open.withValue(Opening { _ in world.desk }) {
                    guard var command = command as? any AsyncParsableCommand else { return }
                    try await command.run()
                }
            }
            try await run("add", "peer-review-response", "--finding", "1", "--title", "On time", "--unit", "%", "--threshold", "95")
            try await run("edit", "peer-review-response", "1", "--threshold", "92.5")
            try await run("read", "peer-review-response", "1", "91", "--note", "January")
            try await run("take-back", "peer-review-response", "1", "1", "--because", "Not counted yet")
            try await run("read", "peer-review-response", "1", "93", "--json")
            try await run("list", "peer-review-response")
            try await run("show", "peer-review-response", "1", "--json")
            #expect(try await world.view().facts.measures(on: world.today)[0].holds == true)
            try await run("end", "peer-review-response", "1", "--because", "Replaced")
            for words in [["add", "peer-review-response", "--title", "x"], ["end", "peer-review-response", "1"]] {
                let refusal = await #expect(throws: Refusal.self) {
                    let command = try PlanCommand.parseAsRoot(["measure"] + words)
                    try await Operating.$open.withValue(Opening { _ in world.desk }) {
                        guard var command = command as? any AsyncParsableCommand else { return }
                        try await command.run()
                    }
                }
                #expect(refusal?.code == "fields-need-attention")
            }
            #expect(try await world.told(plan).suffix(6).map { $0.replacing("operator ", with: "") } == [
                "added the measure", "edited the measure", "read the measure", "took back a reading of the measure", "read the measure", "ended the measure",
            ])
        }
    }
}
