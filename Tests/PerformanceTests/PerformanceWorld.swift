import Kernel
import People
import Performance
import Storage
import TestSupport
import Testing

/// A small service on a real database, with a manager, the owner of a measure, a reader, and a desk whose clock the test moves, on 6 April 2026.
struct PerformanceWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let performance: Performance
    let manager = Actor(person: 1, name: "R. Okafor", roles: [.reader, .manager])
    let owner = Actor(person: 2, name: "P. Lindqvist", roles: [.reader])
    let reader = Actor(person: 3, name: "M. Abara", roles: [.reader])

    static func with(_ engine: Engine, figures: [LiveFigure] = [], _ body: (PerformanceWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Performance.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2026, 4, 6)!, hour: 10))
            let world = PerformanceWorld(desk: Desk(store, clock: clock.clock), clock: clock, performance: Performance(figures: figures))
            try await world.desk.write(by: .operator) { work in
                for name in ["R. Okafor", "P. Lindqvist", "M. Abara"] { try People().add(NewParty(kind: .person, name: name), work) }
            }
            try await body(world)
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Performance, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? manager) { [performance] work in try body(performance, work) }
    }

    /// The code that a piece of work is refused with.
    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (Performance, Work) throws -> Void) async throws -> String? {
        try await refusal { try await write(by: actor, body) }?.code
    }

    func view(_ reference: String, on day: Day) async throws -> PerformanceView {
        try await desk.read { [performance] session in try performance.view(reference, on: day, session) }
    }
}

extension NewPerformanceMeasure {
    /// Audits finished, of those planned, in per cent, by P. Lindqvist.
    static let audits = NewPerformanceMeasure(
        title: "Audits finished in time", meaning: "Audits finished by their day, of those due in the month.", kind: .rate, unit: "%", decimals: 1, numerator: "Finished in time",
        denominator: "Due in the month", multiplier: 100, owner: "P. Lindqvist")
    /// Fires in homes: a count, of which fewer are better.
    static let fires = NewPerformanceMeasure(title: "Fires in homes", meaning: "Accidental fires in dwellings.", unit: "fires", polarity: .lower, owner: "P. Lindqvist")
}

/// The first day of a month.
func month(_ year: Int, _ month: Int) -> Day { Day(year, month, 1)! }
func quantity(_ text: String) -> Quantity { Quantity(text)! }
