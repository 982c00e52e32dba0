import Documents
import Kernel
import Storage
import TestSupport
import Testing
@testable import Performance

/// Reports from their draft to what has moved after they were signed, on both engines.
@Suite struct ReportTests {
    private static let march = ReportingPeriod(.month, of: month(2026, 3))

    /// A measure that misses its target in March by a tenth, and one that does not.
    private func begin(_ world: PerformanceWorld) async throws -> PerformanceMeasure {
        try await world.write { performance, work in
            let audits = try performance.add(.audits, work)
            try performance.aim(NewMeasureTarget(from: month(2026, 1), figure: Quantity(95)), for: audits, work)
            try performance.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(8), denominator: Quantity(10), isProvisional: true), of: audits, work)
            let fires = try performance.add(.fires, work)
            try performance.aim(NewMeasureTarget(from: month(2026, 1), figure: Quantity(9)), for: fires, work)
            try performance.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(9)), of: fires, work)
            return audits
        }
    }

    private func view(_ world: PerformanceWorld, on day: Day) async throws -> ReportView {
        try await world.desk.read { [performance = world.performance] session in try performance.reportView(Self.march, on: day, session) }
    }

    @Test(arguments: Engine.allCases)
    func `a report is signed once its exceptions are explained, and says what moves afterwards`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let audits = try await begin(world)
            let draft = try await view(world, on: Day(2026, 4, 6)!)
            #expect(draft.opening == "In March 2026, 1 of 2 measures that could be judged is succeeding, 0 near target and 1 in need of improvement.")
            #expect(draft.obstacles.count == 2 && draft.unexplained.map(\.measure.reference.text) == ["PM-01"] && draft.report == nil)
            #expect(try await world.code { try $0.sign(Self.march, $1) } == "report-not-ready")
            #expect(try await world.code { performance, work in try performance.explain(work.session.measure("PM-02"), in: Self.march, "x", work) } == "no-exception")
            #expect(try await world.code(by: world.reader) { try $0.explain(audits, in: Self.march, "x", $1) } == "not-allowed")
            #expect(try await world.code(by: world.owner) { try $0.comment("x", on: Self.march, $1) } == "not-allowed")
            try await world.write(by: world.owner) { try $0.explain(audits, in: Self.march, "Two officers were away.", $1) }
            try await world.write(by: world.owner) { try $0.explain(audits, in: Self.march, "Two officers were away; relief from April.", $1) }
            try await world.write { performance, work in
                try performance.comment("A quiet month.", on: Self.march, work)
                try performance.sign(Self.march, work)
            }
            #expect(try await world.code { try $0.sign(Self.march, $1) } == "report-signed")
            #expect(try await world.code { try $0.comment("x", on: Self.march, $1) } == "report-signed")
            #expect(try await world.code(by: world.owner) { try $0.explain(audits, in: Self.march, "x", $1) } == "report-signed")
            let signed = try await view(world, on: Day(2026, 4, 6)!)
            #expect(signed.signedOn == Day(2026, 4, 6)! && signed.moved.isEmpty && signed.obstacles.isEmpty && signed.lines.count == 2)

            world.set(Day(2026, 5, 4)!)
            try await world.write(by: world.owner) { try $0.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(19), denominator: Quantity(20)), of: audits, $1) }
            let later = try await view(world, on: Day(2026, 5, 4)!)
            #expect(later.moved.map(\.line.measure.reference.text) == ["PM-01"])
            #expect(later.moved[0].signed.written == "80.0% (provisional)" && later.moved[0].line.judged.standing == .succeeding)
            #expect(later.told(later.lines[0]).written == "80.0% (provisional)", "the report keeps what was signed")
            #expect(later.opening == draft.opening)
            #expect(try await view(world, on: Day(2026, 5, 3)!).moved.isEmpty)
            #expect(try await world.desk.told(Subject(kind: "performance_report", number: 1)) == [
                "person/2 began the report", "person/2 explained PM-01", "person/2 explained PM-01 anew", "person/1 wrote the commentary", "person/1 froze PM-01 as signed", "person/1 froze PM-02 as signed",
                "person/1 signed the report",
            ])
        }
    }

    @Test func `a report of a period that runs, or of nothing, is not signed`() async throws {
        try await PerformanceWorld.with(.sqlite) { world in
            let april = ReportingPeriod(.month, of: month(2026, 4))
            try await world.write { try $0.comment("Early.", on: april, $1) }
            let refused = try await refusal { _ = try await world.write { try $0.sign(april, $1) } }
            #expect(refused?.code == "report-not-ready" && refused?.sentence.contains("April 2026 is not over.") == true && refused?.sentence.contains("Nothing was measured") == true)
            #expect(try refusal { _ = try ReportingPeriod(report: "month", "2025-26") }?.code == "report-not-found")
            #expect(try refusal { _ = try ReportingPeriod(report: "week", "2026-03") }?.code == "report-not-found")
        }
    }

    @Test func `a report is one paper with its charts, whichever file is made of it`() async throws {
        try await PerformanceWorld.with(.sqlite) { world in
            _ = try await begin(world)
            let paper = try await world.desk.read { [performance = world.performance] session in
                try performance.paper(Self.march, on: Day(2026, 4, 6)!, at: .inBritain(Day(2026, 4, 6)!, hour: 9), session).document
            }
            #expect(paper.marking == "Draft" && paper.reference == "performance-2026-03")
            let text = paper.text
            #expect(text.contains("PM-01") && text.contains("80.0% (provisional)") && text.contains("Nobody has written why yet.") && text.contains("[Chart]"))
            #expect(try Document(canonical: paper.canonical) == paper, "it is kept in one form and read again")
            let html = String(decoding: try #require(try PaperFormat.html.written(paper)), as: UTF8.self)
            #expect(html.contains("<svg") && Strict.faults(in: html).isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `who writes over what somebody else wrote meanwhile is told so, and nobody signs what they did not see`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let audits = try await begin(world)
            let first = try await world.write { try $0.comment("A quiet month.", on: Self.march, version: 0, $1) }
            #expect(try await world.code { try $0.comment("Mine.", on: Self.march, version: 0, $1) } == "changed-meanwhile", "two began it at once")
            let second = try await world.write { try $0.comment("A quiet month, but for two days.", on: Self.march, version: first.version, $1) }
            #expect(try await world.code { try $0.comment("Mine.", on: Self.march, version: first.version, $1) } == "changed-meanwhile")
            let why = try await world.write(by: world.owner) { try $0.explain(audits, in: Self.march, "Two officers were away.", version: 0, $1) }
            #expect(try await world.code(by: world.owner) { try $0.explain(audits, in: Self.march, "Mine.", version: 0, $1) } == "changed-meanwhile")
            try await world.write(by: world.owner) { try $0.explain(audits, in: Self.march, "Two officers were away; relief from April.", version: why.version, $1) }
            let seen = try await view(world, on: Day(2026, 4, 6)!)
            #expect(try await world.code { try $0.sign(Self.march, version: first.version, seen: seen.mark, $1) } == "changed-meanwhile")
            try await world.write(by: world.owner) { try $0.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(7), denominator: Quantity(10)), of: audits, $1) }
            #expect(try await world.code { try $0.sign(Self.march, version: second.version, seen: seen.mark, $1) } == "changed-meanwhile", "a number moved while it was read")
            let now = try await view(world, on: Day(2026, 4, 6)!)
            #expect(now.mark != seen.mark)
            try await world.write { try $0.sign(Self.march, version: second.version, seen: now.mark, $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a signed report tells the year before as it was signed`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let audits = try await begin(world)
            try await world.write { performance, work in
                try performance.record(NewMeasureValue(from: month(2025, 3), numerator: Quantity(5), denominator: Quantity(10)), of: audits, work)
                try performance.explain(audits, in: Self.march, "Two were away.", work)
                try performance.comment("A quiet month.", on: Self.march, work)
                try performance.sign(Self.march, work)
            }
            world.set(Day(2026, 5, 4)!)
            try await world.write { performance, work in
                try performance.record(NewMeasureValue(from: month(2025, 3), numerator: Quantity(9), denominator: Quantity(10)), of: audits, work)
            }
            let later = try await view(world, on: Day(2026, 5, 4)!)
            let told = later.told(later.lines[0])
            #expect(told.sinceYearBefore == .better && told.yearBefore == "50.0%")
            #expect(later.lines[0].sinceYearBefore == .worse && later.lines[0].yearBefore.words(audits) == "90.0%", "as it would be now")
        }
    }
}
