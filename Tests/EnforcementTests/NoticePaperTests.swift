@testable import Enforcement
import Documents
import Kernel
import People
import Storage
import TestSupport
import Testing

/// What stands on a notice as it is printed: who serves it, who signs it, in which post and when.
@Suite struct NoticePaperTests {
    private static let first = Day(2025, 1, 6)!
    private static let printing = Enforcement(letterhead: Letterhead(name: "Northshire Fire and Rescue", address: "1 Beacon Road, Northport"))

    private static func text(_ notice: Notice, _ world: EnforcementWorld) async throws -> Document {
        let moment = world.clock.clock.now
        return try await world.desk.read { try printing.document(of: notice, at: moment, $0) }
    }

    @Test(arguments: Engine.allCases) func `it names the service, and whoever approved it with post and day`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let people = People()
                let (person, post) = (try people.findOrAdd(name: "GM Halloran", work), try people.add(NewParty(kind: .post, name: "Head of Protection"), work))
                try people.give(post: post.id, to: person.id, from: Self.first, work)
            }
            let own = try await world.openCase()
            let draft = try await world.write { try $0.draft(.enforcement, EnforcementWorld.filled(.enforcement), in: own, $1) }
            let blank = try await Self.text(draft, world).text
            #expect(blank.contains("Northshire Fire and Rescue, 1 Beacon Road, Northport") && blank.contains("____") && !blank.contains("Halloran"))
            let approved = try await world.approved(.enforcement)
            let signed = try await Self.text(approved, world)
            for words in ["Signed for Northshire Fire and Rescue", "GM Halloran", "Head of Protection", "6 January 2025"] { #expect(signed.text.contains(words), "\(words)") }
            let schedule = try #require(signed.blocks.firstIndex { if case .heading(let heading) = $0 { heading.words == "Schedule" } else { false } })
            #expect(signed.blocks[schedule - 1] == .page(.upright), "it begins on a page of its own")
        }
    }
}
