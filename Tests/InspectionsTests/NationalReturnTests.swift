import Inspections
import Kernel
import Testing

/// The national return as arithmetic, against totals that were published.
struct NationalReturnTests {
    private static let year = ReturnYear(ending: 2019)
    private static func audit(_ type: PremisesType = .shop, _ day: Day = Day(2018, 7, 1)!, _ result: AuditResult = .satisfactory, _ outcomes: [AuditOutcome] = [.broadlyCompliant], made: Bool = false) -> ReturnedAudit {
        ReturnedAudit(type: type, completed: day, result: result, outcomes: outcomes, hours: Quantity("2.25")!, madeSatisfactory: made)
    }

    /// Dorset and Wiltshire 2018/19: 1,198 audits, 557 unsatisfactory, 116 informal, 12 formal, of these 2 enforcement, 9 prohibition and 1 alterations, 6 satisfactory later.
    @Test func `audits told one by one give the totals that Dorset and Wiltshire published`() {
        var audits: [ReturnedAudit] = (0..<635).map { Self.audit(PremisesType.allCases[$0 % 17]) }
        audits += (0..<6).map { _ in Self.audit(made: true) }
        audits += (0..<116).map { _ in Self.audit(.licensed, Day(2018, 4, 1)!, .unsatisfactory, [.letterWithRevisit, .actionPlan]) }
        audits += (0..<429).map { _ in Self.audit(.office, Day(2019, 3, 31)!, .unsatisfactory, [.educateAndInform]) }
        audits += (0..<2).map { _ in Self.audit(.hmo, Day(2018, 12, 1)!, .unsatisfactory, [.enforcementNotice]) }
        audits += (0..<9).map { _ in Self.audit(.hmo, Day(2018, 12, 1)!, .unsatisfactory, [.prohibitionNotice]) }
        audits.append(Self.audit(.factory, Day(2018, 12, 1)!, .unsatisfactory, [.alterationsNotice]))
        let others = [Self.audit(.shop, Day(2018, 3, 31)!), Self.audit(.shop, Day(2019, 4, 1)!)]
        let national = NationalReturn(audits + others, year: Self.year, on: Day(2019, 6, 1)!)
        let total = national.total
        #expect(total.audits == 1198 && total.unsatisfactory == 557 && total.satisfactory == 641 && total.informal == 116 && total.formal == 12)
        #expect(total.enforcement == 2 && total.prohibition == 9 && total.alterations == 1 && total.madeSatisfactory == 6)
        #expect(total.unsatisfactoryRate.withDenominator == "46.5% (557 of 1,198)" && total.formalRate.words == "1.0%")
        #expect(total.hours == Quantity("2695.5"))
        #expect(national.rows.map(\.type) == PremisesType.allCases && national.rows.count == 17)
        #expect(national.rows.reduce(0) { $0 + $1.counts.audits } == 1198)
        #expect(national.isWhole && !NationalReturn(audits, year: Self.year, on: Day(2019, 3, 30)!).isWhole)
    }

    /// Staffordshire 2012/13: of 355 premises 148 satisfactory, 289 informal and 12 formal, which is 449.
    @Test func `categories that overlap are shown as they are and never forced to add up`() {
        let counts = ReturnCounts(audits: 355, satisfactory: 148, unsatisfactory: 207, informal: 289, formal: 12)
        #expect(counts.overlap == 449 - 355)
        #expect(counts.informalRate.withDenominator == "81.4% (289 of 355)")
        let one = NationalReturn([Self.audit(.shop, Day(2018, 7, 1)!, .satisfactory, [.letter, .alterationsNotice])], year: Self.year, on: Day(2019, 6, 1)!)
        #expect(one.total.satisfactory == 1 && one.total.informal == 1 && one.total.formal == 1 && one.total.audits == 1)
    }

    /// England 2022/23: 31,976 of 50,424 audits satisfactory, published as 63 per cent.
    @Test func `a rate is rounded half up and keeps its denominator`() {
        #expect(ReturnRate(31_976, of: 50_424).withDenominator == "63.4% (31,976 of 50,424)")
        #expect(ReturnRate(1, of: 2000).words == "0.1%" && ReturnRate(0, of: 0).words == nil && ReturnRate(3, of: 3).words == "100.0%")
    }

    @Test(arguments: [("2026", 2026), ("2025/26", 2026), ("1999/00", nil), ("2025/27", nil), ("26", nil), ("2099/00", 2100), ("x", nil)])
    func `a year of the return is written by its end or by both its years`(_ written: String, _ ending: Int?) {
        #expect(ReturnYear(written)?.ending == ending)
    }

    @Test func `a year begins on 1 April and ends on 31 March`() {
        #expect(ReturnYear(of: Day(2026, 3, 31)!).description == "2025/26" && ReturnYear(of: Day(2026, 4, 1)!).description == "2026/27")
        #expect(ReturnYear(ending: 2026).from == Day(2025, 4, 1)! && ReturnYear(ending: 2026).through == Day(2026, 3, 31)!)
    }
}
