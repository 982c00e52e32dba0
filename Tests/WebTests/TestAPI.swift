import Foundation
import HTTPTypes
import Kernel
import Markup
import Storage
import TestSupport

@testable import Web

/// A slice in small: things with a name, on a real database.
enum TestAPI {
    struct Thing: Record {
        static let table = Table("thing", ["id", "version", "name"])
        let id: ID<Thing>
        var version = 1
        var name: String

        init(id: ID<Thing>, name: String) {
            self.id = id
            self.name = name
        }

        init(_ row: inout Row) throws {
            id = try row.next()
            version = try row.next()
            name = try row.next()
        }

        var values: [Value] { Value.row(id, version, name) }
        var reply: Reply { get throws { try .showing(["name": name], version: version) } }
    }

    static let migrations = API.migrations + [
        Migration("things-1") { dialect in ["CREATE TABLE thing (\(dialect.id), version BIGINT NOT NULL, name TEXT NOT NULL)"] }
    ]

    private static let shown = Schema.object("Thing", ["name": .text])
    private static let sent = Schema.input("NewThing", ["name": .words(atMost: 20), "due": .day.maybe, "dueWritten": .text.optional])
    private static let read = Operation.Need.scope(Scope("things:read"))

    private static var operations: [Web.Operation] {
        [
            .listing("listThings", "things", "All things", read, of: shown) { call, session in
                try call.page(session.all(Thing.self, "ORDER BY id"), by: { "\($0.id)" }) { ["name": $0.name] }
            },
            .adding("addThing", "things", "Add a thing", read, from: sent, gives: shown) { call, work in
                let name = try name(call)
                let thing = try work.add("added the thing") { Thing(id: $0, name: name) }
                return try thing.reply.added(at: Link("things", thing.id))
            },
            .reading("showThing", "things/{thing}", "One thing", read, takes: [.id("thing")], gives: shown) { call, session in
                try thing(call, session).reply
            },
            .changing("changeThing", "things/{thing}", "Change a thing", read, takes: [.id("thing")], from: sent, gives: shown) { call, work in
                var thing = try thing(call, work.session)
                thing.version = try call.matched(thing.version)
                thing.name = try name(call)
                return try work.change("changed the thing", thing).reply
            },
            .asking("showSecrets", "secrets", "What nobody may see", .scope(Scope("secrets:read")), gives: shown) { _ in .done },
        ]
    }

    private static func thing(_ call: Call, _ session: Session) throws -> Thing {
        guard let thing = try session.find(call.id("thing", of: Thing.self)) else { throw Refusal.notHere }
        return thing
    }

    private static func name(_ call: Call) throws -> String {
        var fields = call.fields
        let name = fields.text("name", "Name")
        if !fields.written("due-written").isEmpty { fields.refuse("due-written", "Nothing is ever due.") }
        try fields.finish()
        return name
    }

    /// Runs `body` with a house that has these operations.
    static func with(
        _ engine: Engine = .sqlite, clock: Clock = .fixed(TestHouse.morning), _ body: (Site) async throws -> Void
    ) async throws {
        try await TestStore.with(engine, migrations) { store in
            let api = API(desk: Desk(store, clock: clock), operations: operations, problems: [])
            let house = House(name: "Northshire Fire and Rescue", address: "http://localhost", version: "0.1")
            try await body(Site(house: house, doorkeeper: TestHouse.OneKey(), clock: clock) { api.hang(on: $0) })
        }
    }

    static func add(_ name: String, _ site: Site, key: String? = nil, due: String? = nil) async throws -> Answer {
        let headers = ["Authorization": "Bearer of-a-program", "Content-Type": "application/json"]
            .merging(key.map { ["Idempotency-Key": $0] } ?? [:]) { $1 }
        let written = due.map { ",\"dueWritten\":\"\($0)\"" } ?? ""
        return try await knock(.post, "/api/v1/things", headers: headers, body: Array("{\"name\":\"\(name)\"\(written)}".utf8), at: site)
    }
}
