internal import Foundation
internal import Kernel
@testable internal import Storage
internal import Testing
internal import TestSupport

/// Words found by their beginnings, on both engines.
@Suite struct FullTextTests {
    static let words = FullText("letter_words", of: "letter", columns: ["reference", "note"])
    static let migrations = Letter.migrations + [Migration("letter-words-1") { words.making(on: $0) }, Migration("letter-words-2") { words.learning(on: $0) }]

    static func found(_ typed: String, limit: Int = 20, in store: Store) async throws -> [Int64] {
        try await store.read { try words.rows(matching: typed, limit: limit, $0) }
    }

    static func add(_ letters: [(String, String?)], to store: Store) async throws {
        try await Desk(store, clock: .fixed(Moment(milliseconds: 0))).write(by: .operator) { work in
            for (reference, note) in letters { try work.add("sent") { Letter(id: $0, reference: reference, note: note) } }
        }
    }

    @Test(arguments: [
        ("harb", [("harb", true)]), ("Harbour, 1 Quay STR", [("harbour", true), ("1", false), ("quay", true), ("str", true)]),
        ("st ", [("st", false)]), ("st", [("st", true)]), ("Tŷ Mawr", [("ty", false), ("mawr", true)]), ("  --  ", []), ("", []),
        ("a' OR 1:*", [("a", false), ("or", false), ("1", true)].map { $0 }),
    ] as [(String, [(String, Bool)])])
    func `what is typed is cut into words`(_ typed: String, _ expected: [(String, Bool)]) {
        let words = SearchWords(typed).words
        #expect(words.map(\.text) == expected.map(\.0))
        if typed != "a' OR 1:*" { #expect(words.map(\.isBeginning) == expected.map(\.1)) }
    }

    @Test func `every letter with an accent has a plain one`() {
        #expect(SearchWords.accented.unicodeScalars.count == SearchWords.plain.utf8.count)
    }

    @Test(arguments: Engine.allCases)
    func `words are found by their beginnings, the best first`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Self.migrations) { store in
            try await Self.add([
                ("Harbour House", "1 Quay Street"), ("Quay House", "12 Harbour Street"), ("Tŷ Mawr", "Ca\u{E9} d’Or"), ("House", nil),
                ("Harbourmaster", "Office"),
            ], to: store)
            #expect(try await Self.found("harb", in: store) == [1, 5, 2])
            #expect(try await Self.found("harbour", in: store) == [1, 2, 5])
            #expect(try await Self.found("harbourm", in: store) == [5])
            #expect(try await Self.found("harb hou", in: store) == [1, 2])
            #expect(try await Self.found("1 quay", in: store) == [1])
            #expect(try await Self.found("ty maw", in: store) == [3])
            #expect(try await Self.found("CAF", in: store) == [])
            #expect(try await Self.found("cae", in: store) == [3])
            #expect(try await Self.found("h", limit: 2, in: store).count == 2)
            for strange in ["\"", "'); DROP TABLE letter; --", "a:* | b", "NEAR(a b)", "-x", "*", "\u{0}", "🚒"] {
                #expect(try await Self.found(strange, in: store) == [])
            }
        }
    }

    /// Where a table is so long that PostgreSQL looks at samples of it first.
    @Test(arguments: Engine.allCases)
    func `whoever is asked for no more than there are tells all of them, in one order, however long the table`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Self.migrations) { store in
            _ = try await store.write { session in
                try session.insert((1...9000).flatMap { number in
                    let name = switch number {
                    case 40: "Harb Quay"
                    case 5000: "Harbour Quay"
                    case 7001: "Harbour Quay B"
                    case 8900: "Quayside Harbour"
                    default: number % 3 == 0 ? "Harbour House \(number)" : "Quay Stores \(number)"
                    }
                    return Letter(id: ID(Int64(number)), reference: name).values
                }, into: Letter.table)
            }
            #expect(try await Self.found("harb quay", in: store) == [40, 5000, 7001, 8900], "a whole word leaves out nobody whose word begins so")
            #expect(try await Self.found("harbour quay", in: store) == [5000, 7001, 8900])
            #expect(try await Self.found("quay harb", limit: 4, in: store).sorted() == [40, 5000, 7001, 8900])
            #expect(try await Self.found("harb hou", limit: 12, in: store).count == 12)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change is found in its transaction, and what is undone is not`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Self.migrations) { store in
            try await Self.add([("Harbour House", nil)], to: store)
            let desk = Desk(store, clock: .fixed(Moment(milliseconds: 0)))
            _ = try await desk.write(by: .operator) { work in
                var letter = try #require(try work.session.find(ID<Letter>(1)))
                letter.reference = "Station House"
                try work.change("renamed", letter)
                #expect(try Self.words.rows(matching: "stat", work.session) == [1])
                #expect(try Self.words.rows(matching: "harb", work.session) == [])
            }
            await #expect(throws: Stop.self) {
                try await desk.write(by: .operator) { work in
                    try work.add("sent") { Letter(id: $0, reference: "Harbour Inn") }
                    throw Stop()
                }
            }
            #expect(try await Self.found("harb", in: store) == [])
            _ = try await store.write { try $0.run("DELETE FROM letter") }
            #expect(try await Self.found("house", in: store) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy leaves the index out, and a restore makes it anew`(_ engine: Engine) async throws {
        let copies = Copies(migrations: Self.migrations, staysBehind: ["reply"])
        try await TestStore.with(engine, Self.migrations) { store in
            try await Self.add([("Harbour House", nil), ("Station House", nil)], to: store)
            let file = try TestStore.folder() + "/copy"
            let made = try await copies.make(of: store, at: file)
            #expect(made.contents.tables.allSatisfy { !$0.name.hasPrefix("letter_") })
            let place = try await TestStore.empty(engine == .sqlite ? .postgres : .sqlite)
            try await copies.restore(file, into: place)
            let restored = try await TestStore.open(place, Self.migrations)
            #expect(try await Self.found("harb", in: restored) == [1])
            try await restored.close()
        }
    }

    @Test(arguments: Engine.allCases)
    func `among very many the rare are found as well as the common`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Self.migrations) { store in
            try await store.write { session in
                for start in stride(from: 0, to: 9000, by: 500) {
                    let rows = (start + 1...start + 500).map { "(\($0), 1, 'House ' || CAST(\($0) AS TEXT), 1, 0.5, 0, \($0 == 7777 ? "Lighthouse" : "Street"))" as SQL }
                    try session.run("INSERT INTO letter (id, version, reference, pages, weight, sealed, note) VALUES " + rows.dropFirst().reduce(rows[0]) { $0 + ", " + $1 })
                }
            }
            #expect(try await Self.found("hous", in: store).count == 20)
            #expect(try await Self.found("light", in: store) == [7777])
            #expect(try await Self.found("ho 7777", in: store) == [])
            #expect(try await Self.found("hou 7777 l", in: store) == [7777])
            #expect(try await Self.found("stree", limit: 5, in: store).count == 5)
            #expect(try await Self.found("stree 77", limit: 200, in: store).count == 110, "more words begin so than are asked for one by one")
            #expect(try await Self.found("hous stre 7776", in: store) == [7776])
        }
    }

    struct Stop: Error {}
}
