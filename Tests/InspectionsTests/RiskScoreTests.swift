@testable import Inspections
import Kernel
import Testing

/// Scores worked out by hand, and the quick form beside the one with its arithmetic.
@Suite struct RiskScoreTests {
    private let day = Day(2025, 6, 1)!

    @Test func `a score is worked out line by line as its method says`() throws {
        let found = KnownCompliance(level: 4, on: Day(2024, 3, 1)!)
        let score = try #require(Methods.small.score(RiskFacts(type: .careHome, height: Hundredths(1800), compliance: found, markers: ["listed", "lifeline"]), on: day))
        #expect(score.lines.map(\.product.words) == ["75", "60", "10", "8"])
        #expect(score.lines.map(\.row) == ["Level 4 or Level 5", "Hospital or Care home", "18 m or more", "Listed building (8)"])
        #expect(score.lines.map(\.known) == ["Level 4, found on 1 March 2024", "Care home", "18 m", "Listed building and Lifeline"])
        #expect(score.lines.allSatisfy { $0.why == nil })
        #expect(score.sums.map { "\($0.category.rawValue) \($0.points.words)" } == ["likelihood 75", "public-life 60", "responder 10", "heritage 8"])
        #expect(score.score.words == "58.5", "75 × 78 ÷ 100")
        #expect(score.band.code == "high")
        #expect(score.interval.months == 12)
        #expect(score.interval.sentence == "Premises in the band “High” are looked at every 24 months; known compliance (level 4) halves that to 12 months.")
        #expect(score.due == .by(Day(2025, 3, 1)!) && score.due.isOverdue(on: day))
    }

    @Test func `what is not known counts as the method says, with its reason`() throws {
        let score = try #require(Methods.small.score(RiskFacts(type: .shop), on: day))
        #expect(score.lines.map(\.why) == ["Unknown counts as poor.", nil, "Half of what a tall building has.", nil])
        #expect(score.lines[0].row == "Not known" && score.lines[2].row == "Not known" && score.lines[3].row == "No marker that has points")
        #expect(score.score.words == "20", "80 × 25 ÷ 100")
        #expect(score.band.code == "medium" && score.interval.months == 36)
        #expect(score.due == .atOnce && score.due.isOverdue(on: day))
    }

    @Test func `good compliance lengthens the interval one step, and to a sample in the last`() throws {
        let good = KnownCompliance(level: 1, on: Day(2025, 1, 31)!)
        let home = try #require(Methods.small.score(RiskFacts(type: .careHome, height: .zero, compliance: good), on: day))
        #expect(home.score.words == "12" && home.band.code == "medium" && home.interval.months == 60)
        #expect(home.due == .by(Day(2030, 1, 31)!) && !home.due.isOverdue(on: day))
        let shop = try #require(Methods.small.score(RiskFacts(type: .shop, height: Hundredths(1900), compliance: good), on: day))
        #expect(shop.score.words == "6" && shop.band.code == "low" && shop.interval.months == nil && shop.due == .sample)
        #expect(shop.interval.sentence.hasSuffix("lengthens that one step, to a sample."))
        let lowest = try #require(Methods.small.score(RiskFacts(type: .shop, height: .zero, compliance: good), on: day))
        #expect(lowest.score.words == "4" && lowest.band.code == "very-low" && lowest.interval.sentence == "Premises in the band “Very low” are looked at by sample.")
    }

    @Test(arguments: [(RiskCombination.sum, "153"), (.product, "58.5"), (.productWithGreatest, "45"), (.greatest, "75")])
    func `classes are combined as the method says`(_ combination: RiskCombination, _ expected: String) throws {
        let facts = RiskFacts(type: .careHome, height: Hundredths(1800), compliance: KnownCompliance(level: 5, on: day), markers: ["listed"])
        #expect(try #require(Methods.changed(combination: combination).score(facts, on: day)).score.words == expected)
    }

    @Test func `halves are rounded up to whole months`() {
        let odd = Methods.changed(bands: [RiskBand("a", "A", from: RiskPoints(1), months: 25), RiskBand("b", "B", from: RiskPoints(0), months: 30)])
        #expect(odd.interval(of: 0, KnownCompliance(level: 5, on: day)).months == 13)
        #expect(odd.interval(of: 1, KnownCompliance(level: 1, on: day)).months == 30, "there is no lower band")
    }

    @Test(arguments: ["small", "risk-harms", "risk-shares"])
    func `the quick form gives what the explained one does`(_ name: String) throws {
        let method = name == "small" ? Methods.small : try Methods.example(name)
        for combination in RiskCombination.allCases {
            let method = RiskMethod(
                edition: "x", title: "x", text: ["x"], weights: "x", combination: combination, factors: method.factors, markers: method.markers, bands: method.bands, poor: method.poor,
                effects: method.effects, shares: method.shares)
            let compiled = try #require(CompiledRiskMethod(method))
            var dice = Dice(seed: 11)
            for _ in 0..<3000 {
                let facts = Methods.facts(&dice, on: day, markers: method.markers.map(\.code) + ["of another method"])
                let explained = try #require(method.score(facts, on: day))
                let quick = compiled.result(facts, on: day)
                #expect(quick == RiskResult(score: explained.score.count, band: method.bands.firstIndex(of: explained.band) ?? -1, due: explained.due), "\(facts)")
                #expect(compiled.products(facts, on: day) == explained.lines.map(\.product.count))
            }
        }
    }

