public import Kernel
import Storage
import Web

/// How a password is first chosen, and changed: by one-time links, and by the person whose it is.
extension FrontDoor {
    /// The way in for the first administrator; nil when there is an account already.
    public func welcomeLink() async throws -> OneTimeLink? {
        let moment = desk.clock.now
        return try await desk.store.write { session in
            guard try Accounts(session).isEmpty else { return nil }
            return try Invitations(session).make(for: nil, at: moment)
        }
    }

    /// Whether a first administrator's link is good.
    func opensWelcome(_ token: Token) async throws -> Bool {
        try await desk.read { session in try Invitations(session).isForFirstAdministrator(token) }
    }

    /// Opens the first account, with every role, and signs in.
    ///
    /// - Throws: `link-not-good`, `fields-need-attention`
    func welcome(_ token: Token, _ new: NewAccount, password: String, from origin: Origin) async throws -> Entry {
        guard try await opensWelcome(token) else { throw Refusal.linkNotGood }
        try PasswordRule.check(password, email: new.email)
        let hash = try await passwords.hash(password)
        let (limits, signInToken) = (limits, Token())
        let visit = try await desk.write(by: .muster, because: "The first administrator came by the one-time link.") { work in
            guard try Invitations(work.session).isForFirstAdministrator(token) else { throw Refusal.linkNotGood }
            try Invitations(work.session).use(token, at: work.moment)
            let account = try People().open(new, work)
            try Accounts(work.session).setPasswordHash(hash, of: account.id, at: work.moment)
            let signIn = try SignIns(work.session).make(for: account.id, signInToken, origin, lasting: limits, at: work.moment)
            return try Visit(signIn, account, work.session)
        }
        heard(.firstAdministrator(ID(visit.account), origin: origin.address))
        return Entry(token: signInToken, visit: visit)
    }

    /// The account an invitation is for, with the name of its person.
    ///
    /// - Throws: `link-not-good`
    func invited(_ token: Token) async throws -> (account: Account, name: String) {
        let moment = desk.clock.now
        return try await desk.read { session in
            guard let id = try Invitations(session).account(for: token, at: moment) else { throw Refusal.linkNotGood }
            let account = try Accounts(session).get(id)
            guard !account.isSuspended else { throw Refusal.linkNotGood }
            return (account, try Parties(session).get(account.person).name)
        }
    }

    /// Chooses the password of the account that a link is for, ends its other sign-ins, and signs in.
    ///
    /// - Throws: `link-not-good`, `fields-need-attention`
    func accept(_ token: Token, password: String, from origin: Origin) async throws -> Entry {
        let (account, name) = try await invited(token)
        try PasswordRule.check(password, email: account.email)
        let hash = try await passwords.hash(password)
        let actor = Actor(person: account.person.number, name: name, roles: Set(account.roles))
        let (limits, signInToken) = (limits, Token())
        let visit = try await desk.write(by: actor) { work in
            try Invitations(work.session).use(token, at: work.moment)
            let current = try Accounts(work.session).get(account.id)
            guard !current.isSuspended else { throw Refusal.linkNotGood }
            let changed = try work.change("chose a password for the account", current, in: Party.subject(account.person))
            try Accounts(work.session).setPasswordHash(hash, of: account.id, at: work.moment)
            try SignIns(work.session).end(of: account.id, at: work.moment)
            let signIn = try SignIns(work.session).make(for: account.id, signInToken, origin, lasting: limits, at: work.moment)
            return try Visit(signIn, changed, work.session)
        }
        heard(.passwordChosen(account.id, origin: origin.address))
        return Entry(token: signInToken, visit: visit)
    }

    /// Changes the password of the visit's account and ends its other sign-ins.
    ///
    /// - Throws: `fields-need-attention`, naming `current` or `password`
    func changePassword(from current: String, to new: String, _ visit: Visit) async throws {
        let id = ID<Account>(visit.account)
        let (account, hash) = try await desk.read { session in
            (try Accounts(session).get(id), try Accounts(session).passwordHash(of: id))
        }
        try PeoplePolicy.changesPassword(of: account).check(visit.actor)
        let wrong = Refusal.fields([.init("current", "That is not your present password.")])
        guard try await passwords.verify(current, against: hash) else { throw wrong }
        try PasswordRule.check(new, email: account.email)
        if new == current { throw Refusal.fields([.init("password", "The new password is the present one. Choose another.")]) }
        let newHash = try await passwords.hash(new)
        try await desk.write(by: visit.actor) { work in
            let accounts = Accounts(work.session)
            guard try accounts.passwordHash(of: id) == hash else { throw wrong }
            try work.change("changed the password of the account", accounts.get(id), in: Party.subject(account.person))
            try accounts.setPasswordHash(newHash, of: id, at: work.moment)
            try SignIns(work.session).end(of: id, except: ID(visit.signIn), at: work.moment)
        }
    }

    /// Gives an account a password from the command line's side of the door, and ends its sign-ins.
    ///
    /// - Throws: `not-allowed`, `account-not-found`, `fields-need-attention`
    public func setPassword(_ password: String, of id: ID<Account>, by actor: Actor) async throws {
        try PeoplePolicy.keepsAccounts.check(actor)
        let account = try await desk.read { session in try Accounts(session).get(id) }
        try PasswordRule.check(password, email: account.email)
        let hash = try await passwords.hash(password)
        try await desk.write(by: actor) { work in
            let accounts = Accounts(work.session)
            try work.change("set a password for the account", accounts.get(id), in: Party.subject(account.person))
            try accounts.setPasswordHash(hash, of: id, at: work.moment)
            try SignIns(work.session).end(of: id, at: work.moment)
        }
    }
}
