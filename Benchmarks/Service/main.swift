import Foundation
import Kernel
import Logging
import Storage

/// `benchmark-service make DATABASE [usual|large] [ENTRIES]`: makes the service that the benchmarks ask for its pages, in an
/// empty database. With a number of entries, other plans are edited besides until the journal is that long.
/// `benchmark-service known DATABASE READINGS`: the milliseconds that it takes to read the plan as it was known a year ago, a line for each reading.
///
/// `benchmark-service audits DATABASE COUNT`: makes a service with so many completed audits and forty measures of itself.
/// `benchmark-service charts FILE ROUNDS`: a control chart of each line of a file, and how long they took, as JSON.
///
/// What the plans lived through is told by the verbs under a moving clock.
let arguments = Array(CommandLine.arguments.dropFirst())
func stop() -> Never {
    FileHandle.standardError.write(Data("Say benchmark-service make, known, audits or charts, sqlite:PATH or postgres://…, and what else it takes.\n".utf8))
    exit(2)
}
if arguments.count >= 2, arguments[0] == "charts" {
    try Charting.tell(arguments[1], rounds: Int(arguments.dropFirst(2).first ?? "") ?? 5)
    exit(0)
}
guard arguments.count >= 2, let address = try? DatabaseAddress(arguments[1]) else { stop() }
let size = arguments.count > 2 && arguments[0] == "make" ? Story.Size(named: arguments[2]) : .usual
guard let size else { stop() }
var log = Logger(label: "benchmark-service")
log.logLevel = .warning
let store = try await Store.open(address, migrations: arguments[0] == "audits" ? AuditStory.migrations : BenchmarkService.migrations, log: log)
let service = BenchmarkService(store: store, today: Clock.system.today, size: size)
switch arguments[0] {
case "make":
    try await service.tell()
    if arguments.count == 4 { try await service.fillJournal(until: Int64(arguments[3]) ?? 0) }
case "known":
    for _ in 0..<(Int(arguments.dropFirst(2).first ?? "") ?? 1) { print(try await service.readAsKnown()) }
case "audits": try await service.tell(audits: Int(arguments.dropFirst(2).first ?? "") ?? 0)
default: stop()
}
try await store.close()
