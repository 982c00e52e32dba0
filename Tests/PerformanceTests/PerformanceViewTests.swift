import Kernel
import Testing
@testable import Performance

/// What follows from the facts of a measure on a day, without any database.
@Suite struct MeasureViewTests {
    static let today = Day(2026, 4, 6)!

    static func measure(_ new: NewPerformanceMeasure) -> PerformanceMeasure { PerformanceMeasure(id: ID(1), Reference(checking: "PM-01")!, new, owner: nil, since: month(2025, 4)) }

    static func values(_ rows: [(Day, String, String?)], provisional: Set<Int> = []) -> [MeasureValue] {
        rows.enumerated().map { index, row in
            MeasureValue(
                id: ID(Int64(index + 1)), measure: ID(1), from: row.0, numerator: quantity(row.1), denominator: row.2.map(quantity), isProvisional: provisional.contains(index),
                recorded: row.0.adding(days: 35), by: "person/2")
        }
    }

    static func target(_ from: Day, _ figure: String, _ shape: MeasureTarget.Shape = .level, id: Int64 = 1, months: [Quantity] = [], tolerance: String = "10") -> MeasureTarget {
        MeasureTarget(id: ID(id), measure: ID(1), from: from, shape: shape, figure: quantity(figure), months: months, tolerance: quantity(tolerance), since: from)
    }

    static let rates = values([(month(2026, 1), "9", "10"), (month(2026, 2), "1", "2"), (month(2026, 3), "37", "40")])

    @Test func `a rate of a quarter is the sum over the sum, never the mean of rates`() {
        let view = PerformanceView(MeasureFacts(Self.measure(.audits), values: Self.rates), on: Day(2026, 5, 30)!)
        let quarter = view.figure(ReportingPeriod(.quarter, of: month(2026, 3)))
        #expect(quarter.numerator == Quantity(47) && quarter.denominator == Quantity(52) && quarter.value == quantity("90.384615"))
        #expect(quarter.isWhole && quarter.words(view.measure) == "90.4%" && quarter.fraction(view.measure) == "47 of 52")
        #expect(view.figure(ReportingPeriod(.month, of: month(2026, 2))).value == Quantity(50))
        let year = view.figure(ReportingPeriod(.year, of: month(2026, 3)))
        #expect(year.value == quarter.value && !year.isWhole && year.missing.count == 9 && year.words(view.measure) == "90.4% (3 of 12 months)")
    }

    @Test func `a rate of nothing is no rate, and not nought`() {
        let facts = MeasureFacts(Self.measure(.audits), values: Self.values([(month(2026, 2), "0", "0"), (month(2026, 3), "0", "5")]), targets: [Self.target(month(2025, 4), "95")])
        let view = PerformanceView(facts, on: Day(2026, 5, 30)!)
        let none = view.judged(ReportingPeriod(.month, of: month(2026, 2)))
        #expect(none.figure.value == nil && none.figure.isOfNothing && none.figure.words(view.measure) == "Nothing to measure" && none.standing == .unknown)
        let nought = view.judged(ReportingPeriod(.month, of: month(2026, 3)))
        #expect(nought.figure.value == Quantity(0) && nought.standing == .needsImprovement)
        #expect(view.charted.map(\.code) == ["2026-03"], "a chart has no point where there is no rate")
    }

    @Test func `counts add up over quarters, years and twelve months, and say what is missing`() {
        let rows = (0..<14).map { (month(2025, 1).adding(months: $0), "\($0 + 1)", String?.none) }
        let view = PerformanceView(MeasureFacts(Self.measure(.fires), values: Self.values(rows, provisional: [13])), on: Day(2026, 5, 30)!)
        let (february, quarter) = (ReportingPeriod(.month, of: month(2026, 2)), ReportingPeriod(.quarter, of: month(2026, 2)))
        #expect(view.rolling(february).value == Quantity((3...14).reduce(0, +)) && view.rolling(february).isWhole && view.rolling(february).isProvisional)
        #expect(view.figure(quarter).value == Quantity(27) && view.figure(quarter).missing.map(\.code) == ["2026-03"])
        #expect(view.figure(quarter).words(view.measure) == "27 fires (2 of 3 months, provisional)")
        #expect(view.soFar(february).value == Quantity((4...14).reduce(0, +)) && view.soFar(february).from == month(2025, 4))
        #expect(view.rolling(ReportingPeriod(.year, of: month(2025, 4))).missing.map(\.code) == ["2026-03"])
    }

