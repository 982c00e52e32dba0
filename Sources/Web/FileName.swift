import Kernel

/// The name of a file that comes in or goes out, safe to show, to keep and to write in a header.
struct FileName: Sendable, Hashable {
    let text: String

    /// Only the last part of a path, without control characters, and at most 200 characters of it.
    init(_ written: String) {
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

    /// `attachment; filename="…"; filename*=UTF-8''…`: plain letters for old programs, the whole name for the rest.
    var disposition: String {
        let plain = String(text.unicodeScalars.map { scalar -> Character in
            scalar.isASCII && scalar != "\"" && scalar != "\\" && scalar != "%" ? Character(scalar) : "_"
        })
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(URLEncoded.encoded(text))"
    }
}
