import Kernel
import Markup

/// What an address becomes; nil where it can't be followed.
typealias Leading = @Sendable (Address) -> Address?

extension Document {
    /// The document with all its texts changed in one way.
    ///
    /// - Parameter lead: what becomes of what its words lead to; its drawings then lead nowhere, as they know no place but Muster's own.
    func mapped(_ change: @Sendable (String) -> String, leading lead: Leading? = nil) -> Document {
        var paper = self
        paper.reference = change(reference)
        paper.title = change(title)
        paper.under = under.map(change)
        paper.author = author.map(change)
        paper.marking = marking.map(change)
        paper.foot = change(foot)
        paper.blocks = blocks.mapTogether(atLeast: 8) { $0.mapped(change, lead) }
        return paper
    }
}

extension Words {
    func mapped(_ change: @Sendable (String) -> String, _ lead: Leading? = nil) -> Words {
        Words(runs.map { run in
            var run = run
            run.text = change(run.text)
            if let lead { run.to = run.to.flatMap(lead) }
            return run
        })
    }
}

extension Block {
    func mapped(_ change: @Sendable (String) -> String, _ lead: Leading? = nil) -> Block {
        switch self {
        case .heading(let heading): .heading(Heading(heading.level, change(heading.words), anchor: heading.anchor))
        case .paragraph(let words): .paragraph(words.mapped(change, lead))
        case .note(let words): .note(words.mapped(change, lead))
        case .list(let list):
            .list(List(isNumbered: list.isNumbered, list.items.map { item in .init(item.words.mapped(change, lead), item.items.map { $0.mapped(change, lead) }) }))
        case .table(let table): .table(table.mapped(change, lead))
        case .figure(let figure): .figure(Figure(change(figure.caption), figure.chart.mapped(change, lead)))
        case .facts(let facts): .facts(facts.map { $0.mapped(change, lead) })
        case .callout(let callout): .callout(callout.tone, callout.title.map(change), callout.paragraphs.map { $0.mapped(change, lead) })
        case .seal(let seal):
            .seal(Seal(change(seal.title), seal.words.mapped(change, lead), facts: seal.facts.map { $0.mapped(change, lead) }, code: seal.code))
        case .contents(let title): .contents(change(title))
        case .page: self
        }
    }
}

extension Block.Fact {
    fileprivate func mapped(_ change: @Sendable (String) -> String, _ lead: Leading? = nil) -> Block.Fact { .init(change(name), words.mapped(change, lead)) }
}

extension Block.Table {
    fileprivate func mapped(_ change: @Sendable (String) -> String, _ lead: Leading? = nil) -> Block.Table {
        var table = self
        table.caption = caption.map(change)
        table.none = change(none)
        table.columns = columns.map { .init(change($0.title), $0.kind) }
        table.rows = rows.map { row in Block.Row(row.cells.map { $0.mapped(change, lead) }, anchor: row.anchor) }
        return table
    }
}

extension Block.Chart {
    /// Charts have names and words of their own.
    fileprivate func mapped(_ change: @Sendable (String) -> String, _ lead: Leading? = nil) -> Block.Chart {
        switch self {
        case .shares(let chart): .shares(.init(chart.shares.map { $0.mapped(change, lead) }, of: change(chart.noun)))
        case .burnUp(let chart):
            .burnUp(.init(due: chart.due, done: chart.done, on: chart.on, from: chart.from, planEnds: chart.planEnds, of: change(chart.noun)))
        case .overTime(let chart):
            .overTime(.init(chart.days.map { day in SharesOfDay(day.day, day.shares.map { $0.mapped(change, lead) }) }, of: change(chart.noun)))
        case .slippage: self
        case .control(let chart): .control(chart.mapped(change))
        case .timeline(let chart):
            .timeline(.init(chart.rows.map { $0.mapped(change, lead) }, on: chart.on, planEnds: chart.planEnds))
        }
    }
}

extension Share {
    fileprivate func mapped(_ change: @Sendable (String) -> String, _ lead: Leading? = nil) -> Share { Share(count, change(words), tone, link: lead == nil ? link : nil) }
}

extension TimelineRow {
    fileprivate func mapped(_ change: @Sendable (String) -> String, _ lead: Leading? = nil) -> TimelineRow {
        TimelineRow(change(label), from: from, due: due, forecast: forecast, done: done, tone: tone, standing: change(standing), link: lead == nil ? link : nil)
    }
}
