/// So many at once and no more: the others wait for their turn, and no thread waits with them.
actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(atOnce: Int) { free = atOnce }

    /// - Throws: what `body` throws; `CancellationError`, where nobody waits any longer when its turn comes
    nonisolated func take<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        await begin()
        do {
            try Task.checkCancellation()
            let result = try await body()
            await end()
            return result
        } catch {
            await end()
            throw error
        }
    }

    private func begin() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    private func end() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
