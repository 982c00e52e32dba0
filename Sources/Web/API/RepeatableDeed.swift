import Foundation
import Kernel
public import Storage

/// A request under a name that its sender gave it (`Idempotency-Key`), so that it can be sent again when no answer came.
///
/// The answer is kept in the transaction of the deed itself, for a day: either both are there or neither. A refusal is not
/// kept, because nothing was done.
struct RepeatableDeed: Sendable {
    let key: String
    /// The account whose token it came with: the same key of another's means another deed.
    let account: Int64
    let method: String
    let path: String
    let body: Hash
    let moment: Moment

    /// The answer that was given before; nil when the deed is new.
    ///
    /// - Throws: `idempotency-key-used-otherwise`
    func reply(_ session: Session) throws -> Reply? {
        let kept = try session.rows("""
            SELECT method, path, body_hash, status, tag, location, answer FROM repeatable_deed
            WHERE account = \(account) AND key = \(key) AND done_at > \(moment.adding(seconds: -RepeatableDeed.keptFor))
            """) { row in
            (method: try row.next() as String, path: try row.next() as String, body: try row.next() as Hash,
             status: try row.next() as Int, tag: try row.next() as String?, location: try row.next() as String?,
             answer: try row.next() as String)
        }
        guard let kept = kept.first else { return nil }
        guard kept.method == method, kept.path == path, kept.body == body else { throw Problem.keyUsedOtherwise }
        return Reply(
            status: kept.status, bytes: Array(kept.answer.utf8),
            tag: kept.tag.flatMap { EntityTag.all(in: $0)?.first }, location: kept.location)
    }

    func keep(_ reply: Reply, _ session: Session) throws {
        try session.run("DELETE FROM repeatable_deed WHERE done_at <= \(moment.adding(seconds: -RepeatableDeed.keptFor))")
        try session.run("""
            INSERT INTO repeatable_deed (account, key, method, path, body_hash, status, tag, location, answer, done_at)
            VALUES (\(account), \(key), \(method), \(path), \(body), \(reply.status), \(reply.tag?.written), \(reply.location), \
            \(String(decoding: reply.bytes, as: UTF8.self)), \(moment))
            """)
    }

    /// Seconds: a day.
    static let keptFor = 86_400
}

extension API {
    /// No copy holds them: they are good for a day, and they hold answers as they were given.
    public static let staysBehind: Set = ["repeatable_deed"]

    /// The table of deeds that can be repeated. A later change is a new migration, never an edit of this one.
    public static let migrations = [
        Migration("web-1") { dialect in [
            """
            CREATE TABLE repeatable_deed (
                account BIGINT NOT NULL, key TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
                body_hash \(dialect.blob) NOT NULL, status BIGINT NOT NULL, tag TEXT, location TEXT,
                answer TEXT NOT NULL, done_at TEXT NOT NULL,
                PRIMARY KEY (account, key))
            """,
            "CREATE INDEX repeatable_deed_by_moment ON repeatable_deed (done_at)",
        ] }
    ]
}
