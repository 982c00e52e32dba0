public import Documents
import Kernel

/// A table of values in a file: CSV or the first sheet of an Excel workbook, with its columns in any order.
public enum ValueFile {
    /// More rows than this are no file of values.
    public static let mostRows = 5000

    /// What headings a column may have, in small letters.
    private static let names: KeyValuePairs<String, [String]> = [
        "measure": ["measure", "reference", "ref", "indicator", "kpi"],
        "period": ["period", "month", "quarter", "year", "date"],
        "numerator": ["numerator", "value", "count", "figure", "number"],
        "denominator": ["denominator", "of", "out of"],
        "standing": ["standing", "status", "provisional"],
        "note": ["note", "notes", "comment", "comments", "reason"],
    ]

    /// The rows below the headings.
    ///
    /// - Throws: what `RowFile` refuses, `columns-not-matched`, `file-too-large`
    public static func rows(_ bytes: FileBytes) throws -> [ValueRow] {
        var columns: [String: Int]?
        var rows: [ValueRow] = []
        try RowFile(bytes).eachRow { row in
            guard !row.isBlank else { return true }
            guard let known = columns else {
                columns = try matched((0..<row.count).map { row.text($0) })
                return true
            }
            guard rows.count < mostRows else { throw Refusal("file-too-large", .tooLarge, "A file of values has \(grouped(mostRows)) rows at most. Send it in parts.") }
            var entries: [String: [String]] = [:]
            for (name, column) in known where name != "measure" { entries[name] = [name == "standing" ? standing(row.text(column)) : row.text(column)] }
            rows.append(ValueRow(number: row.number, measure: known["measure"].map { row.text($0) } ?? "", entries: entries))
            return true
        }
        return rows
    }

    private static func matched(_ headings: [String]) throws -> [String: Int] {
        let headings = headings.map { $0.lowercased() }
        var columns: [String: Int] = [:]
        for (name, words) in names {
            if let place = words.lazy.compactMap({ headings.firstIndex(of: $0) }).first { columns[name] = place }
        }
        guard columns["period"] != nil, columns["numerator"] != nil else {
            throw Refusal.invalid("columns-not-matched", """
                A file of values has the columns measure, period and value, and for rates numerator and denominator. This one has \
                \(headings.isEmpty ? "no headings" : listed(headings.prefix(20).map { "“\($0.prefix(40))”" })).
                """)
        }
        return columns
    }

    /// `p`, `yes` or `provisional` for what may be revised; anything else as it is written, to be refused by its name.
    private static func standing(_ text: String) -> String {
        switch text.lowercased() {
        case "provisional", "p", "prov", "yes", "y", "1", "true": "provisional"
        case "final", "f", "no", "n", "0", "false", "revised", "r": "final"
        default: text
        }
    }
}
