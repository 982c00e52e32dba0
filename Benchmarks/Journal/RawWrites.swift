import Foundation
import GRDBSQLite

/// SQLite by itself: one table, one prepared INSERT, one transaction a row, write-ahead log, `synchronous=FULL`.
struct RawWrites {
    let path: String

    struct Failed: Error { let words: String }

    func perSecond(for seconds: Double) throws -> Double {
        var database: OpaquePointer?
        guard sqlite3_open(path, &database) == SQLITE_OK, let database else { throw Failed(words: "not opened: \(path)") }
        defer { sqlite3_close(database) }
        func run(_ text: String) throws {
            guard sqlite3_exec(database, text, nil, nil, nil) == SQLITE_OK else { throw Failed(words: String(cString: sqlite3_errmsg(database))) }
        }
        try run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -4000")
        try run("CREATE TABLE IF NOT EXISTS memo (id INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL)")
        var statement: OpaquePointer?
        sqlite3_prepare_v2(database, "INSERT INTO memo (title, text, state) VALUES (?, ?, ?)", -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        let state = #"{"day":"2026-01-01","id":1,"text":"\#(Memo.paragraph)","title":"Writer 0","version":1}"#
        func insert(for seconds: Double) throws -> Int {
            let end = ContinuousClock.now + .seconds(seconds)
            var kept = 0
            while ContinuousClock.now < end {
                for (index, text) in ["Writer 0", Memo.paragraph, state].enumerated() {
                    sqlite3_bind_text(statement, Int32(index + 1), text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
                }
                guard sqlite3_step(statement) == SQLITE_DONE else { throw Failed(words: String(cString: sqlite3_errmsg(database))) }
                sqlite3_reset(statement)
                kept += 1
            }
            return kept
        }
        _ = try insert(for: 0.3)
        let start = ContinuousClock.now
        let kept = try insert(for: seconds)
        return Double(kept) / ((ContinuousClock.now - start) / .seconds(1))
    }
}
