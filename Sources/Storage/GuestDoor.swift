public import Kernel

/// Who reads along from outside by a secret link, as slices speak of them that know no such links. App hands it over.
public struct GuestDoor: Sendable {
    public struct Guest: Sendable {
        /// The one board that the link opens.
        public let board: Subject
        /// Whom it is for: `The commissioner’s office`.
        public let name: String
        /// The last day it opens.
        public let expiresOn: Day

        public init(board: Subject, name: String, expiresOn: Day) {
            self.board = board
            self.name = name
            self.expiresOn = expiresOn
        }
    }

    private let find: @Sendable (_ secret: String, _ day: Day, Session) throws -> Guest?

    /// - Parameter find: throws what whoever comes with a link that opens nothing is told; nil where no such links are made.
    public init(_ find: @escaping @Sendable (_ secret: String, _ day: Day, Session) throws -> Guest? = { _, _, _ in nil }) { self.find = find }

    public func guest(_ secret: String, on day: Day, _ session: Session) throws -> Guest? { try find(secret, day, session) }
}
