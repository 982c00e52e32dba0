import Kernel
import Markup

extension HTMLWriter {
    func written(_ table: Block.Table) -> HTML {
        guard !table.rows.isEmpty else { return "\(table.caption.map { "<p class=\"caption\">\($0)</p>" as HTML })\(empty("\(table.none)"))" }
        let columns = table.columns.map { Markup.Column($0.title, $0.kind.onPage) }
        guard table.rows.contains(where: table.isHeading) else {
            let rows = table.rows.map { row in TableRow(table.cells(of: row).map(\.html), id: row.anchor) }
            return Markup.table(columns: columns, rows: rows, caption: table.caption)
        }
        // A heading over rows begins a table of its own, since on a phone a row is a card.
        var html: HTML = table.caption.map { "<p class=\"caption\">\($0)</p>" } ?? .empty
        var rows: [TableRow] = []
        var heading: Words?
        for row in table.rows {
            if table.isHeading(row) {
                html += closed(&rows, columns, under: heading)
                heading = row.cells[0]
                if let anchor = row.anchor { html += "<span id=\"\(anchor)\"></span>" }
            } else {
                rows.append(TableRow(table.cells(of: row).map(\.html), id: row.anchor))
            }
        }
        return html + closed(&rows, columns, under: heading)
    }

    private func closed(_ rows: inout [TableRow], _ columns: [Markup.Column], under heading: Words?) -> HTML {
        defer { rows = [] }
        let title: HTML? = heading.map { "<p class=\"over\">\($0.html)</p>" }
        return "\(title)\(rows.isEmpty ? nil : Markup.table(columns: columns, rows: rows))"
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
