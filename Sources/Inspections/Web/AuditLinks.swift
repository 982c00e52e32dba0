import Kernel
public import Markup

/// Every address that audits have.
public enum AuditLinks {
    public static let list = Link("audits")
    public static let new = Link("audits", "new")
    static let authorisations = Link("audits", "authorisations")
    static let levels = Link("audits", "levels")
    static let newLevel = Link("audits", "levels", "new")
    static let nationalReturn = Link("audits", "return")

    static func export(_ format: String) -> Link { Link("audits", "export", format) }
    static func returnExport(_ format: String) -> Link { Link("audits", "return", "export", format) }
    public static func audit(_ audit: Audit) -> Link { Link("audits", audit.reference) }
    static func audit(_ audit: Audit, _ part: String) -> Link { Link("audits", audit.reference, part) }
    static func audit(_ reference: Reference) -> Link { Link("audits", reference) }
    static func letter(_ letter: AuditLetter, of audit: Audit, _ format: String) -> Link { Link("audits", audit.reference, "letters", letter.id, "files", format) }
    static func printing(_ letter: AuditLetter, of audit: Audit, _ format: String) -> Link { Link("audits", audit.reference, "letters", letter.id, "printing", format) }
    static func draft(of audit: Audit, _ format: String) -> Link { Link("audits", audit.reference, "letter", "files", format) }
    static func printingDraft(of audit: Audit, _ format: String) -> Link { Link("audits", audit.reference, "letter", "printing", format) }
    static func end(_ level: AuthorisationLevel) -> Link { Link("audits", "levels", level.id, "end") }
    static func end(_ authorisation: Authorisation) -> Link { Link("audits", "authorisations", authorisation.id, "end") }
}
