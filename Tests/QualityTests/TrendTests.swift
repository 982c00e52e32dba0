import Kernel
import People
import Quality
import Testing

/// What many checks show together.
@Suite struct TrendTests {
    private let year: Period

    init() throws { year = try Period(from: Day(2025, 4, 1)!, through: Day(2026, 3, 31)!) }

    /// Checks of four officers in two offices: each fails `coded` once in ten but the third, who fails it in 18 of 30.
    private func checks() throws -> [TrendCheck] {
        try (0..<120).map { number in
            let (officer, turn) = (number % 4, number / 4)
            let fails = officer == 2 ? turn % 5 < 3 : turn % 10 == 0
            return try TrendCheck(
                Reference("Q-2026-\(1000 + number)"), auditor: ID(Int64(officer + 1)), office: ID(Int64(officer % 2 + 10)), worked: Day(2025, 4, 5)!.adding(days: turn * 11),
                answers: ["coded": fails ? .fail : .pass, "letter": turn % 15 == 3 ? .notEvidenced : .pass, "notice": .notApplicable])
        }
    }

    @Test func `a fault that was planted with one officer stands out, and nothing else does`() throws {
        let trend = QualityTrend(try checks(), criteria: ["coded", "letter", "notice"], in: year)
        #expect(trend.checks.count == 120)
        let first = try #require(trend.standouts.first)
        #expect(first.criterion == "coded" && first.party == ID(3) && !first.isOffice && first.standing == .farAbove)
        #expect(first.counts.faults == 18 && first.counts.cases == 30)
        #expect(trend.standouts.filter { $0.standing == .farAbove && $0.criterion != "coded" }.isEmpty)
        // Two criteria with cases, four officers and two offices each.
        #expect(trend.judged == 12 && trend.byChance == 0.012)
    }

    @Test func `officers are compared by one criterion, or by whether anything did not pass`() throws {
        let coded = QualityTrend(try checks(), criteria: ["coded", "letter", "notice"], in: year, by: "coded")
        #expect(coded.all.faults == 27 && coded.all.cases == 120)
        #expect(coded.officers.map(\.party).first == ID(3))
        #expect(coded.officers.allSatisfy { $0.checks == 30 && $0.counts.cases == 30 })
        #expect(coded.offices.map(\.party) == [ID(10), ID(11)])
        let whole = QualityTrend(try checks(), criteria: ["coded", "letter", "notice"], in: year)
        #expect(whole.all.faults > coded.all.faults)
        #expect(QualityTrend(try checks(), criteria: ["notice"], in: year, by: "notice").officers.allSatisfy { $0.standing == .tooFew })
    }

    @Test func `work counts in the quarter in which it was done, and what is outside the period in none`() throws {
        let half = try Period(from: Day(2025, 7, 1)!, through: Day(2025, 12, 31)!)
        let quarters = QualityTrend(try checks(), criteria: ["coded"], in: half, by: "coded").quarters()
        #expect(quarters.map(\.from) == [Day(2025, 7, 1)!, Day(2025, 10, 1)!])
        #expect(quarters.reduce(0) { $0 + $1.counts.cases } == (try checks().count { half.contains($0.worked) }))
    }

    @Test func `the worst answer of a check counts, and what does not apply is no case`() throws {
        func worst(_ answers: [QualityAnswer]) throws -> QualityAnswer? {
            TrendCheck(
                try Reference("Q-2026-0001"), auditor: ID(1), worked: Day(2026, 1, 1)!,
                answers: Dictionary(uniqueKeysWithValues: answers.enumerated().map { ("\($0)", $1) })).worst
        }
        #expect(try worst([.pass, .notEvidenced, .fail]) == .fail)
        #expect(try worst([.pass, .notEvidenced]) == .notEvidenced)
        #expect(try worst([.notApplicable, .pass]) == .pass)
        #expect(try worst([]) == nil)
        let counts = AnswerCounts([.pass, .fail, .notEvidenced, .notApplicable])
        #expect(counts.cases == 3 && counts.faults == 2)
        #expect(AnswerCounts([.notApplicable]).share == nil)
    }

    @Test func `an empty period has no share, nobody and nothing that stands out`() throws {
        let trend = QualityTrend([], criteria: ["coded"], in: year)
        #expect(trend.officers.isEmpty && trend.standouts.isEmpty && trend.all.share == nil && trend.judged == 0)
        #expect(trend.quarters().count == 4)
    }

    /// The chances are what SciPy’s `hypergeom.cdf` gives.
    @Test(arguments: [
        (7, 12, 0, 9, 0.006811145510835912), (7, 12, 3, 9, 0.2449392712550607), (2, 30, 1, 30, 0.5), (0, 5, 0, 5, 1.0), (5, 5, 0, 5, 0.003968253968253969),
        (40, 200, 10, 150, 0.0002455361742270133),
    ])
    func `whether it worked is the exact test of Fisher`(_ bad: Int, _ before: Int, _ still: Int, _ after: Int, _ chance: Double) {
        func counts(_ faults: Int, _ cases: Int) -> AnswerCounts {
            AnswerCounts(Array(repeating: .fail, count: faults) + Array(repeating: .pass, count: cases - faults))
        }
        let remedied = Remedied(before: counts(bad, before), after: counts(still, after))
        #expect(abs(remedied.chance - chance) < 1e-9 * max(1, chance))
        #expect(remedied.verdict == (chance < 0.05 ? .better : .notShown))
    }

    @Test func `with fewer than five cases on one side nothing is said`() {
        let few = Remedied(before: AnswerCounts([.fail, .fail, .fail, .fail]), after: AnswerCounts(Array(repeating: .pass, count: 30)))
        #expect(few.verdict == .tooFew && few.words.contains("too few"))
    }
}
