import Kernel
import People
import Reviews
import Storage
import TestSupport
import Testing

/// A small service on a real database: a manager, a reader and a desk whose clock the test moves. It begins on 1 September 2023.
/// What reviews speak of here are persons, as People is the slice that is at hand: they stand for plans and findings.
struct ReviewWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager: Actor
    let reader: Actor
    let reviews = Reviews(naming: ReviewWorld.naming)

    /// A review may be answered by a plan and a recommendation by a finding, so a table with these names stands in for them.
    static let naming = Naming([NamedKind(Party.self, "People") { Name($0.name, at: ["people", "\($0.id)"]) }])

    static func with(_ engine: Engine, _ body: (ReviewWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Reviews.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2023, 9, 1)!, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let ids = try await desk.write(by: .operator) { work in
                try ["R. Okafor", "P. Lindqvist"].map { try People().findOrAdd(name: $0, work).id.number }
            }
            try await body(ReviewWorld(
                desk: desk, clock: clock,
                manager: Actor(person: ids[0], name: "R. Okafor", roles: [.reader, .manager]),
                reader: Actor(person: ids[1], name: "P. Lindqvist", roles: [.reader])))
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    static func inspection(
        _ title: String = "Inspection", round: String = "round-3", commissioned: Day = Day(2023, 5, 1)!, reported: Day? = Day(2023, 8, 30)!
    ) -> NewReview {
        NewReview(title: title, kind: .inspection, reviewer: "HMICFRS", round: round, scope: "Every question", commissionedOn: commissioned, reportedOn: reported)
    }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Reviews, Work) throws -> T) async throws -> T {
        try await desk.write(by: manager) { [reviews] work in try body(reviews, work) }
    }

    func refusal(at place: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable (Reviews, Work) throws -> Void) async -> Refusal? {
        await #expect(throws: Refusal.self, sourceLocation: place) { try await write(body) }
    }

    func refuses(with code: String, at place: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable (Reviews, Work) throws -> Void) async {
        let refusal = await refusal(at: place, body)
        #expect(refusal?.code == code, sourceLocation: place)
    }

    func refuses(fields: [String], at place: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable (Reviews, Work) throws -> Void) async {
        let refusal = await refusal(at: place, body)
        #expect(refusal?.fields.map(\.name) == fields, sourceLocation: place)
    }

    func view(_ reference: String = "inspection", on day: Day? = nil) async throws -> ReviewView? {
        let day = day ?? clock.clock.today
        return try await desk.read { session in
            ReviewView(try session.facts(of: session.review(reference)), among: try session.allReviews(), on: day)
        }
    }
}
