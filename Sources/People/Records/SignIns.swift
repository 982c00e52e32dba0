public import Kernel
public import Storage

/// Who is signed in where, read and kept inside a transaction. Not journaled: a sign-in changes no record.
public struct SignIns {
    let session: Session

    public init(_ session: Session) { self.session = session }

    /// The latest of an account, newest first.
    public func latest(of account: ID<Account>, limit: Int = 20) throws -> [SignIn] {
        try read("WHERE account = \(account) ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }

    func find(token: Token) throws -> SignIn? { try read("WHERE token_hash = \(token.hash)").first }

    func find(_ id: ID<SignIn>) throws -> SignIn? { try read("WHERE id = \(id)").first }

    func make(for account: ID<Account>, _ token: Token, _ from: Origin, lasting limits: SignInLimits, at moment: Moment) throws -> SignIn {
        // The newest stays, so that no number is ever used twice.
        let old = moment.adding(seconds: -30 * 24 * 60 * 60)
        try session.run("DELETE FROM sign_in WHERE ends_at < \(old) AND id < (SELECT MAX(id) FROM sign_in)")
        let next: Int64 = try session.value("SELECT COALESCE(MAX(id), 0) + 1 FROM sign_in") ?? 1
        let signIn = SignIn(
            id: ID(next), account: account, origin: from.address, browser: from.browser, createdAt: moment, seenAt: moment,
            endsAt: moment.adding(seconds: limits.longest), endedAt: nil, csrf: Token().text)
        try session.run("""
            INSERT INTO sign_in (id, token_hash, account, csrf, origin, browser, created_at, seen_at, ends_at)
            VALUES (\(signIn.id), \(token.hash), \(account), \(signIn.csrf), \(signIn.origin), \(signIn.browser), \
            \(moment), \(moment), \(signIn.endsAt))
            """)
        return signIn
    }

    func see(_ id: ID<SignIn>, at moment: Moment) throws {
        try session.run("UPDATE sign_in SET seen_at = \(moment) WHERE id = \(id) AND seen_at < \(moment)")
    }

    func has(_ id: ID<SignIn>, of account: ID<Account>) throws -> Bool {
        try session.value("SELECT id FROM sign_in WHERE id = \(id) AND account = \(account)", as: Int64.self) != nil
    }

    /// Ends one sign-in of an account, or all, or all but one.
    func end(_ one: ID<SignIn>? = nil, of account: ID<Account>, except kept: ID<SignIn>? = nil, at moment: Moment) throws {
        var which: SQL = "account = \(account) AND ended_at IS NULL"
        if let one { which += " AND id = \(one)" }
        if let kept { which += " AND id <> \(kept)" }
        try session.run("UPDATE sign_in SET ended_at = \(moment) WHERE \(which)")
    }

    private func read(_ clause: SQL) throws -> [SignIn] {
        try session.rows("SELECT \(SignIns.columns) FROM sign_in \(clause)") { try SignIn(&$0) }
    }

    fileprivate static let columns: SQL = """
        sign_in.id, sign_in.account, sign_in.origin, sign_in.browser, sign_in.created_at, sign_in.seen_at, sign_in.ends_at, \
        sign_in.ended_at, sign_in.csrf
        """
}

extension SignIn {
    /// Reads the columns of `SignIns`.
    fileprivate init(_ row: inout Row) throws {
        try self.init(
            id: row.next(), account: row.next(), origin: row.next(), browser: row.next(), createdAt: row.next(),
            seenAt: row.next(), endsAt: row.next(), endedAt: row.next(), csrf: row.next())
    }
}

/// The sign-in of a token with its account, the person's name and the journal's mark: what every request asks, by one
/// statement.
struct Arriving: Sendable {
    let signIn: SignIn
    let account: Account
    let name: String
    let mark: JournalMark

    static func question(_ token: Token) -> SQL {
        """
        SELECT \(SignIns.columns), \(Account.table.all), party.name, \(JournalMark.columns)
        FROM sign_in JOIN account ON account.id = sign_in.account JOIN party ON party.id = account.person
        \(JournalMark.join) WHERE sign_in.token_hash = \(token.hash)
        """
    }

    init(_ row: inout Row) throws {
        signIn = try SignIn(&row)
        account = try Account(&row)
        name = try row.next()
        mark = try JournalMark(&row)
    }
}

/// Where a sign-in comes from.
struct Origin: Sendable {
    let address: String
    let browser: String

    init(address: String, agent: String) {
        self.address = String(address.prefix(64))
        browser = SignIn.browser(named: agent)
    }
}
