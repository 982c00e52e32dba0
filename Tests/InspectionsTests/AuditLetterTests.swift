@testable import Inspections
import Documents
import Kernel
import People
import Storage
import TestSupport
import Testing

/// The letter with the result of an audit.
@Suite struct AuditLetterTests {
    @Test(arguments: Engine.allCases)
    func `a letter is frozen when it is sent, and a correction changes no word of it`(_ engine: Engine) async throws {
        let neighbours = AuditNeighbours(letterDue: { _ in { $0.adding(days: 14) } })
        try await AuditWorld.with(engine, neighbours: neighbours) { world in
            let audit = try await world.planned()
            let filled = try await world.write { try $0.fill(audit, AuditWorld.sheet(), $1) }
            #expect(try await world.refused { try $0.sendLetter(of: filled, to: ["A"], on: $1.today, $1) }?.code == "audit-not-completed")
            let done = try await world.write { try $0.complete(filled, on: $1.today, $1) }
            #expect(try await world.refused { try $0.sendLetter(of: done, to: [], on: $1.today, $1) }?.code == "fields-need-attention")
            #expect(try await world.refused { try $0.sendLetter(of: done, to: ["A"], on: $1.today.adding(days: -1), $1) }?.code == "fields-need-attention")
            let letter = try await world.write { try $0.sendLetter(of: done, to: ["J. Owner, 1 Quay Street"], on: $1.today, $1) }
            try await world.write {
                var sheet = done.sheet
                sheet.findings[1].found = "Bicycles on the stairs"
                try $0.correct(done, sheet, because: "They were bicycles", $1)
            }
            let read = try await world.desk.read { try $0.auditLetter(letter.id, of: done) }
            #expect(read == letter && read.recipients == ["J. Owner, 1 Quay Street"])
            let text = try await String(decoding: PaperFormat.text.bytes(of: world.audits.document(of: read)), as: UTF8.self)
            for words in ["A-2025-0001", "Bins on the stairs", "J. Owner, 1 Quay Street", "Article 14", "This letter is not a notice"] { #expect(text.contains(words), "\(words)") }
            #expect(!text.contains("Bicycles") && !text.contains("Draft") && !text.contains("S. Porter"), "whom the officer met stays inside")
            let again = try await world.desk.read { try world.audits.draftLetter(of: $0.audit(done.reference.text), at: .inBritain(AuditWorld.first, hour: 10), $0) }
            #expect(try await String(decoding: PaperFormat.text.bytes(of: again), as: UTF8.self).contains("Bicycles on the stairs"))
            let facts = try await world.desk.read { try $0.facts(of: $0.audit(done.reference.text), neighbours) }
            #expect(facts.letterDue == AuditWorld.first.adding(days: 14) && !facts.owesLetter(on: world.today))
        }
    }

    @Test func `an audit that ends in a notice alone has no letter`() async throws {
        try await AuditWorld.with(.sqlite) { world in
            var sheet = AuditWorld.sheet(.five)
            (sheet.outcomes, sheet.followUp) = ([.prohibitionNotice], nil)
            let formal = sheet
            let audit = try await world.planned()
            let done = try await world.write { try $0.complete($0.fill(audit, formal, $1), on: $1.today, $1) }
            #expect(try await world.refused { try $0.sendLetter(of: done, to: ["A"], on: $1.today, $1) }?.code == "audit-has-no-letter")
        }
    }
}
