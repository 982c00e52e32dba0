public import Documents
import Kernel

/// A run of numbers in a file with what each is called: what a control chart is made of without any service.
public struct SeriesFile: Sendable {
    public let labels: [String]
    public let values: [Double]

    /// - Parameters:
    ///   - value: the heading of the numbers; the last column of which every row is a number when nil.
    ///   - label: the heading of what each is called; the first column that is not the numbers’ when nil.
    /// - Throws: what `RowFile` refuses, `column-not-found`, `series-not-readable`
    public init(_ bytes: FileBytes, value: String? = nil, label: String? = nil) throws {
        var (headings, rows): ([String], [[String]]) = ([], [])
        try RowFile(bytes).eachRow { row in
            guard !row.isBlank else { return true }
            let texts = (0..<row.count).map { row.text($0) }
            if headings.isEmpty { headings = texts } else { rows.append(texts) }
            guard rows.count <= ValueFile.mostRows else { throw Refusal("file-too-large", .tooLarge, "A chart is made of \(grouped(ValueFile.mostRows)) rows at most.") }
            return true
        }
        // A file may be numbers from its first line on.
        if !headings.isEmpty, headings.allSatisfy({ Double($0) != nil }) {
            rows.insert(headings, at: 0)
            headings = headings.indices.map { "Column \($0 + 1)" }
        }
        func cell(_ row: [String], _ column: Int) -> String { row.indices.contains(column) ? row[column] : "" }
        let numbers = try value.map { try SeriesFile.place(of: $0, in: headings) }
            ?? headings.indices.last { column in !rows.isEmpty && rows.allSatisfy { Double(cell($0, column)) != nil } }
        guard let numbers, !rows.isEmpty else {
            throw Refusal.invalid("series-not-readable", "No column of \(bytes.name) has a number in every row. Name the column by --value, and leave no gaps.")
        }
        values = try rows.enumerated().map { index, row in
            guard let number = Double(cell(row, numbers)), number.isFinite, abs(number) <= 1e12 else {
                throw Refusal.invalid("series-not-readable", "Row \(index + 2) has “\(cell(row, numbers).prefix(40))” for a number. A chart has no gaps.")
            }
            return number
        }
        let names = try label.map { try SeriesFile.place(of: $0, in: headings) } ?? headings.indices.first { $0 != numbers }
        labels = rows.enumerated().map { index, row in names.map { cell(row, $0) } ?? "\(index + 1)" }
    }

    private static func place(of heading: String, in headings: [String]) throws -> Int {
        guard let place = headings.firstIndex(where: { $0.lowercased() == heading.lowercased() }) else {
            throw Refusal.invalid("column-not-found", "The file has no column “\(heading.prefix(60))”. It has \(listed(headings.prefix(20).map { "“\($0.prefix(40))”" })).")
        }
        return place
    }
}
