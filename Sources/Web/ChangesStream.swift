import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
public import Storage
import Synchronization

/// `/changes?scope=plan/1&since=950`: says once, as a server-sent event, that something within the scope has changed since the
/// journal had so many entries. A page that is open waits there to learn that it is out of date.
public struct ChangesStream: Sendable {
    let store: Store
    /// The kinds of scope that may be watched.
    let kinds: Set<String>
    /// Whether a visit is still in force, asked without prolonging it.
    let isStillIn: @Sendable (Visit) async throws -> Bool
    private let open = Open()

    static let mostOfVisit = 8
    static let mostInAll = 500
    /// Seconds between two signs of life; a proxy ends a connection that is silent for a minute.
    static let pause = 20

    public init(store: Store, kinds: Set<String>, isStillIn: @escaping @Sendable (Visit) async throws -> Bool) {
        self.store = store
        self.kinds = kinds
        self.isStillIn = isStillIn
    }

    public func hang(on members: Routes<MemberContext>) {
        members.get("changes") { _, context in try answer(context) }
    }

    private func answer(_ context: MemberContext) throws -> Response {
        guard let scope = context.query["scope"].flatMap({ Subject($0) }), kinds.contains(scope.kind),
              let since = context.query["since"].flatMap({ Int64($0) }) else { throw Refusal.notHere }
        let visit = context.visit
        // A browser that is answered 204 asks no more: the page stays as it is, and says nothing of changes.
        guard open.has(roomFor: visit.signIn) else { return Response(status: .noContent) }
        var headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"]
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return Response(status: .ok, headers: headers, body: .init { writer in
            open.enter(visit.signIn)
            defer { open.leave(visit.signIn) }
            try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
            if let size = await change(within: scope, since: since, of: visit, alive: { try await writer.write(ByteBuffer(string: ":\n\n")) }) {
                try await writer.write(ByteBuffer(string: "event: changed\ndata: \(size)\n\n"))
            }
            try await writer.finish(nil)
        })
    }

    /// The number of the newest entry within the scope, once there is one. Nil when there is no more to wait for: the
    /// sign-in ended, the program stops, the browser or the database is gone.
    private func change(within scope: Subject, since: Int64, of visit: Visit, alive: () async throws -> Void) async -> Int64? {
        let (signs, continuation) = AsyncStream.makeStream(of: Bool.self, bufferingPolicy: .bufferingNewest(4))
        let sizes = store.changes.stream
        let listening = Task {
            for await _ in sizes { continuation.yield(true) }
            continuation.finish()
        }
        let ticking = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(Self.pause))
                continuation.yield(false)
            }
        }
        defer {
            listening.cancel()
            ticking.cancel()
        }
        // A change between the page and this question is found at once.
        continuation.yield(true)
        for await isChange in signs {
            do {
                let newest = try await store.read { try Journal($0).entries(within: scope, limit: 1, newestFirst: true).first?.sequence }
                if let newest, newest > since { return newest }
                if !isChange, try await !isStillIn(visit) { return nil }
            } catch is StorageFault {
                // The database is away for a moment: it is asked again at the next sign.
            } catch { return nil }
            if !isChange { do { try await alive() } catch { return nil } }
        }
        return nil
    }
}

/// How many streams are open, in all and of each sign-in.
private final class Open: Sendable {
    private let counts = Mutex<[Int64: Int]>([:])

    func has(roomFor signIn: Int64) -> Bool {
        counts.withLock { $0[signIn, default: 0] < ChangesStream.mostOfVisit && $0.values.reduce(0, +) < ChangesStream.mostInAll }
    }

    func enter(_ signIn: Int64) { counts.withLock { $0[signIn, default: 0] += 1 } }

    func leave(_ signIn: Int64) {
        counts.withLock { counts in
            counts[signIn, default: 1] -= 1
            if counts[signIn] == 0 { counts[signIn] = nil }
        }
    }
}
