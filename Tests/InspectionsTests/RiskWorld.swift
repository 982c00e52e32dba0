@testable import Inspections
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// A small service on a real database: a manager, an officer, a reader, and a desk whose clock the test moves, on 6 January 2025.
struct RiskWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager = Actor(person: 1, name: "R. Okafor", roles: [.reader, .manager])
    let officer = Actor(person: 2, name: "WM Adeyemi", roles: [.reader, .officer])
    let reader = Actor(person: 3, name: "P. Lindqvist", roles: [.reader, .owner, .approver])

    static func with(_ engine: Engine, _ body: (RiskWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Gazetteer.migrations + Inspections.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2025, 1, 6)!, hour: 10))
            try await body(RiskWorld(desk: Desk(store, clock: clock.clock), clock: clock))
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Risk, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? manager) { work in try body(Risk(), work) }
    }

    /// The code that a piece of work is refused with.
    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (Risk, Work) throws -> Void) async throws -> String? {
        try await refusal { try await write(by: actor, body) }?.code
    }

    func premises(_ name: String, _ type: PremisesType = .shop, height: Hundredths? = .zero, since: Day? = nil) async throws -> Premises {
        try await desk.write(by: manager) { work in
            try Gazetteer().register(NewPremises(name: name, type: type, height: height), since: since ?? work.today, work)
        }
    }

    /// An edition that is adopted.
    @discardableResult
    func adopted(_ method: RiskMethod, on day: Day? = nil) async throws -> RiskEdition {
        try await write { risk, work in try risk.adopt(risk.add(method, work), on: day ?? work.today, work) }
    }

    /// Compliance that was found on a day.
    @discardableResult
    func note(_ level: Int, of premises: Premises, on day: Day) async throws -> NotedCompliance {
        try await write(by: officer) { risk, work in try risk.note(NewNotedCompliance(on: day, level: level, source: "The former system"), of: premises, work) }
    }

    func facts(_ premises: Premises, on day: Day? = nil) async throws -> RiskFacts {
        let day = day ?? clock.clock.today
        return try await desk.read { session in try session.riskFacts(of: premises, on: day) }
    }
}
