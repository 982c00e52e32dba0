import Kernel
import People
import Storage

/// Reminders of one person or all, and the verbs of how they come: by e-mail or not, and as a calendar.
struct Reminders: Sendable {
    let sources: [ReminderSource]

    init(_ sources: [ReminderSource] = reminderSources) { self.sources = sources }

    /// All that is open for somebody, however far ahead.
    func all(for actor: Actor, _ session: Session, on day: Day) throws -> [Reminder] {
        try ReminderSource.all(sources, session, on: day)(Reminded(actor, on: day, session))
    }

    /// What somebody should think of on a day.
    func pressing(for actor: Actor, _ session: Session, on day: Day) throws -> [Reminder] {
        try all(for: actor, session, on: day).filter { $0.isPressing(on: day) }
    }

    /// Everybody with an account in use who has something to think of on a day, by name. Who wants no e-mail is left out.
    func toMail(_ session: Session, on day: Day) throws -> [(account: Account, name: String, reminders: [Reminder])] {
        let find = try ReminderSource.all(sources, session, on: day)
        let unwanted = Set(try session.all(ReminderChoice.self, "ORDER BY id").filter { !$0.byMail }.map(\.account))
        return try Accounts(session).all().compactMap { account, person in
            guard mayBeReminded(account, person, on: day), !unwanted.contains(account.id) else { return nil }
            let found = try find(Reminded(Accounts(session).actor(account), on: day, session)).filter { $0.isMailed(on: day) }
            return found.isEmpty ? nil : (account, person.name, found)
        }
    }

    /// Whoever has left, or whose account is not in use, is reminded of nothing more.
    private func mayBeReminded(_ account: Account, _ person: Party, on day: Day) -> Bool { account.suspendedOn == nil && person.isHere(on: day) }

    // MARK: By e-mail or not

    func isByMail(_ account: ID<Account>, _ session: Session) throws -> Bool {
        try session.first(ReminderChoice.self, "WHERE account = \(account)")?.byMail ?? true
    }

    /// - Throws: `not-allowed`
    func choose(byMail: Bool, for account: Account, _ work: Work) throws {
        try ReminderPolicy.chooses(for: account).check(work.actor)
        guard try isByMail(account.id, work.session) != byMail else { return }
        let (verb, scope) = (byMail ? "chose reminders by e-mail" : "chose no reminders by e-mail", Party.subject(account.person))
        if var held = try work.session.first(ReminderChoice.self, "WHERE account = \(account.id)") {
            held.byMail = byMail
            try work.change(verb, held, in: scope)
        } else {
            try work.add(verb, in: scope) { ReminderChoice(id: $0, version: 1, account: account.id, byMail: byMail) }
        }
    }

    // MARK: The calendar

    /// The feed that is in force.
    func feed(of account: ID<Account>, _ session: Session) throws -> CalendarFeed? {
        try session.first(CalendarFeed.self, "WHERE account = \(account) AND revoked_on IS NULL ORDER BY id DESC")
    }

    /// Makes the secret address of somebody's calendar, which is handed over once.
    ///
    /// - Throws: `not-allowed`, `account-is-suspended`, `calendar-already-there`
    func makeFeed(of account: Account, _ work: Work) throws -> (feed: CalendarFeed, secret: String) {
        try ReminderPolicy.makesFeed(of: account).check(work.actor)
        if let day = account.suspendedOn {
            throw Refusal.conflict("account-is-suspended", "The account of \(account.email) has been suspended since \(day).")
        }
        if let there = try feed(of: account.id, work.session) {
            throw Refusal.conflict("calendar-already-there", "There is an address since \(there.madeOn). Revoke it first; every calendar that has it then stops.")
        }
        let feed = try work.add("made the address of a calendar", in: Party.subject(account.person)) {
            CalendarFeed(id: $0, version: 1, account: account.id, madeOn: work.today)
        }
        let secret = Token()
        try work.session.run("INSERT INTO calendar_secret (feed, secret_hash) VALUES (\(feed.id), \(secret.hash))")
        return (feed, secret.text)
    }

    /// - Throws: `not-allowed`, `calendar-not-there`
    @discardableResult
    func revokeFeed(of account: Account, _ work: Work) throws -> CalendarFeed {
        try ReminderPolicy.revokesFeed(of: account).check(work.actor)
        guard var feed = try feed(of: account.id, work.session) else {
            throw Refusal.missing("calendar-not-there", "\(account.email) has no calendar address to revoke.")
        }
        feed.revokedOn = work.today
        let revoked = try work.change("revoked the address of a calendar", feed, in: Party.subject(account.person))
        try work.session.run("UPDATE calendar_secret SET secret_hash = NULL WHERE feed = \(feed.id)")
        return revoked
    }

    /// Whose calendar a secret opens; nil where it opens none, or none any more.
    func account(bySecret secret: String, on day: Day, _ session: Session) throws -> Account? {
        let found: ID<CalendarFeed>? = try session.value("SELECT feed FROM calendar_secret WHERE secret_hash = \(Token(secret).hash)")
        guard let feed = try found.flatMap({ try session.find($0) }), feed.revokedOn == nil, let account = try session.find(feed.account),
              let person = try session.find(account.person), mayBeReminded(account, person, on: day) else { return nil }
        return account
    }
}
