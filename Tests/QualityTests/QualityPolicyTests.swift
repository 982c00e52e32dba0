import Kernel
import People
@testable import Quality
import Storage
import TestSupport
import Testing

/// Who may read and do what with a check of FF Ash's work, which SM Clay makes.
@Suite struct QualityPolicyTests {
    @Test func `whoever did the work reads a check once it is completed, whatever else they may do`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            let check = try await world.opened()
            let open = try await world.facts(check)
            let done = try await world.facts(world.write(by: world.clay) { try $0.complete($0.fill(check, QualityWorld.sheet(), $1), on: $1.today, $1) })
            let ashAsManager = Actor(person: world.ash.person, name: world.ash.name, roles: [.officer, .manager, .approver, .administrator])
            for (actor, before, after) in [
                (world.ash, false, true), (ashAsManager, false, true), (world.birch, false, false), (world.clay, true, true), (world.approver, true, true), (world.manager, true, true), (world.reader, false, false),
            ] {
                let parties = try await world.desk.read { try Parties($0).actedFor(by: actor, on: world.today) }
                #expect(QualityPolicy.reads(open, actingFor: parties, on: world.today).allows(actor) == before, "\(actor.name), open")
                #expect(QualityPolicy.reads(done, actingFor: parties, on: world.today).allows(actor) == after, "\(actor.name), completed")
                let isAsh = actor.person == world.ash.person
                #expect(QualityPolicy.replies(to: done, actingFor: parties).allows(actor) == isAsh, "\(actor.name) answers")
                #expect(QualityPolicy.fills(open, actingFor: parties).allows(actor) == (actor == world.clay), "\(actor.name) fills in")
                #expect(QualityPolicy.assigns(open, actingFor: parties).allows(actor) == (actor == world.manager), "\(actor.name) assigns")
                #expect(QualityPolicy.remedies(done, actingFor: parties).allows(actor) == (actor == world.manager || actor == world.clay), "\(actor.name) has something done")
            }
            #expect(QualityPolicy.fills(open, actingFor: []).allows(.operator))
        }
    }

    @Test func `a manager who audits has none of their own work checked as they like`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            let ash = Actor(person: world.ash.person, name: world.ash.name, roles: [.manager])
            let opening = try await world.refused(by: ash) { try $0.open(NewQualityCheck(work: "A-2025-0001", reviewer: "SM Clay", due: QualityWorld.first, why: "x"), $1) }
            #expect(opening?.code == "not-allowed")
            let check = try await world.opened()
            for code in [
                try await world.refused(by: ash) { try $0.callOff(check, because: "x", $1) }?.code,
                try await world.refused(by: ash) { try $0.assign(check, QualityAssignment(kind: .desktop, reviewer: "WM Birch", due: QualityWorld.first), $1) }?.code,
            ] { #expect(code == "not-allowed") }
            let list = try await world.desk.read { try $0.qualityChecks(readBy: ash, on: world.today) }
            #expect(list.isEmpty)
        }
    }

    @Test(arguments: ["plans", "drafts", "reads plans", "enters"])
    func `roles open what they should`(_ what: String) {
        let (permission, roles): (Permission, Set<Role>) = switch what {
        case "plans": (QualityPolicy.plans, [.manager, .administrator])
        case "drafts": (QualityPolicy.drafts, [.manager, .administrator])
        case "reads plans": (QualityPolicy.readsPlans, [.approver, .manager, .administrator])
        default: (QualityPolicy.enters, [.officer, .approver, .manager, .administrator])
        }
        for role in Role.allCases { #expect(permission.allows(Actor(person: 1, name: "x", roles: [role])) == roles.contains(role), "\(what): \(role)") }
    }
}
