import Foundation
import Kernel
import Logging
import Storage

/// `benchmark-service DATABASE [ENTRIES]`: makes the service that the benchmarks ask for its pages, in an empty database.
///
/// Its plan has 8 findings, 100 actions and two years of updates, told by the verbs under a moving clock. With a number
/// of entries, other plans are edited besides until the journal is that long.
let arguments = CommandLine.arguments
guard arguments.count == 2 || arguments.count == 3, let address = try? DatabaseAddress(arguments[1]) else {
    FileHandle.standardError.write(Data("Say benchmark-service sqlite:PATH or postgres://…, and perhaps a number of entries.\n".utf8))
    exit(2)
}
var log = Logger(label: "benchmark-service")
log.logLevel = .warning
let store = try await Store.open(address, migrations: BenchmarkService.migrations, log: log)
let service = BenchmarkService(store: store, today: Clock.system.today)
try await service.tell()
if arguments.count == 3 { try await service.fillJournal(until: Int64(arguments[2]) ?? 0) }
try await store.close()
