public import Kernel
public import Storage

/// Accounts and what belongs to them, read inside a transaction.
public struct Accounts {
    let session: Session

    public init(_ session: Session) { self.session = session }

    /// - Throws: `account-not-found`
    public func get(_ id: ID<Account>) throws -> Account {
        guard let account = try session.find(id) else {
            throw Refusal.missing("account-not-found", "There is no account with the number \(id).")
        }
        return account
    }

    /// - Throws: `account-not-found`
    public func get(email: String) throws -> Account {
        guard let account = try find(email: email) else {
            throw Refusal.missing("account-not-found", "There is no account for \(email.prefix(80)).")
        }
        return account
    }

    public func find(email: String) throws -> Account? { try session.first(Account.self, "WHERE email_key = \(Email.key(email))") }

    public func find(person: ID<Party>) throws -> Account? { try session.first(Account.self, "WHERE person = \(person)") }

    /// Every account with its person, by the person's name.
    public func all() throws -> [(account: Account, person: Party)] {
        let persons = Dictionary(
            uniqueKeysWithValues: try session.all(Party.self, "WHERE kind = 'person'").map { ($0.id, $0) })
        return try session.all(Account.self)
            .compactMap { account in persons[account.person].map { (account, $0) } }
            .sorted { ($0.person.name, $0.account.id) < ($1.person.name, $1.account.id) }
    }

    public var isEmpty: Bool {
        get throws { try session.count(Account.self) == 0 }
    }

    /// The account as the journal names who acts, themselves or through a program.
    public func actor(_ account: Account, through token: ProgramToken? = nil) throws -> Actor {
        Actor(
            person: account.person.number, name: try Parties(session).get(account.person).name, roles: Set(account.roles),
            through: token?.subject.description)
    }

    /// Accounts that can sign in and hold the role.
    func inUse(holding role: Role) throws -> [Account] {
        try session.all(Account.self, "WHERE suspended_on IS NULL").filter { $0.holds(role) }
    }

    public func hasPassword(_ account: ID<Account>) throws -> Bool { try passwordHash(of: account) != nil }

    func passwordHash(of account: ID<Account>) throws -> String? {
        try session.value("SELECT hash FROM credential WHERE account = \(account)")
    }
}

extension Accounts {
    func setPasswordHash(_ hash: String, of account: ID<Account>, at moment: Moment) throws {
        try session.run("""
            INSERT INTO credential (account, hash, changed_at) VALUES (\(account), \(hash), \(moment))
            ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at
            """)
    }
}
