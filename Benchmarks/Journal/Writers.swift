import Kernel
import Storage

/// So many people who save one thing after the other.
struct Writers: Sendable {
    let desk: Desk
    let count: Int

    func perSecond(for seconds: Double) async throws -> Double {
        try await write(for: 0.3)
        let clock = ContinuousClock()
        let start = clock.now
        let kept = try await write(for: seconds)
        return Double(kept) / ((clock.now - start) / .seconds(1))
    }

    /// Adds memos, two thousand to a transaction, until the journal has so many entries.
    func fill(until entries: Int64) async throws {
        while true {
            let missing = entries - (try await desk.read { try Journal($0).size() })
            guard missing > 0 else { return }
            try await desk.write(by: .operator, because: "Said at the meeting") { work in
                for number in 0..<min(missing, 2000) {
                    try work.add("wrote the memo") { Memo(id: $0, title: "Number \(number)", day: work.today) }
                }
            }
        }
    }

    @discardableResult
    private func write(for seconds: Double) async throws -> Int {
        try await withThrowingTaskGroup { group in
            let end = ContinuousClock.now + .seconds(seconds)
            for writer in 0..<count {
                group.addTask {
                    var kept = 0
                    while ContinuousClock.now < end {
                        try await desk.write(by: .operator, because: "Said at the meeting") { work in
                            try work.add("wrote the memo") { Memo(id: $0, title: "Writer \(writer)", day: work.today) }
                        }
                        kept += 1
                    }
                    return kept
                }
            }
            return try await group.reduce(0, +)
        }
    }
}
