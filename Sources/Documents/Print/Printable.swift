import Kernel
import Markup

extension Document {
    /// The document with its anchors, and without the characters that no paper can hold: controls, and those that Unicode says
    /// are none. A line feed stays.
    var printable: Document {
        var paper = self
        paper.reference = reference.printable
        paper.title = title.printable
        paper.under = under?.printable
        paper.author = author?.printable
        paper.marking = marking?.printable
        paper.foot = foot.printable
        paper.blocks = blocks.map(\.printable).withoutEmptyPages.anchored.stepped
        return paper
    }
}

extension [Block] {
    /// Each block with how its page lies.
    var turned: [(block: Block, turn: Block.Turn)] {
        var turn = Block.Turn.upright
        return map { block in
            if case .page(let next) = block { turn = next }
            return (block, turn)
        }
    }

    /// No page follows another at once, nor ends the paper.
    fileprivate var withoutEmptyPages: [Block] {
        func isPage(_ block: Block) -> Bool { if case .page = block { true } else { false } }
        let kept = enumerated().filter { index, block in !isPage(block) || index + 1 < count && !isPage(self[index + 1]) }
        return kept.map(\.element)
    }

    /// The blocks with headings that go down one level at a time from the first, as PDF/UA asks of them.
    fileprivate var stepped: [Block] {
        var last = 0
        return map { block in
            guard case .heading(var heading) = block else { return block }
            heading.level = Swift.min(heading.level, last + 1)
            last = heading.level
            return .heading(heading)
        }
    }
}

extension String {
    var printable: String {
        guard utf8.contains(where: { $0 < 32 || $0 == 127 || $0 >= 0xC2 }) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 10: text.append(scalar)
            case 9, 11, 12, 13, 0x85, 0x2028, 0x2029: text.append(" ")
            case 0..<32, 127..<160, 0xFFFE...0xFFFF, 0xFDD0...0xFDEF, 0xFEFF: continue
            // What turns the direction of writing could make a paper read as what it does not say.
            case 0x202A...0x202E, 0x2066...0x2069: continue
            default: if !scalar.properties.isNoncharacterCodePoint { text.append(scalar) }
            }
        }
        return String(text)
    }
}

extension Words {
    var printable: Words {
        Words(runs.map { run in
            var run = run
            run.text = run.text.printable
            return run
        })
    }
}

extension Block {
    fileprivate var printable: Block {
        switch self {
        case .heading(let heading): .heading(Heading(heading.level, heading.words.printable, anchor: heading.anchor))
        case .paragraph(let words): .paragraph(words.printable)
        case .note(let words): .note(words.printable)
        case .list(let list):
            .list(List(isNumbered: list.isNumbered, list.items.map { .init($0.words.printable, $0.items.map(\.printable)) }))
        case .table(let table): .table(table.printable)
        case .figure(let figure): .figure(Figure(figure.caption.printable, figure.chart.printable))
        case .facts(let facts): .facts(facts.map(\.printable))
        case .callout(let callout): .callout(callout.tone, callout.title?.printable, callout.paragraphs.map(\.printable))
        case .seal(let seal):
            .seal(Seal(seal.title.printable, seal.words.printable, facts: seal.facts.map(\.printable), code: seal.code))
        case .contents(let title): .contents(title.printable)
        case .page: self
        }
    }
}

extension Block.Fact {
    fileprivate var printable: Block.Fact { .init(name.printable, words.printable) }
}

extension Block.Table {
    /// Cells as many as columns, too.
    fileprivate var printable: Block.Table {
        var table = self
        table.caption = caption?.printable
        table.none = none.printable
        table.columns = columns.map { .init($0.title.printable, $0.kind) }
        table.rows = rows.map { row in
            Block.Row((isHeading(row) ? row.cells : cells(of: row)).map(\.printable), anchor: row.anchor)
        }
        return table
    }
}

extension Block.Chart {
    /// Charts have names and words of their own.
    fileprivate var printable: Block.Chart {
        switch self {
        case .shares(let chart): .shares(.init(chart.shares.map(\.printable), of: chart.noun.printable))
        case .burnUp(let chart):
            .burnUp(.init(
                due: chart.due, done: chart.done, on: chart.on, from: chart.from, planEnds: chart.planEnds, of: chart.noun.printable))
        case .overTime(let chart):
            .overTime(.init(chart.days.map { SharesOfDay($0.day, $0.shares.map(\.printable)) }, of: chart.noun.printable))
        case .slippage: self
        case .timeline(let chart):
            .timeline(.init(chart.rows.map(\.printable), on: chart.on, planEnds: chart.planEnds))
        }
    }
}

extension Share {
    fileprivate var printable: Share { Share(count, words.printable, tone, link: link) }
}

extension TimelineRow {
    fileprivate var printable: TimelineRow {
        TimelineRow(label.printable, from: from, due: due, forecast: forecast, done: done, tone: tone, standing: standing.printable, link: link)
    }
}
