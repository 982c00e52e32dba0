import Kernel
import Logging
import ServiceLifecycle

/// Looks once a minute whether reminders are to be sent, for as long as the service is served.
struct ReminderClock: Service {
    let reminderDesk: ReminderDesk
    let log: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(60))
                do { try await reminderDesk.sendIfDue() } catch { log.error("Reminders that may be due could not be sent", metadata: ["reason": "\(error)"]) }
            }
        }
    }
}
