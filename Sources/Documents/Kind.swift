import Kernel

/// What a file is by its first bytes, whatever its name says.
enum Kind: Equatable {
    /// A zip archive: perhaps a Word document or an Excel workbook.
    case archive
    case text

    /// - Throws: `file-empty`, `file-encrypted` or `file-not-a-table-document`
    init(of bytes: UnsafeRawBufferPointer) throws(Refusal) {
        guard bytes.contains(where: { $0 > 32 }) else {
            // Nothing but white space and zeros. Many zeros are a file that was never written out.
            throw .fileEmpty
        }
        if Kind.starts(bytes, with: [0x50, 0x4B, 3, 4]) || Kind.starts(bytes, with: [0x50, 0x4B, 5, 6]) {
            self = .archive
            return
        }
        if Kind.starts(bytes, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw Kind.oldOffice(bytes) }
        for (magic, what, instead) in Kind.known where Kind.starts(bytes, with: Array(magic.utf8)) {
            throw .notATableDocument(what, instead)
        }
        for (magic, what, instead) in Kind.knownBytes where Kind.starts(bytes, with: magic) {
            throw .notATableDocument(what, instead)
        }
        if let (what, instead) = Kind.marked(bytes) { throw .notATableDocument(what, instead) }
        let isWide = Kind.starts(bytes, with: [0xFF, 0xFE]) || Kind.starts(bytes, with: [0xFE, 0xFF])
        if !isWide && bytes.prefix(1_000_000).contains(0) {
            throw .notATableDocument("not a document of a kind that is known here", Kind.saveAs)
        }
        self = .text
    }

    private static let saveAs = "Save it as a Word (.docx), Excel (.xlsx) or CSV file."
    private static let picture = "A table in a picture can't be read: use the document it was made from."

    private static let known: [(String, String, String)] = [
        ("%PDF", "a PDF", "Use the Word or Excel document it was made from, or save it as one."),
        ("{\\rtf", "in Rich Text Format", "Open it in Word and save it as .docx."),
        ("GIF8", "a picture", picture),
        ("MIME-Version:", "a saved web page or message", saveAs),
        ("Rar!", "a compressed archive", "Unpack it and choose the file itself."),
        ("\u{7F}ELF", "a program", saveAs),
    ]

    private static let knownBytes: [([UInt8], String, String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a picture", picture),
        ([0xFF, 0xD8, 0xFF], "a picture", picture),
        ([0x49, 0x49, 0x2A, 0], "a picture", picture),
        ([0x4D, 0x4D, 0, 0x2A], "a picture", picture),
        ([0x1F, 0x8B], "a compressed archive", "Unpack it and choose the file itself."),
        ([0x37, 0x7A, 0xBC, 0xAF], "a compressed archive", "Unpack it and choose the file itself."),
        ([0x4D, 0x5A, 0x90, 0], "a program", saveAs),
    ]

    private static func starts(_ bytes: UnsafeRawBufferPointer, with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }

    /// HTML and XML, which may begin with a byte order mark or white space.
    private static func marked(_ bytes: UnsafeRawBufferPointer) -> (String, String)? {
        let start = String(decoding: bytes.prefix(1000), as: UTF8.self)
            .drop { $0 == "\u{FEFF}" || $0.isWhitespace }.lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<table") || start.hasPrefix("<meta") {
            return ("a web page", "Open it in Word or Excel and save it as .docx or .xlsx.")
        }
        if start.hasPrefix("<?xml") {
            return ("XML", "Open it in Word or Excel and save it as .docx or .xlsx.")
        }
        return nil
    }

    /// The compound file of Office before 2007, which today also wraps a document locked with a password.
    private static func oldOffice(_ bytes: UnsafeRawBufferPointer) -> Refusal {
        if holds("EncryptedPackage", bytes) { return .fileEncrypted }
        if holds("WordDocument", bytes) {
            return .notATableDocument("a Word document of the old kind (.doc)", "Open it in Word and save it as .docx.")
        }
        if holds("Workbook", bytes) || holds("Book", bytes) {
            return .notATableDocument("an Excel workbook of the old kind (.xls)", "Open it in Excel and save it as .xlsx.")
        }
        return .notATableDocument("an Office file of the old kind", "Open it in Word or Excel and save it as .docx or .xlsx.")
    }

    /// Whether a stream of this name is in a compound file, whose directory has a UTF-16 name every 128 bytes.
    private static func holds(_ name: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let wide = Array((name + "\0").utf8.flatMap { [$0, 0] as [UInt8] })
        return stride(from: 512, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: wide) }
    }
}
