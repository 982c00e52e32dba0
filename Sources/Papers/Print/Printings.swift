import Documents
import Foundation
import Kernel
import Synchronization

/// Files of papers that are being printed on this server, so that nobody waits before a blank page, and who asks twice starts one.
///
/// A file that is ready is kept for whoever fetches it, within bounds. It is memory alone: on another server, or after a start, it is printed again.
final class Printings: Sendable {
    /// What is printed: an issued paper is the same for all, a draft is as it was when somebody asked.
    struct Key: Hashable, Sendable {
        enum Edition: Hashable, Sendable {
            case issued(hash: String)
            case draft(account: Int64)
        }

        let paper: Int64
        let edition: Edition
        let format: PaperFormat
    }

    enum Standing: Sendable {
        case printing(since: Moment)
        case ready(bytes: Int)
        case failed(Refusal)
    }

    private struct Job {
        let began: Moment
        let task: Task<[UInt8], any Error>
        /// Who waits for it. When nobody does any more, it ends.
        var askers: Set<Int64>
        var outcome: Result<[UInt8], any Error>?
    }

    /// So many bytes of files that are ready are kept.
    private let most: Int
    private let jobs = Mutex<[Key: Job]>([:])

    init(most: Int = 32 << 20) { self.most = most }

    /// Begins to print, or joins who asked before.
    func begin(_ key: Key, for asker: Int64, at moment: Moment, _ make: @escaping @Sendable () async throws -> [UInt8]) {
        _ = task(key, for: asker, at: moment, make)
    }

    /// How it stands; nil where nothing was asked for, or it was stopped. What failed is told once, so that asking again tries again.
    func standing(_ key: Key) -> Standing? {
        jobs.withLock { jobs in
            guard let job = jobs[key] else { return nil }
            switch job.outcome {
            case nil: return .printing(since: job.began)
            case .success(let bytes): return .ready(bytes: bytes.count)
            case .failure(let error):
                jobs[key] = nil
                return .failed(error as? Refusal ?? .printingFailed)
            }
        }
    }

    /// The file, for which it waits where it is not ready. A draft's is handed over once: the next is printed from what is on record then.
    func file(_ key: Key, for asker: Int64, at moment: Moment, _ make: @escaping @Sendable () async throws -> [UInt8]) async throws -> [UInt8] {
        let task = task(key, for: asker, at: moment, make)
        defer { if case .draft = key.edition { forget(key, task) } }
        return try await task.value
    }

    /// One of those who wait waits no longer; with the last of them the printer's child ends.
    func stop(_ key: Key, for asker: Int64) {
        jobs.withLock { jobs in
            guard jobs[key]?.outcome == nil, jobs[key]?.askers.remove(asker) != nil, jobs[key]?.askers.isEmpty == true else { return }
            jobs.removeValue(forKey: key)?.task.cancel()
        }
    }

    private func task(_ key: Key, for asker: Int64, at moment: Moment, _ make: @escaping @Sendable () async throws -> [UInt8]) -> Task<[UInt8], any Error> {
        jobs.withLock { jobs in
            if let job = jobs[key] {
                if case .failure = job.outcome {} else {
                    jobs[key]?.askers.insert(asker)
                    return job.task
                }
            }
            let task = Task { try await make() }
            jobs[key] = Job(began: moment, task: task, askers: [asker])
            Task { [weak self] in
                let outcome = await task.result
                self?.end(key, task, outcome)
            }
            return task
        }
    }

    private func end(_ key: Key, _ task: Task<[UInt8], any Error>, _ outcome: Result<[UInt8], any Error>) {
        jobs.withLock { jobs in
            guard jobs[key]?.task == task else { return }
            jobs[key]?.outcome = outcome
            let ready = jobs.compactMap { key, job in (try? job.outcome?.get()).map { (key, job.began, $0.count) } }.sorted { $0.1 > $1.1 }
            var kept = 0
            for (other, _, size) in ready {
                kept += size
                if kept > most, other != key { jobs[other] = nil }
            }
        }
    }

    private func forget(_ key: Key, _ task: Task<[UInt8], any Error>) {
        jobs.withLock { jobs in if jobs[key]?.task == task { jobs[key] = nil } }
    }
}

extension Refusal {
    static let printingFailed = Refusal("printing-failed", .unavailable, "The printer could not print this paper. It can be read as a page and taken as plain text; whoever runs Muster finds the reason in the log.")
}
