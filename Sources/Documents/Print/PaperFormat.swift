public import Kernel
import Markup

/// As what a paper is taken away.
public enum PaperFormat: String, CaseIterable, Sendable, Codable {
    case pdf, docx, html, text
    /// What it was issued as: the document in its one JSON form, which every file is made of.
    case json

    /// - Throws: `no-such-paper-format`
    public init(named name: String) throws(Refusal) {
        guard let format = PaperFormat(rawValue: name) else {
            throw .missing("no-such-paper-format", "A paper is taken away as \(listed(PaperFormat.allCases.map(\.rawValue), joinedBy: "or")), not as “\(name.prefix(20))”.")
        }
        self = format
    }

    /// The media type.
    public var type: String {
        switch self {
        case .pdf: Document.pdfType
        case .docx: Document.docxType
        case .html: "text/html; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json"
        }
    }

    /// What the name of the file ends with.
    public var ending: String { self == .text ? "txt" : rawValue }

    /// What the file of a paper is called.
    public func name(for reference: some CustomStringConvertible) -> String { "\(reference).\(ending)" }

    /// Whether it takes a printer, and so a while.
    public var isPrinted: Bool { self == .pdf || self == .docx }

    public var words: String {
        switch self {
        case .pdf: "PDF"
        case .docx: "Word"
        case .html: "Web page"
        case .text: "Plain text"
        case .json: "Data"
        }
    }

    /// The file, the same bytes for the same document on any machine.
    ///
    /// - Throws: `printer-missing`, `printing-took-too-long`
    public func bytes(of document: Document) async throws -> [UInt8] {
        if let written = try written(document) { return written }
        return try await self == .pdf ? document.pdf() : document.docx()
    }

    /// The same at once; nil where it takes a printer.
    public func written(_ document: Document) throws -> [UInt8]? {
        switch self {
        case .pdf, .docx: nil
        case .html: PaperFile(document: document).html.bytes
        case .text: Array(document.text.utf8)
        case .json: Array(try document.canonical)
        }
    }
}
