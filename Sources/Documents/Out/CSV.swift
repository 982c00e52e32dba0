/// Writes a table as comma-separated values (RFC 4180): CRLF between records, quotes where they are needed.
public enum CSV {
    /// - Parameters:
    ///   - mark: begins the text with a byte order mark, without which Excel takes UTF-8 for Windows-1252.
    ///   - guarded: puts an apostrophe before a text that a spreadsheet would run as a formula.
    public static func write(header: [String], rows: some Sequence<[String]>, mark: Bool = false, guarded: Bool = true) -> String {
        var text: [UInt8] = mark ? [0xEF, 0xBB, 0xBF] : []
        append(header, guarded, to: &text)
        for row in rows { append(row, guarded, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Adds one record, for whoever writes a table that is too long to be held whole. What a spreadsheet would run as a formula has an
    /// apostrophe before it.
    public static func append(_ row: [String], to text: inout [UInt8]) { append(row, true, to: &text) }

    private static func append(_ row: [String], _ guarded: Bool, to text: inout [UInt8]) {
        for (index, field) in row.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            append(field, guarded, isAlone: row.count == 1, to: &text)
        }
        text.append(13)
        text.append(10)
    }

    private static func append(_ field: String, _ guarded: Bool, isAlone: Bool, to text: inout [UInt8]) {
        let isFormula = guarded && isFormula(field)
        let needsQuotes = field.isEmpty ? isAlone : field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 10 || $0 == 13 }
        if needsQuotes { text.append(0x22) }
        if isFormula { text.append(0x27) }
        if !needsQuotes { return text += field.utf8 }
        for byte in field.utf8 {
            if byte == 0x22 { text.append(0x22) }
            text.append(byte)
        }
        text.append(0x22)
    }

    /// Whether a spreadsheet would run the text: it begins as a formula does and is no plain number (OWASP, "CSV Injection").
    static func isFormula(_ field: String) -> Bool {
        // Most fields begin with a letter or a digit, and those are no formulas.
        if let first = field.utf8.first, (0x30...0x39).contains(first) || (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) { return false }
        // Spreadsheets pass over white space before a formula, and read the wide forms of the signs as the signs.
        guard let first = field.unicodeScalars.first else { return false }
        if first == "\t" || first == "\r" || first == "\n" { return true }
        guard let sign = field.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
              "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(sign) else { return false }
        return !isNumber(field)
    }

    /// `-5`, `+3.25`, `-12%`
    private static func isNumber(_ field: String) -> Bool {
        var digits = field.utf8.dropFirst()
        if digits.last == UInt8(ascii: "%") { digits = digits.dropLast() }
        guard let first = field.utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return false }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
    }
}
