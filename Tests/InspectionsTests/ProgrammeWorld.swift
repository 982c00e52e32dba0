@testable import Inspections
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// A small service on a real database on 6 January 2025: a method, thirty premises in two towns, two officers, and the programme of 2025/26 begun.
struct ProgrammeWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager = Actor(person: 1, name: "R. Okafor", roles: [.reader, .manager])
    let approver = Actor(person: 2, name: "S. Marchetti", roles: [.reader, .approver])
    let officer = Actor(person: 3, name: "FF Ash", roles: [.reader, .officer])
    let programmes = Programmes()

    static let first = Day(2025, 1, 6)!

    static func with(_ engine: Engine, _ body: (ProgrammeWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Gazetteer.migrations + Inspections.migrations) { store in
            let clock = MovingClock(.inBritain(first, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            try await desk.write(by: .operator) { work in
                for name in ["R. Okafor", "S. Marchetti", "FF Ash", "WM Birch"] { _ = try People().findOrAdd(name: name, work) }
                try Risk().adopt(Risk().add(Methods.small, work), on: work.today, work)
                let (north, south) = (Place(latitude: 52.9, longitude: 1.2), Place(latitude: 52.5, longitude: 1.2))
                for number in 1...30 {
                    let type: PremisesType = number % 6 == 0 ? .careHome : number % 5 == 0 ? .office : .shop
                    try work.add("added the premises") { id in
                        Premises(id: id, reference: try Reference("N-\(number)"), name: "House \(number)", place: number % 2 == 0 ? north : south, type: type, height: .zero, since: work.today)
                    }
                }
                let from = Day(2020, 1, 1)!
                let audits = Audits()
                try audits.define(NewAuthorisationLevel(code: "basic", name: "Basic", kinds: [.full, .short], complexity: .simple, band: .veryHigh, sleeping: false, from: from), work)
                try audits.define(NewAuthorisationLevel(code: "full", name: "Full", complexity: .complex, band: .veryHigh, sleeping: true, from: from), work)
                try audits.authorise(NewAuthorisation(officer: "FF Ash", level: "basic", from: from), work)
                try audits.authorise(NewAuthorisation(officer: "WM Birch", level: "full", from: from), work)
            }
            let world = ProgrammeWorld(desk: desk, clock: clock)
            try await world.begin()
            try await body(world)
        }
    }

    static let setting = ProgrammeSetting(
        full: Hundredths(740), short: Hundredths(370), demand: ["complaint": Hundredths(100_00)],
        targets: [ProgrammeTarget(type: "care-home", percent: 100), ProgrammeTarget(month: 5, least: 2)], themes: [ProgrammeTheme("Offices", 2, ["office"])],
        sample: ProgrammeSample(band: "very-low", count: 1, seed: 7))

    private func begin() async throws {
        try await write { programmes, work in
            let programme = try programmes.begin(NewProgramme(year: 2025, setting: Self.setting), work)
            for (name, latitude) in [("FF Ash", 52.9), ("WM Birch", 52.5)] {
                try programmes.staff(
                    NewOfficerCapacity(officer: name, fte: Hundredths(50), away: [10, 10, 10, 10], auditPercent: 40, base: "Office", place: Place(latitude: latitude, longitude: 1.2)), in: programme, work)
            }
        }
    }

    var today: Day { clock.clock.today }
    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Programmes, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? manager) { [programmes] work in try body(programmes, work) }
    }

    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (Programmes, Work) throws -> Void) async throws -> String? {
        try await refusal { try await write(by: actor, body) }?.code
    }

    func programme() async throws -> Programme { try await desk.read { try $0.programme("P-2025") } }

    @discardableResult
    func made(from: Day? = nil) async throws -> YearPlan { try await programmes.make(of: "P-2025", from: from, seconds: 20, by: manager, at: desk).1 }

    /// A plan that is made and adopted.
    @discardableResult
    func adopted() async throws -> YearPlan {
        let (plan, programme) = (try await made(), try await programme())
        try await write(by: approver) { try $0.adopt(plan, of: programme, $1) }
        return plan
    }

    /// Carries out and completes the first open audit of premises.
    func carryOut(_ audit: Audit, on day: Day) async throws {
        set(day)
        try await desk.write(by: .operator) { work in
            let audits = Audits()
            try audits.complete(audits.fill(work.session.audit(audit.reference.text), AuditWorld.sheet(on: day, .two), work), on: day, work)
        }
    }
}
