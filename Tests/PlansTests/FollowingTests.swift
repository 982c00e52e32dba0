import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Plans

/// Measures of findings that follow a measure of the service. It begins on 30 January 2021.
struct FollowingTests {
    private let record = Subject(kind: "party", number: 2)
    private let approver = Actor(person: 90, name: "S. Marchetti", roles: [.reader, .approver])
    private var wanted: NewMeasure { NewMeasure(title: "Answered", unit: "%", threshold: Quantity(90), follows: record) }

    @Test(arguments: Engine.allCases)
    func `it is what the other says by the day shown, provisional or not, and unknown once that ended`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, finding, _) = try await world.plan()
            let measure = try await world.desk.write(by: world.manager) { try world.plans.measure(finding, of: plan, by: wanted, $0) }
            func state(_ day: Day? = nil) async throws -> MeasureView { try await world.view(on: day).facts.measures(on: day ?? world.today)[0] }
            let unknown = try await state()
            #expect(unknown.holds == nil && unknown.unknown == "nothing is known of what it follows")
            #expect(unknown.words == "“Answered” is not known, since nothing is known of what it follows, and must be at least 90%")

            world.set(Day(2021, 4, 20)!)
            said.say(record, "1", "96", since: Day(2021, 2, 10)!)
            said.say(record, "2", "80", since: Day(2021, 3, 10)!, provisional: true)
            let latest = try await state()
            #expect(latest.holds == false && latest.words == "“Answered” was 80% (provisional) for Period 2 and must be at least 90%")
            #expect(latest.readings.map(\.value) == [Quantity(96), Quantity(80)] && latest.hasFallen(since: Day(2021, 2, 28)!) && !latest.hasFallen(since: Day(2021, 3, 10)!))
            #expect(try await state(Day(2021, 3, 9)!).holds == true)
            #expect(try await world.desk.read { try $0.view(of: measure, on: Day(2021, 4, 20)!) } == latest, "a measure alone is read as its plan’s are")

            said.end(on: Day(2021, 4, 15)!)
            #expect(try await state().unknown == "what it follows has been measured no more since 15 April 2021")
            #expect(try await state(Day(2021, 4, 14)!).holds == false)
            #expect(try await world.told(plan).last == "person/1 added the measure")
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody reads it, and only what has figures is followed`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, finding, _) = try await world.plan()
            func code(_ deed: @escaping @Sendable (Work) throws -> Void) async throws -> String? { try await refusal { try await world.desk.write(by: world.manager, deed) }?.code }
            let measure = try await world.desk.write(by: world.manager) { try world.plans.measure(finding, of: plan, by: wanted, $0) }
            #expect(try await code { _ = try world.plans.read(measure, of: plan, NewReading(on: $0.today, value: Quantity(1)), $0) } == "measure-follows")
            var other = wanted
            for follows in [Subject(kind: "party", number: 99), plan.subject, Subject(kind: "nothing", number: 1)] {
                other.follows = follows
                let new = other
                #expect(try await code { _ = try world.plans.measure(finding, of: plan, by: new, $0) } == "fields-need-attention", "\(follows)")
                #expect(try await code { _ = try world.plans.edit(measure, of: plan, new, $0) } == "fields-need-attention", "\(follows)")
            }
            other.follows = nil
            let typed = other
            let loose = try await world.desk.write(by: world.manager) { try world.plans.edit(measure, of: plan, typed, $0) }
            try await world.desk.write(by: world.manager) { try world.plans.read(loose, of: plan, NewReading(on: $0.today, value: Quantity(91)), $0) }
            #expect(try await code { _ = try world.plans.edit(loose, of: plan, wanted, $0) } == "measure-has-readings", "what was read keeps its meaning")
            var fields = Fields(["title": "x", "unit": "%", "threshold": "1", "follows": "nothing"])
            _ = NewMeasure(reading: &fields)
            #expect(fields.errors.map(\.name) == ["follows"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a closed finding falls with the measure that it follows, and a manager is reminded`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, finding, action) = try await world.plan(rules: .evidence)
            let measure = try await world.desk.write(by: world.manager) { try world.plans.measure(finding, of: plan, by: wanted, $0) }
            said.say(record, "1", "96", since: Day(2021, 1, 10)!)
            try await world.desk.write(by: world.owner) { try world.plans.complete(action, of: plan, NewCompletion(on: $0.today), $0) }
            try await world.desk.write(by: approver) { try world.plans.accept(action, of: plan, NewAcceptance(on: $0.today, lookedAt: "All", measure: measure.id), $0) }
            #expect(try await world.view().findings[0].closing.fallen.isEmpty)
            #expect(try await world.told(plan).contains("person/90 kept what the measure was"))
            let kept = try await world.desk.read { try $0.all(MeasureReading.self, "WHERE measure = \(measure.id)") }
            #expect(kept.map(\.stated?.period) == ["1"] && kept.map(\.value) == [Quantity(96)])
            #expect(try await refusal { _ = try await world.desk.write(by: world.manager) { try world.plans.takeBack(kept[0], of: measure, in: plan, because: "x", $0) } }?.code == "measure-follows")

            world.set(Day(2021, 5, 1)!)
            said.say(record, "2", "80", since: Day(2021, 4, 10)!)
            let fallen = try await world.view()
            #expect(fallen.findings[0].closing.fallen.map(\.measure.id) == [measure.id] && fallen.findings[0].standing.label == "Fallen since")
            #expect(ClosingGate(fallen).count(.fallen) == 1)
            let reminders = try await world.desk.read { [manager = world.manager, today = world.today] session in
                try ReminderSource.all([Plans.reminders], session, on: today)(Reminded(manager, on: today, session)).filter { $0.kind == .fallen }
            }
            #expect(reminders.map(\.because) == ["“Answered” was 80% for Period 2 and must be at least 90%."])
            let account = PlanAccount(before: try await world.view(on: Day(2021, 4, 9)!), now: try await world.view(on: Day(2021, 4, 10)!))
            #expect("\(account.differences)".contains("it has fallen since this was closed"), "\(account.differences)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `where records were put right that something was closed on, it says so and has fallen`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, finding, action) = try await world.plan(rules: .evidence)
            try await world.desk.write(by: world.manager) { try world.plans.measure(finding, of: plan, by: wanted, $0) }
            said.say(record, "1", "96", since: Day(2021, 1, 10)!)
            try await world.desk.write(by: world.owner) { try world.plans.complete(action, of: plan, NewCompletion(on: $0.today), $0) }
            try await world.desk.write(by: approver) { try world.plans.accept(action, of: plan, NewAcceptance(on: $0.today, lookedAt: "All"), $0) }
            world.set(Day(2021, 3, 1)!)
            said.rewrite(record, [(Day(2021, 1, 10)!, "1", "93")])
            let moved = try await world.view()
            #expect(moved.facts.measures(on: world.today)[0].stale == "stale: Period 1 was 96% on 30 January 2021, is 93% now")
            #expect(moved.findings[0].closing.fallen.isEmpty, "it still holds")
            said.rewrite(record, [(Day(2021, 1, 10)!, "1", "70")])
            let fallen = try await world.view()
            #expect(fallen.findings[0].closing.fallen.count == 1, "by the records as they are now it never held, and when it was closed it did")
            #expect(fallen.facts.measures(on: world.today)[0].stale == "stale: Period 1 was 96% on 30 January 2021, is 70% now")
        }
    }
}
