import Kernel
import People
import Storage

/// Whether somebody has reminders by e-mail. Who never chose has them.
struct ReminderChoice: Codable, Equatable, Sendable {
    let id: ID<ReminderChoice>
    var version: Int
    let account: ID<Account>
    var byMail: Bool
}

/// Somebody's calendar can be fetched by whoever knows its secret address, until it is revoked.
struct CalendarFeed: Codable, Equatable, Sendable {
    let id: ID<CalendarFeed>
    var version: Int
    let account: ID<Account>
    let madeOn: Day
    var revokedOn: Day?
}

extension ReminderChoice: Record {
    static let table = Table("reminder_choice", ["id", "version", "account", "by_mail"])

    init(_ row: inout Row) throws { self.init(id: try row.next(), version: try row.next(), account: try row.next(), byMail: try row.next()) }

    var values: [Value] { Value.row(id, version, account, byMail) }
}

extension CalendarFeed: Record {
    static let table = Table("calendar_feed", ["id", "version", "account", "made_on", "revoked_on"])

    init(_ row: inout Row) throws {
        self.init(id: try row.next(), version: try row.next(), account: try row.next(), madeOn: try row.next(), revokedOn: try row.next())
    }

    var values: [Value] { Value.row(id, version, account, madeOn, revokedOn) }
}

extension Reminders {
    static let records = [RecordKind(ReminderChoice.self), RecordKind(CalendarFeed.self)]

    /// Tables that no copy holds: what was sent from here says nothing of another place.
    static let staysBehind: Set = ["reminder_mail"]

    static let migrations: [Migration] = [
        Migration("reminders-1") { dialect in [
            """
            CREATE TABLE reminder_choice (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), account BIGINT NOT NULL UNIQUE REFERENCES account (id),
                by_mail BIGINT NOT NULL CHECK (by_mail IN (0, 1)))
            """,
            """
            CREATE TABLE calendar_feed (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), account BIGINT NOT NULL REFERENCES account (id),
                made_on TEXT NOT NULL, revoked_on TEXT CHECK (revoked_on IS NULL OR revoked_on >= made_on))
            """,
            "CREATE INDEX calendar_feed_by_account ON calendar_feed (account)",
            // Apart from the record, whose whole state goes into the journal. No hash is kept of what was revoked.
            "CREATE TABLE calendar_secret (feed BIGINT PRIMARY KEY REFERENCES calendar_feed (id), secret_hash TEXT UNIQUE)",
            // One row for each person and day, taken before anything is sent: of several servers one sends.
            """
            CREATE TABLE reminder_mail (
                account BIGINT NOT NULL REFERENCES account (id), day TEXT NOT NULL, tries BIGINT NOT NULL CHECK (tries > 0),
                outcome TEXT CHECK (outcome IN ('sent', 'failed')), sentence TEXT, at TEXT NOT NULL,
                PRIMARY KEY (account, day))
            """,
        ] },
    ]
}
