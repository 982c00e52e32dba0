import Kernel
import Markup

extension [Block] {
    /// The blocks with nothing in them that leads further, for those who may not go there.
    public var unlinked: [Block] { map(\.unlinked) }
}

extension Words {
    var unlinked: Words {
        Words(runs.map { run in
            var run = run
            run.to = nil
            return run
        })
    }
}

extension Block {
    fileprivate var unlinked: Block {
        switch self {
        case .heading, .contents, .page: self
        case .paragraph(let words): .paragraph(words.unlinked)
        case .note(let words): .note(words.unlinked)
        case .list(let list): .list(List(isNumbered: list.isNumbered, list.items.map { .init($0.words.unlinked, $0.items.map(\.unlinked)) }))
        case .table(let table): .table(table.unlinked)
        case .figure(let figure): .figure(Figure(figure.caption, figure.chart.unlinked))
        case .facts(let facts): .facts(facts.map { .init($0.name, $0.words.unlinked) })
        case .callout(let callout): .callout(callout.tone, callout.title, callout.paragraphs.map(\.unlinked))
        case .seal(let seal): .seal(Seal(seal.title, seal.words.unlinked, facts: seal.facts.map { .init($0.name, $0.words.unlinked) }, code: seal.code))
        }
    }
}

extension Block.Table {
    fileprivate var unlinked: Block.Table {
        var table = self
        table.rows = rows.map { Block.Row($0.cells.map(\.unlinked), anchor: $0.anchor) }
        return table
    }
}

extension Block.Chart {
    fileprivate var unlinked: Block.Chart {
        switch self {
        case .shares(let chart): .shares(.init(chart.shares.map(\.unlinked), of: chart.noun))
        case .overTime(let chart): .overTime(.init(chart.days.map { SharesOfDay($0.day, $0.shares.map(\.unlinked)) }, of: chart.noun))
        case .timeline(let chart):
            .timeline(.init(chart.rows.map { row in
                TimelineRow(row.label, from: row.from, due: row.due, forecast: row.forecast, done: row.done, tone: row.tone, standing: row.standing)
            }, on: chart.on, planEnds: chart.planEnds))
        default: self
        }
    }
}

extension Share {
    fileprivate var unlinked: Share { Share(count, words, tone) }
}
