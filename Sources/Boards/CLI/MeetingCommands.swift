import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a meeting asks for.
struct MeetingEntries: ParsableArguments, Sendable {
    @Option(help: "The day: YYYY-MM-DD.") var on: String?
    @Option(help: "Its title or number.") var title: String?
    @Option(help: "Where it is.") var location: String?
    @Option(help: "When it starts, as 14:00.") var startsAt: String?

    func read(over held: [String: [String]] = [:]) throws -> NewMeeting {
        var fields = Fields(["on": on, "title": title, "location": location, "starts-at": startsAt], over: held)
        let new = NewMeeting(reading: &fields)
        try fields.finish()
        return new
    }
}

extension BoardCommand {
    struct Call: WritingCommand {
        static let configuration = CommandConfiguration(
            "call", "Call a meeting.",
            examples: "muster board call audit-committee --on 2027-02-09 --title 'First meeting of 2027' --starts-at 14:00")
        @OptionGroup var board: BoardArgument
        @OptionGroup var entries: MeetingEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeetingPayload> {
            let board = try board.find(work.session)
            let meeting = try BoardCommand.boards.call(entries.read(), of: board, work)
            return Answer(try work.payload(of: meeting, board), "\(meeting.title) is on \(meeting.on).")
        }
    }

    struct Amend: WritingCommand {
        static let configuration = CommandConfiguration(
            "amend", "Move a meeting or change its title, place or time; what is left out stays.",
            examples: "muster board amend audit-committee 2027-02-09 --on 2027-02-16 --because 'The Chief is away'")
        @OptionGroup var meeting: MeetingArguments
        @OptionGroup var entries: MeetingEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeetingPayload> {
            let (board, meeting) = try meeting.find(work.session)
            let changed = try BoardCommand.boards.edit(meeting, of: board, entries.read(over: meeting.entries), work)
            return Answer(try work.payload(of: changed, board), "\(changed.title) is on \(changed.on).")
        }
    }

    struct Cancel: WritingCommand {
        static let configuration = CommandConfiguration(
            "cancel", "Call off a meeting, for a reason.", examples: "muster board cancel audit-committee 2027-02-09 --because 'The building is closed'")
        @OptionGroup var meeting: MeetingArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeetingPayload> {
            let (board, meeting) = try meeting.find(work.session)
            try BoardCommand.boards.cancel(meeting, of: board, because: writing.reason("Why it is called off"), work)
            return Answer(try work.payload(of: meeting, board), "\(meeting.title) was called off.")
        }
    }
}

extension Work {
    /// A meeting as it stands with what was just done.
    func payload(of meeting: Meeting, _ board: Board) throws -> MeetingPayload {
        let (view, item) = try session.view(of: meeting, board, on: today)
        return MeetingPayload(item, view.facts, try named(item, session))
    }
}
