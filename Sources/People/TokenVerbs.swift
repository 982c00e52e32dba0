public import Kernel
public import Storage

/// The verbs of tokens for programs. The secret is handed over once; only its hash is kept, outside the journal.
extension People {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.peopleRead, "See persons, posts and teams"),
        OfferedScope(.peopleWrite, "Add and change persons, posts and teams"),
        OfferedScope(.accountsRead, "See accounts and their roles, where you may"),
        OfferedScope(.accountsWrite, "Open, change and suspend accounts, where you may"),
    ]

    /// Makes a token that acts as the account's person.
    ///
    /// - Returns: the token, and the secret that the program sends: there is no other time to read it.
    /// - Throws: `not-allowed`, `account-not-found`, `account-is-suspended`, `token-already-there`
    public func makeToken(_ new: NewProgramToken, for id: ID<Account>, _ work: Work) throws -> (token: ProgramToken, secret: String) {
        let account = try Accounts(work.session).get(id)
        try PeoplePolicy.makesTokens(of: account).check(work.actor)
        if let day = account.suspendedOn {
            throw Refusal.conflict("account-is-suspended", "The account of \(account.email) has been suspended since \(day).")
        }
        let tokens = ProgramTokens(work.session)
        if let other = try tokens.find(named: new.name, of: id, on: work.today) {
            let sentence = "There is a token named “\(other.name)” already. Choose another name, or revoke that one first."
            throw Refusal("token-already-there", .conflict, sentence, fields: [.init("name", sentence)])
        }
        let token = try work.add("made the token “\(new.name)” for programs", in: Party.subject(account.person)) {
            ProgramToken(
                id: $0, account: id, name: new.name, scopes: new.scopes, madeOn: work.today, expiresOn: new.expiresOn)
        }
        let secret = Token(ProgramToken.prefix + Token().text)
        try tokens.keep(secret, of: token.id)
        return (token, secret.text)
    }

    /// Takes a token back: from now on it lets nothing in, and its secret is forgotten.
    ///
    /// - Throws: `not-allowed`, `token-not-found`, `token-already-revoked`
    @discardableResult
    public func revokeToken(_ id: ID<ProgramToken>, _ work: Work) throws -> ProgramToken {
        let token = try ProgramTokens(work.session).get(id)
        try PeoplePolicy.keepsTokens(of: Accounts(work.session).get(token.account)).check(work.actor)
        if let day = token.revokedOn {
            throw Refusal.conflict("token-already-revoked", "The token “\(token.name)” has been revoked since \(day).")
        }
        return try revoke(token, work)
    }

    /// A suspended account's tokens do not come back with it.
    func revokeTokens(of account: ID<Account>, _ work: Work) throws {
        for token in try ProgramTokens(work.session).of(account).reversed() where token.isInForce(on: work.today) {
            try revoke(token, work)
        }
    }

    @discardableResult
    private func revoke(_ token: ProgramToken, _ work: Work) throws -> ProgramToken {
        let revoked = try work.change(
            "revoked the token “\(token.name)” for programs", token.revoked(on: work.today), in: scope(token.account, work))
        try ProgramTokens(work.session).forgetSecret(of: token.id)
        return revoked
    }
}

extension Scope {
    public static let peopleRead = Scope("people:read")
    public static let peopleWrite = Scope("people:write")
    public static let accountsRead = Scope("accounts:read")
    public static let accountsWrite = Scope("accounts:write")
}
