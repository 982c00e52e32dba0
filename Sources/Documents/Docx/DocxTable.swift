import Kernel
import Markup

extension DocxBody {
    /// A true table: its head is repeated on every page, only rows of many lines are parted by one, and its widths are fixed.
    mutating func write(_ table: Block.Table, on turn: Block.Turn) {
        if let caption = table.caption { paragraph("Caption", run(caption)) }
        guard !table.rows.isEmpty, !table.columns.isEmpty else { return paragraph("Note", run(table.none)) }
        let setting = TableSetting(table, on: turn)
        let widths = setting.shares.map { Int($0 * Double(DocxPage.width(turn)) / 100) }
        let head = zip(table.columns, widths).map { column, width -> HTML in
            cell(width, "TableHead", run(column.title), column.kind)
        }
        add("""
            <w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:tblLayout w:type="fixed"/>\
            <w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>\
            \(table.caption.map { "<w:tblCaption w:val=\"\($0)\"/>" as HTML })</w:tblPr>\
            <w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" as HTML })</w:tblGrid>\
            <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(head)</w:tr>
            """)
        for (row, isParted) in zip(table.rows, setting.parted) {
            add("<w:tr>\(isParted ? nil : "<w:trPr><w:cantSplit/></w:trPr>" as HTML)\(cells(row, table, widths))</w:tr>")
        }
        add("</w:tbl>")
        // Word joins two tables that nothing parts.
        paragraph("Normal", .empty, "<w:spacing w:before=\"0\" w:after=\"120\"/>")
    }

    private mutating func cells(_ row: Block.Row, _ table: Block.Table, _ widths: [Int]) -> HTML {
        if table.isHeading(row) {
            return """
                <w:tc><w:tcPr><w:tcW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:gridSpan w:val="\(widths.count)"/></w:tcPr>\
                <w:p><w:pPr><w:pStyle w:val="TableOver"/></w:pPr>\(placed(row.anchor, runs(row.cells[0])))</w:p></w:tc>
                """
        }
        var xml = HTML.empty
        for (index, column) in table.columns.enumerated() {
            let words = column.kind == .reference ? Words(row.cells[index].runs.map(\.heavier)) : row.cells[index]
            let content = runs(words)
            xml += cell(widths[index], "TableText", index == 0 ? placed(row.anchor, content) : content, column.kind)
        }
        return xml
    }

    private func cell(_ width: Int, _ style: HTML, _ runs: HTML, _ kind: Block.Column.Kind) -> HTML {
        let side: HTML? = kind == .number ? "<w:jc w:val=\"right\"/>" : nil
        return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(side)</w:pPr>\(runs)</w:p></w:tc>"
    }
}

extension Run {
    fileprivate var heavier: Run { isPlain ? Run(text, .strong) : self }
}
