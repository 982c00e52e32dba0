import Web

/// What programs send to keep the register: the same fields as the forms have.
extension NewDocument {
    static let schema = Schema.input("NewDocument", [
        "reference": Schema.reference.maybe.meaning("Made from the title when left out; kept as it is when a document is changed."),
        "title": .words(atMost: 200), "kind": .choice(ControlledDocument.Kind.self).maybe, "purpose": .text(atMost: 2000).maybe,
        "owner": Schema.text(atMost: 200).maybe.meaning("The name of a person, post or team on record."),
        "answers": Schema.list(.text(atMost: 100)).maybe.meaning("Things on record that it answers, as the journal names them: finding/3."),
        "firstReview": Schema.day.maybe.meaning("The first day by which it is to be reviewed; later ones are set by reviews and new versions."),
    ])
}

extension NewVersion {
    static let schema = Schema.input("NewDocumentVersion", [
        "label": Schema.words(atMost: 60).meaning("As its cover has it: 3.1."), "inForce": Schema.day.maybe.meaning("Left out while it is a draft."),
        "change": Schema.words(atMost: 4000).meaning("What is otherwise than in the version before."),
        "link": Schema.text(atMost: 2000).maybe.meaning("Where it can be read: an address with http or https."),
        "nextReview": Schema.day.maybe.meaning("The day by which the document is to be reviewed once this version is in force."),
    ])
}

extension NewDocumentReview {
    static let schema = Schema.input("NewDocumentReview", [
        "on": .day, "outcome": .choice(DocumentReview.Outcome.self).maybe,
        "note": Schema.text(atMost: 4000).maybe.meaning("Needed where a change is wanted."),
        "next": Schema.day.maybe.meaning("The day by which it is to be reviewed again; needed where nothing is to change."),
    ])
}

extension NewDocumentWithdrawal {
    static let schema = Schema.input("NewDocumentWithdrawal", [
        "on": Schema.day.meaning("The day from which it does not count."), "because": .words(atMost: 2000),
        "successor": Schema.text(atMost: 200).maybe.meaning("The reference or title of the document that takes its place."),
    ])
}
