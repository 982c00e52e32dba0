import Kernel
public import People
public import Storage

/// Letting somebody outside the service read what a board has before it. The secret is handed over once; only its hash is kept,
/// outside the journal.
extension Boards {
    /// Who reads along by a secret, for slices that know no guests.
    public static let guestDoor = GuestDoor { secret, day, session in
        let link = try GuestLinks(session).find(secret: Token(secret), on: day).link
        return GuestDoor.Guest(board: Board.subject(link.board), name: link.name, expiresOn: link.expiresOn)
    }

    /// - Returns: the link, and the secret that stands in its address: there is no other time to read it.
    /// - Throws: `not-allowed`, `guest-link-already-there`
    public func makeGuestLink(_ new: NewGuestLink, to board: Board, _ work: Work) throws -> (link: GuestLink, secret: Token) {
        try BoardPolicy.letsGuestsIn.check(work.actor)
        let links = GuestLinks(work.session)
        // One that is shut lets nobody in, so it keeps no name either.
        let same = try links.of(board).filter { $0.name.lowercased() == new.name.lowercased() }
        if let other = try same.first(where: { try links.state(of: $0, on: work.today) == .opens }) {
            let sentence = "There is a link for \(other.name) already, until \(other.expiresOn). End that one first, or call this one otherwise."
            throw Refusal("guest-link-already-there", .conflict, sentence, fields: [.init("name", sentence)])
        }
        let link = try work.add("made a link for guests", in: board.subject) {
            GuestLink(id: $0, board: board.id, name: new.name, madeOn: work.today, expiresOn: new.expiresOn)
        }
        let secret = Token()
        try links.keep(secret, of: link.id)
        return (link, secret)
    }

    /// From now on it opens nothing, and its secret is forgotten.
    ///
    /// - Throws: `not-allowed`, `guest-link-ended`
    @discardableResult
    public func end(_ link: GuestLink, of board: Board, _ work: Work) throws -> GuestLink {
        try BoardPolicy.keepsGuests.check(work.actor)
        let ended = try work.change("ended the link for guests", link.ending(on: work.today), in: board.subject)
        try GuestLinks(work.session).forgetSecret(of: link.id)
        return ended
    }
}
