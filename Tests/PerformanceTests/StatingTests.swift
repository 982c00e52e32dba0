import Kernel
import Storage
import TestSupport
import Testing
@testable import Performance

/// What measures and signed reports say to claims of other slices, on both engines. It begins on 6 April 2026.
@Suite struct StatingTests {
    private func days(_ world: PerformanceWorld, _ record: Subject, _ period: String? = nil, asKnownAt size: Int64? = nil) async throws -> [(String, String, String?)] {
        let desk = Desk(world.desk.store, clock: world.clock.clock, figures: Figures(world.performance.stating))
        return try await desk.read { session in
            let asked = AskedFigure(record, period: period)
            return try session.courses(of: [asked], asKnownAt: size)[asked]?.days.map { ($0.since.iso, $0.figure.written, $0.figure.standing) } ?? []
        }
    }

    @Test(arguments: Engine.allCases)
    func `a measure says what each period came to as it was recorded and revised, and how it stood against the target of the day`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let audits = try await world.write { performance, work in
                let audits = try performance.add(.audits, work)
                try performance.record(NewMeasureValue(from: month(2026, 2), numerator: Quantity(9), denominator: Quantity(10)), of: audits, work)
                try performance.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(8), denominator: Quantity(10), isProvisional: true), of: audits, work)
                return audits
            }
            let size = try await world.desk.read { try Journal($0).size() }
            world.set(Day(2026, 4, 20)!)
            try await world.write { performance, work in
                try performance.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(19), denominator: Quantity(20)), of: audits, work)
            }
            world.set(Day(2026, 5, 1)!)
            try await world.write { performance, work in try performance.aim(NewMeasureTarget(from: month(2026, 1), figure: Quantity(97)), for: audits, work) }
            let march = try await days(world, audits.subject, "2026-03")
            #expect(march.map(\.0) == ["2026-04-06", "2026-04-20", "2026-05-01"] && march.map(\.1) == ["80.0% (provisional)", "95.0%", "95.0%"])
            #expect(march.map(\.2) == [nil, nil, "Near target"])
            #expect(try await days(world, audits.subject).map(\.1) == march.map(\.1), "the latest is of March")
            #expect(try await days(world, audits.subject, "2025-26-q4").map(\.1) == ["85.0% (2 of 3 months, provisional)", "93.3% (2 of 3 months)", "93.3% (2 of 3 months)"])
            #expect(try await days(world, audits.subject, "2026-03", asKnownAt: size).map(\.1) == ["80.0% (provisional)"], "as it was known then")
            #expect(try await days(world, audits.subject, "2026-01").isEmpty)
            #expect(try await days(world, Subject(kind: "performance_measure", number: 9)).isEmpty)
            let desk = Desk(world.desk.store, clock: world.clock.clock, figures: Figures(world.performance.stating))
            let read = try await desk.read { session in try ["March 2026", "2025/26", "2011/12", "soon"].map { try session.period(of: audits.subject, written: $0) } }
            #expect(read == ["2026-03", "2025-26", "2011-12", nil], "what may be a month is one")
            #expect(try await desk.read { try $0.meaning(of: audits.subject) } == FigureMeaning(title: "Audits finished in time", unit: "%", isHigherBetter: true))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a live figure is known once its period is over`(_ engine: Engine) async throws {
        let figure = LiveFigure("calls", "Calls", kind: .count, unit: "calls", meaning: "Calls.") { periods, _, _ in periods.map { MeasuredValue($0, Quantity($0.from.parts.month)) } }
        try await PerformanceWorld.with(engine, figures: [figure]) { world in
            let calls = try await world.write { performance, work in
                try performance.add(NewPerformanceMeasure(title: "Calls", meaning: "Calls.", unit: "calls", source: .live, figure: "calls", measuredFrom: month(2026, 1)), work)
            }
            let latest = try await days(world, calls.subject)
            #expect(latest.map(\.0) == ["2026-02-01", "2026-03-01", "2026-04-01"] && latest.map(\.1) == ["1 call", "2 calls", "3 calls"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a signed report says what it was signed with, and what has moved`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let march = ReportingPeriod(.month, of: month(2026, 3))
            let (fires, draft) = try await world.write { performance, work in
                let fires = try performance.add(.fires, work)
                try performance.aim(NewMeasureTarget(from: month(2026, 1), figure: Quantity(9)), for: fires, work)
                try performance.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(9)), of: fires, work)
                return (fires, try performance.comment("A quiet month.", on: march, work))
            }
            #expect(try await days(world, draft.subject).isEmpty, "a draft says nothing yet")
            try await world.write { performance, work in try performance.sign(march, work) }
            #expect(try await days(world, draft.subject).map(\.1) == ["1 of 1 measure succeeding"])
            world.set(Day(2026, 5, 4)!)
            try await world.write { performance, work in try performance.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(8)), of: fires, work) }
            let moved = try await days(world, draft.subject)
            #expect(moved.map(\.0) == ["2026-04-06", "2026-05-04"] && moved.map(\.2) == [nil, "1 of its 1 number moved since it was signed"])
            let view = try await world.desk.read { [performance = world.performance] session in try performance.reportView(march, on: Day(2026, 5, 4)!, session) }
            #expect(view.stale(view.lines[0]) == "stale: was 9 fires as signed on 6 April 2026, is 8 fires now")
        }
    }
}
