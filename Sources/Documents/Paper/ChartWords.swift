import Markup

extension Block.Chart {
    /// What the chart shows, said in a sentence or two.
    public var words: String {
        switch self {
        case .shares(let chart): Markup.words(of: chart.shares, of: chart.noun)
        case .burnUp(let chart): Markup.words(ofDue: chart.due, done: chart.done, on: chart.on, of: chart.noun)
        case .overTime(let chart): Markup.words(of: chart.days)
        case .slippage(let chart): Markup.words(of: chart.slips, on: chart.on)
        case .control(let chart): chart.words
        case .timeline(let chart): Markup.words(of: chart.rows, on: chart.on, planEnds: chart.planEnds)
        }
    }
}
