import Kernel

/// A column of a table: its heading, how its cells stand, and how the table is sorted by it.
public struct Column: Sendable {
    public enum Kind: Sendable {
        /// Words, from the left.
        case text
        /// A day, which stays on one line.
        case day
        /// Numbers, from the right, in figures of one width.
        case number
        /// The short name of the row; on a phone it leads the card without its heading.
        case reference
        /// Sentences; on a phone the cell takes the whole width of the card, without its heading.
        case wide
    }

    public let title: String
    public let kind: Kind
    /// Where the heading leads when it is pressed; nil where a column can't be sorted by.
    public let sort: Link?
    /// How the rows stand now, when they stand by this column.
    public let order: Sorting.Order?

    /// - Parameter title: empty over what can be done with a row, which needs no heading.
    public init(_ title: String, _ kind: Kind = .text) {
        self.title = title
        self.kind = kind
        sort = nil
        order = nil
    }

    /// A column that sorts, by the key that stands in the address.
    public init(_ title: String, _ kind: Kind = .text, key: String, in sorting: Sorting) {
        self.title = title
        self.kind = kind
        sort = sorting.link(by: key)
        order = sorting.order(by: key)
    }
}

/// How a table is sorted, as its address says: `?sort=due`, or `?sort=-due` the other way round.
public struct Sorting: Sendable {
    public enum Order: String, Sendable { case ascending, descending }

    public let page: Link
    public let key: String?
    public let order: Order

    public init(page: Link, written: String?) {
        self.page = page
        let written = written ?? ""
        order = written.hasPrefix("-") ? .descending : .ascending
        let key = written.hasPrefix("-") ? String(written.dropFirst()) : written
        self.key = key.isEmpty ? nil : key
    }

    public func order(by key: String) -> Order? { key == self.key ? order : nil }

    /// The same page by this key; the other way round when it stands so already.
    public func link(by key: String) -> Link {
        page.adding("sort", order(by: key) == .ascending ? "-" + key : key)
    }
}

/// Rows under headings. On a phone each row is a card whose cells carry their headings.
///
/// - Parameter rows: as many cells as there are columns, in their order.
public func table(columns: [Column], rows: [[HTML]], caption: String? = nil) -> HTML {
    table(columns: columns, rows: rows.map { TableRow($0) }, caption: caption)
}

/// A row that needs more than its cells: a place to link to.
public struct TableRow: Sendable {
    public let cells: [HTML]
    public let id: String?

    public init(_ cells: [HTML], id: String? = nil) {
        self.cells = cells
        self.id = id
    }
}

public func table(columns: [Column], rows: [TableRow], caption: String? = nil) -> HTML {
    let title: HTML? = caption.map { "<caption>\($0)</caption>" }
    return """
        <table>\(title)<thead><tr>\(columns.map(heading))</tr></thead><tbody>\(rows.mapTogether(atLeast: 100) { row($0, columns) })</tbody></table>
        """
}

private func heading(_ column: Column) -> HTML {
    // A heading without words would be read out as one; a plain cell is passed over.
    guard !column.title.isEmpty else { return "<td></td>" }
    let words: HTML = if let link = column.sort {
        "<a class=\"sort\" href=\"\(link)\">\(column.title)</a>"
    } else {
        "\(column.title)"
    }
    return """
        <th scope="col"\(look(column.kind)) \(attribute: "aria-sort", column.order?.rawValue)>\(words)</th>
        """
}

private func row(_ row: TableRow, _ columns: [Column]) -> HTML {
    let cells = zip(row.cells, columns).map { cell, column -> HTML in
        if column.title.isEmpty { return "<td class=\"deed\">\(cell)</td>" }
        return switch column.kind {
        case .wide, .reference: "<td\(look(column.kind))>\(cell)</td>"
        case .text, .day, .number: "<td\(look(column.kind)) data-label=\"\(column.title)\">\(cell)</td>"
        }
    }
    return "<tr \(attribute: "id", row.id)>\(cells)</tr>"
}

private func look(_ kind: Column.Kind) -> HTML {
    switch kind {
    case .text: .empty
    case .day: " class=\"day\""
    case .number: " class=\"num\""
    case .wide: " class=\"wide\""
    case .reference: " class=\"ref\""
    }
}
