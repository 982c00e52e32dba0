import Kernel
import Markup

extension Document {
    /// The document with its anchors, and without the characters that no paper can hold: controls, and those that Unicode says
    /// are none. A line feed stays.
    var printable: Document {
        var paper = mapped(\.printable)
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

extension Block {
    /// Rows of a table with as many cells as there are columns.
    fileprivate var filled: Block {
        guard case .table(var table) = self else { return self }
        table.rows = table.rows.map { row in table.isHeading(row) ? row : Block.Row(table.cells(of: row), anchor: row.anchor) }
        return .table(table)
    }
}
