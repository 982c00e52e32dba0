import Kernel
import Storage

/// One-time links, of which only the tokens' hashes are kept.
struct Invitations {
    let session: Session

    init(_ session: Session) { self.session = session }

    /// A link for an account, in place of those made before; or for the first administrator.
    func make(for account: ID<Account>?, at moment: Moment) throws -> OneTimeLink {
        let token = Token()
        if let account { try withdraw(of: account) } else {
            // Each start makes another, and none of them runs out by itself: those of a week ago are nobody's way in any more.
            try session.run("DELETE FROM invitation WHERE account IS NULL AND used_at IS NULL AND made_at < \(moment.adding(seconds: -OneTimeLink.goodFor))")
        }
        let ends = account.map { _ in moment.adding(seconds: OneTimeLink.goodFor) }
        try session.run("""
            INSERT INTO invitation (token_hash, account, made_at, ends_at)
            VALUES (\(token.hash), \(account), \(moment), \(ends))
            """)
        return OneTimeLink(path: (account == nil ? "/welcome/" : "/invitation/") + token.text, endsAt: ends)
    }

    func withdraw(of account: ID<Account>) throws {
        try session.run("DELETE FROM invitation WHERE account = \(account) AND used_at IS NULL")
    }

    /// The account that a link is for; nil when it is not a link of that kind, was used, or is too old.
    func account(for token: Token, at moment: Moment) throws -> ID<Account>? {
        try session.value("""
            SELECT account FROM invitation WHERE token_hash = \(token.hash) AND account IS NOT NULL
            AND used_at IS NULL AND ends_at > \(moment)
            """)
    }

    func isForFirstAdministrator(_ token: Token) throws -> Bool {
        let there: Int64? = try session.value("""
            SELECT 1 FROM invitation WHERE token_hash = \(token.hash) AND account IS NULL AND used_at IS NULL
            """)
        return try there != nil && Accounts(session).isEmpty
    }

    /// Uses a link up.
    ///
    /// - Throws: `link-not-good`, also to the second of two who come at once.
    func use(_ token: Token, at moment: Moment) throws {
        let used = try session.run("""
            UPDATE invitation SET used_at = \(moment) WHERE token_hash = \(token.hash) AND used_at IS NULL
            AND (ends_at IS NULL OR ends_at > \(moment))
            """)
        guard used == 1 else { throw Refusal.linkNotGood }
    }
}

extension Refusal {
    static let linkNotGood = Refusal.missing(
        "link-not-good",
        "This link was used already, was replaced by a newer one, or is more than seven days old. Ask an administrator for a new one.")
}