    @Test func `the methods of the example score as they publish`() throws {
        let shares = try Methods.example("risk-shares")
        func words(_ facts: RiskFacts) throws -> String { let score = try #require(shares.score(facts, on: day)); return "\(score.score.words) \(score.band.title)" }
        let (poor, fair) = (KnownCompliance(level: 4, on: day), KnownCompliance(level: 3, on: day))
        #expect(try words(RiskFacts(type: .hospital)) == "100 Every year", "unknown is treated as poor")
        #expect(try words(RiskFacts(type: .hotel, compliance: poor)) == "100 Every year")
        #expect(try words(RiskFacts(type: .hotel, compliance: fair)) == "0 By sample", "average or better: sample only")
        #expect(try words(RiskFacts(type: .school, compliance: poor, markers: ["boarding-school"])) == "100 Every year")
        #expect(try words(RiskFacts(type: .licensed, compliance: poor, markers: ["night-club"])) == "100 Every year")
        #expect(try words(RiskFacts(type: .licensed, compliance: poor)) == "3 A share each year")
        #expect(try words(RiskFacts(type: .shop, compliance: poor, markers: ["listed-building"])) == "15 A share each year")
        #expect(try shares.weights.contains("chosen by the service") && Methods.example("risk-harms").weights.hasPrefix("Weights chosen by the service, not published"))
    }

    @Test func `the stock is counted by band, type and what is overdue`() throws {
        let method = Methods.small
        let compiled = try #require(CompiledRiskMethod(method))
        var tally = RiskTally(method, on: day)
        let all = [
            RiskFacts(type: .school), RiskFacts(type: .school, compliance: KnownCompliance(level: 5, on: day.adding(days: -10))),
            RiskFacts(type: .furtherEducation, compliance: KnownCompliance(level: 1, on: day.adding(days: -10))), RiskFacts(type: .careHome),
        ]
        for facts in all { tally.add(facts, compiled.result(facts, on: day), isPoor: method.countsAsPoor(facts.compliance)) }
        #expect(tally.total == 4 && tally.unknownCompliance == 2 && tally.overdue == 2)
        #expect((0..<4).map { tally.count($0) } == [1, 2, 1, 0])
        #expect(tally.count(.school) == 2 && tally.overdue(.school) == 1 && tally.never(0) == 1)
        let share = tally.standing(of: method.shares[0])
        #expect(share.poor == 2 && share.least == 1 && share.audited == 2 && share.isMet)
    }

    @Test func `who stays in a band of the same code does not move, however often it is looked at`() throws {
        let rarer = Methods.changed(bands: Methods.small.bands.map { RiskBand($0.code, $0.title, from: $0.from, months: $0.months.map { $0 * 2 }) })
        var comparison = try #require(RiskComparison(Methods.small, rarer))
        comparison.add(RiskFacts(type: .shop), on: day)
        #expect(comparison.total == 1 && comparison.moved == 0 && comparison.direction.more + comparison.direction.less == 0 && comparison.count(1, 1) == 1)
        let steeper = Methods.changed(bands: [RiskBand("high", "High", from: RiskPoints(15), months: 12), RiskBand("low", "Low", from: RiskPoints(0), months: 60)])
        var other = try #require(RiskComparison(Methods.small, steeper))
        let pair = other.add(RiskFacts(type: .shop), on: day)
        #expect(pair.moves && pair.cause == nil && other.direction.more == 1 && other.direction.less == 0 && other.reasons.map(\.code) == [""])
        let (before, after) = (try #require(Methods.small.score(RiskFacts(type: .shop), on: day)), try #require(steeper.score(RiskFacts(type: .shop), on: day)))
        #expect(RiskMove(before, after).reasons.map(\.words) == ["The score is the same and the bands begin elsewhere"])
    }

    @Test func `a band without an interval says how its premises are looked at`() throws {
        let bands = [RiskBand("high", "High", from: RiskPoints(40), months: 24), RiskBand("share", "A share", from: RiskPoints(0), months: nil, audited: "As a share of them each year")]
        let method = Methods.changed(bands: bands)
        #expect(method.flaws.isEmpty && RiskMethodFile.text(method).contains("As a share of them each year"))
        #expect(try #require(method.score(RiskFacts(type: .shop), on: day)).interval.sentence == "Premises in the band “A share” are looked at as a share of them each year.")
        #expect(Methods.changed(bands: [RiskBand("high", "High", from: RiskPoints(40), months: 24, audited: "Often"), bands[1]]).flaws.map(\.line)
            == ["Band “high”: It has an interval, so how premises are looked at besides (“audited”) is left out."])
    }
}