    @Test func `a level of a quarter is what its last month has`() {
        let new = NewPerformanceMeasure(title: "Inspectors", meaning: "In post.", kind: .level)
        let view = PerformanceView(MeasureFacts(Self.measure(new), values: Self.values([(month(2026, 1), "9", nil), (month(2026, 2), "11", nil), (month(2026, 3), "10", nil)])), on: Day(2026, 5, 30)!)
        #expect(view.figure(ReportingPeriod(.quarter, of: month(2026, 3))).value == Quantity(10))
        #expect(view.figure(ReportingPeriod(.quarter, of: month(2026, 4))).value == nil)
    }

    @Test func `what was recorded later is not known earlier, and a revision takes its place`() {
        let first = MeasureValue(id: ID(1), measure: ID(1), from: month(2026, 1), numerator: Quantity(8), isProvisional: true, recorded: Day(2026, 2, 3)!, by: "person/2")
        let second = MeasureValue(id: ID(2), measure: ID(1), from: month(2026, 1), numerator: Quantity(9), replaces: ID(1), recorded: Day(2026, 3, 3)!, by: "person/2")
        let facts = MeasureFacts(Self.measure(.fires), values: [second, first])
        let january = ReportingPeriod(.month, of: month(2026, 1))
        #expect(PerformanceView(facts, on: Day(2026, 2, 2)!).figure(january).value == nil)
        #expect(PerformanceView(facts, on: Day(2026, 3, 2)!).figure(january).isProvisional)
        #expect(PerformanceView(facts, on: Day(2026, 3, 3)!).figure(january).value == Quantity(9) && PerformanceView(facts, on: Day(2026, 3, 3)!).standing[january] == second)
    }

    @Test(arguments: [
        ("95", "95", PerformanceMeasure.Polarity.higher, TargetStanding.succeeding), ("94.999999", "95", .higher, .near), ("85.500001", "95", .higher, .near), ("85.5", "95", .higher, .needsImprovement),
        ("272", "272", .lower, .succeeding), ("273", "272", .lower, .near), ("299", "272", .lower, .near), ("299.2", "272", .lower, .needsImprovement), ("-11", "-10", .higher, .needsImprovement),
        ("-10.5", "-10", .higher, .near), ("0", "0", .lower, .succeeding), ("1", "0", .lower, .needsImprovement),
    ])
    func `near is less than a tenth away`(_ value: String, _ target: String, _ polarity: PerformanceMeasure.Polarity, _ standing: TargetStanding) {
        let tolerance = target == "0" ? Quantity(0) : NewMeasureTarget.usualTolerance
        #expect(TargetStanding(quantity(value), against: quantity(target), polarity, tolerance: tolerance, isNought: target == "0") == standing)
    }

    @Test func `of a target of nought the gap is counted, since there is no per cent of it`() {
        #expect(TargetStanding(Quantity(1), against: Quantity(0), .lower, tolerance: Quantity(2), isNought: true) == .near)
        #expect(TargetStanding(Quantity(2), against: Quantity(0), .lower, tolerance: Quantity(2), isNought: true) == .needsImprovement)
        #expect(TargetStanding(Quantity(1), against: Quantity(0), .lower, tolerance: Quantity(10), isNought: false) == .needsImprovement, "a month that happens to be nought has no tolerance in units")
    }

