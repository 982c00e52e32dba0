import Kernel

/// Plain text as its author typed it, in the pieces that stand on lines of their own.
///
/// A blank line parts paragraphs; lines that begin with a dash are the points of a list; a short line that ends with a colon
/// and stands alone, with a blank line after it, is a heading over what follows.
enum Prose: Equatable {
    case paragraph(String)
    case points([String])
    case heading(String)

    private static let bullets: Set<Character> = ["-", "–", "•", "*"]

    /// What stands behind the bullet that a line begins with.
    private static func point(_ line: some StringProtocol) -> String? {
        guard let first = line.first, bullets.contains(first), line.dropFirst().first == " " else { return nil }
        return String(line.dropFirst(2).trimmed)
    }

    static func read(_ text: String) -> [Prose] {
        var pieces: [Prose] = []
        var (lines, points): ([String], [String]) = ([], [])
        func endParagraph(mayBeHeading: Bool = true) {
            guard !lines.isEmpty else { return }
            let isHeading = mayBeHeading && lines.count == 1 && lines[0].last == ":" && lines[0].count <= 80
            pieces.append(isHeading ? .heading(String(lines[0].dropLast())) : .paragraph(lines.joined(separator: "\n")))
            lines = []
        }
        func endPoints() {
            if !points.isEmpty { pieces.append(.points(points)) }
            points = []
        }
        for line in text.lines {
            let words = line.trimmed
            if words.isEmpty {
                endParagraph()
                endPoints()
            } else if let point = point(words) {
                endParagraph(mayBeHeading: false)
                points.append(point)
            } else if !points.isEmpty, line.first?.isWhitespace == true {
                // A point that goes on below itself is set in.
                points[points.count - 1] += " " + words
            } else {
                endPoints()
                lines.append(String(words))
            }
        }
        endParagraph()
        endPoints()
        // A heading with nothing under it is a sentence that someone left open.
        if case .heading(let words) = pieces.last { pieces[pieces.count - 1] = .paragraph(words + ":") }
        return pieces
    }

    /// Each paragraph and point by itself.
    var lines: [String] {
        switch self {
        case .paragraph(let words): [words]
        case .points(let points): points
        case .heading: []
        }
    }
}
