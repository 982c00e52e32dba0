import Kernel
public import Markup

/// Every address that the documents register has.
public enum DocumentLinks {
    public static let list = Link("documents")
    static let new = Link("documents", "new")

    static func export(_ format: String) -> Link { Link("documents", "export", format) }
    public static func document(_ document: ControlledDocument) -> Link { Link("documents", document.reference) }
    static func document(_ document: ControlledDocument, _ part: String) -> Link { Link("documents", document.reference, part) }
    static func newVersion(_ document: ControlledDocument) -> Link { Link("documents", document.reference, "versions", "new") }
    static func version(_ version: DocumentVersion, _ document: ControlledDocument) -> Link {
        Link("documents", document.reference, "versions", version.id, "edit")
    }
    static func file(_ version: DocumentVersion, _ document: ControlledDocument) -> Link {
        Link("documents", document.reference, "versions", version.id, "file")
    }
    static func newReview(_ document: ControlledDocument) -> Link { Link("documents", document.reference, "reviews", "new") }
}
