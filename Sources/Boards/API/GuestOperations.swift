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
        "path": Schema.text.optional.meaning("What follows the address of the service. It is told once, when the link is made."),
    ])

    let number: Int64
    let version: Int
    let board: String
    let name: String
    let madeOn: Day
    let expiresOn: Day
    let endedOn: Day?
    let usedOn: Day?
    let path: String?

    init(_ link: GuestLink, of board: Board, usedOn: Day? = nil, secret: Token? = nil) {
        (number, version, self.board, name) = (link.id.number, link.version, board.reference.text, link.name)
        (madeOn, expiresOn, endedOn, self.usedOn) = (link.madeOn, link.expiresOn, link.endedOn, usedOn)
        path = secret.map { BoardLinks.guest($0).path }
    }
}

extension NewGuestLink {
    static let schema = Schema.input("NewGuestLink", [
        "name": Schema.words(atMost: 80).meaning("Whom it is for."),
        "expires": Schema.day.maybe.meaning("The last day it opens; 90 days from now when left out, 366 at most."),
    ])
}

/// Letting guests in.
extension BoardOperations {
    var guests: [Operation] {
        [
            .listing("listGuestLinks", "boards/{board}/guests", "A board's links for guests, newest first", .scope(.boardsWrite),
                     of: GuestLinkPayload.schema, refuses: ["board-not-found"]) { call, session in
                try BoardPolicy.letsGuestsIn.check(call.actor)
                let board = try session.board(call.part("board"))
                let lastUse = try GuestLinks(session).lastUse(of: board)
                return try call.page(GuestLinks(session).of(board), by: { "\($0.id)" }) { GuestLinkPayload($0, of: board, usedOn: lastUse[$0.id]) }
            },
            .doing(.post, "makeGuestLink", "boards/{board}/guests", "Make a link by which somebody outside reads what the board does",
                   .scope(.boardsWrite), from: NewGuestLink.schema, gives: GuestLinkPayload.schema, status: 201,
                   refuses: ["board-not-found", "guest-link-already-there"]) { call in
                try await call.write { work in
                    var fields = call.fields
                    let new = NewGuestLink(reading: &fields, today: work.today)
                    try fields.finish()
                    let board = try work.session.board(call.part("board"))
                    let (link, secret) = try boards.makeGuestLink(new, to: board, work)
                    return try Reply.showing(GuestLinkPayload(link, of: board, secret: secret), version: link.version).added()
                }
            },
            .doing(.delete, "endGuestLink", "boards/{board}/guests/{link}", "End a link for guests", .scope(.boardsWrite), takes: [.id("link")],
                   gives: GuestLinkPayload.schema, refuses: ["board-not-found", "guest-link-not-found", "guest-link-ended"]) { call in
                try await call.write { work in
                    let board = try work.session.board(call.part("board"))
                    let ended = try boards.end(GuestLinks(work.session).get(call.id("link"), of: board), of: board, work)
                    return try .showing(GuestLinkPayload(ended, of: board), version: ended.version)
                }
            },
        ]
    }
}
