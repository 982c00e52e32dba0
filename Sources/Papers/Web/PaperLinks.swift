import Documents
import Kernel
public import Markup

/// Every address that papers have.
public enum PaperLinks {
    public static let list = Link("papers")
    public static let new = Link("papers", "new")
    public static func paper(_ paper: Paper) -> Link { Link("papers", paper.reference) }
    static func paper(_ paper: Paper, _ part: String) -> Link { Link("papers", paper.reference, part) }
    static func file(_ paper: Paper, _ format: PaperFormat) -> Link { Link("papers", paper.reference, "files", format.rawValue) }

    static func printing(_ paper: Paper, _ format: PaperFormat, _ part: String? = nil) -> Link {
        Link(parts: ["papers", paper.reference.text, "printing", format.rawValue] + [part].compactMap(\.self))
    }

    static let templates = Link("templates")
    static let newTemplate = Link("templates", "new")
    static func template(_ template: Template) -> Link { Link("templates", template.reference) }
    static func template(_ template: Template, _ part: String) -> Link { Link("templates", template.reference, part) }
}
