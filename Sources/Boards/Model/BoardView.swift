public import Kernel
import People

/// A board as it was on a day: who sat on it, what its calendar held, what it had decided. A pure function of facts and day.
public struct BoardView: Sendable {
    public let facts: BoardFacts
    public let day: Day
    /// Chair, vice chairs, members and those in attendance, each by name. Who has left sits on nothing.
    public let members: [Seat]
    /// Meetings that had been called, by their day.
    public let meetings: [MeetingView]

    public init(_ facts: BoardFacts, on day: Day) {
        self.facts = facts
        self.day = day
        members = facts.board.sits(on: day)
            ? facts.seats.filter { $0.holds(on: day) && facts.parties[$0.party]?.isHere(on: day) != false }.sorted {
                ($0.role.rank, facts.name($0.party).lowercased(), $0.id) < ($1.role.rank, facts.name($1.party).lowercased(), $1.id)
            } : []
        let items = Dictionary(grouping: facts.items.filter { $0.stands(on: day) }, by: \.meeting)
        let decisions = Dictionary(grouping: facts.decisions, by: \.meeting)
        let cancellations = Dictionary(facts.cancellations.map { ($0.meeting, $0) }) { first, _ in first }
        let strikes = Dictionary(facts.strikes.map { ($0.decision, $0) }) { first, _ in first }
        meetings = facts.meetings.filter { $0.calledOn <= day }.map { meeting in
            MeetingView(
                meeting: meeting, cancellation: cancellations[meeting.id].flatMap { $0.on <= day ? $0 : nil },
                agenda: items[meeting.id] ?? [],
                decisions: (decisions[meeting.id] ?? []).compactMap { DecisionView($0, of: meeting, strike: strikes[$0.id], on: day) },
                day: day)
        }
    }

    /// What is still to come, the next first; a meeting of the day itself is among them.
    public var coming: [MeetingView] { meetings.filter { $0.meeting.on >= day } }

    /// What lies behind, the latest first.
    public var past: [MeetingView] { meetings.filter { $0.meeting.on < day }.reversed() }

    /// The meeting that comes next and was not called off.
    public var next: MeetingView? { coming.first { $0.cancellation == nil } }

    /// What was decided, the latest first, and what was struck out among it.
    public var decisions: [DecisionView] { meetings.reversed().flatMap { $0.decisions.reversed() } }

    public func meeting(_ id: ID<Meeting>) -> MeetingView? { meetings.first { $0.meeting.id == id } }
}

/// A meeting as it was on a day.
public struct MeetingView: Sendable {
    public enum Standing: String, Codable, Sendable, CaseIterable {
        case toCome = "to-come"
        case today, past, cancelled

        public var words: String {
            switch self {
            case .toCome: "To come"
            case .today: "Today"
            case .past: "Past"
            case .cancelled: "Cancelled"
            }
        }
    }

    public let meeting: Meeting
    public let cancellation: Cancellation?
    /// In its order.
    public let agenda: [AgendaItem]
    /// As recorded, with those that were struck out.
    public let decisions: [DecisionView]
    let day: Day

    /// What on record its agenda and its decisions are about.
    var about: [Subject] { agenda.flatMap(\.about) + decisions.flatMap(\.decision.about) }

    public var standing: Standing {
        if cancellation != nil { return .cancelled }
        if meeting.on == day { return .today }
        return meeting.on < day ? .past : .toCome
    }

    /// Where an item stands on the agenda as it was on the day, from 1; nil where it stood on it no more.
    public func number(of item: ID<AgendaItem>) -> Int? { agenda.firstIndex { $0.id == item }.map { $0 + 1 } }
}

/// A decision as it was on a day, with the meeting that took it.
public struct DecisionView: Sendable {
    public let decision: Decision
    public let meeting: Meeting
    public let strike: Strike?

    /// Nil before the day of the meeting: what it decided is of its day, however late it was written down.
    init?(_ decision: Decision, of meeting: Meeting, strike: Strike?, on day: Day) {
        guard meeting.on <= day else { return nil }
        self.decision = decision
        self.meeting = meeting
        self.strike = strike.flatMap { $0.on <= day ? $0 : nil }
    }

    /// Whether it counts.
    public var stands: Bool { strike == nil }

    /// By the day of the meeting, then as recorded.
    var order: (Day, ID<Decision>) { (meeting.on, decision.id) }
}
