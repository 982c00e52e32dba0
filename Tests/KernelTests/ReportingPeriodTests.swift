import Kernel
import Testing

/// Months, quarters and years of the financial year.
@Suite struct ReportingPeriodTests {
    @Test func `quarters and years are those of the financial year`() {
        let march = ReportingPeriod(.quarter, of: Day(2026, 3, 31)!)
        #expect(march.words == "Q4 2025/26" && march.from == Day(2026, 1, 1)! && march.through == Day(2026, 3, 31)! && march.code == "2025-26-q4")
        #expect(ReportingPeriod(.quarter, of: Day(2025, 4, 1)!).words == "Q1 2025/26")
        #expect(ReportingPeriod(.quarter, of: Day(2025, 12, 31)!).words == "Q3 2025/26")
        #expect(ReportingPeriod(.year, of: Day(2026, 3, 31)!).words == "2025/26" && ReportingPeriod(.year, of: Day(2026, 4, 1)!).words == "2026/27")
        #expect(ReportingPeriod(.year, of: Day(1999, 4, 1)!).words == "1999/00")
        #expect(ReportingPeriod(.month, of: Day(2024, 2, 29)!).through == Day(2024, 2, 29)!)
        #expect(march.yearBefore.words == "Q4 2024/25" && march.before.words == "Q3 2025/26" && march.yearBegins == Day(2025, 4, 1)!)
        #expect(march.parts(.month).map(\.code) == ["2026-01", "2026-02", "2026-03"] && march.parts(.quarter) == [march] && march.parts(.year).isEmpty)
        #expect(ReportingPeriod(.year, of: Day(2026, 3, 1)!).parts(.quarter).map(\.words) == ["Q1 2025/26", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26"])
    }

    @Test(arguments: [
        (Frequency.month, "2026-03", "2026-03"), (.month, "March 2026", "2026-03"), (.month, "mar-26", "2026-03"), (.month, "2026-03-31", "2026-03"), (.month, "2011-12", "2011-12"),
        (.quarter, "2025-26-q4", "2025-26-q4"), (.quarter, "Q4 2025/26", "2025-26-q4"), (.quarter, "2025/26 Q4", "2025-26-q4"), (.quarter, "2026-01-01", "2025-26-q4"),
        (.year, "2025-26", "2025-26"), (.year, "2025/26", "2025-26"), (.year, "2025/2026", "2025-26"), (.year, "2011-12", "2011-12"),
    ])
    func `are read as people write them`(_ frequency: Frequency, _ written: String, _ code: String) {
        #expect(ReportingPeriod(frequency, written: written)?.code == code)
        #expect(ReportingPeriod(frequency, written: code)?.code == code, "its own code is one of the ways")
    }

    @Test(arguments: [
        (Frequency.month, "2026-13"), (.month, "Q4 2025/26"), (.month, "March"), (.month, ""), (.month, "ma 2026"), (.quarter, "2025-26"), (.quarter, "Q5 2025/26"), (.quarter, "2026-03"),
        (.year, "2025"), (.year, "2025-27"), (.year, "2026-03"), (.year, "1850/51"), (.month, "9999999999-1"),
    ])
    func `are not made of anything else`(_ frequency: Frequency, _ written: String) {
        #expect(ReportingPeriod(frequency, written: written) == nil)
    }
}
