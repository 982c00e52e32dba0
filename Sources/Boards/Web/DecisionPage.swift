import Kernel
import Markup
import Storage
import Web

/// One decision: its words and conditions, what it is about, and what other boards decided about the same.
struct DecisionPage {
    let board: Board
    let view: DecisionView
    let item: AgendaItem?
    /// Who struck it out, by name.
    let striker: String?
    /// By what it is about: everything that boards had decided about that by the day shown, this one too.
    let others: [(subject: Subject, decisions: [(board: Board, decision: DecisionView)])]
    let spoken: Spoken
    let viewer: Viewer

    private var decision: Decision { view.decision }

    var page: Page {
        Page(
            title: "Decision \(decision.id)",
            crumbs: [
                ("Boards", viewer.link(BoardLinks.list)), (board.name, viewer.link(BoardLinks.board(board))),
                (view.meeting.title, viewer.link(BoardLinks.meeting(view.meeting, board))),
            ],
            section: "boards", scope: "board/\(board.id)", body: """
                \(lead("Decision \(decision.id)", under: "\(board.name), \(view.meeting.on)", standing: tag(view), actions: deeds))\
                \(struck)\(card("What was decided", id: "decision", "\(prose(decision.words))\(set)\(facts(pairs))"))\
                \(others.map(elsewhere))
                """)
    }

    private var deeds: [HTML] {
        viewer.mayKeep && view.stands ? [button("Strike it out", to: BoardLinks.strike(decision, board), quiet: true)] : []
    }

    private var struck: HTML? {
        view.strike.map { notice("Struck out on \($0.on) by \(striker ?? $0.by): \($0.because)", .amber) }
    }

    private var set: HTML? {
        decision.conditions.map { "<h3>Conditions</h3>\(prose($0))" }
    }

    private var pairs: [(String, HTML)] {
        var pairs: [(String, HTML)] = [
            ("Meeting", "<a href=\"\(viewer.link(BoardLinks.meeting(view.meeting, board)))\">\(view.meeting.title)</a>"),
            ("Agenda item", item.map { "\($0.title)" } ?? quiet("None")),
            ("About", spoken.links(decision.about) ?? quiet("Nothing on record")),
        ]
        if let due = decision.conditionsDue { pairs.append(("Conditions due", "\(due)")) }
        return pairs
    }

    private func elsewhere(_ one: (subject: Subject, decisions: [(board: Board, decision: DecisionView)])) -> HTML {
        let name = spoken.names[one.subject]?.words ?? one.subject.description
        return card("What boards decided about \(name)", table(
            columns: [Column("Day", .day), Column("Board"), Column("Outcome", .wide), Column("Decision", .wide)], rows: one.decisions.map { board, view in
                ["\(view.meeting.on)", "<a href=\"\(viewer.link(BoardLinks.board(board)))\">\(board.name)</a>", tag(view),
                 view.decision.id == decision.id ? "This decision" : words(view, board, viewer)]
            }))
    }
}
