import ArgumentParser
import Foundation
import Hummingbird
import Kernel
import Logging
import People
import Register
import ServiceLifecycle
import Storage
import Synchronization
import UnixSignals
import Web

/// `muster serve`: serves the pages until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "serve", "Serve the pages; stops in order on Ctrl-C or SIGTERM.",
        examples: "muster serve --port 8080", "muster serve --empty --data /var/lib/muster --address https://muster.northshire.example",
        "muster serve --only register --port 8090")

    @Option(help: "Serve one part alone, for a host of its own: register. It reads and never writes.") var only: Part?
    @Option(help: "With --only register: a file of entries to serve instead of the service's records.", completion: .file()) var from: String?
    @Flag(help: "Begin without the example service when there is no data yet.") var empty = false

    /// Requests that are under way have so long to end once the server is told to stop; then they are broken off.
    static let longestStop = Duration.seconds(20)

    @TaskLocal static var settings: Settings?

    /// A part that can be served by itself.
    enum Part: String, CaseIterable, ExpressibleByArgument { case register }

    /// Whether a line asks for a server that only reads, and so may run beside one that writes.
    static func onlyReads(_ line: [String]) -> Bool { line.first == "serve" && line.contains { $0 == "--only" || $0.hasPrefix("--only=") } }

    func validate() throws {
        if from != nil, only == nil { throw ValidationError("--from goes with --only register.") }
    }

    func run() async throws {
        guard let settings = ServeCommand.settings, let open = Operating.open else { throw CleanExit.helpRequest(self) }
        var log = Logger(label: "muster")
        log.logLevel = settings.logLevel
        if only == .register { return try await RegisterServer(settings: settings, log: log, file: from).run(open) }
        let desk = try await open()
        desk.store.watch.tellWhatTakes(longerThan: settings.slowQuery)
        if !empty, try await ExampleService.isWanted(desk) {
            Output.line("Loading the example service …")
            try await ExampleService(store: desk.store, settings: settings).load()
        }
        let muster = MusterSite(desk: desk, settings: settings, log: log)
        let wayIn = try await WayIn(door: muster.door, settings: settings).line
        let (listening, watching) = (Listening(), Listening())
        let site = muster.site
        let application = site.application(on: .hostname(settings.host, port: settings.port), logger: log) { port in
            listening.begins()
            let address = settings.reached(on: port)
            LastAddress.keep(address, settings)
            Output.line("Muster is ready at \(address)/")
            Output.line("Data is kept in \(settings.database.whereKept(settings.data))")
            if let wayIn { Output.line(wayIn(address)) }
        }
        // They are stopped one after the other, the last of them first. A copy that is being made is told at once and waited for at
        // the end, when nobody can ask for another.
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: CopyClock(copyDesk: muster.copyDesk, log: log)),
            .init(service: ReminderClock(reminderDesk: muster.reminderDesk, log: log)),
            .init(service: HarvestClock(round: HarvestRound(desk: desk, fetching: Curl().fetching), minutes: settings.register.harvestMinutes, log: log)),
            .init(
                service: Listener(
                    server: application, listening: listening, refusal: .notListening(host: settings.host, port: settings.port), log: log),
                successTerminationBehavior: .gracefullyShutdownGroup),
        ]
        if let port = settings.healthPort {
            let health = HealthSite(muster, site, log: log)
            let application = health.application(port: port) { port in
                watching.begins()
                Output.line("Health and metrics are at http://\(HealthSite.host):\(port)/")
            }
            services.append(.init(service: Listener(server: application, listening: watching, refusal: .notWatched(port: port), log: log)))
        }
        let stop = Stop()
        services.append(.init(service: StopTold(stop: stop, changes: desk.store.changes, copyDesk: muster.copyDesk)))
        var configuration = ServiceGroupConfiguration(services: services, gracefulShutdownSignals: [.sigint, .sigterm], logger: log)
        configuration.maximumGracefulShutdownDuration = ServeCommand.longestStop
        let group = ServiceGroup(configuration: configuration)
        let reading = Task { await lookThrough(desk.store, log) }
        var failure: (any Error)?
        do { try await group.run() } catch { failure = error }
        // It ends before the database does that it reads.
        reading.cancel()
        await reading.value
        if let failure {
            guard stop.isAsked else { throw failure }
            log.warning("What was under way did not end in time and was broken off", metadata: ["reason": "\(failure)"])
        }
        Output.line("Muster has stopped.")
    }
}

/// Told to stop before all others, and tells those who would hold them up: the server waits for its last answers, and a page that
/// waits for changes has none.
private struct StopTold: Service {
    let stop: Stop
    let changes: Changes
    let copyDesk: CopyDesk

    func run() async throws {
        try await gracefulShutdown()
        stop.ask()
        changes.end()
        copyDesk.askToStop()
    }
}

/// Whether a server has begun to take connections.
final class Listening: Sendable {
    private let hasBegun = Atomic(false)

    var isGoing: Bool { hasBegun.load(ordering: .relaxed) }
    func begins() { hasBegun.store(true, ordering: .relaxed) }
}

/// A server whose own failure to listen, and no other, is told as its refusal; what the system said of it is for the log.
struct Listener<Server: Service>: Service {
    let server: Server
    let listening: Listening
    let refusal: Refusal
    let log: Logger

    func run() async throws {
        do { try await server.run() } catch where !listening.isGoing && !Task.isCancelled {
            log.error("A server could not listen", metadata: ["reason": "\(error)"])
            throw refusal
        }
    }
}

/// Reads a large file through beside the work, where the start did not wait for it.
private func lookThrough(_ store: Store, _ log: Logger) async {
    guard store.lastHealth == .unknown else { return }
    do {
        if case .damaged(let reason) = try await store.lookThrough() {
            log.critical("The database is damaged: stop Muster and restore the last copy", metadata: ["reason": "\(reason)"])
        } else {
            log.info("The database was read through and is whole")
        }
    } catch is CancellationError {
        // The stop came first; the next start reads it.
    } catch { log.error("The database could not be read through", metadata: ["error": "\(error)"]) }
}

extension Refusal {
    /// The port is taken or not ours to take, or the address is not this machine's.
    static func notListening(host: String, port: Int) -> Refusal {
        .invalid(
            "address-not-usable",
            "Muster can't listen on port \(port) of “\(host)”: something else listens there, or it is no address of this machine. Choose others with --port and --host.")
    }
}

extension Refusal {
    fileprivate static func notWatched(port: Int) -> Refusal {
        .invalid(
            "health-port-not-usable", "Health and metrics can't be at port \(port): something else listens there. Choose another with --health-port.")
    }
}

extension DatabaseAddress {
    /// Where the data is, for a person; a database's address may hold a password, so only its kind is told.
    func whereKept(_ folder: String) -> String {
        switch self {
        case .sqlite(let path): URL(fileURLWithPath: path).deletingLastPathComponent().path
        case .postgres: "PostgreSQL"
        }
    }
}
