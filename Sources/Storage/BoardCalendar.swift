public import Kernel

/// Boards and when they meet, as slices speak of them that know no boards. App puts it together.
public struct BoardCalendar: Sendable {
    public struct Board: Sendable {
        public let subject: Subject
        public let reference: Reference
        public let name: String
        public let address: [String]

        public init(subject: Subject, reference: Reference, name: String, address: [String]) {
            self.subject = subject
            self.reference = reference
            self.name = name
            self.address = address
        }
    }

    public struct Meeting: Sendable {
        public let subject: Subject
        public let board: Subject
        public let title: String
        public let on: Day
        public let address: [String]

        public init(subject: Subject, board: Subject, title: String, on: Day, address: [String]) {
            self.subject = subject
            self.board = board
            self.title = title
            self.on = on
            self.address = address
        }
    }

    /// All boards as one reading found them.
    public struct Known: Sendable {
        /// Every board by name, each with the meetings that were not called off, by day.
        public let all: [(board: Board, meetings: [Meeting])]

        public func board(_ subject: Subject) -> Board? { all.first { $0.board.subject == subject }?.board }
        public func meeting(_ subject: Subject) -> Meeting? { all.lazy.flatMap(\.meetings).first { $0.subject == subject } }
    }

    private let read: @Sendable (Session) throws -> [(board: Board, meetings: [Meeting])]

    /// - Parameter read: every board by name, each with the meetings that were not called off, by day.
    public init(_ read: @escaping @Sendable (Session) throws -> [(board: Board, meetings: [Meeting])] = { _ in [] }) { self.read = read }

    public func known(_ session: Session) throws -> Known { Known(all: try read(session)) }

    public func all(_ session: Session) throws -> [(board: Board, meetings: [Meeting])] { try read(session) }
}
