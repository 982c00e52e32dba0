/// The name of a file that comes in or goes out, safe to show, to keep and to write in a header.
public struct FileName: Sendable, Hashable {
    public let text: String

    /// Only the last part of a path, without control characters, and at most 200 characters of it.
    public init(_ written: String) {
        let last = written.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let shown = String(String.UnicodeScalarView(last.unicodeScalars.filter {
            $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }))
        let name = shown.trimmed
        if name.isEmpty || name == "." || name == ".." {
            text = "file"
        } else if name.count > 200 {
            // The end of a name says what kind of file it is, so the middle goes.
            text = name.prefix(180) + "…" + name.suffix(19)
        } else {
            text = String(name)
        }
    }

    /// What stands after the last full stop, in small letters; empty where there is none.
    public var ending: String {
        guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return "" }
        return text[text.index(after: dot)...].lowercased()
    }

    /// The same name with an ending that belongs to what the file is: `photo.jpg` that is a picture of an iPhone's own kind
    /// becomes `photo.jpg.heic`, so that nobody opens it as something else.
    public func ending(as kind: FileKind) -> FileName {
        kind.endings.contains(ending) ? self : FileName(text.prefix(190) + "." + kind.endings[0])
    }
}
