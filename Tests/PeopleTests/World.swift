import Kernel
@testable import People
import Storage
import Synchronization
import TestSupport
import Web

/// A service of its own for one test: a database, a clock set by hand, a door with cheap passwords, and its pages.
struct World: Sendable {
    let desk: Desk
    let time: MovingClock
    let door: FrontDoor
    let people = People()
    let knocks = Knocks()

    static let start = Moment.inBritain(.march, hour: 9)
    static let cheap = PasswordCost(passes: 1, bytes: 8192)
    static let password = "seven quiet herons"

    init(_ store: Store) {
        time = MovingClock(World.start)
        desk = Desk(store, clock: time.clock)
        door = FrontDoor(desk: desk, passwords: Passwords(cost: World.cheap), heard: { [knocks] in knocks.add($0) })
    }

    static func with(_ engine: Engine, _ body: (World) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations) { store in try await body(World(store)) }
    }

    /// Opens an account by its link, as a person does, and gives its number and its actor.
    @discardableResult
    func account(_ name: String, _ email: String, _ roles: Role...) async throws -> (id: ID<Account>, actor: Actor) {
        let new = try NewAccount(name: name, email: email, roles: Set(roles))
        let (account, link) = try await desk.write(by: .operator) { [people] work in try people.openAccount(new, work) }
        let entry = try await door.accept(link.token, password: World.password, from: .test)
        return (account.id, entry.visit.actor)
    }

    func verbs() async throws -> [String] {
        try await desk.read { session in try Journal(session).entries(after: 0, limit: 1000).map(\.verb) }
    }

    func later(seconds: Int) { time.set(time.clock.now.adding(seconds: seconds)) }
}

final class Knocks: Sendable {
    private let list = Mutex<[Knock]>([])
    var all: [Knock] { list.withLock { $0 } }
    func add(_ knock: Knock) { list.withLock { $0.append(knock) } }
}

extension Origin {
    static let test = Origin(address: "192.0.2.7", agent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
}

extension OneTimeLink {
    var token: Token { Token(path.split(separator: "/").last.map(String.init) ?? "") }
}

extension Day {
    /// 1 March 2021, the day on which each test begins.
    static let march = Day(number: 18_687)
}
