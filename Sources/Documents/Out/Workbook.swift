import CXlsxwriter
import Foundation
public import Kernel

/// An Excel workbook to be given away: sheets of a bold heading row, which stays in view and filters, and typed cells.
///
/// The same workbook always gives the same bytes.
public struct Workbook: Sendable {
    /// What a cell holds. Text is always text, whatever it begins with.
    public enum Value: Sendable, Equatable {
        case text(String)
        case number(Double)
        /// A true date, shown `28/02/2021`.
        case day(Day)
        case blank
    }

    public struct Tab: Sendable, Equatable {
        public var name: String
        public var header: [String]
        public var rows: [[Value]]

        /// - Parameter name: is made fit for Excel: at most 31 characters, none of `[ ] : * ? / \`, unlike the others.
        public init(_ name: String, header: [String], rows: [[Value]]) {
            self.name = name
            self.header = header
            self.rows = rows
        }
    }

    public var title: String
    public var tabs: [Tab]
    /// The moment the file says it was made at.
    public var made: Moment

    public init(title: String, made: Moment, tabs: [Tab]) {
        self.title = title
        self.made = made
        self.tabs = tabs
    }

    /// The media type that the bytes are sent as.
    public static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// - Throws: `WorkbookFault` where the temporary folder can't be written.
    public func bytes() throws -> [UInt8] {
        // The library of Debian 12 writes only to a path.
        let path = try TemporaryFile()
        var options = lxw_workbook_options()
        options.constant_memory = 0
        guard let book = workbook_new_opt(path.name, &options) else { throw WorkbookFault(code: 0) }
        describe(book)
        let formats = Formats(book)
        var names: [String] = []
        for tab in tabs.isEmpty ? [Tab("Sheet", header: [], rows: [])] : tabs {
            let name = SheetName.fit(tab.name.printable, unlike: names)
            names.append(name)
            if let sheet = workbook_add_worksheet(book, name) { write(tab, to: sheet, formats) }
        }
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else { throw WorkbookFault(code: Int(result.rawValue)) }
        return try path.contents()
    }

    private func describe(_ book: UnsafeMutablePointer<lxw_workbook>) {
        var properties = lxw_doc_properties()
        properties.created = time_t(made.milliseconds / 1000)
        SheetName.shortened(title.printable, to: 255).withCString { title in
            properties.title = UnsafeMutablePointer(mutating: title)
            _ = workbook_set_properties(book, &properties)
        }
    }

    private struct Formats {
        let heading: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            heading = workbook_add_format(book)
            text = workbook_add_format(book)
            day = workbook_add_format(book)
            format_set_bold(heading)
            format_set_text_wrap(text)
            format_set_num_format(day, "dd/mm/yyyy")
            for format in [heading, text, day] { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
        }
    }

    private func write(_ tab: Tab, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
        let width = max(tab.header.count, tab.rows.map(\.count).max() ?? 0)
        for (column, text) in tab.header.enumerated() {
            put(.text(text), in: sheet, 0, column, text: formats.heading, formats)
        }
        let first = tab.header.isEmpty ? 0 : 1
        for (index, row) in tab.rows.enumerated() {
            for (column, value) in row.enumerated() {
                put(value, in: sheet, first + index, column, text: formats.text, formats)
            }
        }
        for column in 0..<width {
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), breadth(column, of: tab), nil)
        }
        guard !tab.header.isEmpty else { return }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(tab.rows.count), lxw_col_t(tab.header.count - 1))
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_paper(sheet, 9)
    }

    private func put(
        _ value: Value, in sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
        text: UnsafeMutablePointer<lxw_format>?, _ formats: Formats
    ) {
        let (row, column) = (lxw_row_t(row), lxw_col_t(column))
        switch value {
        case .blank: break
        // Excel's own limit for the text of a cell.
        case .text(let words): worksheet_write_string(sheet, row, column, SheetName.shortened(words.printable, to: 32_767), text)
        case .number(let number): worksheet_write_number(sheet, row, column, number, nil)
        case .day(let day):
            // Days from 30 December 1899, which is right from 1 March 1900 on.
            let serial = day.number + 25_569
            if serial > 60 {
                worksheet_write_number(sheet, row, column, Double(serial), formats.day)
            } else {
                worksheet_write_string(sheet, row, column, day.slashed, formats.text)
            }
        }
    }

    /// As wide as the longest of the first lines, within what a page bears.
    private func breadth(_ column: Int, of tab: Tab) -> Double {
        var most = tab.header.indices.contains(column) ? tab.header[column].count + 3 : 0
        for row in tab.rows.prefix(500) where column < row.count {
            switch row[column] {
            case .text(let text): most = max(most, text.prefix(80).prefix { $0 != "\n" }.count + 1)
            case .number: most = max(most, 9)
            case .day: most = max(most, 11)
            case .blank: break
            }
        }
        return Double(min(max(most, 6), 60))
    }
}

/// A workbook could not be written: a fault of the machine, not of what was asked.
public struct WorkbookFault: Error, Sendable {
    /// The library's number for it; 0 where the file could not be made.
    public let code: Int
}
