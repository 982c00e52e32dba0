/// The kinds of files that are taken in. None of them runs by being opened: pages, drawings with scripts, archives and
/// programs are left out.
public enum FileKind: String, Codable, Sendable, CaseIterable {
    case pdf, docx, xlsx, pptx, doc, xls, ppt, csv, txt, png, jpeg, heic, gif, webp, eml, msg

    /// What a person calls it.
    public var words: String {
        switch self {
        case .pdf: "PDF"
        case .docx, .doc: "Word document"
        case .xlsx, .xls: "Excel workbook"
        case .pptx, .ppt: "PowerPoint slides"
        case .csv: "CSV table"
        case .txt: "Text"
        case .png, .jpeg, .heic, .gif, .webp: "Picture"
        case .eml, .msg: "E-mail"
        }
    }

    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        case .ppt: "application/vnd.ms-powerpoint"
        case .csv: "text/csv"
        case .txt: "text/plain"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .heic: "image/heic"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .eml: "message/rfc822"
        case .msg: "application/vnd.ms-outlook"
        }
    }

    /// What its names end with; the first is put where a name ends otherwise.
    public var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe"]
        case .heic: ["heic", "heif"]
        case .txt: ["txt", "text", "log", "md"]
        default: [rawValue]
        }
    }

    /// All endings, as a form's field of a file names what it takes.
    public static var accepted: String { allCases.flatMap(\.endings).map { ".\($0)" }.joined(separator: ",") }

    /// For hints: `PDF, Word, Excel, PowerPoint, CSV, text, pictures and e-mail`.
    public static let allInWords = "PDF, Word, Excel, PowerPoint, CSV, text, pictures and e-mail"
}