    @Test func `a year’s target is parted evenly or month by month`() {
        let rows = (0..<12).map { (month(2025, 4).adding(months: $0), "83", String?.none) }
        var new = NewPerformanceMeasure(title: "Visits", meaning: "Home fire safety visits.")
        let even = PerformanceView(MeasureFacts(Self.measure(new), values: Self.values(rows), targets: [Self.target(month(2025, 4), "1000", .even)]), on: Day(2026, 5, 30)!)
        #expect(even.judged(ReportingPeriod(.month, of: month(2025, 6))).target == quantity("83.333333"))
        #expect(even.judged(ReportingPeriod(.quarter, of: month(2025, 6))).target == Quantity(250))
        #expect(even.judged(ReportingPeriod(.year, of: month(2025, 6))).target == Quantity(1000) && even.judged(ReportingPeriod(.year, of: month(2025, 6))).standing == .near)
        let months = (1...12).map { Quantity($0) }
        let parted = PerformanceView(MeasureFacts(Self.measure(new), values: Self.values(rows), targets: [Self.target(month(2025, 4), "78", .months, months: months)]), on: Day(2026, 5, 30)!)
        #expect(parted.judged(ReportingPeriod(.month, of: month(2026, 3))).target == Quantity(12) && parted.judged(ReportingPeriod(.quarter, of: month(2025, 4))).target == Quantity(6))
        new.isCumulative = true
        let soFar = PerformanceView(MeasureFacts(Self.measure(new), values: Self.values(rows), targets: [Self.target(month(2025, 4), "1000", .even)]), on: Day(2026, 5, 30)!)
        let judged = soFar.judged(ReportingPeriod(.month, of: month(2025, 9)))
        #expect(judged.figure.value == Quantity(498) && judged.target == Quantity(500) && judged.standing == .near && judged.gap == quantity("-0.4"))
    }

    @Test func `the latest target by a period counts, and a whole figure alone is judged`() {
        let targets = [Self.target(month(2025, 4), "80", id: 1), Self.target(month(2026, 2), "95", id: 2), Self.target(month(2026, 2), "90", id: 3)]
        let view = PerformanceView(MeasureFacts(Self.measure(.audits), values: Self.rates, targets: targets), on: Day(2026, 5, 30)!)
        #expect(view.judged(ReportingPeriod(.month, of: month(2026, 1))).target == Quantity(80) && view.judged(ReportingPeriod(.month, of: month(2026, 3))).target == Quantity(90))
        #expect(view.judged(ReportingPeriod(.year, of: month(2026, 3))).standing == .unknown)
        #expect(view.judged(ReportingPeriod(.month, of: month(2025, 3))).standing == .noTarget)
        var dropped = targets
        dropped[2].dropped = Day(2026, 4, 1)!
        #expect(PerformanceView(MeasureFacts(Self.measure(.audits), values: Self.rates, targets: dropped), on: Day(2026, 5, 30)!).judged(ReportingPeriod(.month, of: month(2026, 3))).target == Quantity(95))
    }

    @Test func `a figure travels for better or worse as its measure has it`() {
        let rows = Self.values([(month(2026, 1), "5", nil), (month(2026, 2), "4", nil), (month(2026, 3), "4", nil)])
        let view = PerformanceView(MeasureFacts(Self.measure(.fires), values: rows), on: Day(2026, 5, 30)!)
        let periods = (1...3).map { ReportingPeriod(.month, of: month(2026, $0)) }
        #expect(view.travel(from: periods[0], to: periods[1]) == .better && view.travel(from: periods[1], to: periods[2]) == .same)
        #expect(view.travel(from: periods[0].before, to: periods[0]) == .unknown)
        var neutral = NewPerformanceMeasure.fires
        neutral.polarity = .neutral
        #expect(PerformanceView(MeasureFacts(Self.measure(neutral), values: rows), on: Day(2026, 5, 30)!).travel(from: periods[0], to: periods[1]) == .lower)
    }

    @Test func `a scorecard counts how measures stand, and forces an exception where one misses by a tenth`() {
        let facts = MeasureFacts(Self.measure(.audits), values: Self.rates, targets: [Self.target(month(2025, 4), "95")])
        let card = Scorecard([facts], ReportingPeriod(.month, of: month(2026, 2)), on: Day(2026, 5, 30)!)
        #expect(card.exceptions.map(\.measure.reference.text) == ["PM-01"])
        #expect(card.words == "In February 2026, 0 of 1 measure that could be judged are succeeding, 0 near target and 1 in need of improvement.")
        #expect(card.lines[0].words == "Audits finished in time came to 50.0% in February 2026, against a target of 95.0% (47.4% below).")
        #expect(Scorecard([facts], ReportingPeriod(.month, of: month(2026, 2)), on: Day(2025, 3, 1)!).lines.isEmpty, "it was not measured yet")
    }

    @Test func `numbers are written with as many places as the measure shows`() {
        #expect(quantity("1234.565").written(places: 2) == "1,234.57" && quantity("-0.5").written(places: 0) == "−1" && quantity("0.04").written(places: 1) == "0.0")
        #expect(quantity("1000000").written(places: 0) == "1,000,000")
    }
}
