public import Kernel
public import People

/// A person, post or team sits on a board in a role, from a day and until one.
public struct Seat: Codable, Equatable, Sendable {
    /// What somebody is on a board, in the order in which a paper lists them.
    public enum Role: String, Codable, Sendable, CaseIterable {
        case chair
        case viceChair = "vice-chair"
        case member
        /// Comes and speaks, and has no vote.
        case inAttendance = "in-attendance"

        public var words: String {
            switch self {
            case .chair: "Chair"
            case .viceChair: "Vice chair"
            case .member: "Member"
            case .inAttendance: "In attendance"
            }
        }

        var rank: Int { Role.allCases.firstIndex(of: self) ?? 0 }
    }

    public let id: ID<Seat>
    public var version: Int
    public let board: ID<Board>
    public let party: ID<Party>
    public let role: Role
    public let from: Day
    /// The last day; nil while it runs on.
    public var through: Day?

    public init(
        id: ID<Seat>, version: Int = 1, board: ID<Board>, party: ID<Party>, role: Role, from: Day, through: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.board = board
        self.party = party
        self.role = role
        self.from = from
        self.through = through
    }

    private var span: Span { Span(unchecked: from, through) }

    public func holds(on day: Day) -> Bool { span.contains(day) }

    /// The seat until a day, however long it was to run before.
    ///
    /// - Throws: `period-ends-before-it-starts`
    func ending(on day: Day) throws(Refusal) -> Seat {
        var ended = self
        ended.through = try Span(from, day).through
        return ended
    }

    /// Refuses a seat that can't stand beside those there are: nobody has two at once, and a board has one chair.
    ///
    /// - Throws: `already-seated`, `chair-taken`
    func standing(beside others: [Seat], name: (ID<Party>) -> String) throws(Refusal) -> Seat {
        for other in others where other.id != id && other.span.overlaps(span) {
            if other.party == party {
                throw .conflict("already-seated", "\(name(party)) has a seat already, as \(other.role.words.lowercased()) since \(other.from).")
            }
            if role == .chair, other.role == .chair {
                throw .conflict("chair-taken", "\(name(other.party)) is in the chair since \(other.from). End that seat first.")
            }
        }
        return self
    }
}

/// What a person enters to give somebody a seat.
public struct NewSeat: Sendable, Equatable {
    /// The name of a person, post or team on record.
    public var party: String
    public var role: Seat.Role
    public var from: Day
    public var through: Day?

    public init(party: String, role: Seat.Role = .member, from: Day, through: Day? = nil) {
        self.party = party
        self.role = role
        self.from = from
        self.through = through
    }

    public init(reading fields: inout Fields) {
        party = fields.line("party", "Who", atMost: 200)
        role = fields.choice("role", "Role", default: .member)
        from = fields.day("from", "First day")
        through = fields.optionalDay("through", "Last day")
        fields.checkOrder(from, "through", through)
    }
}
