public import Kernel

/// The letter with the result of an audit, as it was sent: frozen, so that every file made of it says the same.
public struct AuditLetter: Codable, Equatable, Sendable {
    public let id: ID<AuditLetter>
    public var version: Int
    public let audit: ID<Audit>
    /// Whom it was sent to, on one line each.
    public var recipients: [String]
    /// The document in its one canonical form.
    public let content: String
    /// Of that form.
    public let sha256: String
    public let sent: Day
    /// Who sent it, as the journal names them.
    public let by: String

    public init(id: ID<AuditLetter>, version: Int = 1, audit: ID<Audit>, recipients: [String], content: String, sha256: String, sent: Day, by: String) {
        (self.id, self.version, self.audit, self.recipients) = (id, version, audit, recipients)
        (self.content, self.sha256, self.sent, self.by) = (content, sha256, sent, by)
    }
}
