import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension BoardPages {
    /// What managers do to meetings and their agendas.
    func keepingMeetings(_ members: Routes<MemberContext>) {
        calling(members)
        agenda(members)
    }

    private func calling(_ members: Routes<MemberContext>) {
        members.get("boards/:board/meetings/new") { _, context in
            let reference = try context.part("board")
            return context.page(try await callingForm(context, reference, .fresh))
        }
        members.post("boards/:board/meetings") { request, context in
            let reference = try context.part("board")
            return try await context.writing(request, in: desk, saying: "The meeting was called.") { fields in
                let new = NewMeeting(reading: &fields)
                return { work in
                    let board = try work.session.board(reference)
                    return BoardLinks.meeting(try boards.call(new, of: board, work), board)
                }
            } orShowing: { try await callingForm(context, reference, $0) }
        }
        members.get("boards/:board/meetings/:meeting/edit") { _, context in context.page(try await editForm(context, .fresh)) }
        members.post("boards/:board/meetings/:meeting/edit") { request, context in
            let place = try place(context)
            return try await context.writing(request, in: desk, saying: "The meeting was saved.") { fields in
                let (new, version) = (NewMeeting(reading: &fields), fields.version())
                return { work in
                    let (board, meeting) = try place.find(work.session)
                    return BoardLinks.meeting(try boards.edit(meeting, of: board, new, version: version, work), board)
                }
            } orShowing: { try await editForm(context, $0) }
        }
        members.get("boards/:board/meetings/:meeting/cancellation") { _, context in context.page(try await cancellationForm(context, .fresh)) }
        members.post("boards/:board/meetings/:meeting/cancellation") { request, context in
            let place = try place(context)
            return try await context.writing(request, in: desk, saying: "The meeting was called off.") { fields in
                let because = fields.text("because", "Why it is called off", atMost: 2000)
                return { work in
                    let (board, meeting) = try place.find(work.session)
                    try boards.cancel(meeting, of: board, because: because, work)
                    return BoardLinks.meeting(meeting, board)
                }
            } orShowing: { try await cancellationForm(context, $0) }
        }
    }

    private func agenda(_ members: Routes<MemberContext>) {
        members.get("boards/:board/meetings/:meeting/agenda/new") { _, context in context.page(try await itemForm(context, .fresh)) }
        members.post("boards/:board/meetings/:meeting/agenda") { request, context in
            let place = try place(context)
            return try await context.writing(request, in: desk, saying: "The item was added to the agenda.") { fields in
                let new = NewAgendaItem(reading: &fields)
                return { work in
                    let (board, meeting) = try place.find(work.session)
                    try boards.add(new, to: meeting, of: board, work)
                    return BoardLinks.meeting(meeting, board).at("agenda")
                }
            } orShowing: { try await itemForm(context, $0) }
        }
        members.post("boards/:board/meetings/:meeting/agenda/:item/place") { request, context in
            try await changing(request, context, "The order was changed.") { fields, item, meeting, board, work in
                try boards.move(item, try Boards.Step(writing: fields), on: meeting, of: board, work)
            }
        }
        members.post("boards/:board/meetings/:meeting/agenda/:item/removal") { request, context in
            try await changing(request, context, "The item was taken off the agenda.") { _, item, meeting, board, work in
                try boards.remove(item, from: meeting, of: board, work)
            }
        }
    }

    /// Does something to an agenda item by a button that has no form of its own to come back to.
    private func changing(
        _ request: Request, _ context: MemberContext, _ sentence: String,
        _ deed: @escaping @Sendable (Fields, AgendaItem, Meeting, Board, Work) throws -> Void
    ) async throws -> Response {
        let (place, id) = (try place(context), try context.id("item", of: AgendaItem.self))
        let form = try await Form(request, context)
        let link = try await desk.write(by: context.actor) { work in
            let (board, meeting) = try place.find(work.session)
            try deed(form.fields, work.session.agendaItem(id, of: meeting), meeting, board, work)
            return BoardLinks.meeting(meeting, board).at("agenda")
        }
        return context.seeOther(link, saying: sentence)
    }

    // MARK: Forms

    private func callingForm(_ context: MemberContext, _ reference: String, _ filled: Filled) async throws -> Page {
        try await form(context) { viewer, session in
            MeetingForm(board: try session.board(reference), meeting: nil, filled: filled, viewer: viewer).page
        }
    }

    private func editForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await meetingForm(context) { board, meeting, viewer, _ in
            MeetingForm(board: board, meeting: meeting, filled: filled, viewer: viewer).page
        }
    }

    private func cancellationForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await meetingForm(context) { board, meeting, viewer, _ in
            CancellationForm(board: board, meeting: meeting, filled: filled, viewer: viewer).page
        }
    }

    private func itemForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await meetingForm(context) { board, meeting, viewer, session in
            let offered = try naming.offered(naming.latest(session).flatMap(\.things), besides: filled.subjects("about"), session)
            return AgendaItemForm(board: board, meeting: meeting, names: try Parties(session).namesHere(), offered: offered, filled: filled, viewer: viewer).page
        }
    }

    func meetingForm(
        _ context: MemberContext, _ make: @escaping @Sendable (Board, Meeting, Viewer, Session) throws -> Page
    ) async throws -> Page {
        let place = try place(context)
        return try await form(context) { viewer, session in
            let (board, meeting) = try place.find(session)
            return try make(board, meeting, viewer, session)
        }
    }

    func place(_ context: MemberContext) throws(Refusal) -> MeetingPlace {
        MeetingPlace(board: try context.part("board"), meeting: try context.id("meeting"))
    }
}
