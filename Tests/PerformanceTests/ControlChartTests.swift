import Testing
@testable import Performance

/// The control chart against what NHSRplotthedots publishes of itself: its tests (tests/testthat) and their snapshots, and its vignette on deviations.
@Suite struct ControlChartTests {
    struct Published: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let values: [Double]
        var screened = true
        let mean: Double
        let lower: Double
        let upper: Double
        /// As many places as are published.
        let places: Double
    }

    static let withSpike: [Double] = {
        var values = PublishedSeries.twenty
        values[14] = 10
        return values
    }()

    static let published = [
        // _snaps/ptd_spc_standard.md
        Published(testDescription: "twenty numbers", values: PublishedSeries.twenty, mean: 0.1416238, lower: -3.01138, upper: 3.294627, places: 5e-6),
        Published(testDescription: "with a spike, screened", values: withSpike, mean: 0.6694159, lower: -2.383666, upper: 3.722497, places: 5e-7),
        Published(testDescription: "with a spike, unscreened", values: withSpike, screened: false, mean: 0.6694159, lower: -4.596625, upper: 5.935457, places: 5e-7),
        // _snaps/ptd_spc.md, with a facet
        Published(testDescription: "the first ten", values: Array(PublishedSeries.twenty[..<10]), mean: 0.0746, lower: -2.60, upper: 2.75, places: 5e-3),
        Published(testDescription: "the second ten", values: Array(PublishedSeries.twenty[10...]), mean: 0.209, lower: -3.28, upper: 3.70, places: 5e-3),
        // inst/doc/deviations.html
        Published(testDescription: "the vignette, screened", values: PublishedSeries.spike, mean: 1.944, lower: -0.716, upper: 4.604, places: 5e-4),
        Published(testDescription: "the vignette, unscreened", values: PublishedSeries.spike, screened: false, mean: 1.944, lower: -3.063, upper: 6.952, places: 5e-4),
        // Enforcement notices of one service, 2009 to 2019, as it answered FOI 4039/2019; worked out by hand.
        Published(testDescription: "eleven years of notices", values: [28, 18, 34, 14, 12, 14, 7, 1, 0, 0, 1], mean: 11.727, lower: -5.563, upper: 29.017, places: 1e-3),
    ]

    @Test(arguments: published)
    func `has the mean and limits that are published`(_ one: Published) throws {
        let chart = ControlChart(one.values, screened: one.screened, improvement: .increase)
        let limits = try #require(chart.segments.first?.limits)
        #expect(chart.segments.count == 1)
        #expect(abs(chart.segments[0].mean - one.mean) <= one.places)
        #expect(abs(limits.lower - one.lower) <= one.places, "\(limits.lower)")
        #expect(abs(limits.upper - one.upper) <= one.places, "\(limits.upper)")
        #expect(abs((limits.upper - limits.innerUpper) * 2 - (limits.innerUpper - chart.segments[0].mean)) < 1e-9, "inner limits stand two thirds of the way out")
    }

    @Test func `tells the published series without a signal as common cause throughout`() {
        // _snaps/ptd_spc.md: n 20, common_cause 20; and both facets of ten.
        for values in [PublishedSeries.twenty, Array(PublishedSeries.twenty[..<10]), Array(PublishedSeries.twenty[10...])] {
            #expect(ControlChart(values, improvement: .increase).points.allSatisfy { $0.variation == .common })
        }
        let spike = ControlChart(PublishedSeries.spike, improvement: .increase)
        #expect(spike.points.map { $0.signal } == PublishedSeries.spike.map { $0 == 10 ? ControlSignal(.outside, .high) : nil })
        #expect(spike.points[4].variation == .improving && spike.points.filter(\.isScreenedOut).map(\.place) == [4, 5])
    }

    @Test func `is rebased where that is asked for`() {
        // test-ptd_spc_standard.R, rebase_group; test-ptd_add_rebase_column.R, two days of ten.
        let once = ControlChart(PublishedSeries.twenty, rebasedAt: [10], improvement: .increase)
        #expect(once.segments.map(\.range) == [0..<10, 10..<20] && once.segments.allSatisfy(\.isTrial))
        let halves = [Array(PublishedSeries.twenty[..<10]), Array(PublishedSeries.twenty[10...])].map { ControlChart($0, improvement: .increase) }
        #expect(once.segments.map(\.limits) == halves.map { $0.segments[0].limits }, "each part has the limits that it has alone")
        #expect(once.points[10].movingRange == nil, "no range reaches over a rebasing")
        #expect(ControlChart(Array(PublishedSeries.twenty[..<10]), rebasedAt: [1, 6], improvement: .increase).segments.map(\.range) == [0..<1, 1..<6, 6..<10])
        #expect(ControlChart(PublishedSeries.twenty, rebasedAt: [0, 20, 99], improvement: .increase).segments.count == 1, "nothing is rebased before the first or after the last")
        // fix_after_n_points
        let (all, fixed) = (ControlChart(PublishedSeries.twenty, improvement: .increase), ControlChart(PublishedSeries.twenty, improvement: .increase, baseline: 12))
        #expect(all.segments[0].limits != fixed.segments[0].limits)
        #expect(fixed.segments[0].limits == ControlChart(Array(PublishedSeries.twenty[..<12]), improvement: .increase).segments[0].limits)
    }

    @Test func `says trial limits under twelve points`() {
        // test-ptd_add_short_group_warnings.R
        let values = PublishedSeries.normal
        #expect(ControlChart(Array(values[..<11]), improvement: .increase).isTrial)
        #expect(!ControlChart(Array(values[..<12]), improvement: .increase).isTrial)
        #expect(ControlChart(Array(values[..<40]), rebasedAt: [20], improvement: .increase).segments.map(\.isTrial) == [false, false])
        #expect(ControlChart(Array(values[..<40]), rebasedAt: [35], improvement: .increase).segments.map(\.isTrial) == [false, true])
    }

    struct Icon: Sendable {
        let values: [Double]
        let target: Double
        let improvement: ControlChart.Improvement
        let variation: Variation
        let assurance: Assurance?
    }

    /// test-geom_ptd_icon.R, s2 and s5 to s9; of s9 the way is low, as `ptd_point_type` of 0.2.2 has it.
    static let icons = [
        Icon(values: PublishedSeries.twoDozen, target: 0.5, improvement: .increase, variation: .common, assurance: .hitOrMiss),
        Icon(values: PublishedSeries.risen, target: -3, improvement: .increase, variation: .improving, assurance: .passing),
        Icon(values: PublishedSeries.risen, target: -3, improvement: .decrease, variation: .concerning, assurance: .failing),
        Icon(values: PublishedSeries.fallen, target: 3, improvement: .increase, variation: .concerning, assurance: .failing),
        Icon(values: PublishedSeries.fallen, target: 3, improvement: .decrease, variation: .improving, assurance: .passing),
        Icon(values: PublishedSeries.fallen, target: 3, improvement: .neutral, variation: .neutralLow, assurance: nil),
    ]

    @Test(arguments: icons)
    func `comes to the icons that are published`(_ icon: Icon) {
        let chart = ControlChart(icon.values, improvement: icon.improvement, target: icon.target)
        #expect(chart.variation == icon.variation)
        #expect(chart.assurance == icon.assurance)
    }

    @Test func `judges a target by the limits, and by those that stand last`() {
        // test-ptd_calculate_assurance_type.R: limits of 1 to 3, 5 to 7 and 1 to 5, and a target of 4.
        let limits = [(1.0, 3.0), (5.0, 7.0), (1.0, 5.0)].map { ControlSegment.Limits(lower: $0.0, innerLower: $0.0, innerUpper: $0.1, upper: $0.1) }
        #expect(limits.map { Assurance(of: 4, $0, .increase) } == [.failing, .passing, .hitOrMiss])
        #expect(limits.map { Assurance(of: 4, $0, .decrease) } == [.passing, .failing, .hitOrMiss])
        #expect(limits.map { Assurance(of: 4, $0, .neutral) } == [nil, nil, nil])
        #expect(ControlChart([1, 2, 3], improvement: .increase).assurance == nil, "without a target there is nothing to be sure of")
        let low = Array(repeating: [1.0, 3.0], count: 6).flatMap(\.self)
        let chart = ControlChart(low + low.map { $0 + 100 }, rebasedAt: [12], improvement: .increase, target: 50)
        #expect(chart.assurance == .passing)
        #expect(ControlChart(low, improvement: .increase, target: 50).assurance == .failing)
    }

    @Test func `has limits on the mean where nothing moves, and none for one point`() {
        let still = ControlChart(Array(repeating: 0.1, count: 15), improvement: .increase, target: 0.1)
        #expect(still.segments[0].mean == 0.1 && still.segments[0].limits?.upper == 0.1 && still.points.allSatisfy { $0.signal == nil } && still.assurance == .hitOrMiss)
        #expect(!still.isTooRare)
        let seldom = ControlChart((0..<30).map { $0 % 14 == 5 ? 1 : 0 }, improvement: .decrease)
        #expect(seldom.isTooRare && seldom.segments[0].averageRange == 0 && seldom.points[0].signal == ControlSignal(.outside, .low), "as the package has it, and it tells nothing")
        let one = ControlChart([7], improvement: .increase, target: 9)
        #expect(one.segments[0].limits == nil && one.points[0].signal == nil && one.assurance == nil && one.isTrial)
        let none = ControlChart([], improvement: .increase)
        #expect(none.points.isEmpty && none.segments.isEmpty && none.variation == nil && none.isTrial)
    }
}
