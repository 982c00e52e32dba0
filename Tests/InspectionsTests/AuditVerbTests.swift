import Inspections
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// The verbs of audits, on both engines, with what the journal says of each.
@Suite struct AuditVerbTests {
    @Test(arguments: Engine.allCases)
    func `an audit lives from its plan to a correction, and opens its follow-up`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            let audit = try await world.planned()
            #expect(audit.reference.text == "A-2025-0001" && audit.state(on: world.today) == .planned)
            #expect(try await world.refused { try $0.complete(audit, on: $1.today, $1) }?.code == "audit-without-day")
            let filled = try await world.write { try $0.fill(audit, AuditWorld.sheet(), version: 1, $1) }
            #expect(filled.state(on: world.today) == .underWay && filled.version == 2)
            let read = try await world.desk.read { try $0.audit("a-2025-0001") }
            #expect(read == filled && read.sheet.hours == Quantity("3.75") && read.sheet.met.map(\.words) == ["J. Owner (Manager)", "S. Porter"])
            let done = try await world.write { try $0.complete(filled, on: $1.today, version: 2, $1) }
            #expect(done.state(on: world.today) == .completed)
            #expect(try await world.refused { try $0.fill(done, AuditWorld.sheet(), $1) }?.code == "audit-completed")
            let followUp = try await world.desk.read { try $0.audit("A-2025-0002") }
            #expect(followUp.kind == .followUp && followUp.follows == audit.id && followUp.planned == world.today.adding(days: 28) && followUp.brief?.contains("Bins on the stairs") == true)
            let facts = try await world.facts(done)
            #expect(facts.followed.map(\.reference.text) == ["A-2025-0002"] && facts.owesLetter(on: world.today))
            world.set(Day(2025, 1, 8)!)
            let corrected = try await world.write {
                var sheet = done.sheet
                sheet.onSite = Quantity(3)
                return try $0.correct(done, sheet, because: "The clock was read wrong", $1)
            }
            #expect(corrected.corrected == Day(2025, 1, 8)! && corrected.correction == "The clock was read wrong" && corrected.completed == done.completed)
            #expect(try await world.desk.told(audit.subject) == [
                "person/1 planned the audit", "person/1 began the audit", "person/1 completed the audit", "person/1 opened the follow-up", "person/1 corrected the audit",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `who is not authorised is refused with each reason, until an approver makes an exception`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            let audit = try await world.planned(at: "P-2", complexity: .complex, band: .high)
            let refusal = try await world.refused { try $0.fill(audit, AuditWorld.sheet(), $1) }
            #expect(refusal?.code == "officer-not-authorised")
            for words in ["simple premises", "medium risk", "people sleep"] { #expect(refusal?.sentence.contains(words) == true, "\(words)") }
            #expect(try await world.refused { try $0.except(audit, because: "x", $1) }?.code == "not-allowed", "an officer is no approver")
            let exception = try await world.write(by: world.approver) { try $0.except(audit, because: "WM Birch goes along", $1) }
            #expect(exception.officer == audit.officer && exception.band == .high)
            let begun = try await world.write { try $0.fill(audit, AuditWorld.sheet(), $1) }
            #expect(try await world.refused(by: world.approver) { try $0.except(begun, because: "x", $1) }?.code == "exception-not-needed")
            let more = NewAudit(premises: "P-2", officer: "FF Ash", complexity: .complex, band: .veryHigh, planned: world.today)
            #expect(try await world.refused { try $0.replan(begun, more, $1) }?.code == "officer-not-authorised", "the exception was for less")
            let own = try await world.planned(at: "P-2", officer: "WM Birch", band: nil)
            #expect(try await world.refused(by: world.senior) { try $0.except(own, because: "x", $1) }?.code == "not-allowed", "nobody makes an exception for themselves")
            try await world.write(by: world.senior) { try $0.fill(own, AuditWorld.sheet(), $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an officer does not make an audit ask for less so that they may go, and the method's risk counts where it is more`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine, neighbours: AuditNeighbours(band: { premises, _, _ in premises.type == .office ? .high : nil })) { world in
            let audit = try await world.planned(band: .low)
            #expect(audit.band == .high)
            let less = NewAudit(premises: "P-1", officer: "FF Ash", kind: .specific, complexity: .simple, band: .veryLow, planned: world.today)
            #expect(try await world.refused { try $0.replan(audit, less, $1) }?.code == "own-demand-lowered")
            let anew = try await world.write(by: world.manager) { try $0.replan(audit, less, $1) }
            #expect(anew.kind == .specific && anew.band == .high)
            let home = try await world.planned(at: "P-2", band: .medium)
            #expect(home.band == .medium, "of those premises the method knows nothing")
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody authorises a post that they hold, or words a level that they have`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            let boss = Actor(person: world.senior.person ?? 0, name: "WM Birch", roles: [.reader, .manager])
            let wider = NewAuthorisationLevel(code: "full", name: "Full auditor", complexity: .complex, band: .veryHigh, sleeping: true, from: world.today)
            #expect(try await world.refused(by: boss) { try $0.define(wider, $1) }?.code == "own-authorisation")
            _ = try await world.write(by: world.manager) { try $0.define(wider, $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an authorisation lapses with its day, and a level is worded anew from a day`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            let held = try await world.desk.read { try $0.all(Authorisation.self, "ORDER BY id") }
            #expect(held[1].until == Day(2026, 12, 31)!, "36 months from 1 January 2024")
            try await world.write(by: world.manager) { try $0.end(held[0], until: Day(2025, 1, 5)!, $1) }
            let audit = try await world.planned()
            let refusal = try await world.refused { try $0.fill(audit, AuditWorld.sheet(), $1) }
            #expect(refusal?.sentence.contains("no authorisation on 6 January 2025: the last ended on 5 January 2025") == true)
            try await world.write(by: world.manager) { audits, work in
                try audits.define(NewAuthorisationLevel(code: "full", name: "Full auditor", kinds: [.short], complexity: .simple, band: .low, sleeping: false, from: Day(2025, 1, 7)!), work)
            }
            let levels = try await world.desk.read { try $0.all(AuthorisationLevel.self, "WHERE code = \("full") ORDER BY id") }
            #expect(levels.map(\.until) == [Day(2025, 1, 6)!, nil])
            #expect(try await world.refused { try $0.define(NewAuthorisationLevel(code: "x", name: "x", complexity: .simple, band: .low, sleeping: false, from: $1.today), $1) }?.code == "not-allowed")
            #expect(try await world.refused(by: world.manager) { try $0.authorise(NewAuthorisation(officer: "R. Okafor", level: "basic", from: $1.today), $1) }?.code == "own-authorisation")
            #expect(try await world.refused(by: world.manager) { try $0.authorise(NewAuthorisation(officer: "P. Lindqvist", level: "none", from: $1.today), $1) }?.code == "fields-need-attention")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a tablet sends again is kept once, and what was overtaken is refused`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            let audit = try await world.planned()
            let filled = try await world.write { try $0.fill(audit, AuditWorld.sheet(), version: 1, $1) }
            let again = try await world.write { try $0.fill(filled, AuditWorld.sheet(), version: 2, $1) }
            #expect(again.version == 2)
            var other = AuditWorld.sheet()
            other.notes = "Typed on another tablet"
            let late = other
            #expect(try await world.refused { try $0.fill(filled, late, version: 1, $1) }?.code == "changed-meanwhile")
            #expect(try await world.refused(by: world.reader) { try $0.fill(filled, late, $1) }?.code == "not-allowed")
            #expect(try await world.refused { try $0.fill(filled, AuditWorld.sheet(on: $1.today.adding(days: 1)), $1) }?.code == "fields-need-attention")
            let gone = try await world.write { try $0.abandon(filled, on: $1.today, because: "The premises are shut", $1) }
            #expect(gone.state(on: world.today) == .abandoned)
            #expect(try await world.refused { try $0.fill(gone, late, $1) }?.code == "audit-abandoned")
            #expect(try await world.refused { try $0.correct(gone, late, because: "x", $1) }?.code == "audit-not-completed")
        }
    }

    @Test func `what follows elsewhere is opened in the same piece of work, or nothing is`() async throws {
        let neighbours = AuditNeighbours(completed: { facts, work in
            if facts.audit.sheet.notes == "fail" { throw Refusal.conflict("elsewhere", "No.") }
            return facts.audit.sheet.formal.isEmpty ? nil : Subject(kind: "enforcement_case", number: 7)
        })
        try await AuditWorld.with(.sqlite, neighbours: neighbours) { world in
            var sheet = AuditWorld.sheet(.five)
            (sheet.outcomes, sheet.followUp, sheet.notes) = ([.enforcementNotice], nil, "fail")
            let failing = sheet
            let audit = try await world.planned()
            let filled = try await world.write { try $0.fill(audit, failing, $1) }
            #expect(try await world.refused { try $0.complete(filled, on: $1.today, $1) }?.code == "elsewhere")
            #expect(try await world.facts(audit).audit.completed == nil)
            sheet.notes = nil
            let passing = sheet
            let again = try await world.write { try $0.fill(filled, passing, $1) }
            let done = try await world.write { try $0.complete(again, on: $1.today, $1) }
            #expect(done.opened == Subject(kind: "enforcement_case", number: 7))
        }
    }
}
