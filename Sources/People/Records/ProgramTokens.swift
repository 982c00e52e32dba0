public import Kernel
public import Storage

extension ProgramToken: Record {
    public static let table = Table(
        "program_token", ["id", "version", "account", "name", "scopes", "made_on", "expires_on", "revoked_on"])

    public init(_ row: inout Row) throws {
        let (id, version, account, name): (ID<ProgramToken>, Int, ID<Account>, String) =
            try (row.next(), row.next(), row.next(), row.next())
        let scopes: String = try row.next()
        self.init(
            id: id, version: version, account: account, name: name,
            scopes: scopes.split(separator: " ").map { Scope(String($0)) }, madeOn: try row.next(),
            expiresOn: try row.next(), revokedOn: try row.next())
    }

    public var values: [Value] {
        Value.row(
            id, version, account, name, scopes.map(\.rawValue).joined(separator: " "), madeOn, expiresOn, revokedOn)
    }
}

/// Tokens for programs, and beside them what the journal does not hold: the hash of each secret and the last day of use.
public struct ProgramTokens {
    let session: Session

    public init(_ session: Session) { self.session = session }

    /// - Throws: `token-not-found`
    public func get(_ id: ID<ProgramToken>) throws -> ProgramToken {
        guard let token = try session.find(id) else {
            throw Refusal.missing("token-not-found", "There is no token for programs with the number \(id).")
        }
        return token
    }

    /// The token of an account that works on a day under a name, in any case of its letters.
    public func find(named name: String, of account: ID<Account>, on day: Day) throws -> ProgramToken? {
        try of(account).first { $0.isInForce(on: day) && $0.name.lowercased() == name.lowercased() }
    }

    /// Newest first.
    public func of(_ account: ID<Account>) throws -> [ProgramToken] {
        try session.all(ProgramToken.self, "WHERE account = \(account) ORDER BY id DESC")
    }

    /// Everybody's, newest first.
    public func all() throws -> [ProgramToken] { try session.all(ProgramToken.self, "ORDER BY id DESC") }

    /// The last day on which each was used.
    public func lastUse() throws -> [ID<ProgramToken>: Day] {
        Dictionary(uniqueKeysWithValues: try session.rows(
            "SELECT token, used_on FROM program_secret WHERE used_on IS NOT NULL") { (try $0.next(), try $0.next()) })
    }

    func keep(_ secret: Token, of id: ID<ProgramToken>) throws {
        try session.run("INSERT INTO program_secret (token, secret_hash) VALUES (\(id), \(secret.hash))")
    }

    /// What was taken back is no longer known by its secret.
    func forgetSecret(of id: ID<ProgramToken>) throws {
        try session.run("UPDATE program_secret SET secret_hash = NULL WHERE token = \(id)")
    }

    func find(secret: Token) throws -> (token: ProgramToken, usedOn: Day?)? {
        let found = try session.rows("SELECT token, used_on FROM program_secret WHERE secret_hash = \(secret.hash)") {
            row -> (ID<ProgramToken>, Day?) in (try row.next(), try row.next())
        }.first
        guard let (id, usedOn) = found, let token = try session.find(id) else { return nil }
        return (token, usedOn)
    }

    func use(_ id: ID<ProgramToken>, on day: Day) throws {
        try session.run("""
            UPDATE program_secret SET used_on = \(day) WHERE token = \(id) AND (used_on IS NULL OR used_on < \(day))
            """)
    }
}
