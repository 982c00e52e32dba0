public import Kernel
public import Markup

/// A sentence in which each phrase that leads to records is a link.
public func words(_ line: Telling.Line) -> HTML {
    line.pieces.map { piece -> HTML in piece.place.map { "<a href=\"\(Link($0))\">\(piece.words)</a>" } ?? "\(piece.words)" }.joined()
}

public func points(_ lines: [Telling.Line]) -> HTML { lines.isEmpty ? .empty : "<ul>\(lines.map { "<li>\(words($0))</li>" as HTML })</ul>" }
