public import Kernel

extension RiskMethod {
    /// The score of what is known on a day, with its arithmetic.
    ///
    /// - Returns: nil where the method has flaws that leave something without points; a method that was kept has none.
    public func score(_ facts: RiskFacts, on day: Day) -> RiskScore? {
        guard let combination = knownCombination else { return nil }
        var (lines, sums) = ([RiskLine](), [Int64](repeating: 0, count: RiskClass.allCases.count))
        for factor in factors {
            guard let line = line(factor, facts, on: day) else { return nil }
            lines.append(line)
            sums[line.category.place] += line.product.count
        }
        let score = RiskPoints(Hundredths(combination.score((sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]))))
        guard let place = bands.firstIndex(where: { $0.from <= score }) else { return nil }
        let interval = interval(of: place, facts.compliance)
        let used = Set(lines.map(\.category))
        return RiskScore(
            lines: lines, sums: RiskClass.allCases.filter(used.contains).map { RiskSum(category: $0, points: RiskPoints(Hundredths(sums[$0.place]))) },
            combination: combination, score: score, band: bands[place], interval: interval, due: due(interval.months, facts.compliance))
    }

    private func line(_ factor: RiskFactor, _ facts: RiskFacts, on day: Day) -> RiskLine? {
        guard let fact = factor.knownFact, let category = factor.knownClass else { return nil }
        let titles = markerTitles
        func made(_ row: String, _ points: RiskPoints, why: String? = nil) -> RiskLine {
            RiskLine(
                code: factor.code, title: factor.title, category: category, known: why == nil ? facts.words(fact, on: day, markers: titles) : nil, row: row, points: points,
                weight: factor.weight, product: RiskPoints(Hundredths(points.count * Int64(factor.weight))), why: why)
        }
        func unknown() -> RiskLine? { factor.unknown.map { made("Not known", $0.points, why: $0.why) } }
        switch fact.shape {
        case .answers:
            guard let answer = facts.answer(fact) else { return unknown() }
            return factor.rows.first { $0.answers?.contains(answer) ?? false }.map { row in
                // A row of many is known by the answer that was found in it.
                let others = (row.answers ?? []).count - 1
                return made(others > 3 ? "\(fact.words(of: answer)), in a row with \(others) others" : row.words(fact, markers: titles), row.points)
            }
        case .ranges:
            guard let number = facts.number(fact, on: day) else { return unknown() }
            let row = factor.rows.first { number >= ($0.from?.count ?? 0) && $0.below.map { number < $0.count } ?? true } ?? factor.rows.first
            return row.map { made($0.words(fact, markers: titles), $0.points) }
        case .markers:
            let present = factor.rows.flatMap { row in (row.answers ?? []).filter(facts.markers.contains).map { ($0, row.points) } }
            guard !present.isEmpty else { return made("No marker that has points", RiskPoints(0)) }
            let words = present.map { "\(titles[$0.0] ?? $0.0) (\($0.1.words))" }
            return made(listed(words), RiskPoints(Hundredths(present.reduce(0) { $0 + $1.1.count })))
        }
    }

    /// The interval of a band as known compliance has it.
    func interval(of place: Int, _ compliance: KnownCompliance?) -> RiskInterval {
        let band = bands[place]
        guard let months = band.months else { return RiskInterval(months: nil, sentence: "Premises in the band “\(band.title)” are looked at \(band.interval.lowercasedFirst).") }
        let own = "Premises in the band “\(band.title)” are looked at every \(counted(months, "month"))"
        let level = compliance.map { "level \($0.level)" } ?? "not known"
        switch effect(of: compliance) {
        case nil: return RiskInterval(months: months, sentence: own + ".")
        case .halve:
            return RiskInterval(months: (months + 1) / 2, sentence: "\(own); known compliance (\(level)) halves that to \(counted((months + 1) / 2, "month")).")
        case .lengthen:
            guard bands.indices.contains(place + 1) else { return RiskInterval(months: months, sentence: own + ".") }
            let next = bands[place + 1].months
            return RiskInterval(months: next, sentence: "\(own); known compliance (\(level)) lengthens that one step, to \(next.map { counted($0, "month") } ?? "a sample").")
        }
    }

    func due(_ months: Int?, _ compliance: KnownCompliance?) -> RiskDue {
        guard let months else { return .sample }
        return compliance.map { .by($0.on.adding(months: months)) } ?? .atOnce
    }
}
