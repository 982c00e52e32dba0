/// A table as it stands in somebody's document: rows of cells, with what the page shows besides the text.
///
/// Rows are as long as the widest; a short row is filled with empty cells.
public struct Sheet: Sendable, Equatable {
    /// The sheet's name in a workbook, or nil where the format has none.
    public let name: String?
    /// Where it is, for a person: `table 2`, `sheet “Plan”`, `the text`.
    public let place: String
    public var rows: [[Cell]]
    /// The row number, from 1, that a person sees for each row.
    public var numbers: [Int]

    public init(name: String? = nil, place: String, rows: consuming [[Cell]], numbers: [Int]? = nil) {
        self.name = name
        self.place = place
        let width = rows.map(\.count).max() ?? 0
        self.rows = rows
        for index in self.rows.indices where self.rows[index].count < width {
            self.rows[index].append(contentsOf: repeatElement(Cell(""), count: width - self.rows[index].count))
        }
        self.numbers = numbers ?? Array(1..<self.rows.count + 1)
    }
}

/// What one cell holds.
public struct Cell: Sendable, Equatable {
    /// The text as a person reads it; paragraphs are separated by a line feed.
    public var text: String
    /// A true date from a spreadsheet, as `YYYY-MM-DD`.
    public var date: String?
    /// The fill colour as six hexadecimal digits (`C00000`), where there is one besides white.
    public var shade: String?
    /// Part of a cell that is merged with the one above it.
    public var continuesAbove: Bool
    /// Part of a cell that is merged with the one to its left.
    public var continuesLeft: Bool

    public init(
        _ text: String, date: String? = nil, shade: String? = nil, continuesAbove: Bool = false, continuesLeft: Bool = false
    ) {
        self.text = text
        self.date = date
        self.shade = shade
        self.continuesAbove = continuesAbove
        self.continuesLeft = continuesLeft
    }
}

/// What was read from somebody's file: its tables, and the text around them in order.
public struct Reading: Sendable, Equatable {
    /// `docx`, `xlsx`, `csv` or `text`.
    public let format: String
    public var sheets: [Sheet]
    /// The document's title as its properties or first heading give it.
    public var title: String?
    /// Paragraphs outside tables, in order; a numbered one begins with its number as it shows: `1) …`.
    public var paragraphs: [String]
    /// The file's name, where there is a file.
    public var fileName: String?
    /// What a person should know about how it was read: hidden columns left out, formulas without values.
    public var notes: [String]

    public init(format: String, sheets: [Sheet], title: String? = nil, paragraphs: [String] = [], notes: [String] = []) {
        self.format = format
        self.sheets = sheets
        self.title = title
        self.paragraphs = paragraphs
        self.notes = notes
    }
}
