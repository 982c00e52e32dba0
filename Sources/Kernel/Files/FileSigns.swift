extension FileKind {
    /// What a file is, by its bytes. Its name decides only between kinds whose bytes are alike: text, a table, an e-mail.
    ///
    /// - Throws: `file-empty`, `file-kind-not-taken`, `file-has-macros`
    public init(of bytes: [UInt8], named name: FileName) throws(Refusal) {
        guard !bytes.isEmpty else { throw .invalid("file-empty", "The file “\(name.text)” is empty.") }
        if let picture = FileKind.picture(bytes) { self = picture; return }
        if let office = try FileKind.office(bytes, name) { self = office; return }
        guard let text = FileKind.text(bytes, name) else { throw .notTaken(name) }
        self = text
    }

    private static func picture(_ bytes: [UInt8]) -> FileKind? {
        func begins(_ sign: [UInt8], at place: Int = 0) -> Bool { bytes.dropFirst(place).starts(with: sign) }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) { return .gif }
        if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) { return .webp }
        if begins(Array("ftyp".utf8), at: 4) {
            let brand = String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self)
            return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].contains(brand) ? .heic : nil
        }
        return nil
    }

    private static func office(_ bytes: [UInt8], _ name: FileName) throws(Refusal) -> FileKind? {
        if bytes.starts(with: "%PDF-".utf8) { return .pdf }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let entries = ZipNames.read(bytes)
            guard entries.contains("[Content_Types].xml") else { throw .notTaken(name) }
            if entries.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) { throw .macros(name) }
            let folders: [(String, FileKind)] = [("word/", .docx), ("xl/", .xlsx), ("ppt/", .pptx)]
            guard let found = folders.first(where: { folder in entries.contains { $0.hasPrefix(folder.0) } }) else { throw .notTaken(name) }
            return found.1
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            let entries = CompoundNames.read(bytes)
            if !entries.isDisjoint(with: ["_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"]) { throw .macros(name) }
            let streams: [(String, FileKind)] = [
                ("WordDocument", .doc), ("Workbook", .xls), ("Book", .xls), ("PowerPoint Document", .ppt), ("__properties_version1.0", .msg),
            ]
            guard let found = streams.first(where: { entries.contains($0.0) }) else { throw .notTaken(name) }
            return found.1
        }
        return nil
    }

    /// Text has no sign of its own: it is what holds no control characters, and is no page that a browser would run.
    private static func text(_ bytes: [UInt8], _ name: FileName) -> FileKind? {
        func isText(_ unit: some UnsignedInteger) -> Bool { unit >= 0x20 && unit != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains(unit) }
        let start: Substring
        if let wide = wideUnits(bytes) {
            guard wide.allSatisfy(isText) else { return nil }
            start = String(decoding: wide.prefix(2000), as: UTF16.self).lowercased().drop { $0.isWhitespace }
        } else {
            let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            guard plain.allSatisfy(isText) else { return nil }
            start = String(decoding: plain.prefix(2000), as: UTF8.self).lowercased().drop { $0.isWhitespace }
        }
        guard !["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "{\\rtf", "%!ps", "#!"].contains(where: start.hasPrefix) else { return nil }
        if name.ending == "eml", isLetter(start) { return .eml }
        return name.ending == "csv" ? .csv : .txt
    }

    /// What stands after the mark that tells the order of bytes in UTF-16; nil where no such mark does.
    private static func wideUnits(_ bytes: [UInt8]) -> [UInt16]? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard bytes.count % 2 == 0, isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        return stride(from: 2, to: bytes.count, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
    }

    /// Whether it begins with the lines that head an e-mail (RFC 5322).
    private static func isLetter(_ start: Substring) -> Bool {
        let lines = start.split(whereSeparator: \.isNewline).prefix { $0.contains(":") || $0.first?.isWhitespace == true }
        return ["from:", "date:"].allSatisfy { head in lines.contains { $0.hasPrefix(head) } }
            || lines.contains { $0.hasPrefix("received:") || $0.hasPrefix("return-path:") }
    }
}

extension Refusal {
    public static func notTaken(_ name: FileName) -> Refusal {
        Refusal("file-kind-not-taken", .unsupported, """
            “\(name.text)” is not a kind of file that is kept here. Send \(FileKind.allInWords); what a file holds decides, whatever its name.
            """)
    }

    public static func macros(_ name: FileName) -> Refusal {
        Refusal("file-has-macros", .unsupported, "“\(name.text)” holds macros, which could run where it is opened. Save it without them and send that.")
    }
}
