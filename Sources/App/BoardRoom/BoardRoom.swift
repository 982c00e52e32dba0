import Boards
import Kernel
import Papers
import People
import Storage

/// What somebody who sits on boards has before them on a day: meetings, papers, decisions, conditions, and what changed since they last looked.
struct BoardRoom: Sendable {
    struct Meeting: Sendable {
        let board: Board
        let view: MeetingView
        let papers: [Paper]
    }

    struct Paper: Sendable {
        let line: PaperLine
        let board: Board
        /// It came since the last look.
        let isNew: Bool
    }

    struct Decided: Sendable {
        let board: Board
        let view: DecisionView
        let isNew: Bool
    }

    /// What happened to a thing that the boards deal with.
    struct Change: Sendable {
        /// From the end of the day of the last look.
        let telling: Telling
        /// What was written down since then about that day or one before.
        let learned: [Telling.Line]

        var isNothing: Bool { telling.isUnchanged && learned.isEmpty }
    }

    let person: ID<Party>
    let boards: [BoardView]
    /// Still to come and not called off, the next first.
    let meetings: [Meeting]
    /// All of the boards' papers, the latest first.
    let papers: [Paper]
    /// The latest first; what was struck out is left out.
    let decisions: [Decided]
    /// Nil where they never said that they had read anything.
    let look: LastLook?
    /// What changed is told from the end of this day.
    let since: Day
    let changes: [Change]
    /// When all of this was put together, and how much was on record.
    let at: Moment
    let entries: Int64

    var day: Day { at.day }

    /// Decisions whose conditions come due, or came due a short while ago, the first due first. One that was met is told at a meeting, so
    /// none is shown for ever.
    var conditions: [Decided] {
        decisions.filter { $0.view.decision.conditionsDue.map { $0.adding(days: Reminder.daysAhead) >= day } ?? false }
            .stablySorted { $0.view.decision.conditionsDue?.number ?? 0 }
    }

    var newPapers: [Paper] { papers.filter(\.isNew) }
    var newDecisions: [Decided] { decisions.filter(\.isNew) }
    var changed: [Change] { changes.filter { !$0.isNothing } }
    var isUnchanged: Bool { changed.isEmpty && newPapers.isEmpty && newDecisions.isEmpty }
}
