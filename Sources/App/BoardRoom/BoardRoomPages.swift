import Boards
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// The page of somebody who sits on boards.
struct BoardRoomPages: Sendable {
    let desk: Desk
    let rooms: BoardRooms

    static let link = Link("board-room")

    func hang(on routes: SiteRoutes) {
        routes.members.get("board-room") { _, context in
            let (person, moment) = (try BoardRoomPolicy.own(context.actor), context.moment)
            let room = try await desk.read { session in try rooms.room(of: person, at: moment, session) }
            return context.page(BoardRoomPage(room: room, csrf: context.csrf).page)
        }
        routes.members.post("board-room/looks") { request, context in
            let person = try BoardRoomPolicy.own(context.actor)
            var fields = try await Form(request, context).fields
            let new = NewLook(reading: &fields)
            try fields.finish()
            try await desk.write(by: context.actor) { work in _ = try rooms.look(new, by: person, work) }
            return context.seeOther(BoardRoomPages.link, saying: "What changes from now on is told here the next time.")
        }
    }

    static func navigation(for visit: Visit?, sits: Bool) -> [NavigationItem] { visit != nil && sits ? [NavigationItem("Board room", link)] : [] }
}

extension Refusal {
    static let nobodysRoom = Refusal.missing("nobody-sits-here", "A board room is a person’s own, and nobody is behind this.")
}

/// Whether somebody sits on a board today, for the list at the side of every page: kept under the journal's mark, so a page that was
/// made before asks nothing.
struct BoardSeats: Sendable {
    private struct Key: Hashable {
        let person: Int64
        let day: Day
    }

    let desk: Desk
    private let kept = Kept<Key, Bool>(most: 4000)

    init(desk: Desk) { self.desk = desk }

    func sits(_ visit: Visit?) async throws -> Bool {
        guard let visit, let person = visit.person else { return false }
        let key = Key(person: person, day: desk.clock.today)
        if let mark = visit.mark, let known = kept.value(key, at: mark) { return known }
        let (sits, mark) = try await desk.read { session in
            let parties = try Parties(session).actedFor(by: ID(person), on: key.day)
            return (try !session.boards(seating: parties, on: key.day).isEmpty, try Journal(session).mark())
        }
        kept.keep(sits, for: key, cost: 1, at: mark)
        return sits
    }
}
