internal import Foundation
internal import Kernel
internal import Storage
internal import Synchronization
internal import Testing
internal import TestSupport

/// Writers who wait together share a transaction, and none of them can tell.
@Suite struct GroupTests {
    private typealias Body = @Sendable (Work) throws -> Int64

    /// What is kept must hang together: the numbers, the journal's sequence and its tree.
    private func letters(_ store: Store) async throws -> [String] {
        try await store.read { session in
            let letters = try session.all(Letter.self, "ORDER BY id")
            #expect(letters.map(\.id.number) == letters.indices.map { Int64($0) + 1 })
            let check = try Journal(session).verify()
            #expect(check.isWhole)
            return letters.map(\.reference)
        }
    }

    private func code(_ answer: Result<some Any, any Error>) -> String? {
        switch answer {
        case .success: nil
        case .failure(let error as Refusal): error.code
        case .failure(let error as StorageFault): error.cause.rawValue
        case .failure(let error): "\(type(of: error))"
        }
    }

    @Test(arguments: Engine.allCases)
    func `those who wait together are kept together, in the order in which they came`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let seen = Mutex<[Int64]>([-1])
            let last: Body = { work in
                let number = try Line.sending("c")(work)
                seen.withLock { $0 = lettersSeenFromOutside(store) }
                return number
            }
            let answers = try await Line(store).answers([Line.sending("a"), Line.sending("b"), last])
            #expect(try answers.map { try $0.get() } == [1, 2, 3])
            #expect(seen.withLock { $0 } == [])
            try await #expect(letters(store) == ["a", "b", "c"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `one who throws is undone alone, wherever in the line`(_ engine: Engine) async throws {
        let refused: Body = { work in
            _ = try Line.sending("refused")(work)
            throw Refusal.invalid("no", "No.")
        }
        let swallowing: Body = { work in
            let number = try Line.sending("a")(work)
            _ = try? work.session.run("INSERT INTO letter (id) VALUES (\(number))")
            return number
        }
        let broken: Body = { work in
            _ = try Line.sending("broken")(work)
            return Int64(try work.session.run("SELEC 1"))
        }
        for keeping in [true, false] {
            try await TestStore.with(engine, Letter.migrations) { store in
                let answers = try await Line(store, keeping: keeping).answers(
                    [refused, Line.sending("a"), swallowing, Line.sending("b"), broken, refused, Line.sending("c"), Line.sending("a")])
                #expect(answers.map(code) == ["no", nil, "unique", nil, "other", "no", nil, "unique"])
                try await #expect(letters(store) == ["a", "b", "c"])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `of two who change one version the later is refused`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let letter = try await Desk(store).write(by: .operator) { try $0.add("sent") { Letter(id: $0, reference: "a") } }
            let changes: [Body] = (1...3).map { pages in
                { work in
                    var changed = letter
                    changed.pages = pages
                    return Int64(try work.change("counted", changed).version)
                }
            }
            let answers = try await Line(store).answers(changes)
            #expect(answers.map(code) == [nil, "changed-meanwhile", "changed-meanwhile"])
            let kept = try await store.read { try $0.find(letter.id) }
            #expect(kept?.pages == 1 && kept?.version == 2)
            try await #expect(letters(store) == ["a"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key that may be put off is checked when its own writer is done`(_ engine: Engine) async throws {
        let envelope = Migration("envelopes-1") { _ in
            ["CREATE TABLE envelope (id BIGINT PRIMARY KEY NOT NULL, letter BIGINT NOT NULL REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED)"]
        }
        let broken: Body = { Int64(try $0.session.run("INSERT INTO envelope (id, letter) VALUES (1, 77)")) }
        let mended: Body = { work in
            try work.session.run("INSERT INTO envelope (id, letter) SELECT 2, COALESCE(MAX(id), 0) + 1 FROM letter")
            return try Line.sending("mended")(work)
        }
        let steps = Letter.migrations + [envelope]
        for bodies in [[broken], [broken, broken], [Line.sending("a"), broken, mended, broken], [mended, broken], [broken, mended]] {
            try await TestStore.with(engine, steps) { store in
                let answers = try await Line(store).answers(bodies)
                let kept = try await letters(store)
                #expect(answers.count { code($0) == nil } == kept.count)
                #expect(answers.count { code($0) == "foreign key" } == bodies.count - kept.count)
                let envelopes = try await store.read { try $0.column("SELECT id FROM envelope", as: Int.self) }
                #expect(envelopes == (kept.contains("mended") ? [2] : []))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `when their transaction is lost all are told, and nothing of it is kept`(_ engine: Engine) async throws {
        let rollsBack = Migration("traps-1") { dialect in
            dialect == .postgres ? [] : ["""
                CREATE TRIGGER trap BEFORE INSERT ON reply BEGIN SELECT RAISE(ROLLBACK, 'the disk is full, say'); END
                """]
        }
        try await TestStore.with(engine, Letter.migrations + [rollsBack]) { store in
            let losing: Body = { work in
                let isPostgres = work.session.dialect == .postgres
                return Int64(try work.session.run(
                    isPostgres ? "SELECT pg_terminate_backend(pg_backend_pid())" : "INSERT INTO reply (id, letter) VALUES (1, 1)"))
            }
            let refused: Body = { _ in throw Refusal.invalid("no", "No.") }
            let answers = try await Line(store).answers([Line.sending("a"), refused, Line.sending("b"), losing, Line.sending("c")])
            let cause = engine == .postgres ? "connection" : "other"
            #expect(answers.map(code) == [cause, cause, cause, cause, nil])
            try await #expect(letters(store) == ["c"])
        }
    }

    /// PostgreSQL finds only at the commit that it can't empty a table to which another refers.
    @Test func `when the commit fails all are told, and nothing of it is kept`() async throws {
        try await TestStore.with(.postgres, Letter.migrations) { store in
            let spoiling: Body = { work in
                try work.session.run("CREATE TEMP TABLE a (id BIGINT PRIMARY KEY) ON COMMIT DELETE ROWS")
                return Int64(try work.session.run("CREATE TEMP TABLE b (a BIGINT REFERENCES a (id))"))
            }
            let answers = try await Line(store).answers([Line.sending("a"), spoiling, Line.sending("b")])
            #expect(answers.map(code) == ["other", "other", "other"])
            try await #expect(letters(store) == [])
            _ = try await Line(store).answers([Line.sending("c"), Line.sending("d")])
            try await #expect(letters(store) == ["c", "d"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `one who is cancelled leaves the line, but not once the work has begun`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let line = await Line(store)
            let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
            let mayEnd = DispatchSemaphore(value: 0)
            let first = try await line.join { work in
                hasBegun.finish()
                mayEnd.wait()
                return try Line.sending("a")(work)
            }
            let second = try await line.join(Line.sending("b"))
            let third = try await line.join(Line.sending("c"))
            second.cancel()
            #expect(code(await second.result) == "CancellationError")
            line.go()
            for await _ in begun {}
            first.cancel()
            mayEnd.signal()
            #expect(code(await first.result) == nil)
            #expect(code(await third.result) == nil)
            try await #expect(letters(store) == ["a", "c"])
            let late = Task { try await Desk(store).write(by: .operator, Line.sending("d")) }
            late.cancel()
            let isKept = code(await late.result) == nil
            try await #expect(letters(store) == ["a", "c"] + (isKept ? ["d"] : []))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a group is at an end when it has done a thousand statements`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let seen = Mutex<[Int]>([])
            let looking: Body = { work in
                seen.withLock { $0.append(lettersSeenFromOutside(store).count) }
                return 0
            }
            let long: Body = { work in
                for number in 1...200 { _ = try Line.sending("\(number)")(work) }
                return 200
            }
            _ = try await Line(store).answers([Line.sending("a"), looking, long, looking, looking])
            #expect(seen.withLock { $0 } == [0, 201, 201])
        }
    }

    @Test(arguments: Engine.allCases)
    func `everyone who waits is answered when the database is closed`(_ engine: Engine) async throws {
        let store = try await TestStore.open(engine, Letter.migrations)
        let line = await Line(store)
        var writers: [Task<Int64, any Error>] = []
        for number in 1...3 { writers.append(try await line.join(Line.sending("\(number)"))) }
        async let closed: Void = store.close()
        try await Task.sleep(for: .milliseconds(20))
        line.go()
        try await closed
        let answers = [code(await writers[0].result), code(await writers[1].result), code(await writers[2].result)]
        #expect(Set(answers).count == 1)
        let late = await Task { try await Desk(store).write(by: .operator, Line.sending("late")) }.result
        #expect(late.failure != nil)
    }

    @Test(arguments: Engine.allCases)
    func `sixty-four writers at once have one history`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let desk = Desk(store, clock: .fixed(Moment(milliseconds: 0)))
            let refused = try await withThrowingTaskGroup { group in
                for writer in 0..<64 {
                    group.addTask {
                        var dice = Dice(seed: UInt64(writer))
                        var refused = 0
                        for number in 0..<5 {
                            let fails = Int.random(in: 0..<4, using: &dice) == 0
                            do {
                                try await desk.write(by: .operator) { work in
                                    _ = try Line.sending("\(writer).\(number)")(work)
                                    if fails { throw Refusal.invalid("no", "No.") }
                                }
                            } catch is Refusal { refused += 1 }
                        }
                        return refused
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refused > 0)
            try await #expect(letters(store).count == 320 - refused)
        }
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
