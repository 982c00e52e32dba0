import Kernel
import People
@testable import Quality
import Storage
import TestSupport
import Testing

/// A small service on a real database on 5 January 2026: three officers in two offices, of whom one holds a post that audits too, an approver, a manager and a
/// reader, a form in force, and audits of the last quarter as another slice would tell of them.
struct QualityWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    /// Audits in the north, by their own name and by the post that they hold.
    let ash: Actor
    /// Audits in the south.
    let birch: Actor
    /// Checks in the north.
    let clay: Actor
    let approver: Actor
    let manager: Actor
    let reader: Actor
    let quality: Quality

    static let names = ["FF Ash", "WM Birch", "SM Clay", "S. Marchetti", "R. Okafor", "P. Lindqvist"]
    static let first = Day(2026, 1, 5)!
    static let criteria = ["outcome-coded | The outcome is coded rightly | As the letter says.", "letter-sent | The letter was sent", "told | The responsible person was told"]

    /// Forty audits of the last quarter of 2025: every fourth by Ash's post, the rest by turns; one prohibition.
    static func audits(_ parties: [String: ID<Party>]) -> [AuditedWork] {
        (1...40).map { number in
            let officer = number % 4 == 0 ? "The North Auditor" : number % 2 == 0 ? "WM Birch" : "FF Ash"
            return AuditedWork(
                SampledAudit(
                    reference: Reference(checking: "A-2025-\(padded(number, to: 4))")!, officer: officer, office: officer == "WM Birch" ? "South" : "North", premisesType: number % 5 == 0 ? "hospital" : "office",
                    outcomes: number == 7 ? ["prohibition-notice"] : number % 3 == 0 ? ["letter"] : ["broadly-compliant"]),
                subject: Subject(kind: "audit", number: Int64(number)), officer: parties[officer]!, carriedOut: Day(2025, 10, 1)!.adding(days: number * 2), place: "Premises \(number)")
        }
    }

    static func with(_ engine: Engine, formless: Bool = false, _ body: (QualityWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Quality.migrations) { store in
            let clock = MovingClock(.inBritain(first, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let parties = try await desk.write(by: .operator) { work in
                let people = People()
                let from = Day(2020, 1, 1)!
                var ids: [String: ID<Party>] = [:]
                for name in names { ids[name] = try people.findOrAdd(name: name, work).id }
                let post = try people.add(NewParty(kind: .post, name: "The North Auditor"), work).id
                ids["The North Auditor"] = post
                try people.give(post: post, to: ids["FF Ash"]!, from: from, work)
                for (team, members) in [("North", ["FF Ash", "SM Clay"]), ("South", ["WM Birch"])] {
                    let id = try people.add(NewParty(kind: .team, name: team), work).id
                    for member in members { try people.join(team: id, person: ids[member]!, from: from, work) }
                }
                return ids
            }
            let audits = audits(parties)
            let quality = Quality(neighbours: QualityNeighbours(
                outcomes: [QualityCode("prohibition-notice", "Prohibition notice"), QualityCode("letter", "Letter"), QualityCode("broadly-compliant", "Broadly compliant")],
                types: [QualityCode("hospital", "Hospital"), QualityCode("office", "Office")], always: ["prohibition-notice"],
                audits: { span, _, _ in audits.filter { span.contains($0.carriedOut) } }, audit: { reference, _ in audits.first { $0.sampled.reference.key == reference.lowercased() } },
                findings: { _ in [(finding: Subject(kind: "finding", number: 3), words: "R3")] },
                openAction: { finding, what, owner, due, work in
                    guard finding.number == 3 else { throw Refusal.missing("finding-not-open", "There is no such finding.") }
                    return Subject(kind: "action", number: 9)
                }))
            func actor(_ index: Int, _ roles: Role...) -> Actor { Actor(person: parties[names[index]]!.number, name: names[index], roles: Set(roles + [.reader])) }
            let world = QualityWorld(
                desk: desk, clock: clock, ash: actor(0, .officer), birch: actor(1, .officer), clay: actor(2, .officer), approver: actor(3, .approver), manager: actor(4, .manager), reader: actor(5),
                quality: quality)
            if !formless {
                let form = try await world.write { try $0.draft(Self.form(), $1) }
                try await world.write(by: world.approver) { try $0.adopt(form, from: first, $1) }
            }
            try await body(world)
        }
    }

    static func form(_ criteria: [String] = criteria) -> NewQualityForm {
        var fields = Fields(["title": ["Check of an audit"], "criteria": criteria])
        return NewQualityForm(reading: &fields)
    }

    var today: Day { clock.clock.today }
    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Quality, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? manager) { [quality] work in try body(quality, work) }
    }

    func refused<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Quality, Work) throws -> T) async throws -> Refusal? {
        try await refusal { _ = try await write(by: actor, body) }
    }

    /// How it ends to fill in a check as its reviewer and complete it.
    func completing(_ check: QualityCheck, _ sheet: QualitySheet, on day: Day = first) async throws -> String? {
        try await refused(by: clay) { quality, work in
            let filled = try quality.fill(check, sheet, work)
            return try quality.complete(filled, on: day, work)
        }?.code
    }

    /// How it ends to plan a sample and draw it.
    func drawing(_ new: NewSamplingPlan, seed: Int = 1) async throws -> String? {
        try await refused { quality, work in
            let plan = try quality.plan(new, work)
            return try quality.draw(plan, seed: seed, work)
        }?.code
    }

    func facts(_ check: QualityCheck) async throws -> QualityCheckFacts { try await desk.read { try $0.facts(of: $0.qualityCheck(check.reference.text)) } }

    /// A check of an audit of FF Ash, which SM Clay makes.
    func opened(_ work: String = "A-2025-0001", by reviewer: String = "SM Clay") async throws -> QualityCheck {
        let due = today.adding(days: 28)
        return try await write { try $0.open(NewQualityCheck(work: work, reviewer: reviewer, due: due, why: "A complaint"), $1) }
    }

    func completed(_ sheet: QualitySheet = sheet()) async throws -> QualityCheck {
        let check = try await opened()
        let today = today
        return try await write(by: clay) { try $0.complete($0.fill(check, sheet, $1), on: today, $1) }
    }

    static func sheet(_ answers: [QualityAnswer] = [.pass, .fail, .pass], grade: QualityGrade? = .needsImprovement) -> QualitySheet {
        var sheet = QualitySheet()
        sheet.findings = zip(["outcome-coded", "letter-sent", "told"], answers).map { QualityFinding($0, $1, $1.isFault ? "It went out late" : nil) }
        (sheet.grade, sheet.summary) = (grade, "Letters are late")
        return sheet
    }

    static func sample(reviewers: [String] = ["SM Clay", "WM Birch", "FF Ash"], due: Day = Day(2026, 3, 31)!, rules: [SamplingRule] = [.eachOfficer(least: 2), .all(percent: 25)]) -> NewSamplingPlan {
        NewSamplingPlan(title: "Quarter 3", from: Day(2025, 10, 1)!, through: Day(2025, 12, 31)!, due: due, rules: rules, reviewers: reviewers)
    }
}
