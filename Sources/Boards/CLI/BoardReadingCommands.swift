import ArgumentParser
import Kernel
import People
import Storage

extension BoardCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the boards, each with its next meeting.", examples: "muster board list", "muster board list --on 2026-03-31")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[BoardPayload]> {
            try BoardPolicy.reads.check(reader.actor)
            let boards = try session.allBoards().map { BoardPayload(BoardView($0, on: day.on ?? reader.today)) }
            return Answer(boards, Output.table(
                ["Reference", "Name", "Members", "Next meeting"],
                boards.map { [$0.reference, $0.name, String($0.members.count), $0.next.map { "\($0.on.iso) \($0.title)" } ?? ""] },
                empty: "There is no board yet. Begin one with: muster board begin --name NAME --oversees WORDS --since DAY"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a board on a day: what it oversees, who sits on it, when it meets next.",
            examples: "muster board show audit-committee", "muster board show audit-committee --on 2025-02-26 --json")
        @OptionGroup var board: BoardArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<BoardPayload> {
            try BoardPolicy.reads.check(reader.actor)
            let view = try board.view(session, on: day.on ?? reader.today)
            let payload = BoardPayload(view)
            return Answer(payload, payload.inWords)
        }
    }

    struct Meetings: ReadingCommand {
        static let configuration = CommandConfiguration(
            "meetings", "List a board's meetings, by day.", examples: "muster board meetings audit-committee", "muster board meetings audit-committee --json")
        @OptionGroup var board: BoardArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[MeetingLine]> {
            try BoardPolicy.reads.check(reader.actor)
            let view = try board.view(session, on: day.on ?? reader.today)
            let lines = view.meetings.map { MeetingLine($0, view.facts.board) }
            return Answer(lines, Output.table(
                ["Number", "Day", "Starts", "Title", "Place", "Standing", "Decisions"],
                zip(lines, view.meetings).map { line, view in
                    [String(line.number), line.on.iso, line.startsAt?.description ?? "", line.title, line.location ?? "",
                     view.standing.words + (line.cancelled.map { ": \($0.because)" } ?? ""), String(line.decisions)]
                }, empty: "No meeting has been called. Call one with: muster board call \(view.facts.board.reference) --on DAY --title TITLE"))
        }
    }

    struct DecisionList: ReadingCommand {
        static let configuration = CommandConfiguration(
            "decisions", "List what a board decided, or what all boards decided about one thing.",
            examples: "muster board decisions audit-committee", "muster board decisions --about plan/1 --json")
        @Argument(help: "The board's reference; all boards when left out.", completion: .boards) var board: String?
        @Option(help: "Only what is about this, as the journal names it: plan/1.") var about: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[DecisionPayload]> {
            try BoardPolicy.reads.check(reader.actor)
            let found = try taken(by: day.on ?? reader.today, session)
            let names = try Operating.naming.names(of: found.flatMap(\.decision.decision.about), session)
            let decisions = found.map { DecisionPayload($0.decision, $0.board, names) }
            return Answer(decisions, Output.table(
                ["Number", "Day", "Board", "Outcome", "Decision", "About"], decisions.map { one in
                    [String(one.number), one.on.iso, one.board, one.outcome.words + (one.struckOut == nil ? "" : " (struck out)"), one.words,
                     one.about.map { $0.called }.joined(separator: ", ")]
                }, empty: "Nothing was decided."))
        }

        private func taken(by day: Day, _ session: Session) throws -> [(board: Board, decision: DecisionView)] {
            let subject = try about.map { try Subject(written: $0, like: "plan/1") }
            let board = try board.map { try session.board($0) }
            if let subject {
                return try session.decisions(about: subject, on: day).filter { one in board.map { $0.id == one.board.id } ?? true }
            }
            return try (board.map { [try session.facts(of: $0)] } ?? session.allBoards())
                .flatMap { facts in BoardView(facts, on: day).decisions.map { (facts.board, $0) } }
                .sorted { $0.1.order > $1.1.order }
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration(
            "history", "Show every change to a board and what belongs to it, newest first.",
            examples: "muster board history audit-committee", "muster board history audit-committee --last 20 --json")
        @OptionGroup var board: BoardArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try BoardPolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: board.find(session).subject, without: BoardPolicy.hidden(from: reader.actor), session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }
}

extension BoardPayload {
    fileprivate var inWords: String {
        let life = "From \(since)" + (until.map { " to \($0)" } ?? "") + ". As on \(on)."
        let seats = members.map { "  \($0.role.words): \($0.name), from \($0.from)" + ($0.through.map { " to \($0)" } ?? "") }
        let next = next.map { "Next meeting: \($0.on)" + ($0.startsAt.map { ", \($0)" } ?? "") + ", \($0.title)" } ?? "No meeting has been called."
        return ([name, oversees, life, next] + (seats.isEmpty ? ["Nobody sits on it."] : seats)).joined(separator: "\n")
    }
}
