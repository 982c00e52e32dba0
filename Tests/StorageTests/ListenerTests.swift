internal import Kernel
internal import Logging
internal import Testing
internal import TestSupport

@testable import Storage

@Suite struct ListenerTests {
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// The descriptor of one that was closed is the next one's, so whoever still watched it would take the next one's word.
    @Test(.timeLimit(.minutes(5))) func `one that is closed while it connects does not deafen the next`() async throws {
        guard case .postgres(let url) = try await TestStore.address(.postgres, Letter.migrations) else { return }
        let speaker = try PostgresConnection(url)
        for round in 1...16 {
            let hasty = PostgresListener(url: url, changes: Changes(), log: log)
            try await Task.sleep(for: .microseconds(round * 600))
            hasty.close()
            guard round % 4 == 0 else { continue }
            let changes = Changes()
            let sizes = changes.stream
            let listener = PostgresListener(url: url, changes: changes, log: log)
            let speaking = Task { [round] in
                // It may not listen yet, so it is told until it has heard.
                for more in 1...200 {
                    try await Task.sleep(for: .milliseconds(50))
                    try speaker.command("NOTIFY \(PostgresListener.channel), '\(round * 1000 + more)'")
                }
                changes.end()
            }
            let heard = await sizes.first { _ in true }
            #expect(heard != nil, "round \(round)")
            speaking.cancel()
            _ = try? await speaking.value
            listener.close()
        }
    }
}
