import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension BoardOperations {
    var meetings: [Operation] {
        [
            .listing("listMeetings", "boards/{board}/meetings", "A board's calendar as it was on a day, by day", .scope(.boardsRead), takes: [.day],
                     of: MeetingLine.schema, refuses: ["board-not-found"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                let view = BoardView(try session.facts(of: session.board(call.part("board"))), on: call.day)
                return try call.page(view.meetings, by: { "\($0.meeting.id)" }) { MeetingLine($0, view.facts.board) }
            },
            .adding("callMeeting", "boards/{board}/meetings", "Call a meeting", .scope(.boardsWrite), from: NewMeeting.schema,
                    gives: MeetingPayload.schema, refuses: ["board-not-found", "board-not-there-then"]) { call, work in
                var fields = call.fields
                let new = NewMeeting(reading: &fields)
                try fields.finish()
                let board = try work.session.board(call.part("board"))
                let meeting = try boards.call(new, of: board, work)
                return try shown(meeting, of: board, call, work.session).added(at: BoardLinks.meeting(meeting, board))
            },
            .reading("showMeeting", "boards/{board}/meetings/{meeting}", "One meeting on a day: its agenda and what it decided", .scope(.boardsRead),
                     takes: [.id("meeting"), .day], gives: MeetingPayload.schema,
                     refuses: ["board-not-found", "meeting-not-found", "meeting-not-called-then"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                let (board, meeting) = try place(call).find(session)
                return try shown(meeting, of: board, call, session)
            },
            .changing("changeMeeting", "boards/{board}/meetings/{meeting}", "Move a meeting, or change what it says of itself; what is left out stays", .scope(.boardsWrite),
                      takes: [.id("meeting")], from: NewMeeting.schema, gives: MeetingPayload.schema, refuses: [
                          "board-not-found", "meeting-not-found", "board-not-there-then", "meeting-cancelled", "meeting-has-decisions",
                      ]) { call, work in
                let (board, meeting) = try place(call).find(work.session)
                var fields = Fields(call.fields, over: meeting.entries)
                let new = NewMeeting(reading: &fields)
                try fields.finish()
                try boards.edit(meeting, of: board, new, version: call.matched(meeting.version), work)
                return try shown(meeting, of: board, call, work.session)
            },
            .adding("cancelMeeting", "boards/{board}/meetings/{meeting}/cancellation", "Call off a meeting, for a reason", .scope(.boardsWrite),
                    takes: [.id("meeting")], from: BoardInputs.cancellation, gives: MeetingPayload.schema,
                    refuses: ["board-not-found", "meeting-not-found", "meeting-cancelled", "meeting-has-decisions"]) { call, work in
                let because = try because(call, "Why it is called off")
                let (board, meeting) = try place(call).find(work.session)
                try boards.cancel(meeting, of: board, because: because, work)
                return try shown(meeting, of: board, call, work.session).added()
            },
        ]
    }

    var agendas: [Operation] {
        let refuses = ["board-not-found", "meeting-not-found", "meeting-cancelled", "agenda-settled"]
        let ofItem = refuses + ["agenda-item-not-found", "agenda-item-off"]
        return [
            .adding("addAgendaItem", "boards/{board}/meetings/{meeting}/agenda", "Add an item to a meeting's agenda", .scope(.boardsWrite),
                    takes: [.id("meeting")], from: NewAgendaItem.schema, gives: MeetingPayload.schema, refuses: refuses) { call, work in
                var fields = call.fields
                let new = NewAgendaItem(reading: &fields)
                try fields.finish()
                let (board, meeting) = try place(call).find(work.session)
                try boards.add(new, to: meeting, of: board, work)
                return try shown(meeting, of: board, call, work.session).added()
            },
            .doing(.post, "moveAgendaItem", "boards/{board}/meetings/{meeting}/agenda/{item}/place", "Move an agenda item one step up or down",
                   .scope(.boardsWrite), takes: [.id("meeting"), .id("item")], from: BoardInputs.step, gives: MeetingPayload.schema, refuses: ofItem) { call in
                try await changing(call) { item, meeting, board, work in
                    try boards.move(item, Boards.Step(writing: call.fields), on: meeting, of: board, work)
                }
            },
            .doing(.post, "removeAgendaItem", "boards/{board}/meetings/{meeting}/agenda/{item}/removal", "Take an item off an agenda",
                   .scope(.boardsWrite), takes: [.id("meeting"), .id("item")], gives: MeetingPayload.schema, refuses: ofItem) { call in
                try await changing(call) { item, meeting, board, work in try boards.remove(item, from: meeting, of: board, work) }
            },
        ]
    }

    private func changing(
        _ call: Call, _ deed: @escaping @Sendable (AgendaItem, Meeting, Board, Work) throws -> Void
    ) async throws -> Reply {
        try await call.write { work in
            let (board, meeting) = try place(call).find(work.session)
            try deed(work.session.agendaItem(call.id("item"), of: meeting), meeting, board, work)
            return try shown(meeting, of: board, call, work.session)
        }
    }

    func place(_ call: Call) -> MeetingPlace {
        MeetingPlace(board: call.part("board"), meeting: call.id("meeting"))
    }

    private func shown(_ meeting: Meeting, of board: Board, _ call: Call, _ session: Session) throws -> Reply {
        let (view, item) = try session.view(of: meeting, board, on: call.day)
        let names = try naming.names(of: item.about, session)
        return try .showing(MeetingPayload(item, view.facts, names), version: item.meeting.version)
    }

    func because(_ call: Call, _ label: String) throws -> String {
        var fields = call.fields
        let because = fields.text("because", label, atMost: 2000)
        try fields.finish()
        return because
    }
}
