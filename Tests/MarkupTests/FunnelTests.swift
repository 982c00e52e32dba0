import Markup
import TestSupport
import Testing

@Suite struct FunnelTests {
    private func funnel(_ points: [Funnel.Point]) -> Funnel {
        Funnel(points, share: 0.2, limits: (1...60).map { Funnel.Limits($0, inner: 0.1...0.4, outer: 0...0.6) }, words: "One of two stands out.")
    }

    @Test func `a funnel names who stands out and hides nobody`() {
        let drawn = funnelPlot(funnel([.init("A. <Rowe>", cases: 50, share: 0.7, tone: .amber, told: "More than chance allows"), .init("B. Lane", cases: 20, share: 0.2, tone: .grey)])).markup
        #expect(Strict.faults(in: drawn).isEmpty)
        #expect(drawn.contains("A. &lt;Rowe&gt;: 70% of 50, more than chance allows"))
        #expect(drawn.contains("B. Lane: 20% of 20"))
        #expect(drawn.contains("aria-label=\"One of two stands out.\""))
        #expect(drawn.ranges(of: "class=\"name").count == 1, "only whoever stands out is named in the drawing")
    }

    @Test func `without cases nothing is drawn`() {
        #expect(funnelPlot(funnel([])).isEmpty)
        #expect(drawing(of: funnel([.init("A", cases: 0, share: 0, tone: .grey)])) == nil)
        #expect(drawing(of: funnel([.init("A", cases: 5, share: 0.2, tone: .grey)])) != nil)
    }
}
