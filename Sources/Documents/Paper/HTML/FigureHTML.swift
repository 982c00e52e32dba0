import Kernel
import Markup

extension HTMLWriter {
    func written(_ figure: Block.Figure) -> HTML {
        let caption: HTML = "<p class=\"caption\">\(figure.caption)</p>"
        switch figure.chart {
        case .shares(let chart):
            return "<div class=\"chart\">\(caption)\(stack(chart.shares, of: chart.noun))\(legend(chart.shares))</div>"
        case .burnUp(let chart):
            let drawing = burnUp(due: chart.due, done: chart.done, on: chart.on, from: chart.from, planEnds: chart.planEnds, of: chart.noun)
            return "<div class=\"chart\">\(caption)\(drawing)</div>"
        case .overTime(let chart):
            return "<div class=\"chart\">\(caption)\(overTime(chart.days, of: chart.noun))</div>"
        case .slippage(let chart):
            return "<div class=\"chart\">\(caption)\(slippage(chart.slips, on: chart.on))</div>"
        case .control(let chart):
            return "<div class=\"chart\">\(caption)\(controlChart(chart))</div>"
        case .timeline(let chart):
            return "<div class=\"chart\">\(caption)\(timeline(chart.rows, on: chart.on, planEnds: chart.planEnds))</div>"
        }
    }

    func written(_ seal: Block.Seal) -> HTML {
        // A code too long for its square is told of when the paper is printed; the page has the words.
        let code = (try? seal.drawing)?.svg
        return """
        <section class="seal" aria-label="\(seal.title)"><div><p><strong>\(seal.title)</strong></p><p>\(seal.words.html)</p>\
        <dl>\(seal.facts.map { "<div><dt>\($0.name)</dt><dd><code>\($0.words.text)</code></dd></div>" as HTML })</dl></div>\(code)</section>
        """
    }
}
