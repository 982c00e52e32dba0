/// The database could not do what it was told: a broken rule of the schema, a lost connection, a full disk.
///
/// It is for the log. Where the cause is a rule that the person broke, the verb that knows the rule turns it into a
/// refusal: `catch let fault as StorageFault where fault.isUniqueViolation`.
public struct StorageFault: Error, Hashable, Sendable {
    public enum Cause: String, Sendable {
        case unique, foreignKey = "foreign key", check, notNull = "not null", connection
        /// The connection was lost while a transaction was being kept.
        case unsettled
        /// The disk, or the space that is allowed, is full.
        case full
        /// The file or the folder may not be written to.
        case readOnly = "read only"
        /// The file is no database, or not a whole one.
        case damaged
        /// The disk failed to read or to write.
        case disk
        case other
    }

    public let cause: Cause
    /// The engine's own code: an SQLSTATE on PostgreSQL, an extended result code on SQLite.
    public let code: String
    /// The engine's own words.
    public let message: String
    /// The statement's text, with placeholders and never with values; nil when none was being run.
    public let statement: String?

    public var isUniqueViolation: Bool { cause == .unique }
}

extension StorageFault: CustomStringConvertible {
    public var description: String {
        // One event is one line of the log, and an engine's words may be several.
        let words = "\(message) (\(cause.rawValue), code \(code))" + (statement.map { " in: \($0)" } ?? "")
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
