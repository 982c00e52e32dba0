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

extension String {
    var printable: String {
        guard utf8.contains(where: { $0 < 32 || $0 == 127 || $0 >= 0xC2 }), unicodeScalars.contains(where: String.isUnprintable) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 10: text.append(scalar)
            case 9, 11, 12, 13, 0x85, 0x2028, 0x2029: text.append(" ")
            default: if !String.isUnprintable(scalar) { text.append(scalar) }
            }
        }
        return String(text)
    }

    /// A control, a code point that is no character, or one of those that turn the direction of writing and could make a paper
    /// read as what it does not say.
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 10: false
        case 0..<32, 127..<160, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF: true
        default: scalar.value & 0xFFFE == 0xFFFE
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
