import Kernel
import Library
import People
import Storage
import TestSupport
import Testing

/// A small service on a real database: a manager, an owner, a reader, and a desk whose clock the test moves, on 6 January 2025.
/// What documents answer here are persons and posts, as People is the slice that is at hand.
struct LibraryWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager: Actor
    let owner: Actor
    let reader: Actor
    let library = Library(naming: LibraryWorld.naming)

    static let naming = Naming([NamedKind(Party.self, "People") { Name($0.name, at: ["people", "\($0.id)"]) }] + Library.naming)
    static let names = ["R. Okafor", "GM Halloran", "P. Lindqvist", "Chief Fire Officer"]

    static func with(_ engine: Engine, _ body: (LibraryWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Library.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2025, 1, 6)!, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let ids = try await desk.write(by: .operator) { work in
                try names.map { try People().findOrAdd(name: $0, work).id.number }
            }
            try await body(LibraryWorld(
                desk: desk, clock: clock,
                manager: Actor(person: ids[0], name: names[0], roles: [.reader, .manager]),
                owner: Actor(person: ids[1], name: names[1], roles: [.reader, .owner]),
                reader: Actor(person: ids[2], name: names[2], roles: [.reader])))
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    /// The enforcement policy, which GM Halloran answers for, with a version in force from 1 March 2024.
    func policy() async throws -> ControlledDocument {
        try await write { library, work in
            let document = try library.register(NewDocument(
                title: "Enforcement policy", kind: .policy, owner: "gm halloran", answers: [Subject(kind: "party", number: 4)]), work)
            try library.add(NewVersion(label: "1", inForce: Day(2024, 3, 1)!, change: "The first", nextReview: Day(2025, 3, 1)!), to: document, work)
            return document
        }
    }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Library, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? manager) { [library] work in try body(library, work) }
    }

    /// The code that a piece of work is refused with.
    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (Library, Work) throws -> Void) async throws -> String? {
        try await refusal { try await write(by: actor, body) }?.code
    }

    func view(_ reference: String = "enforcement-policy", on day: Day? = nil) async throws -> DocumentView {
        let day = day ?? clock.clock.today
        return try await desk.read { session in DocumentView(try session.facts(of: session.document(reference)), on: day) }
    }

    /// What the journal says happened to the document, oldest first.
    func told(_ document: ControlledDocument) async throws -> [String] { try await desk.told(document.subject) }
}
