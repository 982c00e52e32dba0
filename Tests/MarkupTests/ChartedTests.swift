import Kernel
import Markup
import TestSupport
import Testing

/// A control chart as it is drawn.
@Suite struct ChartedTests {
    private func chart(_ values: [Double], limits: ClosedRange<Double>?, floor: Double? = nil) -> Charted {
        let points = values.enumerated().map { index, value in
            Charted.Point(Day(number: 20_000 + index * 30), "Month \(index)", value, written: "\(Int(value))", tone: value > 9 ? .amber : .grey, told: value > 9 ? "Above <it>" : nil)
        }
        let stretches = values.isEmpty ? [] : [Charted.Stretch(0...values.count - 1, mean: 3, limits: limits)]
        return Charted(points, stretches: stretches, targets: values.map { _ in 4 }, floor: floor, words: "It & that")
    }

    @Test func `is one picture with its words, its band, its target and a shape on what stands out`() {
        let page = controlChart(chart([1, 2, 10, 3], limits: -2...6, floor: 0)).markup
        #expect(Strict.faults(in: page).isEmpty)
        #expect(page.contains("aria-label=\"It &amp; that\"") && page.contains("class=\"area\"") && page.contains("class=\"due\"") && page.contains("fill amber") && page.contains("Above &lt;it&gt;"))
        #expect(page.ranges(of: "<title>Month").count == 2, "what stands out, and the last")
        #expect(!page.contains(">-"), "no level lies below what can’t be below nought")
    }

    @Test func `is drawn of one point, and of none not at all`() {
        #expect(Strict.faults(in: controlChart(chart([5], limits: nil)).markup).isEmpty)
        #expect(Strict.faults(in: sparkline(chart([5, 5, 5], limits: 5...5)).markup).isEmpty)
        #expect(controlChart(chart([], limits: nil)).isEmpty && sparkline(chart([], limits: nil)).isEmpty && drawing(of: chart([], limits: nil)) == nil)
        #expect(drawing(of: chart([1, 2, 10], limits: 0...6))?.words == "It & that")
    }
}
