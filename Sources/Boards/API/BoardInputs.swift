import Web

/// What programs send to keep boards: the same fields as the forms have.
extension NewBoard {
    static let schema = Schema.input("NewBoard", [
        "reference": Schema.reference.maybe.meaning("Made from the name when left out; kept as it is when a board is changed."),
        "name": .words(atMost: 120), "oversees": .words(atMost: 2000), "since": .day, "until": .day.maybe,
    ])
}

extension NewSeat {
    static let schema = Schema.input("NewSeat", [
        "party": Schema.words(atMost: 200).meaning("The name of a person, post or team on record."),
        "role": .choice(Seat.Role.self).maybe, "from": .day, "through": .day.maybe,
    ])
}

extension NewMeeting {
    static let schema = Schema.input("NewMeeting", [
        "on": .day, "title": .words(atMost: 200), "location": .text(atMost: 200).maybe,
        "startsAt": Schema.text(atMost: 5).maybe.meaning("As 14:00."),
    ])
}

extension NewAgendaItem {
    static let schema = Schema.input("NewAgendaItem", [
        "title": .words(atMost: 400), "presenter": Schema.text(atMost: 200).maybe.meaning("The name of a person, post or team on record."),
        "about": BoardInputs.about,
    ])
}

extension NewDecision {
    static let schema = Schema.input("NewDecision", [
        "item": Schema.number.maybe.meaning("The number of an item on the meeting's agenda."),
        "outcome": .choice(Decision.Outcome.self), "words": .words(atMost: 8000),
        "conditions": Schema.text(atMost: 4000).maybe.meaning("There where the outcome is approved-with-conditions, and only there."),
        "conditionsDue": .day.maybe, "about": BoardInputs.about,
    ])
}

/// What is sent for a deed that has no type of its own.
enum BoardInputs {
    static let about = Schema.list(.text(atMost: 100)).maybe.meaning("Things on record, as the journal names them: plan/1.")
    static let ending = Schema.input("SeatEnding", ["through": Schema.day.meaning("Its last day.")])
    static let cancellation = Schema.input("NewCancellation", ["because": .words(atMost: 2000)])
    static let strike = Schema.input("NewStrike", ["because": .words(atMost: 2000)])
    static let step = Schema.input("AgendaStep", ["step": .choice(Boards.Step.self)])
}
