import Kernel
public import Storage

extension Boards {
    /// Meetings and what they decided, as other slices speak of them.
    public static let naming = [
        NamedKind(Meeting.self, "Meetings", all: { meetings, session in
            let boards = try session.byNumber(Board.self, Set(meetings.map(\.board)))
            return meetings.map { meeting in
                let board = boards[meeting.board]
                return Name(
                    "\(board?.name ?? "A board"): \(meeting.title), \(meeting.on)",
                    at: ["boards", board?.reference.text ?? "", "meetings", "\(meeting.id)"])
            }
        }),
        NamedKind(Decision.self, "Decisions", all: { decisions, session in
            let boards = try session.byNumber(Board.self, Set(decisions.map(\.board)))
            let meetings = try session.byNumber(Meeting.self, Set(decisions.map(\.meeting)))
            return decisions.map { decision in
                let board = boards[decision.board]
                return Name(
                    "\(board?.name ?? "A board")\(meetings[decision.meeting].map { ", \($0.on)" } ?? ""): \(decision.outcome.words), \(shortened(decision.words, to: 80))",
                    at: ["boards", board?.reference.text ?? "", "decisions", "\(decision.id)"])
            }
        }),
    ]

    /// What boards decided about things of other slices. What was struck out counts no more, so it is not told.
    public static let mentions = [
        MentionSource("Decisions", .boardsRead) { subjects, day, session in
            try session.decisions(aboutAnyOf: subjects, on: day).filter(\.decision.stands).map { board, view in
                let decision = view.decision
                return Mention(
                    day: view.meeting.on, by: board.name, words: shortened(decision.words), more: decision.conditionsInWords,
                    outcome: decision.outcome.words, sense: decision.outcome.sense, about: subjects.filter(decision.about.contains),
                    address: ["boards", board.reference.text, "decisions", "\(decision.id)"])
            }
        },
    ]
}

extension Decision {
    /// The first paragraph of its words, or as much of that as has room in a list.
    public var inLine: String { shortened(words) }

    /// What it asks for, in a line; nil where it sets no conditions.
    public var conditionsInWords: String? {
        conditions.map { "Conditions\(conditionsDue.map { ", due \($0)" } ?? ""): \(shortened($0))" }
    }
}

extension Decision.Outcome {
    public var sense: Mention.Sense {
        switch self {
        case .noted: .told
        case .approved: .agreed
        case .approvedWithConditions: .partly
        case .deferred: .idle
        case .notApproved: .refused
        }
    }
}

/// The first paragraph of a longer text, at most so many characters of it.
func shortened(_ text: String, to limit: Int = 240) -> String {
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return first.count <= limit ? first : first.prefix(limit).trimmed + "…"
}
