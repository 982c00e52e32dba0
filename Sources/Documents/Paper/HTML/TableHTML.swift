import Kernel
import Markup

extension HTMLWriter {
    func written(_ table: Block.Table) -> HTML {
        guard !table.rows.isEmpty else { return "\(table.caption.map { "<p class=\"caption\">\($0)</p>" as HTML })\(empty("\(table.none)"))" }
        let columns = table.columns.map { Markup.Column($0.title, $0.kind.onPage) }
        guard table.rows.contains(where: table.isHeading) else {
            let rows = table.rows.mapTogether(atLeast: 20) { row in TableRow(table.cells(of: row).map(\.html), id: row.anchor) }
            return Markup.table(columns: columns, rows: rows, caption: table.caption)
        }
        // A heading over rows begins a table of its own, since on a phone a row is a card.
        let parts = table.parts.mapTogether(atLeast: 4) { part in
            let rows = part.rows.map { row in TableRow(table.cells(of: row).map(\.html), id: row.anchor) }
            return written(part.heading) + (rows.isEmpty ? .empty : Markup.table(columns: columns, rows: rows))
        }
        return "\(table.caption.map { "<p class=\"caption\">\($0)</p>" as HTML })\(parts)"
    }

    private func written(_ heading: Block.Row?) -> HTML {
        guard let heading else { return .empty }
        return "\(heading.anchor.map { "<span id=\"\($0)\"></span>" as HTML })<p class=\"over\">\(heading.cells[0].html)</p>"
    }
}

extension Block.Column.Kind {
    var onPage: Markup.Column.Kind {
        switch self {
        case .text: .text
        case .day: .day
        case .number: .number
        case .reference: .reference
        case .wide: .wide
        }
    }
}
