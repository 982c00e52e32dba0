import Kernel
import People
import Storage

/// What was done to the records of a board as sentences, with what each said or how it changed.
struct BoardWords: RecordWords {
    let parties: [ID<Party>: String]
    /// Titles, as the meetings are called now.
    let meetings: [ID<Meeting>: String]
    let about: [Subject: Name]

    /// The verb with its thing named: `called the meeting “Fourth meeting”`.
    func deed(_ verb: String, _ state: BoardState?) -> String {
        switch state {
        case .meeting(let meeting): "\(verb) “\(meeting.title)”"
        case .cancellation(let cancellation): "\(verb) \(title(cancellation.meeting))"
        case .item(let item): "\(verb) “\(item.title)” of \(title(item.meeting))"
        case .decision(let decision): "\(verb) \(decision.id) of \(title(decision.meeting))"
        case .strike(let strike): "\(verb) \(strike.decision)"
        case .guest(let link): "\(verb) “\(link.name)”"
        case .board, .seat, nil: verb
        }
    }

    func parts(_ state: BoardState) -> [RecordPart] {
        switch state {
        case .board(let board):
            [RecordPart("Name", board.name), RecordPart("Oversees", board.oversees),
             RecordPart("First day", "\(board.since)"), RecordPart("Last day", words(board.until)),
             RecordPart("Reference", board.reference.text, isNews: false)]
        case .seat(let seat):
            [RecordPart("From", "\(seat.from)"), RecordPart("Through", words(seat.through))]
        case .meeting(let meeting):
            [RecordPart("Day", "\(meeting.on)"), RecordPart("Title", meeting.title, isNews: false),
             RecordPart("Starts at", meeting.startsAt?.description ?? ""), RecordPart("Place", meeting.location ?? "")]
        case .cancellation(let cancellation): [RecordPart("Reason", cancellation.because)]
        case .item(let item):
            [RecordPart("Presenter", item.presenter.flatMap { parties[$0] } ?? ""), RecordPart("About", named(item.about)),
             RecordPart("Place on the agenda", "\(item.place)", isNews: false)]
        case .decision(let decision):
            [RecordPart("Outcome", decision.outcome.words), RecordPart("Words", decision.words),
             RecordPart("Conditions", decision.conditions ?? ""), RecordPart("Conditions due", words(decision.conditionsDue)),
             RecordPart("About", named(decision.about))]
        case .strike(let strike): [RecordPart("Reason", strike.because)]
        case .guest(let link): [RecordPart("Last day", "\(link.expiresOn)"), RecordPart("Ended on", words(link.endedOn))]
        }
    }

    private func title(_ meeting: ID<Meeting>) -> String { meetings[meeting].map { "“\($0)”" } ?? "a meeting" }
    private func words(_ day: Day?) -> String { day.map(\.description) ?? "" }
    private func named(_ subjects: [Subject]) -> String { listed(subjects.map { about[$0]?.words ?? $0.description }) }
}
