import Kernel
import Logging
import ServiceLifecycle

/// Looks once a minute whether reminders are to be sent, for as long as the service is served.
struct ReminderClock: Service {
    let reminderDesk: ReminderDesk
    let log: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            // To look who has what to be reminded of is to read every plan, so it is done again only when something has changed.
            var settled: ReminderDesk.Round?
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(60))
                do {
                    let round = try await reminderDesk.round()
                    guard round != settled else { continue }
                    try await reminderDesk.sendIfDue()
                    settled = try await reminderDesk.isSettled(on: round.day) ? round : nil
                } catch {
                    log.error("Reminders that may be due could not be sent", metadata: ["reason": "\(error)"])
                }
            }
        }
    }
}
