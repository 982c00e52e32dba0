import Kernel
import Logging
import Storage

/// One thing that must be so for the service to be ready.
struct Probe: Sendable {
    /// In few words, for an operator: `database`.
    let name: String
    /// Throws what is amiss.
    let check: @Sendable () async throws -> Void

    /// What every service must have.
    static func standard(_ store: Store) -> [Probe] {
        [
            Probe(name: "database") { _ = try await store.answers() },
            Probe(name: "schema") {
                let amiss = try await store.stepsAmiss(of: migrations)
                guard amiss.isEmpty else {
                    throw Refusal.conflict(
                        "schema-differs", "The database's schema is not this program's: they differ in \(listed(amiss)). Run one version of Muster on it.")
                }
            },
            Probe(name: "file") {
                guard case .damaged(let reason) = store.lastHealth else { return }
                throw Refusal.conflict("database-damaged", "The database is damaged (\(reason)). Stop Muster and restore the last copy.")
            },
            Probe(name: "writer") { try await store.tryWriting() },
        ]
    }

    /// Nil when all is well, otherwise what is amiss in a sentence. A fault's own words are for the log.
    func finding(within seconds: Int, log: Logger) async -> String? {
        do {
            try await limited(to: .seconds(seconds)) { try await check() }
            return nil
        } catch let refusal as Refusal {
            return refusal.sentence
        } catch is TookTooLong {
            return "No answer within \(seconds) seconds."
        } catch {
            log.error("A check of health failed", metadata: ["check": "\(name)", "error": "\(error)"])
            return "It failed; the log says why."
        }
    }
}

/// Something was not done in the time it had.
struct TookTooLong: Error {}

/// Waits for `body`, but not for longer than `limit`: what can't be cancelled goes on unheard.
func limited<T: Sendable>(to limit: Duration, _ body: @escaping @Sendable () async throws -> T) async throws -> T {
    let (answers, answer) = AsyncThrowingStream.makeStream(of: T.self)
    let work = Task {
        do { answer.yield(try await body()) } catch { answer.finish(throwing: error) }
    }
    let alarm = Task {
        try await Task.sleep(for: limit)
        answer.finish(throwing: TookTooLong())
    }
    defer {
        work.cancel()
        alarm.cancel()
    }
    for try await value in answers { return value }
    throw CancellationError()
}
