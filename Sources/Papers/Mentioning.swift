import Kernel
public import Storage

extension Papers {
    /// Papers as other slices speak of them: a board decides about one.
    public static let naming = [
        NamedKind(Paper.self, "Papers", offered: "id NOT IN (SELECT paper FROM paper_discard)", all: { papers, session in
            let gone = Set(try session.all(Discard.self, "WHERE paper IN (\(list: papers.map(\.id)))").map(\.paper))
            return papers.map { Name("Paper \($0.reference): \($0.title)\(gone.contains($0.id) ? ", discarded" : "")", at: ["papers", $0.reference.text]) }
        }),
    ]

    /// What papers tell of, whom they go to and at which meeting. A draft is told of as one, from the day it was begun.
    ///
    /// - Parameter boards: by whose names it is told.
    public static func mentions(_ boards: BoardCalendar) -> [MentionSource] {
        [
            MentionSource("Papers", .papersRead) { subjects, day, session in
                let lines = try session.papers(concerningAnyOf: subjects).filter { $0.paper.begunOn <= day }
                guard !lines.isEmpty else { return [] }
                let known = try boards.known(session)
                return lines.map { line in
                    let (paper, standing) = (line.paper, line.standing(on: day))
                    return Mention(
                        day: line.issued(by: day) ?? paper.begunOn, by: known.board(paper.board)?.name ?? "A board", words: paper.title,
                        more: "Tells of \(paper.from.adding(days: 1)) to \(paper.to).", outcome: standing.words, sense: standing.sense,
                        about: subjects.filter(paper.concerns.contains), address: ["papers", paper.reference.text])
                }.stablySorted { -$0.day.number }
            },
        ]
    }
}

extension Paper {
    /// All of other slices that it has to do with: what it tells of, its board and its meeting.
    var concerns: Set<Subject> { Set(covers + [board] + [meeting].compactMap(\.self)) }
}

extension PaperFacts.Standing {
    public var sense: Mention.Sense {
        switch self {
        case .draft: .partly
        case .issued: .agreed
        case .withdrawn, .discarded: .idle
        }
    }
}
