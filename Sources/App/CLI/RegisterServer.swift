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
        let (source, others, proofs, service) = try await source(open, on: clock.now.day)
        let site = RegisterSite(source, others: others, proofs: proofs, service: service, settings: settings, clock: clock).site
        let listening = Listening()
        let application = site.application(on: .hostname(settings.host, port: settings.port), logger: log) { port in
            listening.begins()
            Output.line("The register is ready at \(settings.address ?? "http://\(settings.host):\(port ?? settings.port)")/register")
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

    private func source(_ open: Opening, on day: Day) async throws -> (RegisterSource, OtherRegisters, RegisterProofs, service: String) {
        let name = settings.serviceName ?? ExampleService.name(settings) ?? "Fire and rescue service"
        if let file { return (RegisterSource(try EntryLines(path: file).contents(service: name, on: day)), .none, .none, name) }
        let desk = try await open(making: false)
        return (.records(of: desk, service: name), .records(of: desk), .records(of: desk), name)
    }
}
