import Enforcement
import Kernel
import People
import Storage
import TestSupport
import Testing

/// That what is served is what a second person read and approved, on both engines.
@Suite struct ApprovalTests {
    private static let first = Day(2025, 1, 6)!
    private static let approval = NewNoticeEvent(.approved, on: first)

    @Test(arguments: Engine.allCases)
    func `what was sent back stays so, and whoever edited it does not approve it`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.approved(.enforcement)
            let returned = try await world.record(.sendingBack, NewNoticeEvent(.returned, on: Self.first, note: "Too near"), of: notice)
            #expect(try await world.code { try $0.strike(returned, of: notice, because: "x", $1) } == "event-not-last")
            let editor = Actor(person: world.signer.person, name: "GM Halloran", roles: [.manager, .approver])
            let edited = try await world.write(by: editor) { try $0.edit(notice, EnforcementWorld.filled(.enforcement), $1) }
            #expect(try await world.refused(.approval, Self.approval, of: edited, by: world.signer)?.code == "not-allowed", "who edited it")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a draft that changed since it was read is not approved, and neither is one by an authority that lapsed`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let own = try await world.openCase()
            try await world.ground(own)
            let notice = try await world.write { try $0.draft(.prohibition, EnforcementWorld.filled(.prohibition), in: own, $1) }
            try await world.write { try $0.edit(notice, EnforcementWorld.filled(.prohibition), $1) }
            #expect(try await world.code(by: world.signer) { try $0.record(.approval, Self.approval, of: notice, version: 1, $1) } == "changed-meanwhile")
            world.set(Self.first.adding(days: 2))
            try await world.write(by: .operator) { enforcement, work in
                for authority in try work.session.all(SigningAuthority.self, "WHERE type = 'prohibition'") { try enforcement.end(authority, until: Self.first, work) }
            }
            #expect(try await world.code(by: world.signer) { try $0.record(.approval, Self.approval, of: notice, version: 2, $1) } == "no-signing-authority")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an enforcement notice is not amended to name no article`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.served(.enforcement)
            let amendment = NewAmendment(on: Self.first, articles: [], substance: "More.", note: "x")
            #expect(try await world.code { try $0.amend(notice, amendment, $1) } == "fields-need-attention")
        }
    }
}
