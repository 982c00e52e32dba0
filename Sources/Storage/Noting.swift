import Kernel

extension Desk {
    /// Writes down what is good to know, nobody is to wait for and the journal does not hold: when somebody was last seen. Where
    /// the database can't take it within half a second, because its disk is full or somebody else is writing, it goes unsaid
    /// until the next request.
    public func note(_ body: @escaping @Sendable (Session) throws -> Void) async throws {
        let writing = Task { try await store.write(body) }
        let alarm = Task {
            try await Task.sleep(for: .milliseconds(500))
            writing.cancel()
        }
        defer { alarm.cancel() }
        do { try await writing.value } catch let fault as StorageFault where fault.outage != nil {
        } catch let refusal as Refusal where refusal.kind == .unavailable {
        } catch is CancellationError {}
    }
}
