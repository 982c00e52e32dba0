import Kernel
import People
import Quality
import Storage
import TestSupport
import Testing

/// A small service on a real database on 7 April 2026: two officers whose audits of the last quarter are on hand, three reviewers of whom one is a manager, an
/// approver, and a form of five criteria in force.
struct TogetherWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let quality: Quality
    let officer: Actor
    let manager: Actor
    let approver: Actor
    let reviewers: [Actor]

    static let first = Day(2026, 4, 7)!
    static let names = ["WM Ferris", "CC Adeyemi", "SM Amis", "GM Halloran", "R. Okafor", "S. Marchetti"]
    static let criteria = ["coded", "letter", "paragraphs", "hours", "notice"]

    static func with(_ engine: Engine, _ body: (TogetherWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Quality.migrations) { store in
            let clock = MovingClock(.inBritain(first, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let ids = try await desk.write(by: .operator) { work in try names.map { try People().findOrAdd(name: $0, work).id.number } }
            func actor(_ index: Int, _ roles: Role...) -> Actor { Actor(person: ids[index], name: names[index], roles: Set(roles + [.reader])) }
            let audits: @Sendable (Int) -> AuditedWork? = { number in
                guard (1...40).contains(number), let reference = try? Reference("A-2026-\(String(10000 + number).dropFirst())") else { return nil }
                let officer = number % 2
                let sampled = SampledAudit(reference: reference, officer: names[officer], premisesType: "shop", outcomes: ["letter"])
                return AuditedWork(sampled, subject: Subject(kind: "audit", number: Int64(number)), officer: ID(ids[officer]), carriedOut: Day(2026, 1, 5)!.adding(days: number * 2), place: "Shop \(number)")
            }
            let neighbours = QualityNeighbours(audit: { written, _ in
                guard written.uppercased().hasPrefix("A-2026-"), let number = Int(written.dropFirst(7)) else { return nil }
                return audits(number)
            })
            let world = TogetherWorld(
                desk: desk, clock: clock, quality: Quality(neighbours: neighbours), officer: actor(0, .officer), manager: actor(4, .manager), approver: actor(5, .approver),
                reviewers: [actor(2, .officer), actor(3, .officer), actor(4, .manager)])
            try await world.write { quality, work in
                try quality.draft(NewQualityForm(title: "Audit file", criteria: criteria.map { QualityCriterion($0, "The \($0) is right") }), work)
            }
            try await world.write(by: world.approver) { quality, work in try quality.adopt(work.session.qualityForm("1"), from: work.today, work) }
            try await body(world)
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }
    var today: Day { clock.clock.today }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Quality, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? manager) { [quality] work in try body(quality, work) }
    }

    func refused(by actor: Actor? = nil, _ body: @escaping @Sendable (Quality, Work) throws -> Void) async throws -> Refusal? {
        try await refusal { try await write(by: actor, body) }
    }

    func opened(_ work: String = "A-2026-0002", reviewers: [String] = ["SM Amis", "GM Halloran", "R. Okafor"]) async throws -> Calibration {
        let due = today.adding(days: 14)
        return try await write { try $0.open(NewCalibration(work: work, reviewers: reviewers, due: due), $1) }
    }

    /// Answers to all five criteria: `pfnap` are pass, fail, not evidenced, does not apply, pass.
    static func findings(_ letters: String) -> [QualityFinding] {
        zip(criteria, letters).map { code, letter in
            switch letter {
            case "f": QualityFinding(code, .fail, "Seen")
            case "n": QualityFinding(code, .notEvidenced, "Not in the file")
            case "a": QualityFinding(code, .notApplicable)
            default: QualityFinding(code, .pass)
            }
        }
    }

    func answer(_ calibration: Calibration, _ reviewer: Int, _ letters: String) async throws {
        try await write(by: reviewers[reviewer]) { quality, work in
            try quality.answer(work.session.calibration(calibration.reference.text), Self.findings(letters), submitting: true, work)
        }
    }

    func facts(_ calibration: Calibration) async throws -> CalibrationFacts { try await desk.read { try $0.calibration(calibration.reference.text) } }

    /// A completed check of an audit, by SM Amis.
    @discardableResult
    func checked(_ number: Int, _ letters: String) async throws -> QualityCheck {
        let due = today.adding(days: 14)
        let open = try await write { quality, work in
            try quality.open(NewQualityCheck(work: "A-2026-\(String(10000 + number).dropFirst())", reviewer: "SM Amis", due: due, why: "Asked for"), work)
        }
        return try await write(by: reviewers[0]) { quality, work in
            var sheet = QualitySheet()
            sheet.findings = Self.findings(letters)
            sheet.grade = sheet.suggested?.grade
            return try quality.complete(quality.fill(open, sheet, work), on: work.today, work)
        }
    }
}
