import Kernel
import Logging
import Register
import ServiceLifecycle

/// Looks every minute whether another service's register is to be asked for, for as long as the service is served.
struct HarvestClock: Service {
    let round: HarvestRound
    /// Minutes after which a source that is well is asked again.
    let minutes: Int
    let log: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    for outcome in try await round.run(every: minutes) {
                        if let fault = outcome.fault {
                            log.warning("Another service's register could not be taken over", metadata: ["source": "\(outcome.source)", "reason": "\(fault)"])
                        } else {
                            log.info("Another service's register was looked at", metadata: ["source": "\(outcome.source)", "entries": "\(outcome.entries)"])
                        }
                    }
                } catch is CancellationError {
                    return
                } catch {
                    log.error("Other services' registers could not be asked for", metadata: ["reason": "\(error)"])
                }
                try await Task.sleep(for: .seconds(60))
            }
        }
    }
}
