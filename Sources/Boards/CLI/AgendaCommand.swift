import ArgumentParser
import Kernel
import People
import Storage

/// `muster board agenda …`: what a meeting is to deal with.
struct AgendaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "Show a meeting's agenda and decisions, and add, move and take off items.",
        subcommands: [Show.self, Add.self, Move.self, Remove.self])

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a meeting: its agenda and what it decided.", examples: "muster board agenda show audit-committee 2026-11-17")
        @OptionGroup var meeting: MeetingArguments
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<MeetingPayload> {
            try BoardPolicy.reads.check(reader.actor)
            let (board, meeting) = try meeting.find(session)
            let (view, item) = try session.view(of: meeting, board, on: day.on ?? reader.today)
            let payload = MeetingPayload(item, view.facts, try named(item, session))
            return Answer(payload, payload.inWords(of: board, item.standing))
        }
    }

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Add an item to a meeting's agenda, until its first decision or the end of its day.",
            examples: "muster board agenda add audit-committee 2027-02-09 'Progress of the plan' --presenter 'R Okafor' --about plan/1")
        @OptionGroup var meeting: MeetingArguments
        @Argument(help: "The item, in a few words.") var title: String
        @Option(help: "Who brings it.", completion: .parties) var presenter: String?
        @Option(help: "What on record it is about, as the journal names it: plan/1. May be given more than once.") var about: [String] = []
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeetingPayload> {
            let (board, meeting) = try meeting.find(work.session)
            var fields = Fields(["title": title, "presenter": presenter], over: ["about": about])
            let new = NewAgendaItem(reading: &fields)
            try fields.finish()
            try BoardCommand.boards.add(new, to: meeting, of: board, work)
            return Answer(try work.payload(of: meeting, board), "“\(new.title)” is on the agenda.")
        }
    }

    struct Move: WritingCommand {
        static let configuration = CommandConfiguration(
            "move", "Move an item one step up or down.", examples: "muster board agenda move audit-committee 2027-02-09 3 up")
        @OptionGroup var meeting: MeetingArguments
        @OptionGroup var item: ItemArgument
        @Argument(help: "up or down", completion: .codes(Boards.Step.self)) var step: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeetingPayload> {
            let (board, meeting) = try meeting.find(work.session)
            let item = try item.find(of: meeting, work.session)
            try BoardCommand.boards.move(item, Boards.Step(writing: Fields(["step": step])), on: meeting, of: board, work)
            return Answer(try work.payload(of: meeting, board), "The order was changed.")
        }
    }

    struct Remove: WritingCommand {
        static let configuration = CommandConfiguration(
            "remove", "Take an item off a meeting's agenda, until its first decision or the end of its day.", examples: "muster board agenda remove audit-committee 2027-02-09 3")
        @OptionGroup var meeting: MeetingArguments
        @OptionGroup var item: ItemArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeetingPayload> {
            let (board, meeting) = try meeting.find(work.session)
            let item = try item.find(of: meeting, work.session)
            try BoardCommand.boards.remove(item, from: meeting, of: board, work)
            return Answer(try work.payload(of: meeting, board), "“\(item.title)” is off the agenda.")
        }
    }
}

/// An item named at the command line, by where it stands on the agenda.
struct ItemArgument: ParsableArguments, Sendable {
    @Argument(help: "Where the item stands on the agenda, from 1.") var item: Int

    func find(of meeting: Meeting, _ session: Session) throws -> AgendaItem {
        try ItemArgument.item(item, of: meeting, session)
    }

    /// - Throws: `agenda-item-not-found`
    static func item(_ place: Int, of meeting: Meeting, _ session: Session) throws -> AgendaItem {
        let items = try session.agenda(of: meeting)
        guard items.indices.contains(place - 1) else {
            throw Refusal.missing("agenda-item-not-found", "The agenda of \(meeting.title) has \(counted(items.count, "item")), and none at \(place).")
        }
        return items[place - 1]
    }
}

extension MeetingPayload {
    fileprivate func inWords(of board: Board, _ standing: MeetingView.Standing) -> String {
        let whenAndWhere = [meeting.on.description, meeting.startsAt?.description, meeting.location].compactMap(\.self).joined(separator: ", ")
        let off = meeting.cancelled.map { ["Called off on \($0.on): \($0.because)"] } ?? []
        let items = agenda.map { item in
            "  \(item.place)  \(item.title)" + (item.presenter.map { " (\($0))" } ?? "") + (item.about.isEmpty ? "" : ": " + listed(item.about.map { $0.called }))
        }
        let decided = decisions.flatMap { one in
            ["  \(one.number)  \(one.outcome.words)\(one.struckOut == nil ? "" : ", struck out"): \(one.words)"]
                + (one.conditions.map { ["     Conditions" + (one.conditionsDue.map { ", due \($0)" } ?? "") + ": \($0)"] } ?? [])
        }
        return (["\(board.name): \(meeting.title)", "\(whenAndWhere). \(standing.words)."] + off
            + (items.isEmpty ? ["No agenda was kept."] : ["Agenda"] + items)
            + (decided.isEmpty ? [] : ["Decisions"] + decided)).joined(separator: "\n")
    }
}
