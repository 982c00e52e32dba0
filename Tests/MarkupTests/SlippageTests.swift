import Kernel
import Markup
import TestSupport
import Testing

@Suite struct SlippageTests {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func `slippage is drawn and said, and nothing where nothing slipped`() throws {
        let (january, march, may) = (try day("2026-01-01"), try day("2026-03-01"), try day("2026-05-01"))
        let markup = slippage([Slip(january, agreed: 0, expected: 0), Slip(march, agreed: 30, expected: 45), Slip(may, agreed: 30, expected: 60)], on: may).markup
        #expect(markup.contains("By 1 May 2026, promises had slipped 30 days as agreed and 60 days as expected or done."))
        #expect(markup.contains("<td") && markup.contains(">45<") && Strict.faults(in: markup).isEmpty)
        #expect(slippage([Slip(january, agreed: 0, expected: 0), Slip(may, agreed: 0, expected: 0)], on: may).isEmpty && slippage([], on: may).isEmpty)
        let early = slippage([Slip(january, agreed: 0, expected: -5)], on: may).markup
        #expect(early.contains("no days as agreed and 5 days forward as expected or done") && Strict.faults(in: early).isEmpty)
    }

    @Test func `on paper it is drawn by the same hand`() throws {
        let (january, may) = (try day("2026-01-01"), try day("2026-05-01"))
        let slips = [Slip(january, agreed: 0, expected: 0), Slip(may, agreed: 30, expected: 60)]
        let drawn = drawing(of: slips, on: may)
        let made = try #require(drawn)
        #expect(made.words == "By 1 May 2026, promises had slipped 30 days as agreed and 60 days as expected or done.")
        #expect(made.svg.markup.contains("60 days") && made.svg.markup.contains("Expected or done"))
        let nothing = drawing(of: [Slip(january, agreed: 0, expected: 0)], on: may)
        #expect(nothing?.words == nil)
    }

    @Test func `years of forecasts are drawn with no more points than can be seen`() throws {
        let start = try day("2020-01-01")
        let points = (0..<5000).map { Slip(start.adding(days: $0 / 3), agreed: $0, expected: $0 * 2) }
        let markup = slippage(points, on: start.adding(days: 1700)).markup
        #expect(markup.utf8.count < 40_000 && markup.contains("4999 days as agreed"))
    }
}
