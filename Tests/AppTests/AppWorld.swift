@testable import App
import Kernel
import Logging
import People
import Plans
import Storage
import Synchronization
import TestBrowser
import TestSupport
import Web

/// The whole program on a real database, as `muster serve` puts it together, with accounts whose password is known.
struct AppWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let muster: MusterSite

    static let password = "seven quiet herons"
    static let start = Moment.inBritain(Day(2026, 4, 15)!, hour: 9)
    /// The day on which the example is looked at.
    static let exampleDay = Day(2026, 11, 21)!

    static func with(_ engine: Engine, _ body: @escaping @Sendable (AppWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, migrations) { try await body(AppWorld($0)) }
    }

    /// The example service on the day on which it is looked at, in a copy of its own.
    static func withExample(_ engine: Engine, _ body: @escaping @Sendable (AppWorld) async throws -> Void) async throws {
        let address = try await TestStore.address(engine, migrations, filled: "example") { store in
            let settings = try await Settings.read(flags: ["data": try TestStore.folder()], environment: [:], file: nil)
            try await ExampleService(store: store, settings: settings).load()
        }
        try await TestStore.with(address, migrations) { store in
            let world = try await AppWorld(store)
            world.clock.set(.inBritain(exampleDay, hour: 10))
            try await body(world)
        }
        try await TestStore.remove(address)
    }

    private init(_ store: Store) async throws {
        clock = MovingClock(AppWorld.start)
        desk = Desk(store, clock: clock.clock, figures: figures)
        let settings = try await Settings.read(flags: [
            "service.name": "Northshire Fire and Rescue", "development": "true", "backup.folder": try TestStore.folder(),
        ], environment: [:], file: nil)
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        muster = MusterSite(desk: desk, settings: settings, log: log)
    }

    /// Opens an account, where there is none yet, and runs `body` with a browser that has signed in to it.
    func browsing(as name: String, _ roles: Role..., body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        let email = name.lowercased().filter(\.isLetter) + "@northshire.example"
        let account = try await desk.write(by: .operator) { [roles] work in
            try Accounts(work.session).find(email: email) ?? People().openAccount(NewAccount(name: name, email: email, roles: Set(roles)), work).account
        }
        try await muster.door.setPassword(AppWorld.password, of: account.id, by: .operator)
        try await Browser.open(muster.site) { browser in
            try await browser.signIn(email, AppWorld.password)
            try await body(browser)
        }
    }

    /// The secret by which a program acts as a person, within these scopes.
    func secret(for account: ID<Account>, named name: String = "Program", scopes wanted: [String]) async throws -> String {
        try await desk.write(by: .operator) { work in
            var fields = Fields(["name": [name], "scope": wanted])
            let new = NewProgramToken(reading: &fields, offered: scopes, today: work.today)
            try fields.finish()
            return try People().makeToken(new, for: account, work).secret
        }
    }

    /// Every address of the whole site.
    static func routes() async throws -> [Route] {
        let routes = Mutex<[Route]>([])
        try await with(.sqlite) { world in routes.withLock { $0 = world.muster.site.routes } }
        return routes.withLock { $0 }
    }

    func verbs() async throws -> [String] {
        try await desk.read { session in try Journal(session).entries(after: 0, limit: 10_000).map(\.verb) }
    }
}
