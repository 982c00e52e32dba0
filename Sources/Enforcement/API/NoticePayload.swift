import Kernel
import Premises
import Storage
import Web

/// A notice in a list, as it stood on a day.
struct NoticeLine: Encodable {
    static let schema = Schema.object("NoticeLine", [
        "reference": .reference, "number": .number, "version": .number, "type": .choice(NoticeType.self), "case": .reference, "premises": .reference, "address": .text,
        "officer": .text, "drafted": .day, "served": Schema.day.optional.meaning("The first day on which it was served on anybody."), "complyBy": .day.optional,
        "state": .choice(NoticeState.self), "why": .text, "register": Schema.choice(RegisterState.self).optional.meaning("Where its entry in the public register stands, once it is served."),
        "next": .day.optional, "nextWords": .text.optional,
    ])

    let reference: String
    let number: Int64
    let version: Int
    let type: NoticeType
    let `case`: String
    let premises: String
    let address: String
    let officer: String
    let drafted: Day
    let served: Day?
    let complyBy: Day?
    let state: NoticeState
    let why: String
    let register: RegisterState?
    let next: Day?
    let nextWords: String?

    init(_ view: NoticeView) {
        let (notice, facts, next) = (view.notice, view.facts, view.next)
        (reference, number, version, type) = (notice.reference.text, notice.id.number, notice.version, notice.type)
        (`case`, premises, address, officer) = (facts.enforcementCase.reference.text, facts.premises.reference.text, facts.premises.line, facts.officer)
        (drafted, served, complyBy) = (notice.drafted, view.clock?.served.lowerBound, view.complyBy)
        (state, why, register) = (view.state, view.why, view.register)
        (self.next, nextWords) = (next?.day, next?.words)
    }
}

/// A notice with all that belongs to it, as it stood on a day.
struct NoticePayload: Encodable {
    static let schema = Schema.object("Notice", [
        "notice": NoticeLine.schema, "on": .day, "articles": .list(.text), "steps": Schema.list(.text).meaning("One a line: 13: Fit an alarm | Fit sprinklers."),
        "recipients": Schema.list(.text).meaning("One a line: Harbour Homes Ltd | 1 Quay Street."), "substance": Schema.text.optional.meaning("What the public register says."),
        "grounds": .text.optional, "alters": .flag, "workers": .flag, "immediate": .flag, "effective": .day.optional, "text": .text.optional,
        "obstacles": Schema.list(NoticeObstaclePayload.schema).meaning("What stands between a draft and its approval."),
        "sha256": Schema.hash.optional.meaning("Of the content as it was served."), "clock": .list(ClockDay.schema), "events": .list(NoticeEventPayload.schema),
    ])

    let notice: NoticeLine
    let on: Day
    let articles: [String]
    let steps: [String]
    let recipients: [String]
    let substance: String?
    let grounds: String?
    let alters: Bool
    let workers: Bool
    let immediate: Bool
    let effective: Day?
    let text: String?
    let obstacles: [NoticeObstaclePayload]
    let sha256: String?
    let clock: [ClockDay]
    let events: [NoticeEventPayload]

    init(_ view: NoticeView, frozen: NoticeDocument?) {
        let (notice, said) = (view.notice, view.facts.said(on: view.day))
        (self.notice, on) = (NoticeLine(view), view.day)
        (articles, steps, recipients) = (said.articles, notice.steps.map(\.written), notice.recipients.map(\.written))
        (substance, grounds, alters, workers) = (said.substance, notice.grounds, notice.altersPremises, notice.isForWorkersOnly)
        (immediate, effective, text) = (notice.isImmediate, notice.effective, notice.text)
        obstacles = view.obstacles.map(NoticeObstaclePayload.init)
        sha256 = frozen.flatMap { $0.frozen <= view.day ? $0.sha256 : nil }
        clock = view.clock?.steps.map(ClockDay.init) ?? []
        events = view.events.map(NoticeEventPayload.init)
    }
}

/// Something that stands between a draft and its approval.
struct NoticeObstaclePayload: Encodable {
    static let schema = Schema.object("NoticeObstacle", [
        "code": Schema.text.meaning("That of the problem with which an approval is refused for it."), "sentence": .text, "provision": .text.optional,
    ])

    let code: String
    let sentence: String
    let provision: String?

    init(_ obstacle: NoticeObstacle) { (code, sentence, provision) = (obstacle.code, obstacle.sentence, obstacle.provision) }
}

/// One day of a notice's clock.
struct ClockDay: Encodable {
    static let schema = Schema.object("ClockDay", [
        "day": .day, "event": .text, "rule": Schema.choice(StatutoryPeriod.Rule.self).optional.meaning("Left out of what happened."), "provision": .text.optional, "working": .text,
    ])

    let day: Day
    let event: String
    let rule: StatutoryPeriod.Rule?
    let provision: String?
    let working: String

    init(_ step: ClockStep) { (day, event, rule, provision, working) = (step.day, step.event, step.rule, step.provision, step.working) }
}

/// Something that happened to a notice.
struct NoticeEventPayload: Encodable {
    static let schema = Schema.object("NoticeEvent", [
        "number": .number, "kind": .choice(NoticeEvent.Kind.self), "on": .day, "who": .text.optional,
        "recipient": Schema.text.optional.meaning("Whose appeal or objection it is of."), "method": .choice(NoticeEvent.Method.self).optional,
        "consultee": .choice(NoticeEvent.Consultee.self).optional, "outcome": .choice(NoticeHistory.Appeal.Outcome.self).optional, "satisfied": .flag.optional,
        "until": .day.optional, "note": .text.optional, "by": Schema.text.meaning("As the journal names them: person/3."), "recorded": .day,
    ])

    let number: Int64
    let kind: NoticeEvent.Kind
    let on: Day
    let who: String?
    let recipient: String?
    let method: NoticeEvent.Method?
    let consultee: NoticeEvent.Consultee?
    let outcome: NoticeHistory.Appeal.Outcome?
    let satisfied: Bool?
    let until: Day?
    let note: String?
    let by: String
    let recorded: Day

    init(_ event: NoticeEvent) {
        (number, kind, on, who, recipient, method) = (event.id.number, event.kind, event.on, event.who, event.recipient, event.method)
        (consultee, outcome, satisfied, until) = (event.consultee, event.outcome, event.satisfied, event.until)
        (note, by, recorded) = (event.note, event.by, event.recorded)
    }
}

extension NoticePayload {
    init(of notice: Notice, on day: Day, _ session: Session) throws {
        self.init(try session.view(of: notice, on: day), frozen: try session.frozenDocument(of: notice))
    }
}
