@testable import App
import Enforcement
import Inspections
import Kernel
import People
import Premises
@testable import Storage
import TestSupport

/// What random histories do with audits, authorisations and letters.
extension Deeds {
    private var audits: Audits { Audits(neighbours: reactions(with: Enforcement())) }

    private func audit(_ id: ID<Audit>) throws -> Audit { try work.session.all(Audit.self, "WHERE id = \(id)")[0] }

    private mutating func newAudit() throws -> NewAudit {
        NewAudit(
            premises: try chance(9) ? "none" : one(Premises.self).reference.text, officer: try chance(6) ? RandomWords.name(&dice) : party(.person).name, kind: pick(AuditKind.self),
            origin: pick(AuditOrigin.self), complexity: pick(AuditComplexity.self), band: chance(4) ? nil : pick(AuditRisk.self), planned: day(), brief: note())
    }

    private mutating func newSheet() -> AuditSheet {
        var sheet = AuditSheet()
        sheet.carriedOut = chance(9) ? someDay() : work.today
        (sheet.onSite, sheet.besides) = (chance(9) ? nil : Quantity(millionths: 1_250_000), chance(2) ? Quantity(1) : nil)
        sheet.met = chance(2) ? [PersonMet("A. Person", "Manager")] : []
        sheet.evidence = AuditEvidence(seen: [pick(AuditDocument.self)], missing: chance(2) ? [pick(AuditDocument.self)] : [])
        sheet.findings = chance(9) ? [] : [AuditFinding("9", pick(ComplianceLevel.self), text()), AuditFinding("14", pick(ComplianceLevel.self), chance(9) ? nil : text())]
        (sheet.result, sheet.outcomes) = (chance(9) ? nil : pick(AuditResult.self), chance(9) ? [] : AuditOutcome.allCases.filter { [pick(AuditOutcome.self), .letter].contains($0) })
        (sheet.departure, sheet.notes) = (chance(4) ? nil : text(), note())
        (sheet.followUp, sheet.nextDue, sheet.nextBecause) = (work.today.adding(days: 30), someDay(), chance(9) ? nil : text())
        return sheet
    }

    private mutating func authoriseSomebody() throws {
        let person = try party(.person)
        if chance(2) { try audits.define(NewAuthorisationLevel(code: chance(2) ? "a" : "b", name: text(), kinds: AuditKind.allCases, complexity: .complex, band: .veryHigh, sleeping: true, revalidate: chance(2) ? 24 : nil, from: work.today), work) }
        try audits.authorise(NewAuthorisation(officer: person.name, level: chance(2) ? "a" : "b", from: work.today, until: someDay(), note: note()), work)
    }

    /// All the way at once, since by single steps hardly any audit comes as far.
    private static let carrying: Deed = {
        let person = try $0.party(.person)
        let today = $0.work.today
        if try $0.work.session.count(AuthorisationLevel.self, "WHERE code = \("c") AND from_on >= \(today)") == 0 {
            try $0.audits.define(NewAuthorisationLevel(code: "c", name: "All", complexity: .complex, band: .veryHigh, sleeping: true, from: today), $0.work)
        }
        try $0.audits.authorise(NewAuthorisation(officer: person.name, level: "c", from: today), $0.work)
        let audit = try $0.audits.plan(NewAudit(premises: $0.one(Premises.self).reference.text, officer: person.name, complexity: .complex, planned: today), $0.work)
        var sheet = $0.newSheet()
        sheet.carriedOut = today
        let done = try $0.audits.complete($0.audits.fill(audit, sheet, $0.work), on: today, $0.work)
        try $0.audits.sendLetter(of: done, to: ["A. Owner, 1 Quay Street"], on: today, $0.work)
    }

    static let auditDeeds: [(name: String, deed: Deed)] = [
        ("planned an audit", { try $0.audits.plan($0.newAudit(), $0.work) }),
        ("planned an audit anew", {
            let audit = try $0.one(Audit.self)
            try $0.audits.replan(audit, $0.newAudit(), version: $0.version(audit.version), $0.work)
        }),
        ("filled in an audit", {
            let audit = try $0.one(Audit.self)
            try $0.audits.fill(audit, $0.newSheet(), version: $0.version(audit.version), $0.work)
        }),
        ("completed an audit", { try $0.audits.complete($0.one(Audit.self), on: $0.work.today, $0.work) }),
        ("carried out an audit", carrying),
        ("carried out another audit", carrying),
        ("corrected an audit", { try $0.audits.correct($0.one(Audit.self, "WHERE completed_on IS NOT NULL"), $0.newSheet(), because: $0.text(), $0.work) }),
        ("abandoned an audit", { try $0.audits.abandon($0.one(Audit.self), on: $0.work.today, because: $0.text(), $0.work) }),
        ("made an exception", { try $0.audits.except($0.one(Audit.self), because: $0.text(), $0.work) }),
        ("sent a letter", { try $0.audits.sendLetter(of: $0.one(Audit.self), to: [$0.text()], on: $0.work.today, $0.work) }),
        ("authorised an officer", { try $0.authoriseSomebody() }),
        ("ended an authorisation", { try $0.audits.end($0.one(Authorisation.self), until: $0.day(), $0.work) }),
        ("ended a level", { try $0.audits.end($0.one(AuthorisationLevel.self), until: $0.day(), $0.work) }),
    ]
}
