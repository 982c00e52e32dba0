import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// A small service on a real database: an officer, a reader, and a desk whose clock the test moves, on 6 January 2025.
struct GazetteerWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let officer: Actor
    let reader: Actor

    static func with(_ engine: Engine, _ body: (GazetteerWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Gazetteer.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2025, 1, 6)!, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let ids = try await desk.write(by: .operator) { work in
                try ["WM Adeyemi", "P. Lindqvist"].map { try People().findOrAdd(name: $0, work).id.number }
            }
            try await body(GazetteerWorld(
                desk: desk, clock: clock, officer: Actor(person: ids[0], name: "WM Adeyemi", roles: [.reader, .officer]),
                reader: Actor(person: ids[1], name: "P. Lindqvist", roles: [.reader, .owner, .approver])))
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Gazetteer, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? officer) { work in try body(Gazetteer(), work) }
    }

    /// The code that a piece of work is refused with.
    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (Gazetteer, Work) throws -> Void) async throws -> String? {
        try await refusal { try await write(by: actor, body) }?.code
    }

    func premises(_ name: String, _ type: PremisesType = .shop, area: String? = nil, sleeping: Bool? = nil) async throws -> Premises {
        try await write { try $0.register(NewPremises(name: name, area: area, type: type, sleeping: sleeping), $1) }
    }

    func view(_ reference: String, on day: Day? = nil) async throws -> PremisesView {
        let day = day ?? clock.clock.today
        return try await desk.read { session in try session.view(of: session.premises(reference), on: day) }
    }
}
