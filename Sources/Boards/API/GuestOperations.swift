import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

/// A link for guests as JSON tells it.
struct GuestLinkPayload: Encodable {
    static let schema = Schema.object("GuestLink", [
        "number": .number, "version": .number, "board": .reference, "name": .text, "madeOn": .day, "expiresOn": .day, "endedOn": .day.optional,
        "usedOn": Schema.day.optional.meaning("The last day it was opened."),
        "madeBy": Schema.text.optional.meaning("The name of who made it."),
        "opens": Schema.flag.meaning("Whether it opens the board today."),
    ])

    let number: Int64
    let version: Int
    let board: String
    let name: String
    let madeOn: Day
    let expiresOn: Day
    let endedOn: Day?
    let usedOn: Day?
    let madeBy: String?
    let opens: Bool
    /// What follows the address of the service, told once: where the link is made at the command line.
    let path: String?

    init(_ known: GuestLinks.Known, of board: Board, secret: Token? = nil) {
        let link = known.link
        (number, version, self.board, name) = (link.id.number, link.version, board.reference.text, link.name)
        (madeOn, expiresOn, endedOn, self.usedOn) = (link.madeOn, link.expiresOn, link.endedOn, known.usedOn)
        (madeBy, opens) = (known.madeBy, known.state == .opens)
        path = secret.map { BoardLinks.guest($0).path }
    }
}

/// Seeing who reads along, and ending it. A program makes no link: `BoardPolicy.letsGuestsIn`.
extension BoardOperations {
    var guests: [Operation] {
        [
            .listing("listGuestLinks", "boards/{board}/guests", "A board's links for guests, newest first", .scope(.boardsWrite),
                     of: GuestLinkPayload.schema, refuses: ["board-not-found"]) { call, session in
                try BoardPolicy.keepsGuests.check(call.actor)
                let board = try session.board(call.part("board"))
                return try call.page(GuestLinks(session).known(of: board, on: call.today), by: { "\($0.link.id)" }) { GuestLinkPayload($0, of: board) }
            },
            .doing(.delete, "endGuestLink", "boards/{board}/guests/{link}", "End a link for guests", .scope(.boardsWrite), takes: [.id("link")],
                   gives: GuestLinkPayload.schema, refuses: ["board-not-found", "guest-link-not-found", "guest-link-ended"]) { call in
                try await call.write { work in
                    let board = try work.session.board(call.part("board"))
                    let ended = try boards.end(GuestLinks(work.session).get(call.id("link"), of: board), of: board, work)
                    return try .showing(GuestLinkPayload(GuestLinks(work.session).known(ended, on: work.today), of: board), version: ended.version)
                }
            },
        ]
    }
}
