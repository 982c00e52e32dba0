internal import Dispatch
internal import Kernel
internal import Storage
internal import Synchronization

/// Writers who come one after the other while somebody else holds the pen, so that they wait together.
struct Line: Sendable {
    let store: Store
    private let gate = DispatchSemaphore(value: 0)
    private let holder: Task<Void, any Error>

    struct Nothing: Error {}

    /// - Parameter keeping: whether what the one before them does is kept. If not, a transaction begins with them.
    init(_ store: Store, keeping: Bool = false) async {
        self.store = store
        let (started, hasStarted) = AsyncStream.makeStream(of: Void.self)
        holder = Task { [gate] in
            try await store.write { _ in
                hasStarted.finish()
                gate.wait()
                if !keeping { throw Nothing() }
            }
        }
        for await _ in started {}
    }

    /// Joins the line; returns when it stands there.
    func join<T: Sendable>(_ body: @escaping @Sendable (Work) throws -> T) async throws -> Task<T, any Error> {
        let before = store.writersWaiting
        let writer = Task { [store] in try await Desk(store, clock: .fixed(Moment(milliseconds: 0))).write(by: .operator, body) }
        while store.writersWaiting == before { try await Task.sleep(for: .milliseconds(1)) }
        return writer
    }

    /// Lets the line move.
    func go() { gate.signal() }

    /// All of them join, then the line moves; gives what each was answered.
    func answers<T: Sendable>(_ bodies: [@Sendable (Work) throws -> T]) async throws -> [Result<T, any Error>] {
        var writers: [Task<T, any Error>] = []
        for body in bodies { writers.append(try await join(body)) }
        go()
        var answers: [Result<T, any Error>] = []
        for writer in writers { answers.append(await writer.result) }
        return answers
    }

    /// A writer who sends a letter.
    static func sending(_ reference: String) -> @Sendable (Work) throws -> Int64 {
        { work in try work.add("sent the letter") { Letter(id: $0, reference: reference) }.id.number }
    }
}

/// The letters that somebody else sees at this moment, asked from within a transaction.
func lettersSeenFromOutside(_ store: Store) -> [Int64] {
    let isAnswered = DispatchSemaphore(value: 0)
    let seen = Mutex<[Int64]>([])
    Task {
        let numbers: [Int64]? = try? await store.read { try $0.column("SELECT id FROM letter ORDER BY id") }
        seen.withLock { $0 = numbers ?? [-1] }
        isAnswered.signal()
    }
    isAnswered.wait()
    return seen.withLock { $0 }
}
