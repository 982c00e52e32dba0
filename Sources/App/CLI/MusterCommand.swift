public import ArgumentParser
import Boards
import Enforcement
import Foundation
import Inspections
import Kernel
import Library
import Logging
import Papers
import People
import Performance
import Plans
import Premises
import Quality
import Register
import Reviews
import Storage

/// `muster`: the command tree.
public struct MusterCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "muster",
        abstract: "What a fire and rescue service promised to improve, and how it stands.",
        discussion: """
            Settings may stand anywhere on the line: \(Setting.all.map(\.flag).joined(separator: ", ")) and --config FILE. \
            They go before the environment (MUSTER_DATA, …), the file muster.json and the defaults.

            Every command that reads or changes something takes --json, for programs, and --as EMAIL, to act as somebody. It ends with \
            0 when it is done, 1 when it was refused, 2 when it was not understood and 3 when something failed.

            Examples:
              muster serve --port 8080
              muster plan import response.docx --accept-suggestions
              muster plan show peer-review-response --on 2026-03-31
              muster plan update peer-review-response 2.1 --narrative 'Rota agreed' --stated green
              muster help plan update
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(name: "Service", subcommands: [
                ServeCommand.self, BackupCommand.self, RestoreCommand.self, CheckCommand.self, JournalCommand.self, RemindCommand.self, ExampleCommand.self,
            ]),
            CommandGroup(name: "Record", subcommands: [
                PlanCommand.self,
                EvidenceCommand.self,
                BoardCommand.self,
                BoardRoomCommand.self,
                ReviewCommand.self,
                DocumentCommand.self,
                PremisesCommand.self,
                DutyHolderCommand.self,
                RiskCommand.self,
                PaperCommand.self,
                AuditCommand.self,
                QualityCommand.self,
                CaseCommand.self,
                NoticeCommand.self,
                PolicyCommand.self,
                ActivityCommand.self,
                ProgrammeCommand.self,
                MeasureCommand.self,
                ScorecardCommand.self,
                PerformanceReportCommand.self,
                RegisterCommand.self,
                MentionsCommand.self,
                PersonCommand.self,
                AccountCommand.self,
                TokenCommand.self,
            ]),
            CommandGroup(name: "Shell", subcommands: [CompletionsCommand.self]),
        ])

    public init() {}
}

/// What all commands are told of the slices and of the service.
private func surroundings(_ settings: Settings) -> Operating.Surroundings {
    var surroundings = Operating.Surroundings()
    surroundings.address = settings.address ?? LastAddress.read(settings) ?? settings.reached()
    (surroundings.service, surroundings.serviceAddress) = (settings.service, settings.letterAddress)
    surroundings.scopes = scopes
    surroundings.naming = naming
    surroundings.intake = settings.intake
    surroundings.mentions = mentions
    surroundings.tellings = tellings
    surroundings.boards = Boards.calendar
    surroundings.showing = { work in try await ProgressBar.showing { watch in try await work(watch) } }
    return surroundings
}

/// What the register's commands are told besides.
private func registerSurroundings(_ settings: Settings) -> RegisterSurroundings {
    RegisterSurroundings(
        policy: settings.register.taking, fetching: Curl().fetching, source: { .records(of: $0, service: settings.service) }, proofs: { .records(of: $0) })
}

/// What audits cause elsewhere, by the commands as by the pages.
private func auditNeighbours(_ settings: Settings) -> AuditNeighbours {
    reactions(with: Enforcement(letterhead: Letterhead(name: settings.service, address: settings.letterAddress)))
}

/// Runs the command that the arguments name and ends the process: 0 done, 1 refused, 2 usage, 3 fault.
public func runMuster(_ arguments: [String]) async -> Never {
    // Whatever file comes of it is for its owner alone: the database, what SQLite puts beside it, copies and exports.
    umask(0o077)
    PerformanceSurroundings.offer(performance)
    QualitySurroundings.offer(qualityNeighbours)
    do {
        // A shell that asks for completions gives the line so far behind `--`, settings and all.
        let asksForCompletions = arguments.first == "---completion"
        let flags = asksForCompletions ? Flags(completing: arguments) : try Flags(arguments)
        let environment = ProcessInfo.processInfo.environment
        let settings = try await Settings.read(
            flags: flags.values, environment: environment, file: flags.file ?? environment["MUSTER_CONFIG"])
        let serves = flags.rest.first == "serve"
        let opened = OpenDesk(settings: settings, serves: serves && !ServeCommand.onlyReads(flags.rest), log: logger(settings, serves: serves))
        try await ServeCommand.$settings.withValue(settings) {
            try await Operating.$surroundings.withValue(surroundings(settings)) {
                try await Operating.$open.withValue(Opening { making in
                    guard making || settings.database.isThere else { throw Refusal.noData(settings) }
                    return try await opened.desk()
                }) {
                    do {
                        try await RegisterSurroundings.$given.withValue(registerSurroundings(settings)) {
                            try await AuditNeighbours.$given.withValue(auditNeighbours(settings)) {
                                var command = try await MusterCommand.asyncParseAsRoot(flags.rest)
                                if var asynchronous = command as? any AsyncParsableCommand { try await asynchronous.run() } else { try command.run() }
                            }
                        }
                    } catch {
                        // What comes of closing would hide why the command ended.
                        try? await opened.close()
                        throw error
                    }
                    try await opened.close()
                }
            }
        }
        exit(0)
    } catch let refusal as Refusal {
        complain(refusal.sentence)
        exit(1)
    } catch let fault as StorageFault where fault.outage != nil {
        complain(fault.outage?.sentence ?? "")
        exit(3)
    } catch let code as ExitCode {
        exit(code.rawValue)
    } catch {
        let code = MusterCommand.exitCode(for: error)
        guard code != .failure else {
            complain("Something went wrong that was not foreseen: \(error)")
            exit(3)
        }
        if code != .success, let suggestion = Suggestion.of((try? Flags(arguments).rest) ?? [], under: .muster) {
            complain(suggestion.sentence)
            exit(2)
        }
        let message = MusterCommand.fullMessage(for: error)
        if code == .success { Output.line(message) } else { complain(message) }
        exit(code == .success ? 0 : 2)
    }
}

private func complain(_ sentence: String) {
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
}

/// A server's log is read by whoever keeps it; a command's standard error is for its own words, and only what is amiss joins them.
private func logger(_ settings: Settings, serves: Bool) -> Logger {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var log = Logger(label: "muster")
    log.logLevel = serves ? settings.logLevel : max(settings.logLevel, .warning)
    return log
}

/// The desk that commands work at: opened when one first asks, closed when the command ends.
actor OpenDesk {
    let settings: Settings
    let serves: Bool
    let log: Logger
    private var store: Store?

    init(settings: Settings, serves: Bool, log: Logger) {
        self.settings = settings
        self.serves = serves
        self.log = log
    }

    func desk() async throws -> Desk {
        let store = if let store { store } else {
            try await Store.open(settings.database, migrations: migrations, records: records, serves: serves, log: log)
        }
        self.store = store
        return Desk(store, figures: figures)
    }

    func close() async throws {
        try await store?.close()
        store = nil
    }
}

extension Refusal {
    fileprivate static func noData(_ settings: Settings) -> Refusal {
        .missing("no-data-here", """
            There is no service's data in \(settings.database.whereKept(settings.data)). Look at --data, --database and the folder that this is run in; \
            muster serve begins a service there.
            """)
    }
}

extension DatabaseAddress {
    /// Whether its file is there; a server's database is taken to be.
    fileprivate var isThere: Bool {
        switch self {
        case .sqlite(let path): FileManager.default.fileExists(atPath: path)
        case .postgres: true
        }
    }
}
