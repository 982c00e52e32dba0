import Foundation
import Kernel
import Testing

struct PeriodTests {
    @Test func `a period is read as it was written, and never one that ends before it starts`() throws {
        let day = try #require(Day(2026, 1, 1))
        let period = try Period(from: day, through: day.adding(days: 89))
        let written = try JSONEncoder().encode(period)
        #expect(try JSONDecoder().decode(Period.self, from: written) == period)
        let text = String(decoding: written, as: UTF8.self)
        let turned = text.replacing("from", with: "x").replacing("through", with: "from").replacing("x", with: "through")
        let refusal = #expect(throws: Refusal.self) { try JSONDecoder().decode(Period.self, from: Data(turned.utf8)) }
        #expect(refusal?.code == "period-ends-before-it-starts")
    }
}
