import Kernel
import Quality
import Testing

/// What quality assurance computes, held against figures that SciPy and statsmodels give for the same, and against published examples.
@Suite struct QualityArithmeticTests {
    @Test(arguments: [(80, 9, 20, 0.8812395462854974), (80, 10, 20, 0.9080024654324276), (80, 11, 20, 0.929030473333587), (500, 33, 5, 0.8263754590904572)])
    func `a sample finds a fault rate as often as the hypergeometric distribution says`(_ stock: Int, _ sample: Int, _ percent: Int, _ probability: Double) {
        #expect(abs(DetectionPower(stock: stock, sample: sample, faultPercent: percent).probability - probability) < 1e-12)
    }

    @Test func `ten of eighty find a fault rate of a fifth nine times in ten, and nine do not`() {
        #expect(DetectionPower(stock: 80, sample: 10, faultPercent: 20).timesInTen == 9)
        #expect(DetectionPower(stock: 80, sample: 9, faultPercent: 20).timesInTen == 8)
        #expect(DetectionPower.sample(of: 80, toFind: 20, withProbability: 0.9) == 10)
    }

    @Test func `who looks at all finds what there is, and at none nothing`() {
        #expect(DetectionPower(stock: 12, sample: 12, faultPercent: 1).probability == 1)
        #expect(DetectionPower(stock: 12, sample: 0, faultPercent: 50).probability == 0)
        #expect(DetectionPower(stock: 0, sample: 3, faultPercent: 50).probability == 0)
        #expect(DetectionPower(stock: 12, sample: 12, faultPercent: 0).probability == 0)
        #expect(DetectionPower(stock: 12, sample: 40, faultPercent: 10).sample == 12)
        #expect(DetectionPower.sample(of: 5, toFind: 0, withProbability: 0.9) == 5)
    }

    @Test(arguments: [
        (0.2, 10, [0, 0, 0.429493882921007, 0.5975360398065473]), (0.2, 40, [0.01630790961315656, 0.07078203985936285, 0.3191338302418101, 0.3998845738218813]),
        (0.05, 33, [0, 0, 0.1201771514556141, 0.18371528413527038]), (0.5, 1000, [0.4506521959963338, 0.4685020951977499, 0.5304979048022501, 0.5483478040036659]),
    ] as [(Double, Int, [Double])])
    func `the limits of a funnel are those of the binomial distribution`(_ share: Double, _ cases: Int, _ expected: [Double]) {
        let limits = FunnelLimits(around: share, cases: cases)
        let found = [limits.control.lowerBound, limits.warning.lowerBound, limits.warning.upperBound, limits.control.upperBound]
        for (limit, wanted) in zip(found, expected) { #expect(abs(limit - wanted) < 1e-9) }
    }

    @Test func `with few cases nobody is judged, and with none or all at fault the limits are there`() {
        #expect(FunnelLimits.standing(4, of: 4, around: 0.1) == .tooFew)
        #expect(FunnelLimits.standing(5, of: 5, around: 0.1) == .farAbove)
        #expect(FunnelLimits.standing(0, of: 100, around: 0.2) == .farBelow)
        #expect(FunnelLimits.standing(20, of: 100, around: 0.2) == .within)
        #expect(FunnelLimits.standing(29, of: 100, around: 0.2) == .above)
        #expect(FunnelLimits(around: 0, cases: 10).control == 0...0)
        #expect(FunnelLimits(around: 1, cases: 10).control.upperBound == 1)
    }

    /// Ten subjects by fourteen raters: the worked example that is told of this measure everywhere, with 0.210.
    @Test func `the agreement of reviewers is Fleiss’ kappa`() throws {
        let answers = [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ]
        let agreement = try #require(Agreement(answers))
        #expect(abs(try #require(agreement.kappa) - 0.20993070442195522) < 1e-12)
        let interval = try #require(agreement.interval)
        #expect(abs(interval.lowerBound - 0.012842560423002553) < 1e-6 && abs(interval.upperBound - 0.40701884842090785) < 1e-6)
    }

    @Test func `where all give one answer chance explains it, and where all agree on several it does not`() throws {
        let same = try #require(Agreement(Array(repeating: [3, 0], count: 6)))
        #expect(same.share == 1 && same.kappa == nil && same.interval == nil)
        let agreed = try #require(Agreement([[3, 0], [0, 3], [3, 0], [0, 3], [3, 0]]))
        #expect(agreed.kappa == 1)
        #expect(try #require(Agreement([[2, 1], [1, 2]])).interval == nil, "two questions tell nothing of an interval")
        #expect(Agreement([]) == nil)
        #expect(Agreement([[1, 0]]) == nil, "one reviewer agrees with nobody")
        #expect(Agreement([[2, 1], [2, 2]]) == nil)
    }

    @Test func `a sample is drawn again by its seed, and takes every prohibition`() throws {
        let audits = try (1...80).map { number in
            SampledAudit(
                reference: try Reference("A-2026-\(1000 + number)"), officer: "Officer \(number % 6)", premisesType: number % 4 == 0 ? "care-home" : "shop",
                outcomes: number % 25 == 0 ? ["prohibition"] : number % 3 == 0 ? ["letter"] : ["broadly-compliant"])
        }
        let rules: [SamplingRule] = [.every(outcome: "prohibition"), .eachOfficer(least: 2), .type(code: "care-home", percent: 20), .outcome(code: "letter", percent: 10)]
        let sample = QualitySample(of: audits, by: rules, seed: 2026)
        #expect(sample == QualitySample(of: audits.reversed(), by: rules, seed: 2026))
        #expect(sample.drawn.map(\.audit) != QualitySample(of: audits, by: rules, seed: 2027).drawn.map(\.audit))
        let drawn = sample.drawn.map(\.audit)
        #expect(Set(drawn).count == drawn.count)
        #expect(drawn.count { $0.outcomes.contains("prohibition") } == 3)
        for officer in 0..<6 { #expect(drawn.count { $0.officer == "Officer \(officer)" } >= 2) }
        #expect(drawn.count { $0.premisesType == "care-home" } >= 4)
        #expect(sample.short.isEmpty)
    }

    @Test func `a rule that asks for more than there is takes all and says so`() throws {
        let audits = [SampledAudit(reference: try Reference("A-2026-0001"), officer: "One", premisesType: "shop", outcomes: [])]
        let sample = QualitySample(of: audits, by: [.eachOfficer(least: 2), .every(outcome: "prohibition")], seed: 1)
        #expect(sample.drawn.count == 1)
        #expect(sample.short.count == 1 && sample.short[0].asked == 2 && sample.short[0].found == 1)
        #expect(QualitySample(of: [], by: [.all(percent: 10)], seed: 1).drawn.isEmpty)
    }
}
