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
        members.get("changes") { request, context in try answer(request, context) }
    }

    private func answer(_ request: Request, _ context: MemberContext) throws -> Response {
        guard let scope = context.query["scope"].flatMap({ Subject($0) }), kinds.contains(scope.kind),
              let since = context.query["since"].flatMap({ Int64($0) }) else { throw Refusal.notHere }
        let visit = context.visit
        // A browser that is answered 204 asks no more: the page stays as it is, and says nothing of changes.
        guard let place = open.place(for: visit.signIn) else { return Response(status: .noContent) }
        var headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"]
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return Response(status: .ok, headers: headers, body: .init { [place] writer in
            defer { withExtendedLifetime(place) {} }
            let (signs, sign) = AsyncStream.makeStream(of: Sign.self, bufferingPolicy: .bufferingNewest(4))
            try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
            // Who closes the page makes room at once for the next; nothing else would be noticed before the next sign of life.
            try await request.body.consumeWithInboundCloseHandler { _ in
                let alive = { try await writer.write(ByteBuffer(string: ":\n\n")) }
                guard let size = await change(within: scope, since: since, of: visit, signs, sign, alive: alive) else { return }
                try await writer.write(ByteBuffer(string: "event: changed\ndata: \(size)\n\n"))
            } onInboundClosed: { sign.finish() }
            try await writer.finish(nil)
        })
    }

    /// What wakes a stream: a change of anything, or the time for a sign of life.
    private enum Sign: Sendable { case change, time }

    /// The number of the newest entry within the scope, once there is one. Nil when there is no more to wait for: the
    /// sign-in ended, the program stops, the browser or the database is gone.
    private func change(
        within scope: Subject, since: Int64, of visit: Visit, _ signs: AsyncStream<Sign>, _ sign: AsyncStream<Sign>.Continuation,
        alive: () async throws -> Void
    ) async -> Int64? {
        let sizes = store.changes.stream
        let listening = Task {
            for await _ in sizes { sign.yield(.change) }
            sign.finish()
        }
        let ticking = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(Self.pause))
                sign.yield(.time)
            }
        }
        defer {
            listening.cancel()
            ticking.cancel()
        }
        // A change between the page and this question is found at once.
        sign.yield(.change)
        for await woken in signs {
            do {
                let newest = try await store.read { try Journal($0).newest(within: scope) }
                if let newest, newest > since { return newest }
                if woken == .time, try await !isStillIn(visit) { return nil }
            } catch is StorageFault {
                // The database is away for a moment: it is asked again at the next sign.
            } catch { return nil }
            if woken == .time { do { try await alive() } catch { return nil } }
        }
        return nil
    }
}

/// How many streams are open, in all and of each sign-in.
private final class Open: Sendable {
    private let counts = Mutex<[Int64: Int]>([:])

    /// A place is taken at once, and is free again when nobody holds it any more, however the stream ends. Nil where all are taken.
    func place(for signIn: Int64) -> Place? {
        counts.withLock { counts in
            guard counts[signIn, default: 0] < ChangesStream.mostOfVisit, counts.values.reduce(0, +) < ChangesStream.mostInAll else { return nil }
            counts[signIn, default: 0] += 1
            return Place(self, signIn)
        }
    }

    final class Place: Sendable {
        private let open: Open
        private let signIn: Int64

        fileprivate init(_ open: Open, _ signIn: Int64) { (self.open, self.signIn) = (open, signIn) }

        deinit { open.leave(signIn) }
    }

    private func leave(_ signIn: Int64) {
        counts.withLock { counts in
            counts[signIn, default: 1] -= 1
            if counts[signIn] == 0 { counts[signIn] = nil }
        }
    }
}
