import Enforcement
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// A small service on a real database, with a manager, a reader, and a desk whose clock the test moves, on 6 January 2025.
struct PolicyWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager = Actor(person: 1, name: "R. Okafor", roles: [.reader, .manager])
    let reader = Actor(person: 2, name: "P. Lindqvist", roles: [.reader])

    static func with(_ engine: Engine, _ body: (PolicyWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Gazetteer.migrations + Enforcement.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2025, 1, 6)!, hour: 10))
            try await body(PolicyWorld(desk: Desk(store, clock: clock.clock), clock: clock))
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (EnforcementPolicies, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? manager) { work in try body(EnforcementPolicies(), work) }
    }

    /// The code that a piece of work is refused with.
    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (EnforcementPolicies, Work) throws -> Void) async throws -> String? {
        try await refusal { try await write(by: actor, body) }?.code
    }

    /// The edition that counts on a day, with its objectives.
    func policy(on day: Day) async throws -> (policy: EnforcementPolicy, objectives: [EnforcementObjective])? {
        try await desk.read { session in try session.enforcementPolicy(inForceOn: day).map { ($0, try session.objectives(of: $0)) } }
    }
}
