import Inspections
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// A small service on a real database on 6 January 2025: two officers, an approver, a manager and a reader, an office and a care home.
struct AuditWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    /// May audit simple premises up to medium risk in which nobody sleeps.
    let officer: Actor
    /// May audit all.
    let senior: Actor
    let approver: Actor
    let manager: Actor
    let reader: Actor
    let audits: Audits

    static let names = ["FF Ash", "WM Birch", "GM Halloran", "R. Okafor", "P. Lindqvist"]
    static let first = Day(2025, 1, 6)!

    static func with(_ engine: Engine, neighbours: AuditNeighbours = .none, _ body: (AuditWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Gazetteer.migrations + Inspections.migrations) { store in
            let clock = MovingClock(.inBritain(first, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let audits = Audits(neighbours: neighbours, sender: Letterhead(name: "Northshire Fire and Rescue"))
            let ids = try await desk.write(by: .operator) { work in
                for (reference, name, type) in [("P-1", "Harbour House", PremisesType.office), ("P-2", "The Limes", .careHome)] {
                    try work.add("added the premises") { id in
                        Premises(id: id, reference: try Reference(reference), name: name, address: ["1 Quay Street"], postcode: Postcode(written: "NR1 2AB"), type: type, since: work.today)
                    }
                }
                let ids = try names.map { try People().findOrAdd(name: $0, work).id.number }
                let from = Day(2020, 1, 1)!
                try audits.define(NewAuthorisationLevel(code: "basic", name: "Basic auditor", kinds: [.full, .short, .followUp], complexity: .simple, band: .medium, sleeping: false, from: from), work)
                try audits.define(NewAuthorisationLevel(code: "full", name: "Full auditor", complexity: .complex, band: .veryHigh, sleeping: true, revalidate: 36, from: from), work)
                try audits.authorise(NewAuthorisation(officer: names[0], level: "basic", from: from), work)
                try audits.authorise(NewAuthorisation(officer: names[1], level: "full", from: Day(2024, 1, 1)!), work)
                return ids
            }
            func actor(_ index: Int, _ roles: Role...) -> Actor { Actor(person: ids[index], name: names[index], roles: Set(roles + [.reader])) }
            try await body(AuditWorld(
                desk: desk, clock: clock, officer: actor(0, .officer), senior: actor(1, .officer, .approver), approver: actor(2, .approver), manager: actor(3, .manager),
                reader: actor(4), audits: audits))
        }
    }

    var today: Day { clock.clock.today }
    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Audits, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? officer) { [audits] work in try body(audits, work) }
    }

    func refused(by actor: Actor? = nil, _ body: @escaping @Sendable (Audits, Work) throws -> Void) async throws -> Refusal? {
        try await refusal { try await write(by: actor, body) }
    }

    func planned(at premises: String = "P-1", officer: String = "FF Ash", kind: AuditKind = .full, complexity: AuditComplexity = .simple, band: AuditRisk? = .low) async throws -> Audit {
        let today = today
        return try await write {
            try $0.plan(NewAudit(premises: premises, officer: officer, kind: kind, complexity: complexity, band: band, planned: today), $1)
        }
    }

    func facts(_ audit: Audit) async throws -> AuditFacts { try await desk.read { try $0.facts(of: $0.audit(audit.reference.text)) } }

    /// A sheet on which an audit can be completed, carried out on a day.
    static func sheet(on day: Day = first, _ level: ComplianceLevel = .four) -> AuditSheet {
        var sheet = AuditSheet()
        sheet.carriedOut = day
        (sheet.onSite, sheet.besides) = (Quantity("2.5"), Quantity("1.25"))
        sheet.met = [PersonMet("J. Owner", "Manager"), PersonMet("S. Porter")]
        sheet.evidence = AuditEvidence(seen: [.riskAssessment, .alarmLog], missing: [.drills])
        sheet.findings = [AuditFinding("9", .two), AuditFinding("14", level, level.isDeficient ? "Bins on the stairs" : nil)]
        sheet.result = level.isDeficient ? .unsatisfactory : .satisfactory
        sheet.outcomes = level.isDeficient ? [.letterWithRevisit] : [.educateAndInform]
        sheet.followUp = level.isDeficient ? day.adding(days: 28) : nil
        (sheet.nextDue, sheet.nextBecause) = (day.adding(months: 36), "Medium risk")
        return sheet
    }
}
