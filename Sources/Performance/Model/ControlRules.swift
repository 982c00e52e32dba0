/// The four rules, each on plain runs of numbers. Where a rule speaks of seven or three points, all of them are marked.
enum ControlRules {
    /// Which points end seven on one side of the mean.
    ///
    /// - Parameter sides: 1 above the mean, -1 below it, 0 on it.
    static func endsRun(_ sides: [Int]) -> [Bool] {
        sides.indices.map { end in end >= 6 && sides[end] != 0 && sides[end - 6...end].allSatisfy { $0 == sides[end] } }
    }

    /// Which points end seven that each rise (1) or each fall (-1); 0 of all others.
    static func endsTrend(_ values: [Double]) -> [Int] {
        values.indices.map { end in
            guard end >= 6 else { return 0 }
            let steps = (end - 5...end).map { values[$0].step(from: values[$0 - 1]) }
            return steps.allSatisfy { $0 == 1 } ? 1 : steps.allSatisfy { $0 == -1 } ? -1 : 0
        }
    }

    /// Which points are one of seven, given those that end them.
    static func parts(of ends: [Bool]) -> [Bool] { ends.indices.map { place in ends[place..<min(place + 7, ends.count)].contains(true) } }

    /// Which points lie in three on one side of the mean of which two are near a limit, whether or not they are near it themselves.
    static func inTwoOfThree(_ near: [Bool], _ sides: [Int]) -> [Bool] {
        near.indices.map { place in
            (place - 2...place).contains { start in
                guard start >= 0, start + 2 < near.count else { return false }
                let three = start...start + 2
                return near[three].count { $0 } >= 2 && abs(sides[three].reduce(0, +)) == 3
            }
        }
    }

    /// What each point stands out by.
    static func signals(_ values: [Double], _ sides: [Int], near: [Bool], outside: [Bool]) -> [ControlSignal?] {
        signals(
            values, sides, outside: outside, trend: parts(of: endsTrend(values).map { $0 != 0 }), two: zip(inTwoOfThree(near, sides), near).map { $0 && $1 },
            run: parts(of: endsRun(sides)))
    }

    /// The first rule of the four that marks a point.
    static func signals(_ values: [Double], _ sides: [Int], outside: [Bool], trend: [Bool], two: [Bool], run: [Bool]) -> [ControlSignal?] {
        values.indices.map { place in
            let way: ControlSignal.Way = sides[place] > 0 ? .high : .low
            if outside[place] { return ControlSignal(.outside, way) }
            if trend[place] { return ControlSignal(.trend, slope(values, place, trend) == 1 ? .high : .low) }
            if two[place] { return ControlSignal(.twoInThree, way) }
            return run[place] ? ControlSignal(.run, way) : nil
        }
    }

    /// A point between two trends belongs to the one that follows.
    private static func slope(_ values: [Double], _ place: Int, _ trend: [Bool]) -> Int {
        if place + 1 < values.count, trend[place + 1] { return values[place + 1].step(from: values[place]) }
        return place > 0 ? values[place].step(from: values[place - 1]) : 0
    }
}

extension ControlSegment {
    /// The points of this segment among all values of the chart.
    func points(of values: [Double], _ improvement: ControlChart.Improvement) -> [ControlPoint] {
        let own = Array(values[range])
        let sides = own.map { $0.step(from: mean) }
        let (outside, near): ([Bool], [Bool])
        if let limits {
            outside = own.map { $0 > limits.upper || $0 < limits.lower }
            near = zip(own, outside).map { value, isOutside in !isOutside && (value < limits.innerLower || value > limits.innerUpper) }
        } else {
            (outside, near) = (own.map { _ in false }, own.map { _ in false })
        }
        let signals = ControlRules.signals(own, sides, near: near, outside: outside)
        return own.indices.map { place in
            ControlPoint(
                place: range.lowerBound + place, value: own[place], segment: self, movingRange: movingRanges[place], signal: signals[place],
                variation: Variation(signals[place], improvement))
        }
    }
}

extension Double {
    /// 1 above another, -1 below it, 0 on it.
    func step(from other: Double) -> Int { self > other ? 1 : self < other ? -1 : 0 }
}
