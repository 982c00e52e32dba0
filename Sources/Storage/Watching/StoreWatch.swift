public import Kernel
internal import Logging
internal import Synchronization

/// What is counted of a store's work; what took long is told to the log.
public final class StoreWatch: Sendable {
    let reads = Durations()
    let writes = Durations()
    let waits = Durations()
    let failedReads = Tally()
    let failedWrites = Tally()
    let slowStatements = Tally()
    let log: Logger
    private let slow = Atomic<Int>(200_000_000)

    init(log: Logger) { self.log = log }

    /// A statement that takes longer is logged, and so is a change that keeps other writers out for longer.
    public func tellWhatTakes(longerThan milliseconds: Int) {
        slow.store(milliseconds * 1_000_000, ordering: .relaxed)
    }

    var slowNanoseconds: Int { slow.load(ordering: .relaxed) }

    func tellSlow(_ message: Logger.Message, nanoseconds: Int, request: String?, _ more: Logger.Metadata) {
        var metadata = more
        metadata["ms"] = "\(nanoseconds / 1_000_000)"
        if let request { metadata["hb.request.id"] = "\(request)" }
        log.notice(message, metadata: metadata)
    }

    /// What has been counted so far.
    public var measures: [Measure] {
        var durations = Measure(
            .histogram, "muster_transaction_duration_seconds", "From the first statement of a transaction to its end, the commit of a write with it.")
        durations.add(reads, ["kind": "read"])
        durations.add(writes, ["kind": "write"])
        var failed = Measure(.counter, "muster_transactions_undone_total", "Transactions that ended in a refusal or a fault.")
        failed.add(failedReads, ["kind": "read"])
        failed.add(failedWrites, ["kind": "write"])
        var wait = Measure(.histogram, "muster_writer_wait_seconds", "How long changes waited for their turn to write.")
        wait.add(waits)
        var slow = Measure(.counter, "muster_slow_statements_total", "Statements that took longer than the slow.query setting.")
        slow.add(slowStatements)
        return [durations, failed, wait, slow]
    }
}
