import Kernel
import Markup
import Storage
import Web

/// A board's links for guests, and the form to make one.
struct GuestsCard {
    private let board: Board
    private let links: [GuestLinks.Known]
    private let filled: Filled
    private let viewer: Viewer

    init(of board: Board, _ filled: Filled, _ viewer: Viewer, _ session: Session) throws {
        (self.board, self.filled, self.viewer) = (board, filled, viewer)
        links = try GuestLinks(session).known(of: board, on: viewer.today)
    }

    var card: HTML {
        Markup.card("Guests", id: "guests", """
            <p>Whoever has a link for guests reads this board’s calendar, agendas, issued papers and decisions, without an account and until its last day. \
            They change nothing and see nothing else. It shuts when whoever made it leaves the service or may make none any more.</p>\
            \(links.isEmpty ? empty("Nobody outside reads along.") : list)\
            \(disclosure("Make a link for a guest", open: filled.refusal != nil, form(to: BoardLinks.guestLinks(board), token: viewer.csrf, """
                \(pair(filled.text("name", "Whom it is for", hint: "For instance: The commissioner’s office."),
                       filled.day("expires", "The last day", viewer.today.adding(days: GuestLink.usualDays), hint: "At most \(GuestLink.mostDays) days from now.")))\
                \(buttons(submit("Make the link")))
                """)))
            """)
    }

    /// Those that open first, each group newest first.
    private var list: HTML {
        let (open, shut) = (links.filter { $0.state == .opens }, links.filter { $0.state != .opens })
        return table(
            columns: [Column("For", .wide), Column("Made", .day), Column("By"), Column("Last day", .day), Column("Last opened", .day), Column("State")],
            rows: (open + shut).map { known in
                let link = known.link
                return [
                    "\(link.name)", "\(link.madeOn)", known.madeBy.map { "\($0.capitalisedFirst)" } ?? quiet("Not known"), "\(link.expiresOn)",
                    known.usedOn.map { "\($0)" } ?? quiet("Never"), state(known),
                ]
            })
    }

    private func state(_ known: GuestLinks.Known) -> HTML {
        switch known.state {
        case .ended: tag(known.state.words, .grey, why: "\(known.link.endedOn.map { "On \($0)." } ?? "")")
        case .runOut: tag(known.state.words, .grey)
        case .withoutMaker, .byProgram: tag(known.state.words, .grey, why: "\(known.state.why(known.madeBy) ?? "")") + ending(known.link)
        case .opens: tag(known.state.words, .green) + ending(known.link)
        }
    }

    private func ending(_ link: GuestLink) -> HTML {
        disclosure("End it", """
            <p>It opens nothing from then on. This can’t be undone; a new link can be made.</p>\
            \(postButton("End it", to: BoardLinks.ending(link, board), token: viewer.csrf, danger: true))
            """)
    }
}

/// The only time that a link can be seen: what is kept of it does not tell it.
struct NewGuestLinkPage {
    let board: Board
    let link: GuestLink
    /// With the address of the house before it.
    let address: String

    var page: Page {
        Page(title: "The link for \(link.name)", crumbs: [("Boards", BoardLinks.list), (board.name, BoardLinks.board(board))], section: "boards", hasDay: false, body: """
            \(lead("The link for \(link.name)", under: "It opens \(board.name) until the end of \(link.expiresOn)."))\
            \(card(nil, """
                \(notice("Copy the link now: it won’t be shown again.", .amber))\
                \(copyField("Link", address, hint: "Whoever has it reads along, so send it to nobody else.", id: "secret"))\
                \(buttons(button("I have copied it", to: BoardLinks.board(board))))
                """))
            """)
    }
}
