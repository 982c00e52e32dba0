import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension BoardPages {
    /// Making and ending links for guests.
    func keepingGuests(_ members: Routes<MemberContext>) {
        members.post("boards/:board/guests") { request, context in
            let (reference, written) = (try context.part("board"), try await Form(request, context).fields)
            return try await context.trying {
                var fields = written
                let new = NewGuestLink(reading: &fields, today: context.today)
                try fields.finish()
                let (board, link, secret) = try await desk.write(by: context.actor) { [boards] work in
                    let board = try work.session.board(reference)
                    let (link, secret) = try boards.makeGuestLink(new, to: board, work)
                    return (board, link, secret)
                }
                let address = context.house.address + BoardLinks.guest(secret).path
                return context.page(NewGuestLinkPage(board: board, link: link, address: address).page, status: .created)
            } orShowing: { refusal in
                let viewer = try context.viewer
                return try await desk.read { session in
                    let view = BoardView(try session.facts(of: session.board(reference)), on: viewer.day)
                    return try boardPage(view, Filled(fields: written, refusal: refusal), viewer, session)
                }
            }
        }
        members.post("boards/:board/guests/:link/ending") { request, context in
            let (reference, id) = (try context.part("board"), try context.id("link", of: GuestLink.self))
            _ = try await Form(request, context)
            let (board, link) = try await desk.write(by: context.actor) { [boards] work in
                let board = try work.session.board(reference)
                return (board, try boards.end(GuestLinks(work.session).get(id, of: board), of: board, work))
            }
            return context.seeOther(BoardLinks.board(board).at("guests"), saying: "The link for \(link.name) opens nothing any more.")
        }
    }
}
