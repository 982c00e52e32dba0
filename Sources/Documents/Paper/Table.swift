extension Block {
    /// Rows under headings, which are repeated on every page that the table runs on to.
    public struct Table: Sendable, Hashable, Codable {
        /// What the table shows, above it.
        public var caption: String?
        public var columns: [Column]
        public var rows: [Row]
        /// What stands in the place of the rows where there are none.
        public var none: String

        public init(_ caption: String? = nil, columns: [Column], rows: [Row], none: String = "Nothing to show.") {
            self.caption = caption
            self.columns = columns
            self.rows = rows
            self.none = none
        }
    }

    public struct Column: Sendable, Hashable, Codable {
        /// How the cells stand: `reference` is the short name of a row, which heads it; `wide` takes what room is left.
        public enum Kind: String, Sendable, Hashable, Codable { case text, day, number, reference, wide }

        public var title: String
        public var kind: Kind

        public init(_ title: String, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    public struct Row: Sendable, Hashable, Codable, ExpressibleByArrayLiteral {
        /// As many as there are columns. A row of one cell under several columns is a heading over the rows after it.
        public var cells: [Words]
        public var anchor: String?

        public init(_ cells: [Words], anchor: String? = nil) {
            self.cells = cells
            self.anchor = anchor
        }

        public init(arrayLiteral cells: Words...) { self.init(cells) }

        /// A heading over the rows after it.
        public static func heading(_ words: Words, anchor: String? = nil) -> Row { Row([words], anchor: anchor) }
    }
}

extension Block.Table {
    func isHeading(_ row: Block.Row) -> Bool { row.cells.count == 1 && columns.count > 1 }

    /// Each heading with the rows that it stands over; what stands before the first has none.
    var parts: [(heading: Block.Row?, rows: [Block.Row])] {
        rows.reduce(into: []) { parts, row in
            if isHeading(row) { return parts.append((row, [])) }
            if parts.isEmpty { parts.append((nil, [])) }
            parts[parts.count - 1].rows.append(row)
        }
    }

    /// The cells of a row, made as many as there are columns.
    func cells(of row: Block.Row) -> [Words] {
        Array((row.cells + Array(repeating: "", count: max(0, columns.count - row.cells.count))).prefix(columns.count))
    }
}
