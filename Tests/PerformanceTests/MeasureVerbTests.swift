import Documents
import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Performance

/// The verbs of measures on both engines, each with what the journal says of it.
@Suite struct MeasureVerbTests {
    @Test(arguments: Engine.allCases)
    func `a measure is added, aimed, recorded, revised and ended`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let measure = try await world.write { try $0.add(.audits, $1) }
            #expect(measure.reference.text == "PM-01" && measure.owner == ID(2))
            #expect(try await world.write { try $0.add(.fires, $1) }.reference.text == "PM-02", "the next number")
            try await world.write { performance, work in
                try performance.aim(NewMeasureTarget(from: month(2025, 4), figure: Quantity(95)), for: measure, work)
                try performance.rebase(measure, NewMeasureRebase(from: month(2026, 2), reason: "Two teams were joined"), work)
            }
            let first = try await world.write(by: world.owner) { try $0.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(36), denominator: Quantity(40), isProvisional: true), of: measure, $1) }
            world.set(Day(2026, 5, 2)!)
            let again = try await world.write(by: world.owner) { try $0.record(NewMeasureValue(from: Day(2026, 3, 9)!, numerator: Quantity(36), denominator: Quantity(40), isProvisional: true), of: measure, $1) }
            #expect(again == first, "what says the same is left as it is")
            let second = try await world.write(by: world.owner) { try $0.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(38), denominator: Quantity(40), note: "Two came late"), of: measure, $1) }
            #expect(second.replaces == first.id && second.recorded == Day(2026, 5, 2)!)
            let view = try await world.view("pm-01", on: Day(2026, 5, 2)!)
            #expect(view.judged(ReportingPeriod(.month, of: month(2026, 3))).standing == .succeeding && view.facts.values.count == 2 && view.facts.owner == "P. Lindqvist")
            #expect(try await world.view("PM-01", on: Day(2026, 5, 1)!).judged(ReportingPeriod(.month, of: month(2026, 3))).standing == .near)
            #expect(view.rebases.map(\.reason) == ["Two teams were joined"] && view.targets[0].tolerance == Quantity(10))
            var new = NewPerformanceMeasure.audits
            new.title = "Audits in time"
            let edited = try await world.write { [new] in try $0.edit(measure, new, version: 1, $1) }
            #expect(edited.title == "Audits in time" && edited.version == 2)
            try await world.write { performance, work in
                try performance.drop(work.session.target(ID(1), of: measure), of: measure, work)
                try performance.drop(work.session.rebase(ID(1), of: measure), of: measure, work)
                try performance.end(edited, on: work.today, work)
            }
            #expect(try await world.desk.told(measure.subject) == [
                "person/1 added the measure", "person/1 set the target", "person/1 rebased the chart", "person/2 recorded the value", "person/2 revised the value",
                "person/1 edited the measure", "person/1 took back the target", "person/1 took back the rebasing", "person/1 ended the measure",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a year parted by months is kept month by month`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let measure = try await world.write { try $0.add(.fires, $1) }
            let months = (1...12).map { Quantity($0) }
            try await world.write { try $0.aim(NewMeasureTarget(from: month(2026, 4), shape: .months, figure: Quantity(78), months: months), for: measure, $1) }
            #expect(try await world.view("PM-01", on: Day(2026, 4, 6)!).targets[0].months == months)
        }
    }

    @Test(arguments: Engine.allCases)
    func `only who may does each, and what can’t be is refused`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let measure = try await world.write { try $0.add(.audits, $1) }
            let value = NewMeasureValue(from: month(2026, 3), numerator: Quantity(1), denominator: Quantity(2))
            #expect(try await world.code(by: world.owner) { try $0.add(.fires, $1) } == "not-allowed")
            #expect(try await world.code(by: world.reader) { try $0.record(value, of: measure, $1) } == "not-allowed")
            #expect(try await world.code(by: world.owner) { try $0.aim(NewMeasureTarget(from: month(2026, 4), figure: Quantity(1)), for: measure, $1) } == "not-allowed")
            #expect(try await world.code { performance, work in
                var new = NewPerformanceMeasure.fires
                new.reference = Reference(checking: "pm-01")
                try performance.add(new, work)
            } == "reference-taken")
            #expect(try await world.code { performance, work in
                var new = NewPerformanceMeasure.audits
                new.frequency = .quarter
                try performance.edit(measure, new, work)
            } == "measure-stays-so")
            #expect(try await world.code { performance, work in
                var new = NewPerformanceMeasure.fires
                new.polarity = .neutral
                try performance.aim(NewMeasureTarget(from: month(2026, 4), figure: Quantity(1)), for: performance.add(new, work), work)
            } == "target-on-neutral")
            #expect(try await world.code { try $0.aim(NewMeasureTarget(from: month(2026, 4), shape: .even, figure: Quantity(1)), for: measure, $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.record(NewMeasureValue(from: month(2026, 4), numerator: Quantity(1), denominator: Quantity(2)), of: measure, $1) } == "period-not-over")
            #expect(try await world.code { try $0.record(NewMeasureValue(from: month(2026, 5), numerator: Quantity(1), denominator: Quantity(2), isProvisional: true), of: measure, $1) } == "period-not-over")
            #expect(try await world.code { try $0.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(1)), of: measure, $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(2_000_000_000), denominator: Quantity(1)), of: measure, $1) } == "fields-need-attention")
            #expect(try await world.code { performance, work in
                try performance.rebase(measure, NewMeasureRebase(from: month(2026, 2), reason: "x"), work)
                try performance.rebase(measure, NewMeasureRebase(from: month(2026, 2), reason: "y"), work)
            } == "measure-rebased-already")
            #expect(try await world.code { try $0.edit(measure, .audits, version: 9, $1) } == "changed-meanwhile")
            try await world.write { try $0.end(measure, on: $1.today, $1) }
            #expect(try await world.code { performance, work in try performance.record(value, of: work.session.measure("PM-01"), work) } == "performance-measure-ended")
            #expect(try await refusal { _ = try await world.view("PM-09", on: Day(2026, 4, 6)!) }?.code == "performance-measure-not-found")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a file of values is looked through before anything is taken`(_ engine: Engine) async throws {
        try await PerformanceWorld.with(engine) { world in
            let (audits, _) = try await world.write { (try $0.add(.audits, $1), try $0.add(.fires, $1)) }
            try await world.write { try $0.record(NewMeasureValue(from: month(2026, 1), numerator: Quantity(9), denominator: Quantity(10)), of: audits, $1) }
            let text = """
                Measure,Month,Numerator,Denominator,Status
                PM-01,2026-01,9,10,final
                PM-01,Feb-26,"1,000",1100,
                pm-02,2026-02,7,,p
                PM-02,2026-03,x,,
                PM-09,2026-03,1,,
                PM-02,2026-02,8,,
                PM-02,2026-04,8,,
                PM-01,2026-03,8,,
                """
            func preview(_ text: String) async throws -> ValuePreview {
                let rows = try ValueFile.rows(FileBytes(Array(text.utf8), named: "values.csv"))
                return try await world.desk.read { [performance = world.performance] session in
                    ValuePreview(rows, try performance.facts(of: session.measures(), on: Day(2026, 4, 6)!, session), today: Day(2026, 4, 6)!)
                }
            }
            let first = try await preview(text)
            #expect(first.rows.map(\.outcome.code) == ["same", "new", "new", "wrong", "wrong", "wrong", "wrong", "wrong"])
            #expect(first.rows[5].outcome.words == "Row 4 gives February 2026 already." && first.rows[6].outcome.words == "April 2026 is not over. Mark its value as provisional.")
            #expect(try await world.code { try $0.take(first, $1) } == "measure-rows-wrong")
            let good = try await preview(text.split(separator: "\n").prefix(4).joined(separator: "\n"))
            #expect(try await world.write(by: world.owner) { try $0.take(good, $1) } == 2)
            #expect(try await world.view("PM-01", on: Day(2026, 4, 6)!).figure(ReportingPeriod(.month, of: month(2026, 2))).value == quantity("90.909091"))
            let revised = try await preview("measure,period,value\nPM-02,2026-02,6\n")
            #expect(revised.rows[0].outcome == .revised("7 fires, provisional"))
            #expect(try await world.code(by: world.reader) { try $0.take(revised, $1) } == "not-allowed")
            #expect(try refusal { _ = try ValueFile.rows(FileBytes(Array("a,b\n1,2\n".utf8), named: "values.csv")) }?.code == "columns-not-matched")
        }
    }

    @Test func `a live figure is worked out for each period that is over`() async throws {
        let figure = LiveFigure("things", "Things", kind: .count, meaning: "Things.") { periods, day, _ in
            #expect(day == Day(2026, 4, 6)!)
            return periods.map { MeasuredValue($0, Quantity($0.from.parts.month)) }
        }
        try await PerformanceWorld.with(.sqlite, figures: [figure]) { world in
            let things = NewPerformanceMeasure(title: "Things", meaning: "Things", source: .live, figure: "things", measuredFrom: month(2026, 1))
            let measure = try await world.write { try $0.add(things, $1) }
            let view = try await world.view("PM-01", on: Day(2026, 4, 6)!)
            #expect(view.charted.map(\.code) == ["2026-01", "2026-02", "2026-03"] && view.figure(ReportingPeriod(.quarter, of: month(2026, 3))).value == Quantity(6))
            #expect(try await world.code { try $0.record(NewMeasureValue(from: month(2026, 3), numerator: Quantity(1)), of: measure, $1) } == "measure-is-live")
            var new = things
            new.figure = "nothing"
            let unknown = new
            #expect(try await world.code { try $0.add(unknown, $1) } == "fields-need-attention")
        }
    }

    @Test func `a series is read from any file with a column of numbers`() throws {
        let file = try SeriesFile(FileBytes(Array("month,target,value,comment\n2026-01,5,1.5,a\n2026-02,5,2,b\n".utf8), named: "x.csv"))
        #expect(file.values == [1.5, 2] && file.labels == ["2026-01", "2026-02"])
        #expect(try SeriesFile(FileBytes(Array("1\n2\n10\n".utf8), named: "x.csv")).values == [1, 2, 10])
        #expect(try SeriesFile(FileBytes(Array("m,a,b\nx,1,2\n".utf8), named: "x.csv"), value: "A").values == [1])
        #expect(try refusal { _ = try SeriesFile(FileBytes(Array("m,a\nx,\n".utf8), named: "x.csv"), value: "a") }?.code == "series-not-readable")
        #expect(try refusal { _ = try SeriesFile(FileBytes(Array("m,a\nx,1\n".utf8), named: "x.csv"), value: "z") }?.code == "column-not-found")
    }
}
