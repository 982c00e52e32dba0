public import Kernel
public import Storage

/// The verbs of accounts. A secret never reaches a record, so none reaches the journal.
extension People {
    /// Opens an account for a person of that name, who is added when not there, and makes the link by which they
    /// choose a password.
    ///
    /// - Throws: `not-allowed`, `account-already-there`, `party-is-of-another-kind`
    public func openAccount(_ new: NewAccount, _ work: Work) throws -> (account: Account, link: OneTimeLink) {
        try PeoplePolicy.keepsAccounts.check(work.actor)
        let account = try open(new, work)
        return (account, try Invitations(work.session).make(for: account.id, at: work.moment))
    }

    /// A fresh link to choose a password, good for seven days and once; links made before stop working.
    ///
    /// - Throws: `not-allowed`, `account-not-found`
    public func makeLink(for id: ID<Account>, _ work: Work) throws -> OneTimeLink {
        try PeoplePolicy.makesLinks.check(work.actor)
        let account = try work.change("made a password link for the account", Accounts(work.session).get(id), in: scope(id, work))
        return try Invitations(work.session).make(for: account.id, at: work.moment)
    }

    /// - Throws: `not-allowed`, `account-not-found`, `own-administration`, `last-administrator`, `changed-meanwhile`
    @discardableResult
    public func setRoles(_ roles: Set<Role>, of id: ID<Account>, version: Int, _ work: Work) throws -> Account {
        try PeoplePolicy.keepsAccounts.check(work.actor)
        var account = try Accounts(work.session).get(id)
        let losesAdministrator = account.holds(.administrator) && !roles.contains(.administrator)
        try PeoplePolicy.checkKeepsOwnAdministration(account, without: losesAdministrator, by: work.actor)
        if losesAdministrator { try refuseLastAdministrator(account, work) }
        account.version = version
        return try work.change(account.verb(forHaving: roles), account.having(roles: roles), in: scope(id, work))
    }

    /// - Throws: `not-allowed`, `account-not-found`, `account-already-there`, `changed-meanwhile`
    @discardableResult
    public func setEmail(_ email: String, of id: ID<Account>, version: Int, _ work: Work) throws -> Account {
        try PeoplePolicy.keepsAccounts.check(work.actor)
        var account = try Accounts(work.session).get(id)
        try refuseTaken(email, except: id, work)
        account.version = version
        return try work.change("changed the e-mail of the account", account.having(email: email), in: scope(id, work))
    }

    /// Nobody signs in with the account from now on; who is signed in is signed out at once, and its tokens for
    /// programs are revoked.
    ///
    /// - Throws: `not-allowed`, `account-not-found`, `own-administration`, `last-administrator`,
    ///   `account-already-suspended`, `changed-meanwhile`
    @discardableResult
    public func suspend(_ id: ID<Account>, version: Int, _ work: Work) throws -> Account {
        try PeoplePolicy.keepsAccounts.check(work.actor)
        var account = try Accounts(work.session).get(id)
        if let day = account.suspendedOn {
            throw Refusal.conflict("account-already-suspended", "The account has been suspended since \(day).")
        }
        try PeoplePolicy.checkKeepsOwnAdministration(account, without: true, by: work.actor)
        if account.holds(.administrator) { try refuseLastAdministrator(account, work) }
        account.version = version
        let suspended = try work.change("suspended the account", account.suspended(on: work.today), in: scope(id, work))
        try SignIns(work.session).end(of: id, at: work.moment)
        try Invitations(work.session).withdraw(of: id)
        try revokeTokens(of: id, work)
        return suspended
    }

    /// - Throws: `not-allowed`, `account-not-found`, `account-not-suspended`, `changed-meanwhile`
    @discardableResult
    public func restore(_ id: ID<Account>, version: Int, _ work: Work) throws -> Account {
        try PeoplePolicy.keepsAccounts.check(work.actor)
        var account = try Accounts(work.session).get(id)
        guard account.isSuspended else {
            throw Refusal.conflict("account-not-suspended", "The account is not suspended.")
        }
        account.version = version
        return try work.change("restored the account", account.suspended(on: nil), in: scope(id, work))
    }

    func open(_ new: NewAccount, _ work: Work) throws -> Account {
        try refuseTaken(new.email, except: nil, work)
        let parties = Parties(work.session)
        let person = try parties.named(new.name)
            ?? work.add("added the person") { Party(id: $0, kind: .person, name: new.name, email: new.email) }
        guard person.kind == .person else {
            throw Refusal.invalid(
                "party-is-of-another-kind", "“\(person.name)” is \(person.kind.withArticle); an account belongs to a person.")
        }
        if let other = try Accounts(work.session).find(person: person.id) {
            throw Refusal.conflict("account-already-there", "\(person.name) has an account already, for \(other.email).")
        }
        let roles = listed(new.roles.sorted().map(\.rawValue))
        return try work.add("opened the account with the role\(new.roles.count == 1 ? "" : "s") \(roles)", in: person.subject) {
            Account(id: $0, person: person.id, email: new.email, roles: new.roles)
        }
    }

    func scope(_ id: ID<Account>, _ work: Work) throws -> Subject {
        Party.subject(try Accounts(work.session).get(id).person)
    }

    private func refuseTaken(_ email: String, except id: ID<Account>?, _ work: Work) throws {
        guard let other = try Accounts(work.session).find(email: email), other.id != id else { return }
        let sentence = "There is already an account for \(other.email)."
        throw Refusal("account-already-there", .conflict, sentence, fields: [.init("email", sentence)])
    }

    private func refuseLastAdministrator(_ account: Account, _ work: Work) throws {
        guard try Accounts(work.session).inUse(holding: .administrator).contains(where: { $0.id != account.id }) else {
            throw Refusal.conflict(
                "last-administrator", "This is the last administrator. Make another person administrator first.")
        }
    }
}
