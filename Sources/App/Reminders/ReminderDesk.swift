import Kernel
import Logging
import People
import Storage

/// When reminders go out by e-mail, and by which mailer.
struct ReminderPlan: Sendable, Equatable {
    /// Nil when they only go when somebody asks.
    var schedule: CopySchedule?
    /// Nil where no address to send from was set.
    var mailer: Sendmail?

    /// Whether the time of the day to send has come.
    func hasCome(at moment: Moment) -> Bool {
        schedule.map { moment >= .inBritain(moment.day, hour: $0.hour, minute: $0.minute) } ?? false
    }
}

/// What became of one person's e-mail of one day.
struct ReminderSending: Encodable, Sendable, Equatable {
    enum Outcome: String, Encodable, Sendable {
        /// It would go, and nobody asked for it to be sent.
        case waiting
        case sent, failed
        /// It went today before, from here or from another server.
        case already
    }

    let email: String
    let name: String
    let reminders: Int
    let late: Int
    let outcome: Outcome
    let sentence: String?
}

/// Sends each person's reminders once a day, whoever asks and however many servers there are.
struct ReminderDesk: Sendable {
    /// So often a mailer that failed is tried on one day.
    static let mostTries = 3
    /// Seconds after which the clock tries a mailer again that failed.
    static let patience = 900

    let desk: Desk
    let plan: ReminderPlan
    let service: String
    let address: String
    let log: Logger
    var reminders = Reminders()

    /// Sends what is due by the clock, once the time of the day has come.
    func sendIfDue() async throws {
        guard plan.mailer != nil, plan.hasCome(at: desk.clock.now) else { return }
        for one in try await send(isMeant: true, patience: ReminderDesk.patience) {
            switch one.outcome {
            case .sent: log.info("Reminders were sent", metadata: ["reminders": "\(one.reminders)"])
            case .failed: log.error("Reminders could not be sent", metadata: ["reason": "\(one.sentence ?? "")"])
            case .waiting, .already: break
            }
        }
    }

    /// What decides who is reminded of what: two rounds with the same find the same.
    struct Round: Equatable {
        let day: Day
        let mark: JournalMark
    }

    func round() async throws -> Round {
        let day = desk.clock.today
        return try await desk.read { Round(day: day, mark: try Journal($0).mark()) }
    }

    /// Whether nothing more goes out on a day while its round stays the same: the time has come, and nothing waits to be tried again.
    func isSettled(on day: Day) async throws -> Bool {
        guard plan.hasCome(at: desk.clock.now) else { return false }
        return try await desk.read { try MailLog($0).tries(on: day).values.allSatisfy { !$0.isTriedAgain } }
    }

    /// - Parameters:
    ///   - isMeant: false to tell only who would be sent what.
    ///   - patience: seconds after which what failed is tried again.
    /// - Throws: `mail-not-set-up`
    func send(isMeant: Bool, patience: Int = 0) async throws -> [ReminderSending] {
        if isMeant, plan.mailer == nil { throw Refusal.mailNotSetUp }
        let moment = desk.clock.now
        let day = moment.day
        let (all, past) = try await desk.read { session in
            (try reminders.toMail(session, on: day), try MailLog(session).tries(on: day))
        }
        var told: [ReminderSending] = []
        for (account, name, found) in all {
            func outcome(_ outcome: ReminderSending.Outcome, _ sentence: String? = nil) -> ReminderSending {
                ReminderSending(email: account.email, name: name, reminders: found.count, late: found.count { $0.isLate(on: day) }, outcome: outcome, sentence: sentence)
            }
            if let before = past[account.id], !before.mayBeTried(at: moment, after: patience) { told.append(outcome(.already)); continue }
            guard isMeant, let mailer = plan.mailer else { told.append(outcome(.waiting)); continue }
            // Taken before it is sent and in one transaction, so that of several servers one sends, and none twice after a fall.
            guard try await desk.store.write({ try MailLog($0).take(account.id, on: day, at: moment, after: patience) }) else { told.append(outcome(.already)); continue }
            let mail = ReminderMail(name: name, to: account.email, from: mailer.from, service: service, address: address, reminders: found, moment: moment)
            do {
                try await mailer.send(mail.message(), to: account.email)
                try await desk.store.write { try MailLog($0).end(account.id, on: day, .sent, nil) }
                told.append(outcome(.sent))
            } catch {
                let sentence = (error as? Refusal)?.sentence ?? "The mailer could not be run."
                try await desk.store.write { try MailLog($0).end(account.id, on: day, .failed, sentence) }
                told.append(outcome(.failed, sentence))
            }
        }
        return told
    }
}

extension Refusal {
    static let mailNotSetUp = Refusal.invalid(
        "mail-not-set-up", "No e-mail is sent from here: set mail.from to the address that reminders come from, and mail.command where the mailer is not /usr/sbin/sendmail.")
}

/// Who was sent reminders on which day, kept outside the journal.
struct MailLog {
    enum Outcome: String, Stored { case sent, failed }

    struct Try: Sendable {
        let tries: Int
        let outcome: Outcome?
        let at: Moment

        /// What was sent is not sent again, nor what was begun and never ended: it may have gone.
        func mayBeTried(at moment: Moment, after patience: Int) -> Bool { isTriedAgain && at.seconds(until: moment) >= patience }

        var isTriedAgain: Bool { outcome == .failed && tries < ReminderDesk.mostTries }
    }

    let session: Session

    init(_ session: Session) { self.session = session }

    func tries(on day: Day) throws -> [ID<Account>: Try] {
        Dictionary(uniqueKeysWithValues: try session.rows("SELECT account, tries, outcome, at FROM reminder_mail WHERE day = \(day)") { row in
            (try row.next() as ID<Account>, Try(tries: try row.next(), outcome: try row.next(), at: try row.next()))
        })
    }

    /// False where it was sent or is being sent from elsewhere. What is older than a year is of no more use.
    func take(_ account: ID<Account>, on day: Day, at moment: Moment, after patience: Int = 0) throws -> Bool {
        try session.run("DELETE FROM reminder_mail WHERE day < \(day.adding(days: -366))")
        if let before = try tries(on: day)[account] {
            guard before.mayBeTried(at: moment, after: patience) else { return false }
            try session.run("UPDATE reminder_mail SET tries = tries + 1, outcome = NULL, sentence = NULL, at = \(moment) WHERE account = \(account) AND day = \(day)")
        } else {
            try session.run("INSERT INTO reminder_mail (account, day, tries, at) VALUES (\(account), \(day), 1, \(moment))")
        }
        return true
    }

    func end(_ account: ID<Account>, on day: Day, _ outcome: Outcome, _ sentence: String?) throws {
        try session.run("UPDATE reminder_mail SET outcome = \(outcome), sentence = \(sentence) WHERE account = \(account) AND day = \(day)")
    }
}
