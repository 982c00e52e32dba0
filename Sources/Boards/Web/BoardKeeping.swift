import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension BoardPages {
    /// What managers do to boards and to who sits on them.
    func keepingBoards(_ members: Routes<MemberContext>) {
        members.get("boards/new") { _, context in context.page(try await boardForm(context, nil, .fresh)) }
        members.post("boards") { request, context in
            try await context.writing(request, in: desk, saying: "The board was begun.") { fields in
                let new = NewBoard(reading: &fields)
                return { work in BoardLinks.board(try boards.begin(new, work)) }
            } orShowing: { try await boardForm(context, nil, $0) }
        }
        members.get("boards/:board/edit") { _, context in context.page(try await boardForm(context, try context.part("board"), .fresh)) }
        members.post("boards/:board/edit") { request, context in
            let reference = try context.part("board")
            return try await context.writing(request, in: desk, saying: "The board was saved.") { fields in
                let (new, version) = (NewBoard(reading: &fields), fields.version())
                return { work in BoardLinks.board(try boards.edit(work.session.board(reference), new, version: version, work)) }
            } orShowing: { try await boardForm(context, reference, $0) }
        }
        seats(members)
    }

    private func seats(_ members: Routes<MemberContext>) {
        members.get("boards/:board/seats/new") { _, context in context.page(try await seatForm(context, .fresh)) }
        members.post("boards/:board/seats") { request, context in
            let reference = try context.part("board")
            return try await context.writing(request, in: desk, saying: "The seat was given.") { fields in
                let new = NewSeat(reading: &fields)
                return { work in
                    let board = try work.session.board(reference)
                    try boards.seat(new, on: board, work)
                    return BoardLinks.board(board).at("members")
                }
            } orShowing: { try await seatForm(context, $0) }
        }
        members.get("boards/:board/seats/:seat/ending") { _, context in context.page(try await endingForm(context, .fresh)) }
        members.post("boards/:board/seats/:seat/ending") { request, context in
            let (reference, id) = (try context.part("board"), try context.id("seat", of: Seat.self))
            return try await context.writing(request, in: desk, saying: "The seat ends on that day.") { fields in
                let (day, version) = (fields.day("through", "Last day"), fields.version())
                return { work in
                    let board = try work.session.board(reference)
                    try boards.unseat(work.session.seat(id, on: board), through: day, of: board, version: version, work)
                    return BoardLinks.board(board).at("members")
                }
            } orShowing: { try await endingForm(context, $0) }
        }
    }

    private func boardForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        try await form(context) { viewer, session in
            BoardForm(board: try reference.map { try session.board($0) }, filled: filled, viewer: viewer).page
        }
    }

    private func seatForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("board")
        return try await form(context) { viewer, session in
            SeatForm(board: try session.board(reference), names: try Parties(session).namesHere(), filled: filled, viewer: viewer).page
        }
    }

    private func endingForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (reference, id) = (try context.part("board"), try context.id("seat", of: Seat.self))
        return try await form(context) { viewer, session in
            let board = try session.board(reference)
            let seat = try session.seat(id, on: board)
            let name = try session.find(seat.party)?.name ?? ""
            return SeatEndingForm(board: board, seat: seat, name: name, filled: filled, viewer: viewer).page
        }
    }
}
