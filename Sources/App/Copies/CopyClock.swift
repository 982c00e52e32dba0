import Kernel
import Logging
import ServiceLifecycle

/// Looks once a minute whether a copy is due, for as long as the service is served.
struct CopyClock: Service {
    let copyDesk: CopyDesk
    let log: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            do { try await copyDesk.wake() } catch { log.error("The tries to make copies could not be read", metadata: ["reason": "\(error)"]) }
            while !Task.isCancelled {
                // The first look is after a minute, too: a service that begins has more urgent work.
                try await Task.sleep(for: .seconds(60))
                do { try await copyDesk.beginIfDue() } catch { log.error("A copy that may be due could not be begun", metadata: ["reason": "\(error)"]) }
            }
        }
        await copyDesk.stop()
    }
}
