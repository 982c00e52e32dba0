import Inspections
import Kernel
import Premises
import Testing

/// The arithmetic of a back-test, against cases that can be counted by hand and against what the City of Chicago published of its own.
@Suite struct BackTestTests {
    private let start = Day(2025, 9, 1)!

    private func outcomes(_ poor: [Bool], every days: Int = 1) -> [PastOutcome] {
        poor.enumerated().map { PastOutcome(ID(Int64($0 + 1)), start.adding(days: $0 * days), wasPoor: $1) }
    }

    @Test func `the days of the audits stay and premises are put into them by score`() {
        // Audited on days 0 to 5; the poor were met on days 1, 4 and 5, and two of them have the highest scores.
        let test = BackTest(outcomes([false, true, false, false, true, true]), scores: [10, 20, 30, 5, 90, 80])
        #expect(test.findings.map(\.premises) == [ID(2), ID(5), ID(6)])
        #expect(test.findings.map(\.daysEarlier) == [-2, 4, 4], "from day 1 to 3, from 4 to 0, from 5 to 1")
        #expect(test.meanDaysEarlier == 2)
        #expect(test.firstHalfActual == 1.0 / 3 && test.firstHalfByMethod == 2.0 / 3)
        #expect(test.losers.map(\.premises) == [ID(2)], "who loses by the method is named")
        #expect(test.count == 6)
    }

    @Test func `premises of one score share their days, so neither chance nor numbers decide`() {
        let test = BackTest(outcomes([true, false, false, true]), scores: [7, 7, 7, 7])
        #expect(test.findings.map(\.daysEarlier) == [-1.5, 1.5] && test.meanDaysEarlier == 0)
        #expect(test.firstHalfByMethod == 0.5 && test.auc?.value == 0.5)
    }

    @Test func `Chicago's published shares of the first half come out of the same arithmetic`() throws {
        // Published (City of Chicago, food inspections evaluation): over two months 55% of what was found critical was found in the first half as things were, and 69% would have
        // been by the model, which is 37 more. 258 such establishments fit all three: 141 and 178.
        let (all, poor) = (1636, 258)
        var found = [Bool](repeating: false, count: all)
        for place in 0..<141 { found[place * 5] = true }
        for place in 0..<(poor - 141) { found[all / 2 + place * 6] = true }
        #expect(found.count { $0 } == poor)
        // The model puts 178 of them into the first half.
        var (scores, early) = ([Int64](repeating: 0, count: all), 0)
        let (critical, other) = (found.indices.filter { found[$0] }, found.indices.filter { !found[$0] })
        for (rank, place) in (critical.prefix(178).reversed() + other.prefix(all / 2 - 178) + critical.dropFirst(178) + other.dropFirst(all / 2 - 178)).enumerated() {
            scores[place] = Int64(all - rank)
            if rank < all / 2, found[place] { early += 1 }
        }
        #expect(early == 178)
        let test = BackTest(outcomes(found), scores: scores)
        #expect(Int((try #require(test.firstHalfActual) * 100).rounded()) == 55)
        #expect(Int((try #require(test.firstHalfByMethod) * 100).rounded()) == 69)
        #expect(Int(((try #require(test.firstHalfByMethod) - (try #require(test.firstHalfActual))) * 258).rounded()) == 37)
        #expect(test.losers.count + test.findings.count { $0.daysEarlier >= 0 } == poor && !test.losers.isEmpty, "an average that is earlier does not hide who is found later")
    }

    @Test func `the area under the curve is the share of pairs in the right order, with DeLong's interval`() throws {
        #expect(AreaUnderCurve(poor: [], others: [1]) == nil)
        let perfect = try #require(AreaUnderCurve(poor: [9, 8], others: [1, 2, 3]))
        #expect(perfect.value == 1 && perfect.interval == 1...1)
        // Of 4 × 5 pairs 16 are in order and 2 are ties. By the definition, apart from mid-ranks: the shares above are 1, 0.7, 0.7, 1 and the shares below 1, 0.75, 1, 0.5, 1,
        // whose variances 0.03 and 0.05 by 4 and 5 give an error of 0.1322875656 about 0.85, cut off at 1.
        let some = try #require(AreaUnderCurve(poor: [30, 20, 20, 50], others: [10, 20, 15, 25, 5]))
        let interval = try #require(some.interval)
        #expect(abs(some.value - 0.85) < 1e-12 && abs(interval.lowerBound - 0.5907211339) < 1e-9 && interval.upperBound == 1)
        #expect(try #require(AreaUnderCurve(poor: [3], others: [1, 2])).interval == nil, "one alone says nothing of chance")
    }

    @Test func `bands that stayed and bands that leapt are counted`() {
        var stability = BandStability(bandCount: 4)
        for (before, after) in [(0, 0), (0, 1), (1, 1), (3, 3), (3, 1), (0, 3)] { stability.add(before: before, after: after) }
        #expect(stability.total == 6 && stability.stayed == 3 && stability.share == 0.5 && stability.leapt == 2)
    }
}
