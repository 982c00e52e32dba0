import Foundation
import Kernel
import Logging
import Storage

/// `benchmark-writes DATABASE WRITERS SECONDS` or `benchmark-writes raw FILE SECONDS`: how many changes a second are kept.
///
/// A change is one record with its entry in the journal, in a transaction of its own. Raw is one row of as much text put
/// into an SQLite table by SQLite's own functions, as safe from a power cut. Says the number of changes a second.
let arguments = CommandLine.arguments
func stop(_ words: String) -> Never {
    FileHandle.standardError.write(Data((words + "\n").utf8))
    exit(2)
}
guard arguments.count == 4, let seconds = Double(arguments[3]) else {
    stop("Say benchmark-writes DATABASE WRITERS SECONDS or benchmark-writes raw FILE SECONDS.")
}
if arguments[1] == "raw" {
    print(try RawWrites(path: arguments[2]).perSecond(for: seconds))
} else {
    guard let address = try? DatabaseAddress(arguments[1]), let writers = Int(arguments[2]) else { stop("Which database, and how many writers?") }
    var log = Logger(label: "benchmark-writes")
    log.logLevel = .warning
    let store = try await Store.open(address, migrations: Memo.migrations, log: log)
    print(try await Writers(desk: Desk(store), count: writers).perSecond(for: seconds))
    try await store.close()
}
