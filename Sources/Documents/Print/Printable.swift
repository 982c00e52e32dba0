import Kernel
import Markup

extension Document {
    /// The document with its anchors, and without the characters that no paper can hold: controls, and those that Unicode says
    /// are none. A line feed stays.
    var printable: Document { printable(leading: nil) }

    /// The same as a file by itself: what it leads to is found from wherever the file is.
    var printableAlone: Document { printable(leading: Address.leading(to: base)) }

    private func printable(leading lead: Leading?) -> Document {
        var paper = mapped(\.printable, leading: lead)
        paper.blocks = paper.blocks.map(\.filled).withoutEmptyPages.anchored.stepped
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

    /// No page follows another at once, nor ends the paper, nor is there one for a seal alone, which stands where there is room.
    fileprivate var withoutEmptyPages: [Block] {
        func isPage(_ block: Block) -> Bool { if case .page = block { true } else { false } }
        func isSeal(_ block: Block) -> Bool { if case .seal = block { true } else { false } }
        let kept = enumerated().filter { index, block in
            !isPage(block) || index + 1 < count && !isPage(self[index + 1]) && !(index > 0 && self[(index + 1)...].allSatisfy(isSeal))
        }
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

extension Block {
    /// Rows of a table with as many cells as there are columns.
    fileprivate var filled: Block {
        guard case .table(var table) = self else { return self }
        table.rows = table.rows.map { row in table.isHeading(row) ? row : Block.Row(table.cells(of: row), anchor: row.anchor) }
        return .table(table)
    }
}
