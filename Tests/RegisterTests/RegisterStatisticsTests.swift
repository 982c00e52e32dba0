import Kernel
import Testing

@testable import Register

@Suite struct RegisterStatisticsTests {
    private let entries = SampleRegister.entries(400, seed: 9, on: RegisterWorld.day)

    @Test func `adds up`() {
        let statistics = RegisterStatistics(entries)
        #expect(statistics.total == 400 && statistics.years.reduce(statistics.withheld) { $0 + $1.total } == 400 && statistics.withheld > 0)
        #expect(zip(statistics.years, statistics.years.dropFirst()).allSatisfy { $0.year + 1 == $1.year })
        for facet in [Facet.type, .premises, .area, .status] { #expect(statistics.rows(by: facet).reduce(0) { $0 + $1.total } == 400, "\(facet)") }
        let compliance = statistics.compliance
        #expect(compliance.count == entries.count { $0.complied != nil } && compliance.bands.reduce(0) { $0 + $1.count } == compliance.count)
        #expect(compliance.inTime <= compliance.withDay && compliance.withDay <= compliance.count)
    }

    @Test func `tells how long it took`() throws {
        var entry = try #require(entries.first { $0.kind == .enforcement })
        let served = try #require(entry.served)
        let all = [10, 20, 30, 40, 300].map { days -> PublicEntry in
            entry.full?.complied = served.adding(days: days)
            entry.full?.complyBy = served.adding(days: 30)
            return entry
        }
        let compliance = RegisterStatistics(all).compliance
        #expect((compliance.quarter, compliance.median, compliance.threeQuarters) == (20, 30, 40))
        #expect(compliance.inTime == 3 && compliance.withDay == 5 && compliance.bands.map(\.count) == [2, 2, 0, 0, 1])
        #expect(RegisterStatistics(Array(all.prefix(2))).compliance.median == 15)
        #expect(StatisticsPayload(Array(all.prefix(2)), on: RegisterWorld.day).medianDaysToComply == 15)
        #expect(RegisterStatistics([]).compliance.median == nil && RegisterStatistics([]).years.isEmpty)
    }
}
