import Kernel
import Markup
import People
import Storage
import Web

/// A meeting in a list.
struct MeetingLine: Encodable {
    static let schema = Schema.object("MeetingLine", [
        "board": .reference, "number": .number, "version": .number, "on": .day, "title": .text,
        "startsAt": Schema.text.optional.meaning("As 14:00."), "location": .text.optional,
        "standing": .choice(MeetingView.Standing.self), "cancelled": CancellationPayload.schema.optional,
        "decisions": Schema.count.meaning("How many decisions stand."),
    ])

    let board: String
    let number: Int64
    let version: Int
    let on: Day
    let title: String
    let startsAt: ClockTime?
    let location: String?
    let standing: MeetingView.Standing
    let cancelled: CancellationPayload?
    let decisions: Int

    init(_ view: MeetingView, _ board: Board) {
        let meeting = view.meeting
        (self.board, number, version) = (board.reference.text, meeting.id.number, meeting.version)
        (on, title, startsAt, location) = (meeting.on, meeting.title, meeting.startsAt, meeting.location)
        (standing, cancelled) = (view.standing, view.cancellation.map { CancellationPayload(on: $0.on, because: $0.because) })
        decisions = view.decisions.count(where: \.stands)
    }
}

/// When and why a meeting was called off.
struct CancellationPayload: Encodable {
    static let schema = Schema.object("Cancellation", ["on": .day, "because": .text])

    let on: Day
    let because: String
}

/// A meeting with its agenda and what it decided.
struct MeetingPayload: Encodable {
    static let schema = Schema.object("Meeting", [
        "meeting": MeetingLine.schema, "agenda": .list(AgendaItemPayload.schema), "decisions": .list(DecisionPayload.schema),
    ])

    let meeting: MeetingLine
    let agenda: [AgendaItemPayload]
    let decisions: [DecisionPayload]

    init(_ view: MeetingView, _ facts: BoardFacts, _ names: [Subject: Name]) {
        meeting = MeetingLine(view, facts.board)
        agenda = view.agenda.enumerated().map { AgendaItemPayload($1, place: $0 + 1, facts, names) }
        decisions = view.decisions.map { DecisionPayload($0, facts.board, names) }
    }
}

/// One thing on an agenda.
struct AgendaItemPayload: Encodable {
    static let schema = Schema.object("AgendaItem", [
        "number": .number, "version": .number, "place": .number, "title": .text, "presenter": .text.optional,
        "about": .list(AboutPayload.schema), "since": .day,
    ])

    let number: Int64
    let version: Int
    let place: Int
    let title: String
    let presenter: String?
    let about: [AboutPayload]
    let since: Day

    init(_ item: AgendaItem, place: Int, _ facts: BoardFacts, _ names: [Subject: Name]) {
        (number, version, self.place, title, since) = (item.id.number, item.version, place, item.title, item.since)
        presenter = item.presenter.map(facts.name)
        about = item.about.map { AboutPayload($0, names) }
    }
}

extension AboutPayload {
    /// What a command calls it.
    var called: String { words ?? subject }
}
