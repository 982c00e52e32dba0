import Kernel
import People
public import Storage

extension GuestLink: Record {
    public static let table = Table("guest_link", ["id", "version", "board", "name", "made_on", "expires_on", "ended_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        board = try row.next()
        name = try row.next()
        madeOn = try row.next()
        expiresOn = try row.next()
        endedOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, board, name, madeOn, expiresOn, endedOn) }
}

/// Links for guests, and beside them what the journal does not hold: the hash of each secret and the last day of use.
struct GuestLinks {
    let session: Session

    init(_ session: Session) { self.session = session }

    /// Newest first.
    func of(_ board: Board) throws -> [GuestLink] {
        try session.all(GuestLink.self, "WHERE board = \(board.id) ORDER BY id DESC")
    }

    /// - Throws: `guest-link-not-found`
    func get(_ id: ID<GuestLink>, of board: Board) throws -> GuestLink {
        try session.first(
            GuestLink.self, "WHERE id = \(id) AND board = \(board.id)",
            or: Refusal.missing("guest-link-not-found", "\(board.name) has no link for guests with the number \(id)."))
    }

    func keep(_ secret: Token, of id: ID<GuestLink>) throws {
        try session.run("INSERT INTO guest_secret (link, secret_hash) VALUES (\(id), \(secret.hash))")
    }

    func forgetSecret(of id: ID<GuestLink>) throws {
        try session.run("UPDATE guest_secret SET secret_hash = NULL WHERE link = \(id)")
    }

    /// - Throws: `guest-link-not-good`
    func find(secret: Token, on day: Day) throws -> (link: GuestLink, usedOn: Day?) {
        let found = try session.rows("SELECT link, used_on FROM guest_secret WHERE secret_hash = \(secret.hash)") {
            row -> (ID<GuestLink>, Day?) in (try row.next(), try row.next())
        }.first
        guard let (id, usedOn) = found, let link = try session.find(id), try state(of: link, on: day) == .opens else { throw Refusal.guestLinkNotGood }
        return (link, usedOn)
    }

    func use(_ id: ID<GuestLink>, on day: Day) throws {
        try session.run("UPDATE guest_secret SET used_on = \(day) WHERE link = \(id) AND (used_on IS NULL OR used_on < \(day))")
    }
}

extension Refusal {
    static let guestLinkNotGood = Refusal.missing(
        "guest-link-not-good", "This link has run out, was ended, or was not copied whole. Ask whoever gave it to you for a new one.")
}
