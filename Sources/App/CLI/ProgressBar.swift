import Foundation
import Kernel
import Storage
import Synchronization
import UnixSignals

/// Long work at the command line: a bar on standard error where that is a terminal, and an orderly end on Ctrl-C.
struct ProgressBar: Sendable {
    private let isShown = isatty(STDERR_FILENO) == 1

    /// Runs the work with something to tell its progress to.
    ///
    /// - Throws: `stopped` when Ctrl-C or SIGTERM came meanwhile; the work keeps nothing then.
    static func showing<T: Sendable>(_ body: (@escaping CopyWatch) async throws -> T) async throws -> T {
        let (bar, isStopped) = (ProgressBar(), Stop())
        let signals = Task {
            for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { isStopped.ask() }
        }
        defer {
            signals.cancel()
            bar.clear()
        }
        return try await body { progress in
            if isStopped.isAsked { throw Refusal.stopped }
            bar.show(progress)
        }
    }

    private func show(_ progress: CopyProgress) {
        guard isShown, progress.all > 0 else { return }
        let share = min(1, Double(progress.done) / Double(progress.all))
        let full = Int(share * 30)
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 30 - full)
        write("\r\u{1B}[K\(progress.step)  \(bar)  \(Int(share * 100)) %")
    }

    private func clear() { if isShown { write("\r\u{1B}[K") } }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Asked for by a signal, seen by the work when it next looks.
final class Stop: Sendable {
    private let asked = Atomic(false)

    var isAsked: Bool { asked.load(ordering: .relaxed) }
    func ask() { asked.store(true, ordering: .relaxed) }
}

extension Refusal {
    static let stopped = Refusal.conflict("stopped", "Stopped before the end. Nothing was kept of it.")
}
