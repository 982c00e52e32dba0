import Boards
import Kernel
import Markup
import Papers
import Storage
import Web

/// A board member's page: what changed since they last looked, then what is coming, what was decided and what was read.
struct BoardRoomPage {
    let room: BoardRoom
    let csrf: String

    /// So many of a kind are shown at once.
    private static let most = 6

    var page: Page {
        let names = listed(room.boards.map(\.facts.board.name))
        return Page(title: "Board room", section: "board-room", hasDay: false, body: """
            \(lead("Board room", under: room.boards.isEmpty ? "What is before the boards that you sit on." : "What is before the \(names)."))\
            \(room.boards.isEmpty ? nobody : "\(changes)\(meetings)\(conditions)\(decisions)\(papers)")
            """)
    }

    private var nobody: HTML {
        empty("You sit on no board today. Whoever keeps boards gives seats, on a board’s page.", action: button("Boards", to: BoardLinks.list, quiet: true))
    }

    // MARK: What changed

    private var changes: HTML {
        let title = room.look == nil ? "What changed in the last month" : "What changed since you last looked"
        return card(title, id: "changes", "\(sinceWhen)\(room.isUnchanged ? .empty : "\(arrived)\(room.changed.map(change))")\(read)")
    }

    private var sinceWhen: HTML {
        guard let look = room.look else {
            return room.isUnchanged
                ? "<p>Nothing changed since \(room.since).</p>" : small("You have not said yet that you read anything, so this begins after \(room.since).")
        }
        return room.isUnchanged ? "<p>Nothing changed since you last looked, on \(look.at).</p>" : small("You last looked on \(look.at).")
    }

    private var arrived: HTML {
        let papers = room.newPapers.map { "<li>Paper: <a href=\"\(PaperLinks.paper($0.line.paper))\">\($0.line.paper.title)</a>, to the \($0.board.name)</li>" as HTML }
        let decisions = room.newDecisions.map { one -> HTML in
            "<li>Decision: <a href=\"\(BoardLinks.decision(one.view.decision, one.board))\">\(one.view.decision.inLine)</a>, \(one.board.name), \(one.view.meeting.on)</li>"
        }
        return papers.isEmpty && decisions.isEmpty ? .empty : "<h3>New before you</h3><ul>\(papers)\(decisions)</ul>"
    }

    private func change(_ change: BoardRoom.Change) -> HTML {
        let telling = change.telling
        let happened: HTML? = telling.isUnchanged ? nil : """
            \(telling.lines(.summary).map { "<p>\(words($0))</p>" as HTML })\(part(telling, .reached))\(part(telling, .changed))\(late(telling))
            """
        let learned: HTML? = change.learned.isEmpty ? nil : "<p><strong>Written down since, about \(room.since) and before</strong></p>\(points(change.learned))"
        return "<h3><a href=\"\(Link(telling.address))\">\(telling.title)</a></h3>\(happened)\(learned)"
    }

    private func part(_ telling: Telling, _ part: Telling.Part) -> HTML {
        let lines = telling.lines(part)
        guard !lines.isEmpty else { return .empty }
        let rest = Array(lines.dropFirst(BoardRoomPage.most))
        return "<p><strong>\(part.heading)</strong></p>\(points(Array(lines.prefix(BoardRoomPage.most))))\(rest.isEmpty ? nil : disclosure("\(rest.count) more", points(rest)))"
    }

    private func late(_ telling: Telling) -> HTML {
        let lines = telling.lines(.late)
        return lines.isEmpty ? .empty : disclosure("\(counted(lines.count, "action").capitalisedFirst) late, and why", points(lines))
    }

    /// It says what was shown, so what came while it was being read is told the next time.
    private var read: HTML {
        room.isUnchanged && room.look != nil ? .empty : postButton("I have read this", to: Link("board-room", "looks"), token: csrf, quiet: false, """
            \(hidden("at", room.at.iso))\(hidden("entries", String(room.entries)))
            """)
    }

