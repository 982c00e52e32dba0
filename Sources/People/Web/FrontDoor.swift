public import Kernel
public import Storage
public import Web

/// Where people come in: signing in and out, and every request's proof that it was done.
///
/// Sign-ins are told to whoever listens, for the log; what changes an account goes to the journal.
public struct FrontDoor: Doorkeeper {
    public let desk: Desk
    let passwords: Passwords
    let limits: SignInLimits
    let heard: @Sendable (Knock) -> Void

    /// - Parameter heard: told of each knock, for the log.
    public init(
        desk: Desk, passwords: Passwords = Passwords(), limits: SignInLimits = .standard,
        heard: @escaping @Sendable (Knock) -> Void = { _ in }
    ) {
        self.desk = desk
        self.passwords = passwords
        self.limits = limits
        self.heard = heard
    }

    /// A sign-in's secret, for the browser's cookie, and who it lets in.
    struct Entry: Sendable {
        let token: Token
        let visit: Visit
    }

    public func visit(token: String, at moment: Moment) async throws -> Visit? {
        guard let found = try await desk.store.ask(Arriving.question(Token(token)), { try Arriving(&$0) }).first,
              found.signIn.isInForce(at: moment, limits), !found.account.isSuspended else { return nil }
        let (signIn, visit) = (found.signIn, Visit(found.signIn, found.account, name: found.name, mark: found.mark))
        // A write for each request would make readers queue behind each other.
        if signIn.seenAt.seconds(until: moment) >= min(60, limits.idle / 2) {
            try await desk.note { session in try SignIns(session).see(signIn.id, at: moment) }
        }
        return visit
    }

    /// Whether a visit has neither ended nor timed out, asked without being counted as a sign of life.
    public func isStillIn(_ visit: Visit) async throws -> Bool {
        let (limits, moment) = (limits, desk.clock.now)
        return try await desk.read { session in
            guard let signIn = try SignIns(session).find(ID(visit.signIn)), signIn.isInForce(at: moment, limits) else { return false }
            return try session.find(signIn.account).map { !$0.isSuspended } ?? false
        }
    }

    /// Signs in. A wrong e-mail, a wrong password, a suspended account and one without a password give one answer,
    /// after the same work.
    ///
    /// - Throws: `sign-in-refused`
    func enter(email: String, password: String, from origin: Origin, at moment: Moment) async throws -> Entry {
        let known = try await desk.read { session -> (Account, String)? in
            guard let account = try Accounts(session).find(email: email),
                  let hash = try Accounts(session).passwordHash(of: account.id) else { return nil }
            return (account, hash)
        }
        let right = try await passwords.verify(password, against: known?.1)
        guard right, let (account, hash) = known, !account.isSuspended else {
            heard(.refused(origin: origin.address))
            throw Refusal.signInRefused
        }
        let newHash = passwords.isOutdated(hash) ? try await passwords.hash(password) : nil
        let (token, limits) = (Token(), limits)
        let visit = try await desk.store.write { session in
            // Between the check and now the account may have been suspended or its password changed.
            guard let account = try session.find(account.id), !account.isSuspended,
                  try Accounts(session).passwordHash(of: account.id) == hash else { throw Refusal.signInRefused }
            if let newHash { try Accounts(session).setPasswordHash(newHash, of: account.id, at: moment) }
            return try Visit(SignIns(session).make(for: account.id, token, origin, lasting: limits, at: moment), account, session)
        }
        heard(.signedIn(account.id, origin: origin.address))
        return Entry(token: token, visit: visit)
    }

    /// Ends one sign-in of the visit's account: its own when none is named.
    ///
    /// - Throws: `sign-in-not-found`
    func leave(_ visit: Visit, _ signIn: ID<SignIn>? = nil) async throws {
        let moment = desk.clock.now
        try await desk.store.write { session in
            if let signIn, try !SignIns(session).has(signIn, of: ID(visit.account)) {
                throw Refusal.missing("sign-in-not-found", "That sign-in is none of yours.")
            }
            try SignIns(session).end(signIn ?? ID(visit.signIn), of: ID(visit.account), at: moment)
        }
        heard(.signedOut(ID(visit.account)))
    }

    /// Ends every sign-in of the visit's account, this one too.
    func leaveEverywhere(_ visit: Visit) async throws {
        let moment = desk.clock.now
        try await desk.store.write { session in try SignIns(session).end(of: ID(visit.account), at: moment) }
        heard(.signedOut(ID(visit.account)))
    }
}

/// Something that happened at the door. No e-mail and no secret is in it, so it may be logged.
public enum Knock: Sendable, Equatable {
    case signedIn(ID<Account>, origin: String)
    case refused(origin: String)
    case signedOut(ID<Account>)
    case passwordChosen(ID<Account>, origin: String)
    case firstAdministrator(ID<Account>, origin: String)
}

extension Visit {
    init(_ signIn: SignIn, _ account: Account, _ session: Session) throws {
        self.init(signIn, account, name: try Parties(session).get(account.person).name, mark: nil)
    }

    init(_ signIn: SignIn, _ account: Account, name: String, mark: JournalMark?) {
        self.init(
            account: account.id.number, person: account.person.number, name: name,
            actor: Actor(person: account.person.number, name: name, roles: Set(account.roles)),
            csrf: signIn.csrf, signIn: signIn.id.number, mark: mark)
    }
}

extension Refusal {
    static let signInRefused = Refusal(
        "sign-in-refused", .invalid,
        "The e-mail and the password don’t go together here. Try again, or ask an administrator for a link to choose a new password.")
}
