import Kernel

/// A file that the register, or any view of it, is taken away as. Its name ends an address below `/register/export/`, and never changes.
enum RegisterFile: String, CaseIterable, Sendable {
    /// One line a notice (RFC 4180).
    case notices = "notices.csv"
    /// One line for each person that a notice was served on.
    case recipients = "recipients.csv"
    /// One line for each thing that happened to a notice, or that the law sets a day for.
    case events = "events.csv"
    /// All in one object, with the journal's head.
    case json = "notices.json"
    /// One object a line, for programs that read a large register as it comes.
    case lines = "notices.jsonl"
    /// A map (RFC 7946).
    case map = "notices.geojson"
    /// The 11 columns of the national register.
    case national = "national.csv"

    var name: String { rawValue }

    /// - Throws: `no-such-register-file`
    init(named name: String) throws(Refusal) {
        guard let file = RegisterFile(rawValue: name) else {
            throw .missing("no-such-register-file", "The register is taken away as \(listed(RegisterFile.allCases.map(\.name), joinedBy: "or")), not as “\(name.prefix(40))”.")
        }
        self = file
    }

    /// The media type.
    var type: String {
        switch self {
        case .notices, .recipients, .events, .national: "text/csv; charset=utf-8; header=present"
        case .json: "application/json"
        case .lines: "application/jsonl"
        case .map: "application/geo+json"
        }
    }

    /// Whether a program that asks for it reads JSON.
    var isJSON: Bool { type.contains("json") }

    /// What it is called where it is offered.
    var words: String {
        switch self {
        case .notices: "Notices as CSV"
        case .recipients: "Recipients as CSV"
        case .events: "Events as CSV"
        case .json: "Notices as JSON"
        case .lines: "Notices as JSON lines"
        case .map: "Notices as GeoJSON"
        case .national: "The national register’s CSV"
        }
    }

    /// What it holds, in a sentence.
    var meaning: String {
        switch self {
        case .notices: "One line for each notice, its columns described in the data package."
        case .recipients: "One line for each person that a notice was served on."
        case .events: "One line for each thing that happened to a notice, or that the law sets a day for."
        case .json: "Every notice with all that the public may read of it, and the head of the journal that it can be proven under."
        case .lines: "The same objects, one on each line, for programs that read a large register as it comes. Other services harvest this file."
        case .map: "Every notice as a feature in WGS 84; those whose place is not known are there without a geometry."
        case .national: "The 11 columns of the national register of enforcement notices, with days as DD/MM/YYYY and codes in capitals."
        }
    }
}
