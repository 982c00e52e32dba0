import Foundation
import Kernel
import Logging
import Storage

/// `benchmark-journal raw FILE SECONDS`: rows a second that SQLite by itself keeps, each in a transaction.
/// `benchmark-journal writes DATABASE WRITERS SECONDS`: changes a second that so many writers keep, each in one too.
/// `benchmark-journal fill DATABASE ENTRIES`: adds changes until the journal has so many entries.
/// `benchmark-journal verify DATABASE`: how many seconds it takes to verify the journal.
///
/// A change is one record with its entry in the journal. A raw row has as much text and is as safe from a power cut.
let words = Array(CommandLine.arguments.dropFirst())
func stop(_ words: String) -> Never {
    FileHandle.standardError.write(Data((words + "\n").utf8))
    exit(2)
}
func number(_ place: Int) -> Double {
    guard words.indices.contains(place), let number = Double(words[place]) else { stop("A number is missing.") }
    return number
}
guard words.count >= 2 else { stop("Say benchmark-journal raw, writes, fill or verify, and what of.") }
if words[0] == "raw" {
    print(try RawWrites(path: words[1]).perSecond(for: number(2)))
    exit(0)
}
guard let address = try? DatabaseAddress(words[1]) else { stop("A database is named sqlite:PATH or postgres://….") }
var log = Logger(label: "benchmark-journal")
log.logLevel = .warning
// As a server has it open: one of them to a file, and others told of each change.
let store = try await Store.open(address, migrations: Memo.migrations, serves: true, log: log)
let desk = Desk(store)
switch words[0] {
case "writes": print(try await Writers(desk: desk, count: Int(number(2))).perSecond(for: number(3)))
case "fill": try await Writers(desk: desk, count: 1).fill(until: Int64(number(2)))
case "verify":
    let start = ContinuousClock.now
    let check = try await desk.read { try Journal($0).verify() }
    guard check.isWhole else { stop("The journal does not match.") }
    print((ContinuousClock.now - start) / .seconds(1))
default: stop("There is no measure \(words[0]).")
}
try await store.close()
