import Foundation

/// Columns set under their headings, two blanks apart, within a width: what is too long goes on in the next line.
struct Columns {
    let lines: [[String]]
    let width: Int?

    /// What a column is not made narrower than.
    static let narrowest = 8

    var text: String {
        let widths = fitted(lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 })
        return lines.flatMap { line -> [String] in
            let cells = zip(line, widths).map { Columns.wrapped($0, to: $1) }
            return (0..<(cells.map(\.count).max() ?? 0)).map { row in
                let parts = zip(cells, widths).map { cell, width in
                    let text = row < cell.count ? cell[row] : ""
                    return text + String(repeating: " ", count: max(0, width - text.count))
                }
                return String(parts.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
            }
        }
        .joined(separator: "\n")
    }

    /// The widest gives way until all fit or none can.
    private func fitted(_ natural: [Int]) -> [Int] {
        guard let width else { return natural }
        var widths = natural
        while widths.reduce(0, +) + 2 * (widths.count - 1) > width {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Columns.narrowest else { break }
            widths[widest] -= 1
        }
        return widths
    }

    /// Broken between words, and within one that is too long itself.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        guard text.count > width else { return [text] }
        var (lines, line) = ([String](), "")
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var word = String(word)
            if !line.isEmpty, line.count + 1 + word.count <= width { line += " " + word; continue }
            if !line.isEmpty { lines.append(line) }
            while word.count > width {
                lines.append(String(word.prefix(width)))
                word.removeFirst(width)
            }
            line = word
        }
        return lines + [line]
    }
}

extension Output {
    /// How many characters a line of the terminal holds; nil where what is printed goes elsewhere.
    public static var width: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
