public import Documents
public import Kernel

/// A file of premises: its headings, what its columns are taken for, and its rows as they can be read.
public struct PremisesFile: Sendable {
    let file: RowFile
    public var columns: PremisesColumns
    /// The type of rows that give none; nil where each has to.
    public var usualType: PremisesType?

    /// - Parameter matched: what somebody said of columns, which goes before what is guessed: `easting` → `Grid X`.
    /// - Throws: what `RowFile` refuses, `column-not-found`
    public init(_ bytes: FileBytes, matched: [(PremisesField, heading: String)] = [], usualType: PremisesType? = nil) throws {
        file = try RowFile(bytes)
        self.usualType = usualType
        var headings: [String] = []
        try file.eachRow { row in
            guard !row.isBlank else { return true }
            headings = row.texts
            return false
        }
        columns = PremisesColumns(headings: headings)
        for (field, heading) in matched {
            guard let unknown = columns.match(field, to: heading) else { continue }
            throw Refusal.invalid("column-not-found", "The file has no column “\(unknown.prefix(60))”. It has \(columns.inWords).")
        }
    }

    public var notes: [String] { file.notes }
    public var name: String { file.bytes.name }
    public var size: Int { file.bytes.size }

    /// - Throws: `columns-not-matched`
    public func checkColumns() throws(Refusal) {
        if let lack = columns.lack {
            throw .invalid("columns-not-matched", "\(lack) The file has the columns \(columns.inWords).")
        }
    }

    /// Hands every row that is not blank over, until it is answered false.
    public func eachRow(_ body: (PremisesRow) throws -> Bool) throws {
        var reader = try PremisesRowReader(columns, usualType: usualType)
        try eachUnread { row in try body(reader.read(row)) }
    }

    /// The texts of the first rows, for whoever looks at them.
    func sample(_ count: Int) throws -> [[String]] {
        var rows: [[String]] = []
        try eachUnread { row in
            rows.append(row.texts)
            return rows.count < count
        }
        return rows
    }

    /// What stands below the headings.
    private func eachUnread(_ body: (FileRow) throws -> Bool) throws {
        var isHeading = true
        try file.eachRow { row in
            if row.isBlank { return true }
            if isHeading {
                isHeading = false
                return true
            }
            return try body(row)
        }
    }
}

extension FileRow {
    fileprivate var texts: [String] { (0..<count).map { text($0) } }
}

extension PremisesColumns {
    /// The first headings, as a sentence names them.
    fileprivate var inWords: String { listed(headings.prefix(40).map { "“\($0.prefix(40))”" }) }
}
