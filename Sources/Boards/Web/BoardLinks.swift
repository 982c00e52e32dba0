import Kernel
public import Markup
import People

/// Every address that boards have.
public enum BoardLinks {
    public static let list = Link("boards")
    static let new = Link("boards", "new")

    public static func board(_ board: Board) -> Link { Link("boards", board.reference) }
    static func board(_ board: Board, _ part: String) -> Link { Link("boards", board.reference, part) }
    static func newSeat(_ board: Board) -> Link { Link("boards", board.reference, "seats", "new") }
    static func ending(_ seat: Seat, _ board: Board) -> Link { Link("boards", board.reference, "seats", seat.id, "ending") }

    static func newMeeting(_ board: Board) -> Link { Link("boards", board.reference, "meetings", "new") }
    public static func meeting(_ meeting: Meeting, _ board: Board) -> Link { Link("boards", board.reference, "meetings", meeting.id) }
    static func meeting(_ meeting: Meeting, _ board: Board, _ part: String) -> Link {
        Link("boards", board.reference, "meetings", meeting.id, part)
    }
    static func newItem(_ meeting: Meeting, _ board: Board) -> Link { Link("boards", board.reference, "meetings", meeting.id, "agenda", "new") }
    static func item(_ item: AgendaItem, _ meeting: Meeting, _ board: Board, _ part: String) -> Link {
        Link("boards", board.reference, "meetings", meeting.id, "agenda", item.id, part)
    }

    static func newDecision(_ meeting: Meeting, _ board: Board, item: AgendaItem? = nil) -> Link {
        Link("boards", board.reference, "meetings", meeting.id, "decisions", "new").adding("item", item.map { "\($0.id)" })
    }
    static func guestLinks(_ board: Board) -> Link { Link("boards", board.reference, "guests") }
    static func ending(_ link: GuestLink, _ board: Board) -> Link { Link("boards", board.reference, "guests", link.id, "ending") }
    /// What a guest opens. The secret stands in it, so it is shown once and logged nowhere.
    static func guest(_ secret: Token) -> Link { Link("guest", secret.text) }

    public static func decision(_ decision: Decision, _ board: Board) -> Link { Link("boards", board.reference, "decisions", decision.id) }
    static func strike(_ decision: Decision, _ board: Board) -> Link { Link("boards", board.reference, "decisions", decision.id, "strike") }
}
