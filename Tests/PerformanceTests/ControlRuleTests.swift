import Testing
@testable import Performance

/// Each rule of the control chart by the tables of NHSRplotthedots, tests/testthat/test-ptd_calculate_point_type.R (version 0.2.2).
@Suite struct ControlRuleTests {
    private func flags(_ numbers: [Int]) -> [Bool] { numbers.map { $0 != 0 } }
    private func up(_ count: Int) -> [Int] { Array(repeating: 1, count: count) }

    @Test func `seven on one side of the mean end a run`() {
        // ptd_seven_point_one_side_mean
        #expect(ControlRules.endsRun([]) == [])
        #expect(ControlRules.endsRun(up(6)) == flags([0, 0, 0, 0, 0, 0]))
        #expect(ControlRules.endsRun(up(6) + [-1]) == flags([0, 0, 0, 0, 0, 0, 0]))
        #expect(ControlRules.endsRun(up(8) + [-1]) == flags([0, 0, 0, 0, 0, 0, 1, 1, 0]))
        #expect(ControlRules.endsRun(up(8).map(-) + [1]) == flags([0, 0, 0, 0, 0, 0, 1, 1, 0]))
        #expect(ControlRules.endsRun([-1] + up(8) + [-1]) == flags([0, 0, 0, 0, 0, 0, 0, 1, 1, 0]))
        #expect(ControlRules.endsRun([1] + up(8).map(-) + [1]) == flags([0, 0, 0, 0, 0, 0, 0, 1, 1, 0]))
        #expect(ControlRules.endsRun(Array(repeating: 0, count: 9)) == flags(Array(repeating: 0, count: 9)), "on the mean is on no side of it")
    }

    @Test func `all seven belong to what the last of them ends`() {
        // ptd_part_of_seven_trend
        #expect(ControlRules.parts(of: []) == [])
        #expect(ControlRules.parts(of: flags([0, 0, 0, 0, 0, 0])) == flags([0, 0, 0, 0, 0, 0]))
        #expect(ControlRules.parts(of: flags([0, 0, 0, 0, 0, 0, 1, 0])) == flags([1, 1, 1, 1, 1, 1, 1, 0]))
        #expect(ControlRules.parts(of: flags([0, 0, 0, 0, 0, 0, 0, 1, 0])) == flags([0, 1, 1, 1, 1, 1, 1, 1, 0]))
    }

    @Test func `seven that each rise or each fall end a trend`() {
        // ptd_seven_point_trend
        #expect(ControlRules.endsTrend([]) == [])
        #expect(ControlRules.endsTrend([1, 2, 3, 4, 5, 6]) == [0, 0, 0, 0, 0, 0])
        #expect(ControlRules.endsTrend([1, 2, 3, 3, 4, 5, 6]) == [0, 0, 0, 0, 0, 0, 0])
        #expect(ControlRules.endsTrend([1, 2, 3, 4, 5, 6, 7]) == [0, 0, 0, 0, 0, 0, 1])
        #expect(ControlRules.endsTrend([2, 1, 2, 3, 4, 5, 6, 7, 3]) == [0, 0, 0, 0, 0, 0, 0, 1, 0])
        #expect(ControlRules.endsTrend([7, 6, 5, 4, 3, 2, 1]) == [0, 0, 0, 0, 0, 0, -1])
        #expect(ControlRules.endsTrend([2, 7, 6, 5, 4, 3, 2, 1, 3]) == [0, 0, 0, 0, 0, 0, 0, -1, 0])
    }

