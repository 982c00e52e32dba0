public import Kernel

/// One table to take away, as whichever file is asked for.
public struct TableFile: Sendable {
    /// As what it is taken away.
    public enum Format: String, CaseIterable, Sendable {
        case csv, xlsx

        /// - Throws: `no-such-format`
        public init(named name: String) throws(Refusal) {
            guard let format = Format(rawValue: name) else {
                throw .missing("no-such-format", "A table is taken away as csv or xlsx, not as “\(name.prefix(20))”.")
            }
            self = format
        }

        /// The media type.
        public var type: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: Workbook.mediaType
            }
        }
    }

    let title: String
    let tab: Workbook.Tab
    let day: Day

    /// - Parameters:
    ///   - title: of the workbook.
    ///   - tab: the name of its sheet.
    ///   - day: the day that the table shows, from which the file takes the moment it says it was made at.
    public init(title: String, tab: String, header: [String], rows: [[Workbook.Value]], on day: Day) {
        self.title = title
        self.tab = .init(tab, header: header, rows: rows)
        self.day = day
    }

    /// - Throws: `WorkbookFault`
    public func bytes(as format: Format) throws -> [UInt8] {
        switch format {
        case .csv: Array(CSV.write(header: tab.header, rows: tab.rows.map { $0.map(\.inText) }, mark: true).utf8)
        case .xlsx: try Workbook(title: title, made: .inBritain(day, hour: 0), tabs: [tab]).bytes()
        }
    }
}

extension Workbook.Value {
    /// Empty where there is nothing.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .blank }

    /// Empty where there is no number.
    public init(_ quantity: Quantity?) { self = quantity.map { .number($0.number) } ?? .blank }

    /// Empty where there is no day.
    public init(_ day: Day?) { self = day.map { .day($0) } ?? .blank }

    /// As a table without types has it.
    public var inText: String {
        switch self {
        case .day(let day): day.iso
        case .text(let text): text
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .blank: ""
        }
    }
}
