import Web

/// What programs send to write papers: the same fields as the forms have.
extension NewPaper {
    static let schema = Schema.input("NewPaper", [
        "covers": Schema.list(.text(atMost: 100)).meaning("What it tells of, as the journal names it: plan/1."),
        "board": Schema.text(atMost: 100).maybe.meaning("The board that receives it, as the journal names it: board/1. Proposed when left out."),
        "meeting": .text(atMost: 100).maybe, "from": Schema.day.maybe.meaning("It tells what happened after the end of this day."), "to": .day.maybe, "next": .day.maybe,
        "title": .text(atMost: 200).maybe, "reference": Schema.reference.maybe,
    ])

    /// What is left out of a change stays as it is.
    static let changes = Schema.input("PaperChange", [
        "covers": Schema.list(.text(atMost: 100)).maybe, "board": .text(atMost: 100).maybe, "meeting": .text(atMost: 100).maybe, "from": .day.maybe, "to": .day.maybe,
        "next": .day.maybe, "title": .text(atMost: 200).maybe, "reference": Schema.reference.maybe,
    ])
}

extension NewSection {
    static let schema = Schema.input("NewSection", ["heading": .words(atMost: 200), "words": .text(atMost: mostWords).maybe])

    static let changes = Schema.input("SectionChange", [
        "heading": .text(atMost: 200).maybe,
        "words": Schema.text(atMost: mostWords).maybe.meaning("Null or empty lets the records speak again."), "leftOut": .flag.maybe,
    ])
}

extension NewTemplate {
    static let schema = Schema.input("NewTemplate", [
        "title": .words(atMost: 200), "board": .text(atMost: 100).maybe,
        "text": Schema.words(atMost: 40_000).meaning("A line that begins with “# ” is a heading; what writes itself there stands in braces at its end."), "reference": Schema.reference.maybe,
    ])
}

enum PaperInputs {
    static let issue = Schema.input("PaperIssue", [
        "seen": Schema.flag.maybe.meaning("That what stands open was read."),
        "read": Schema.text(atMost: 40).maybe.meaning("The mark of the draft as it was read; where it says something else by now it is not issued."),
    ])
    static let recall = Schema.input("NewPaperRecall", ["because": .words(atMost: 2000)])
}
