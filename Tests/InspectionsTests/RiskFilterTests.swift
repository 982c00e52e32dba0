@testable import Inspections
import Kernel
import Testing

/// What a list of scored premises takes and in which order.
@Suite struct RiskFilterTests {
    private let day = Day(2025, 6, 1)!

    private func result(_ score: Int64, _ due: RiskDue, band: Int = 0) -> RiskResult { RiskResult(score: score, band: band, due: due) }

    @Test(arguments: [
        (RiskFilter.Due.overdue, [true, true, false, false, false]), (.never, [true, false, false, false, false]), (.year, [false, false, true, false, false]),
        (.later, [false, false, false, true, false]), (.sample, [false, false, false, false, true]),
    ])
    func `the next audit parts them into five`(_ due: RiskFilter.Due, _ expected: [Bool]) {
        let all: [RiskDue] = [.atOnce, .by(day.adding(days: -1)), .by(day.adding(months: 12)), .by(day.adding(months: 12).adding(days: 1)), .sample]
        var filter = RiskFilter()
        filter.due = due
        #expect(all.map { filter.takes(RiskFacts(type: .shop), result(0, $0), band: nil, on: day) } == expected)
        filter.type = .hotel
        #expect(!all.contains { filter.takes(RiskFacts(type: .shop), result(0, $0), band: nil, on: day) })
    }

    @Test func `what is due on the day itself is not overdue`() {
        #expect(!RiskDue.by(day).isOverdue(on: day) && RiskDue.by(day.adding(days: -1)).isOverdue(on: day))
    }

    @Test func `lists stand by score or by the next audit, and turned round`() {
        let all = [result(10, .sample), result(30, .by(day)), result(20, .atOnce), result(30, .by(day.adding(days: 5)))]
        func order(_ written: String) -> [Int] {
            var filter = RiskFilter()
            #expect(filter.sort(by: written) && filter.sort == written)
            return all.indices.sorted { filter.isBefore(all[$0], all[$1]) ?? ($0 < $1) }
        }
        #expect(order("score") == [1, 3, 2, 0] && order("-score") == [0, 2, 1, 3])
        #expect(order("due") == [2, 1, 3, 0] && order("-due") == [0, 3, 1, 2])
        var filter = RiskFilter()
        #expect(!filter.sort(by: "name") && filter.sort == "score")
    }
}
