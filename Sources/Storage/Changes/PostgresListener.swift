internal import CLibpq
@preconcurrency internal import Dispatch
internal import Kernel
internal import Logging
internal import Synchronization

/// A connection that does nothing but hear what other servers on the same PostgreSQL have committed.
///
/// When it is lost it is made again, and then what was missed is caught up with by the journal's size.
final class PostgresListener: Sendable {
    static let channel = "muster_journal"

    private struct State {
        var connection: PostgresConnection?
        var source: (any DispatchSourceRead)?
        var isOver = false
    }

    private let url: String
    private let changes: Changes
    private let log: Logger
    /// All that follows happens on this queue, one thing after the other.
    private let queue = DispatchQueue(label: "muster.listener")
    private let state = Mutex(State())

    init(url: String, changes: Changes, log: Logger) {
        self.url = url
        self.changes = changes
        self.log = log
        queue.async { self.listen(after: 0) }
    }

    func close() {
        let source = state.withLock { state in
            state.isOver = true
            return state.source
        }
        source?.cancel()
        queue.sync { state.withLock { ($0.source, $0.connection) = (nil, nil) } }
    }

    /// - Parameter tries: how many have failed since the connection was lost; each waits longer, up to five seconds.
    private func listen(after tries: Int) {
        guard !state.withLock({ $0.isOver }) else { return }
        do {
            let connection = try PostgresConnection(url)
            try connection.command("LISTEN \(Self.channel)")
            try catchUp(connection)
            let source = DispatchSource.makeReadSource(fileDescriptor: connection.socket, queue: queue)
            source.setEventHandler { [self] in hear() }
            // A descriptor may be closed only once nobody watches it: the next to open one gets the same number.
            source.setCancelHandler { withExtendedLifetime(connection) {} }
            let isOver = state.withLock { state in
                if !state.isOver { (state.connection, state.source) = (connection, source) }
                return state.isOver
            }
            source.activate()
            guard !isOver else { return source.cancel() }
            if tries > 0 { log.info("Changes of other servers are heard again") }
            // What came between LISTEN and now has been read with the answer to the question for the size.
            hear()
        } catch {
            if tries == 0 { log.warning("Changes of other servers are not heard for now", metadata: ["error": "\(error)"]) }
            Task { [self] in
                try await Task.sleep(for: .milliseconds(min(5000, 100 << min(tries, 6))))
                queue.async { self.listen(after: tries + 1) }
            }
        }
    }

    private func catchUp(_ connection: PostgresConnection) throws {
        try connection.each("SELECT COALESCE(MAX(sequence), 0) FROM journal") { changes.tell(try $0.next()) }
    }

    private func hear() {
        guard let connection = state.withLock({ $0.connection }) else { return }
        let isThere = connection.consume()
        for text in connection.heard() {
            if let size = Int64(text) { changes.tell(size) }
        }
        guard !isThere else { return }
        let source = state.withLock { state in
            defer { (state.source, state.connection) = (nil, nil) }
            return state.source
        }
        source?.cancel()
        listen(after: 0)
    }
}

extension PostgresConnection {
    var socket: Int32 { PQsocket(handle) }

    /// Takes in what has come; false when the connection is lost.
    func consume() -> Bool { PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK }

    /// The words of the notices that have come.
    func heard() -> [String] {
        var words: [String] = []
        while let notice = PQnotifies(handle) {
            words.append(String(cString: notice.pointee.extra))
            PQfreemem(notice)
        }
        return words
    }
}