    @Test func `two of three lie near a limit, all on one side`() {
        // ptd_two_in_three
        #expect(ControlRules.inTwoOfThree([], []) == [])
        #expect(ControlRules.inTwoOfThree(flags([0, 0, 0]), [0, 0, 0]) == flags([0, 0, 0]))
        for near in [[1, 0, 1], [0, 1, 1], [1, 1, 0]] {
            #expect(ControlRules.inTwoOfThree(flags(near), up(3)) == flags([1, 1, 1]))
            #expect(ControlRules.inTwoOfThree(flags(near), [1, -1, 1]) == flags([0, 0, 0]))
        }
        #expect(ControlRules.inTwoOfThree(flags([0, 0, 1, 0, 1, 0, 0]), up(7)) == flags([0, 0, 1, 1, 1, 0, 0]))
        #expect(ControlRules.inTwoOfThree(flags([0, 0, 1, 1, 0, 0, 0]), up(7)) == flags([0, 1, 1, 1, 1, 0, 0]))
        #expect(ControlRules.inTwoOfThree(flags([0, 0, 1, 0, 1, 0, 0]), [1, -1, 1, -1, 1, -1, 1]) == flags(Array(repeating: 0, count: 7)))
        #expect(ControlRules.inTwoOfThree(flags([0, 0, 1, 1, 0, 0, 0]), [-1, 1, -1, 1, -1, 1, -1]) == flags(Array(repeating: 0, count: 7)))
    }

    @Test func `only those near the limit are marked by two of three`() {
        // ptd_part_of_two_in_three
        for (near, marked) in [
            ([1, 0, 1], [1, 0, 1]), ([0, 1, 1], [0, 1, 1]), ([1, 1, 0], [1, 1, 0]), ([0, 0, 1, 0, 1, 0, 0], [0, 0, 1, 0, 1, 0, 0]),
            ([0, 0, 1, 1, 0, 0, 0], [0, 0, 1, 1, 0, 0, 0]), ([1, 0, 0, 1], [0, 0, 0, 0]), ([1, 0, 0, 1, 1], [0, 0, 0, 1, 1]),
        ] {
            let signals = ControlRules.signals(near.map(Double.init), up(near.count), near: flags(near), outside: near.map { _ in false })
            #expect(signals.map { $0?.kind == .twoInThree } == flags(marked))
        }
        // test-ptd_spc_standard.R: two near the limits, one on each side.
        var values = Array(repeating: [1.0, -1.0], count: 8).flatMap(\.self)
        (values[14], values[15]) = (5.5, -5.5)
        #expect(ControlChart(values, improvement: .increase).points.suffix(2).map(\.variation) == [.common, .common])
    }

    @Test func `a point is told by the first rule that marks it`() {
        // ptd_special_cause_type
        let signals = ControlRules.signals(
            [1, 2, 3, 4, 5, 6, 7, 8], up(4) + up(4).map(-), outside: flags([0, 0, 0, 0, 0, 1, 1, 0]), trend: flags([1, 1, 0, 0, 0, 0, 0, 0]),
            two: flags([0, 0, 0, 0, 1, 0, 0, 0]), run: flags([0, 0, 1, 1, 0, 0, 0, 0]))
        #expect(signals == [
            ControlSignal(.trend, .high), ControlSignal(.trend, .high), ControlSignal(.run, .high), ControlSignal(.run, .high), ControlSignal(.twoInThree, .low),
            ControlSignal(.outside, .low), ControlSignal(.outside, .low), nil,
        ])
        let all = ControlRules.signals([1], [1], outside: [true], trend: [true], two: [true], run: [true])
        #expect(all == [ControlSignal(.outside, .high)])
        #expect(ControlRules.signals([1, 2], [1, 1], outside: flags([0, 0]), trend: flags([1, 1]), two: flags([1, 1]), run: flags([1, 1])).allSatisfy { $0?.kind == .trend })
        #expect(ControlRules.signals([1], [-1], outside: [false], trend: [false], two: [true], run: [true]) == [ControlSignal(.twoInThree, .low)])
        #expect(ControlSignal.Kind.allCases == [.outside, .trend, .twoInThree, .run])
    }

    @Test func `a falling trend above the mean goes the way it falls`() {
        let values: [Double] = [9.7, 9.6, 9.5, 9.4, 9.3, 9.2, 9.1] + Array(repeating: [0.0, 10.0], count: 7).flatMap(\.self)
        let trend = ControlChart(values, screened: false, improvement: .decrease).points[..<7]
        #expect(trend.allSatisfy { $0.signal == ControlSignal(.trend, .low) && $0.variation == .improving && $0.value > $0.segment.mean })
    }
}