    // MARK: What is before them

    private var meetings: HTML {
        guard !room.meetings.isEmpty else { return card("Next meetings", id: "meetings", empty("No meeting of your boards has been called.")) }
        return card("Next meetings", id: "meetings", room.meetings.map(meeting).joined())
    }

    private func meeting(_ one: BoardRoom.Meeting) -> HTML {
        let meeting = one.view.meeting
        let agenda: HTML = one.view.agenda.isEmpty ? "<p>\(quiet("Nothing stands on the agenda yet."))</p>" : "<ol>\(one.view.agenda.map { "<li>\($0.title)</li>" as HTML })</ol>"
        let papers: HTML? = one.papers.isEmpty ? nil : "<p><strong>Papers</strong></p><ul>\(one.papers.map { "<li>\(link($0)) \(standing($0))</li>" as HTML })</ul>"
        return """
            <h3><a href="\(BoardLinks.meeting(meeting, one.board))">\(one.board.name): \(meeting.title)</a></h3><p>\(meeting.whenAndWhere)</p>\(agenda)\(papers)
            """
    }

    private var conditions: HTML {
        guard !room.conditions.isEmpty else { return .empty }
        return card("Conditions due", id: "conditions", table(
            columns: [Column("Due", .day), Column("Board"), Column("Conditions", .wide), Column("Decision", .wide)], rows: room.conditions.map { one in
                let decision = one.view.decision
                let isPast = decision.conditionsDue.map { $0 < room.day } ?? false
                return [
                    "\(decision.conditionsDue.map { "\($0)" as HTML })\(isPast ? " \(tag("Past its day", .amber))" as HTML : .empty)", "\(one.board.name)",
                    prose(decision.conditions ?? ""), "<a href=\"\(BoardLinks.decision(decision, one.board))\">\(decision.inLine)</a>",
                ]
            }))
    }

    private var decisions: HTML {
        guard !room.decisions.isEmpty else { return card("Decisions", id: "decisions", empty("Your boards have decided nothing yet.")) }
        return card("Decisions", id: "decisions", longer(room.decisions) { decisions in
            table(columns: [Column("Day", .day), Column("Board"), Column("Outcome"), Column("Decision", .wide)], rows: decisions.map { one in
                let decision = one.view.decision
                return [
                    "\(one.view.meeting.on)", "\(one.board.name)", tag(decision.outcome.words, decision.outcome.sense.tone),
                    "<a href=\"\(BoardLinks.decision(decision, one.board))\">\(decision.inLine)</a>\(one.isNew ? " \(tag("New", .blue))" as HTML : .empty)",
                ]
            })
        })
    }

    private var papers: HTML {
        guard !room.papers.isEmpty else { return card("Papers", id: "papers", empty("No paper has come to your boards yet.")) }
        return card("Papers", id: "papers", longer(room.papers) { papers in
            table(columns: [Column("Paper", .wide), Column("Board"), Column("Until", .day), Column("Standing")], rows: papers.map { one in
                ["\(link(one))\(one.isNew ? " \(tag("New", .blue))" as HTML : .empty)", "\(one.board.name)", "\(one.line.paper.to)", standing(one)]
            })
        })
    }

    private func link(_ paper: BoardRoom.Paper) -> HTML { "<a href=\"\(PaperLinks.paper(paper.line.paper))\">\(paper.line.paper.title)</a>" }

    private func standing(_ paper: BoardRoom.Paper) -> HTML {
        let standing = paper.line.standing(on: room.day)
        return tag(standing.words, standing.sense.tone)
    }

    private func longer<One>(_ all: [One], _ rows: ([One]) -> HTML) -> HTML {
        let rest = Array(all.dropFirst(BoardRoomPage.most))
        return "\(rows(Array(all.prefix(BoardRoomPage.most))))\(rest.isEmpty ? nil : disclosure("\(rest.count) earlier", rows(rest)))"
    }
}
