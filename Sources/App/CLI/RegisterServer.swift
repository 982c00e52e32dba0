import Hummingbird
import Kernel
import Logging
import People
import Register
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// Serves the public register by itself, from the service's records or from a file, until it is told to stop.
struct RegisterServer {
    let settings: Settings
    let log: Logger
    /// A file of entries; nil to read the records.
    let file: String?

    func run(_ open: Opening) async throws {
        let clock = Clock.system
        let (source, others, proofs) = try await source(open, on: clock.now.day)
        let site = RegisterSite(source, others: others, proofs: proofs, service: settings.service, settings: settings, clock: clock).site
        let listening = Listening()
        let application = site.application(on: .hostname(settings.host, port: settings.port), logger: log) { port in
            listening.begins()
            Output.line("The register is ready at \(settings.reached(on: port))/register")
        }
        var configuration = ServiceGroupConfiguration(
            services: [.init(
                service: Listener(server: application, listening: listening, refusal: .notListening(host: settings.host, port: settings.port), log: log),
                successTerminationBehavior: .gracefullyShutdownGroup)],
            gracefulShutdownSignals: [.sigint, .sigterm], logger: log)
        configuration.maximumGracefulShutdownDuration = ServeCommand.longestStop
        try await ServiceGroup(configuration: configuration).run()
        Output.line("The register has stopped.")
    }

    private func source(_ open: Opening, on day: Day) async throws -> (RegisterSource, OtherRegisters, RegisterProofs) {
        if let file { return (RegisterSource(try EntryLines(path: file).contents(service: settings.service, on: day)), .none, .none) }
        let desk = try await open(making: false)
        return (.records(of: desk, service: settings.service), .records(of: desk), .records(of: desk))
    }
}
