public import Kernel
public import People

/// Everything that was recorded about one board, with no day in mind. A `BoardView` looks at it on a day.
public struct BoardFacts: Sendable {
    public var board: Board
    public var seats: [Seat]
    /// By day, then as they were called.
    public var meetings: [Meeting]
    public var cancellations: [Cancellation]
    /// In their places.
    public var items: [AgendaItem]
    /// As recorded.
    public var decisions: [Decision]
    public var strikes: [Strike]
    /// Whoever is named in it.
    public var parties: [ID<Party>: Party]

    public init(
        board: Board, seats: [Seat] = [], meetings: [Meeting] = [], cancellations: [Cancellation] = [], items: [AgendaItem] = [],
        decisions: [Decision] = [], strikes: [Strike] = [], parties: [ID<Party>: Party] = [:]
    ) {
        self.board = board
        self.seats = seats
        self.meetings = meetings
        self.cancellations = cancellations
        self.items = items
        self.decisions = decisions
        self.strikes = strikes
        self.parties = parties
    }

    public func name(_ party: ID<Party>) -> String { parties[party]?.name ?? "somebody not on record" }
}
