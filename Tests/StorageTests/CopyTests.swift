internal import Foundation
internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

/// Copies made, proven and restored, on both engines.
@Suite struct CopyTests {
    static let copies = Copies(migrations: Letter.migrations, staysBehind: ["reply"])

    /// Some letters with everything that a column can hold, and a reply that stays behind.
    static func write(_ count: Int, into store: Store, from first: Int = 0) async throws {
        let notes: [String?] = [nil, "", "naïve 🚒", "it's \"so\"\n", String(repeating: "long ", count: 3000)]
        for number in first..<first + count {
            try await Desk(store, clock: .fixed(Moment(milliseconds: Int64(number)))).write(by: .operator, because: "because \(number)") { work in
                let letter = try work.add("sent") { Letter(
                    id: $0, reference: "letter \(number)", pages: number + 1, weight: [0.1, -0.0, 1e300, -2.5e-300][number % 4],
                    sealed: number % 2 == 0, sent: number % 3 == 0 ? nil : Day(number: number), note: notes[number % 5],
                    scan: number % 4 == 0 ? nil : Array(repeating: UInt8(number % 256), count: number % 7)) }
                try work.session.run("INSERT INTO reply (id, letter) VALUES (\(letter.id), \(letter.id))")
            }
        }
    }

    static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    @Test(arguments: Engine.allCases)
    func `a copy is proven, for its owner alone, and holds what was there`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await Self.write(30, into: store)
            let folder = try TestStore.folder()
            let made = try await Self.copies.make(of: store, at: folder + "/copy")
            #expect(made.contents.head.root == (try await store.read { try Journal($0).head().root }))
            #expect(made.contents.entries == 30)
            #expect(made.contents.tables.first { $0.name == "letter" }?.rows == 30)
            #expect(!made.contents.tables.contains { $0.name == "reply" })
            #expect(try await Self.copies.check(folder + "/copy") == made)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["copy"])
            #expect(try FileManager.default.attributesOfItem(atPath: folder + "/copy")[.posixPermissions] as? Int == 0o600)
            #expect(made.bytes == Int64(try Self.bytes(folder + "/copy").count))
        }
    }

    @Test func `a service goes from one engine to the other and back, the same to the byte`() async throws {
        try await TestStore.with(.sqlite, Letter.migrations) { store in
            try await Self.write(40, into: store)
            let folder = try TestStore.folder()
            let first = try await Self.copies.make(of: store, at: folder + "/0")
            // Other pages, another order of writing: a copy shows nothing of how its rows came to be where they are.
            for (step, engine) in [Engine.postgres, .sqlite, .postgres].enumerated() {
                let place = try await TestStore.empty(engine)
                try await Self.copies.restore("\(folder)/\(step)", into: place)
                let restored = try await TestStore.open(place, Letter.migrations)
                #expect(try await restored.read { try Journal($0).head() } == store.read { try Journal($0).head() })
                #expect(try await restored.read { try $0.all(Letter.self, "ORDER BY id") } == store.read { try $0.all(Letter.self, "ORDER BY id") })
                let again = try await Self.copies.make(of: restored, at: "\(folder)/\(step + 1)")
                #expect(again == first)
                #expect(try Self.bytes("\(folder)/\(step + 1)") == Self.bytes(folder + "/0"))
                // It is a service like any other: what comes next is the next, and the past can't be changed.
                try await Self.write(1, into: restored, from: 100)
                #expect(try await restored.read { try Journal($0).verify().entries } == 41)
                await #expect(throws: StorageFault.self) { try await restored.write { try $0.run("UPDATE journal SET who = 'x'") } }
                try await restored.close()
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy made while others write is of one moment`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await Self.write(20, into: store)
            let folder = try TestStore.folder()
            let writing = Task {
                var number = 1000
                while !Task.isCancelled {
                    try await Self.write(1, into: store, from: number)
                    number += 1
                }
            }
            for number in 0..<3 {
                let made = try await Self.copies.make(of: store, at: "\(folder)/\(number)")
                #expect(made.contents.tables.first { $0.name == "letter" }?.rows == Int(made.contents.entries))
            }
            writing.cancel()
            do { try await writing.value } catch is CancellationError {}
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing is written over, neither by a copy nor by a restore`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let folder = try TestStore.folder()
            _ = try await Self.copies.make(of: store, at: folder + "/copy")
            let before = try Self.bytes(folder + "/copy")
            try await Self.write(1, into: store)
            let refusal = await #expect(throws: Refusal.self) { _ = try await Self.copies.make(of: store, at: folder + "/copy") }
            #expect(refusal?.code == "file-already-there")
            #expect(try Self.bytes(folder + "/copy") == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["copy"])
            let taken = try await TestStore.address(engine, Letter.migrations)
            let other = await #expect(throws: Refusal.self) { try await Self.copies.restore(folder + "/copy", into: taken) }
            #expect(other?.code == "place-not-empty")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is stopped on the way leaves nothing`(_ engine: Engine) async throws {
        struct Stopped: Error {}
        try await TestStore.with(engine, Letter.migrations) { store in
            try await Self.write(2, into: store)
            let folder = try TestStore.folder()
            await #expect(throws: Stopped.self) { _ = try await Self.copies.make(of: store, at: folder + "/copy") { _ in throw Stopped() } }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
            _ = try await Self.copies.make(of: store, at: folder + "/copy")
            let place: DatabaseAddress = engine == .sqlite ? .sqlite(path: folder + "/in/muster.db") : try await TestStore.empty(engine)
            await #expect(throws: Stopped.self) {
                try await Self.copies.restore(folder + "/copy", into: place) { if $0.step == "Comparing every row" || $0.step == "Proving the journal" { throw Stopped() } }
            }
            try await Self.copies.restore(folder + "/copy", into: place)
            try await TestStore.open(place, Letter.migrations).close()
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy is stopped in the middle of its rows, and the program goes on`(_ engine: Engine) async throws {
        struct Stopped: Error {}
        try await TestStore.with(engine, Letter.migrations) { store in
            try await Self.write(400, into: store)
            let folder = try TestStore.folder()
            await #expect(throws: Stopped.self) {
                _ = try await Self.copies.make(of: store, at: folder + "/copy") { if $0.step == "Copying" { throw Stopped() } }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
            _ = try await Self.copies.make(of: store, at: folder + "/copy")
        }
    }

    @Test(arguments: Engine.allCases)
    func `which tables stay behind may change, and older copies are as whole as ever`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await Self.write(5, into: store)
            let folder = try TestStore.folder()
            let all = Copies(migrations: Letter.migrations, staysBehind: [])
            for (maker, reader, replies) in [(Self.copies, all, 0), (all, Self.copies, 5)] {
                let file = "\(folder)/\(replies)"
                let made = try await maker.make(of: store, at: file)
                try await #expect(reader.check(file) == made)
                let place = try await TestStore.empty(engine)
                #expect(try await reader.restore(file, into: place) == made)
                let restored = try await TestStore.open(place, Letter.migrations)
                try await #expect(restored.read { try $0.value("SELECT COUNT(*) FROM reply", as: Int.self) } == replies)
                try await restored.close()
            }
            // Rows that it does not list were put there by somebody else.
            let file = folder + "/0"
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            shell.arguments = ["python3", "-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('INSERT INTO reply (id, letter) VALUES (1, 1)'); c.commit()", file]
            try shell.run()
            shell.waitUntilExit()
            let refusal = await #expect(throws: Refusal.self) { _ = try await Self.copies.check(file) }
            #expect(refusal?.code == "copy-damaged" && refusal?.sentence.contains("rows of the table reply, which it does not list") == true)
        }
    }

    @Test func `of restores into one place at once one is done, and the others are told`() async throws {
        try await TestStore.with(.sqlite, Letter.migrations) { store in
            try await Self.write(200, into: store)
            let folder = try TestStore.folder()
            _ = try await Self.copies.make(of: store, at: folder + "/copy")
            for round in 0..<4 {
                let place = "\(folder)/\(round)"
                let outcomes = await withTaskGroup(of: String.self) { group in
                    for _ in 0..<3 {
                        group.addTask {
                            do {
                                try await Self.copies.restore(folder + "/copy", into: .sqlite(path: place + "/muster.db"))
                                return "restored"
                            } catch { return (error as? Refusal)?.code ?? "\(error)" }
                        }
                    }
                    return await group.reduce(into: [String]()) { $0.append($1) }
                }
                #expect(outcomes.count { $0 == "restored" } == 1, "\(outcomes)")
                #expect(Set(outcomes).isSubset(of: ["restored", "restore-under-way", "place-not-empty"]), "\(outcomes)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["muster.db"])
            }
        }
    }

    @Test func `a restore that was killed is not taken for a service`() async throws {
        let folder = try TestStore.folder()
        _ = FileManager.default.createFile(atPath: folder + "/muster.db.restoring", contents: Data("half".utf8))
        let refusal = await #expect(throws: Refusal.self) { try await TestStore.open(.sqlite(path: folder + "/muster.db")) }
        #expect(refusal?.code == "restore-unfinished")
        try await TestStore.with(.sqlite, Letter.migrations) { store in _ = try await Self.copies.make(of: store, at: folder + "/copy") }
        try await Self.copies.restore(folder + "/copy", into: .sqlite(path: folder + "/muster.db"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["copy", "muster.db"])
    }

    @Test(arguments: Engine.allCases)
    func `a copy of an older version takes the later steps, and one of a newer is refused`(_ engine: Engine) async throws {
        let later = Letter.migrations + [Migration("letters-2") { _ in ["ALTER TABLE letter ADD COLUMN colour TEXT", "UPDATE letter SET colour = \("red")"] }]
        let folder = try TestStore.folder()
        try await TestStore.with(engine, Letter.migrations) { store in
            try await Self.write(3, into: store)
            _ = try await Self.copies.make(of: store, at: folder + "/old")
        }
        let newer = Copies(migrations: later, staysBehind: ["reply"])
        let place = try await TestStore.empty(engine)
        let copy = try await newer.restore(folder + "/old", into: place)
        let store = try await TestStore.open(place, later)
        #expect(try await store.read { try $0.column("SELECT colour FROM letter", as: String.self) } == ["red", "red", "red"])
        #expect(try await store.read { try Journal($0).head().root } == copy.contents.root)
        _ = try await newer.make(of: store, at: folder + "/new")
        try await store.close()
        let refusal = await #expect(throws: Refusal.self) { _ = try await Self.copies.check(folder + "/new") }
        #expect(refusal?.code == "copy-newer")
        #expect(refusal?.sentence.contains("letters-2") == true)
    }
}
