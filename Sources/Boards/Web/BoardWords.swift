import Kernel
import Markup
import People
import Storage

/// What was done to the records of a board as sentences, with what each said or how it changed.
struct BoardWords {
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

    /// What it said when it was new, or what is otherwise than before.
    func detail(_ state: BoardState, since old: BoardState?) -> HTML? {
        let now = parts(state)
        guard let old else {
            let said = now.filter { $0.isTold }.map { "<li>\($0.label): \($0.words)</li>" as HTML }
            return said.isEmpty ? nil : "<ul>\(said)</ul>"
        }
        let changes = zip(parts(old), now).filter { $0.words != $1.words }.map { was, new -> HTML in
            "<li>\(new.label): \(new.words.isEmpty ? "none" : new.words), was \(was.words.isEmpty ? "none" : was.words)</li>"
        }
        return changes.isEmpty ? nil : "<ul>\(changes)</ul>"
    }

    private struct Part {
        let label: String
        let words: String
        /// Whether it is told of a record that is new; what the sentence says already is not.
        var isNews = true

        var isTold: Bool { isNews && !words.isEmpty }
    }

    private func parts(_ state: BoardState) -> [Part] {
        switch state {
        case .board(let board):
            [Part(label: "Name", words: board.name), Part(label: "Oversees", words: board.oversees),
             Part(label: "First day", words: "\(board.since)"), Part(label: "Last day", words: words(board.until)),
             Part(label: "Reference", words: board.reference.text, isNews: false)]
        case .seat(let seat):
            [Part(label: "From", words: "\(seat.from)"), Part(label: "Through", words: words(seat.through))]
        case .meeting(let meeting):
            [Part(label: "Day", words: "\(meeting.on)"), Part(label: "Title", words: meeting.title, isNews: false),
             Part(label: "Starts at", words: meeting.startsAt?.description ?? ""), Part(label: "Place", words: meeting.location ?? "")]
        case .cancellation(let cancellation): [Part(label: "Reason", words: cancellation.because)]
        case .item(let item):
            [Part(label: "Presenter", words: item.presenter.flatMap { parties[$0] } ?? ""), Part(label: "About", words: named(item.about)),
             Part(label: "Place on the agenda", words: "\(item.place)", isNews: false)]
        case .decision(let decision):
            [Part(label: "Outcome", words: decision.outcome.words), Part(label: "Words", words: decision.words),
             Part(label: "Conditions", words: decision.conditions ?? ""), Part(label: "Conditions due", words: words(decision.conditionsDue)),
             Part(label: "About", words: named(decision.about))]
        case .strike(let strike): [Part(label: "Reason", words: strike.because)]
        case .guest(let link): [Part(label: "Last day", words: "\(link.expiresOn)"), Part(label: "Ended on", words: words(link.endedOn))]
        }
    }

    private func title(_ meeting: ID<Meeting>) -> String { meetings[meeting].map { "“\($0)”" } ?? "a meeting" }
    private func words(_ day: Day?) -> String { day.map(\.description) ?? "" }
    private func named(_ subjects: [Subject]) -> String { listed(subjects.map { about[$0]?.words ?? $0.description }) }
}
