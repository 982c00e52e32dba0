import Boards
import Kernel
import Markup
import Papers
import Web

/// What a board's member has before them, as JSON tells it.
struct BoardRoomPayload: Encodable, Sendable {
    static let schema = Schema.object("BoardRoom", [
        "lastLook": Schema.moment.optional.meaning("When they last said that they had read what changed."),
        "since": Schema.day.meaning("What changed is told from the end of this day."),
        "at": Schema.moment.meaning("When this was put together. Send it back with entries once it was read."),
        "entries": Schema.count.meaning("How many entries the journal had then."),
        "boards": .list(.object("RoomBoard", ["reference": .reference, "name": .text])),
        "meetings": .list(.object("RoomMeeting", [
            "board": .reference, "number": .number, "title": .text, "on": .day, "whenAndWhere": .text, "agenda": .list(.text), "papers": .list(.reference), "page": .link,
        ])),
        "conditions": .list(.object("RoomCondition", ["board": .reference, "decision": .number, "due": .day, "conditions": .text, "page": .link])),
        "decisions": .list(.object("RoomDecision", ["board": .reference, "number": .number, "on": .day, "outcome": .choice(Decision.Outcome.self), "words": .text, "isNew": .flag, "page": .link])),
        "papers": .list(.object("RoomPaper", ["board": .reference, "reference": .reference, "title": .text, "until": .day, "standing": .choice(PaperFacts.Standing.self), "isNew": .flag, "page": .link])),
        "changes": Schema.list(.object("RoomChange", [
            "subject": .text, "title": .text, "lines": Schema.list(.text).meaning("What happened since, in sentences."),
            "learned": Schema.list(.text).meaning("What was written down since about that day and before."),
        ])).meaning("What the boards deal with and has changed; nothing where nothing did."),
    ])

    struct OneBoard: Encodable { let reference, name: String }

    struct Meeting: Encodable {
        let board: String
        let number: Int64
        let title: String
        let on: Day
        let whenAndWhere: String
        let agenda: [String]
        let papers: [Reference]
        let page: String
    }

    struct Condition: Encodable {
        let board: String
        let decision: Int64
        let due: Day
        let conditions: String
        let page: String
    }

    struct Decided: Encodable {
        let board: String
        let number: Int64
        let on: Day
        let outcome: Decision.Outcome
        let words: String
        let isNew: Bool
        let page: String
    }

    struct Paper: Encodable {
        let board: String
        let reference: Reference
        let title: String
        let until: Day
        let standing: PaperFacts.Standing
        let isNew: Bool
        let page: String
    }

    struct Change: Encodable {
        let subject: Subject
        let title: String
        let lines: [String]
        let learned: [String]
    }

    let lastLook: Moment?
    let since: Day
    let at: Moment
    let entries: Int64
    let boards: [OneBoard]
    let meetings: [Meeting]
    let conditions: [Condition]
    let decisions: [Decided]
    let papers: [Paper]
    let changes: [Change]

    init(_ room: BoardRoom) {
        (lastLook, since, at, entries) = (room.look?.at, room.since, room.at, room.entries)
        boards = room.boards.map { OneBoard(reference: $0.facts.board.reference.text, name: $0.facts.board.name) }
        meetings = room.meetings.map { one in
            Meeting(
                board: one.board.reference.text, number: one.view.meeting.id.number, title: one.view.meeting.title, on: one.view.meeting.on, whenAndWhere: one.view.meeting.whenAndWhere,
                agenda: one.view.agenda.map(\.title), papers: one.papers.map(\.line.paper.reference), page: BoardLinks.meeting(one.view.meeting, one.board).text)
        }
        conditions = room.conditions.compactMap { one in
            let decision = one.view.decision
            return decision.conditionsDue.map {
                Condition(board: one.board.reference.text, decision: decision.id.number, due: $0, conditions: decision.conditions ?? "", page: BoardLinks.decision(decision, one.board).text)
            }
        }
        decisions = room.decisions.map { one in
            let decision = one.view.decision
            return Decided(
                board: one.board.reference.text, number: decision.id.number, on: one.view.meeting.on, outcome: decision.outcome, words: decision.words, isNew: one.isNew,
                page: BoardLinks.decision(decision, one.board).text)
        }
        papers = room.papers.map { one in
            let paper = one.line.paper
            return Paper(
                board: one.board.reference.text, reference: paper.reference, title: paper.title, until: paper.to, standing: one.line.standing(on: room.day), isNew: one.isNew,
                page: PaperLinks.paper(paper).text)
        }
        changes = room.changed.map { Change(subject: $0.telling.subject, title: $0.telling.title, lines: $0.lines.map(\.words), learned: $0.learned.map(\.words)) }
    }
}

extension BoardRoom.Change {
    /// What happened, first in short and then one by one; nothing where nothing did.
    var lines: [Telling.Line] { telling.isUnchanged ? [] : telling.lines(.summary) + telling.lines(.reached) + telling.lines(.changed) }
}
