public import Kernel
public import Premises
public import Storage

/// What audits hear of other slices and cause in them. App knows these and puts them together; without them an audit stands by itself.
public struct AuditNeighbours: Sendable {
    /// By when the letter of an audit that was completed on a day is to be sent, by the service’s policy; nil where it sets no day.
    let letterDue: @Sendable (Session) throws -> (Day) -> Day?
    /// The risk of premises on a day, as the service’s method has it; nil where nobody knows.
    let band: @Sendable (Premises, Day, Session) throws -> AuditRisk?
    /// What follows elsewhere from an audit that was completed, done in the same piece of work; nil where nothing does.
    let completed: @Sendable (AuditFacts, Work) throws -> Subject?

    public init(
        letterDue: @escaping @Sendable (Session) throws -> (Day) -> Day? = { _ in { _ in nil } },
        band: @escaping @Sendable (Premises, Day, Session) throws -> AuditRisk? = { _, _, _ in nil },
        completed: @escaping @Sendable (AuditFacts, Work) throws -> Subject? = { _, _ in nil }
    ) {
        (self.letterDue, self.band, self.completed) = (letterDue, band, completed)
    }

    public static let none = AuditNeighbours()

    /// The program binds its own around its command tree.
    @TaskLocal public static var given = AuditNeighbours.none
}
