import Enforcement
import Inspections
import Kernel
import People
import Storage

/// The officers of the example’s audits: in which office they are and what they may audit.
enum ExampleAuditors {
    static let audits = Audits(
        neighbours: reactions(with: Enforcement(letterhead: ExampleService.letterhead)),
        sender: ExampleService.letterhead)

    private static let officers: [(name: String, office: String, level: String)] = [
        ("WM Coates", "Protection, Northport", "inspector"), ("SM Adeyemi", "Protection, Fenside", "inspector"), ("WM Petrov", "Protection, Northport", "auditor"),
        ("WM Sorrell", "Protection, Fenside", "auditor"), ("CM Ibsen", "Protection, Northport", "simple"), ("FF Latham", "Protection, Fenside", "simple"),
    ]

    /// What was seen where an article is not complied with.
    static let seen = [
        "8": "The fire doors of the store were wedged open.", "9": "The assessment was of 2019 and knew nothing of the new kitchen.", "11": "Nobody was named to look after the precautions.",
        "13": "Two detectors in the rear rooms were covered.", "14": "The rear stair was half full of stock.", "15": "No drill was held in two years, and the plan names people who have left.",
        "17": "The emergency lighting was not tested since spring.", "19": "Two of three employees did not know the way out at the back.", "21": "New employees are trained after their third month.",
    ]

    /// Some officer who may audit such premises.
    static func officer(_ number: Int, for band: AuditRisk, sleeping: Bool, _ complexity: AuditComplexity, on day: Day) -> String {
        let able = officers.filter { officer in
            // Lapsed, and planned for all the same.
            if officer.name == lapsing, day > lapse, day <= ExampleAudits.last { return false }
            return switch officer.level {
            case "inspector": true
            case "auditor": band <= .high
            default: band <= .low && !sleeping && complexity == .simple
            }
        }
        return able[number % able.count].name
    }

    static func actor(_ officer: ID<Party>, _ session: Session) throws -> Actor {
        let party = try Parties(session).get(officer)
        return Actor(person: party.id.number, name: party.name, roles: [.officer])
    }

    private static let lapsing = "WM Petrov"
    private static let lapse = Day(2026, 9, 30) ?? Day(number: 0)
    private static let began = Day(2023, 10, 1) ?? Day(number: 0)

    static func begin(_ work: Work) throws {
        let people = People()
        let teams = try Set(officers.map(\.office)).sorted().reduce(into: [String: ID<Party>]()) { $0[$1] = try people.add(NewParty(kind: .team, name: $1), work).id }
        for (code, name, asks, kinds, complexity, band, sleeping, months) in [
            ("simple", "Auditor of simple premises", "The Level 3 Certificate for fire auditors, and six visits with an inspector.", [AuditKind.full, .short, .specific, .followUp], AuditComplexity.simple, AuditRisk.low, false, 24),
            ("auditor", "Auditor", "The Level 4 Certificate for fire auditors.", [.full, .short, .specific, .followUp], .complex, .high, true, 36),
            ("inspector", "Inspector", "The Level 4 Diploma for fire inspectors.", AuditKind.allCases, .complex, .veryHigh, true, 36),
        ] {
            try audits.define(NewAuthorisationLevel(
                code: code, name: name, asks: asks, kinds: kinds, complexity: complexity, band: band, sleeping: sleeping, revalidate: months, from: began), work)
        }
        for officer in officers {
            let person = try people.findOrAdd(name: officer.name, work)
            if let team = teams[officer.office] { try people.join(team: team, person: person.id, from: began, work) }
            try audits.authorise(NewAuthorisation(officer: officer.name, level: officer.level, from: began), work)
        }
    }

    /// The officers of simple premises, after two years.
    static func renew(from day: Day, _ work: Work) throws {
        for officer in officers where officer.level == "simple" { try audits.authorise(NewAuthorisation(officer: officer.name, level: officer.level, from: day, note: "Seen at two visits"), work) }
    }

    /// The others after three; one was not looked at yet, so that it lapsed.
    static func renewThree(from day: Day, _ work: Work) throws {
        for officer in officers where officer.level != "simple" && officer.name != lapsing {
            try audits.authorise(NewAuthorisation(officer: officer.name, level: officer.level, from: day, note: "Seen at two visits"), work)
        }
    }

    /// Follow-ups whose day has come, most of which find that it was done, and letters that are owed: most went out in time.
    static func followUp(_ desk: Desk) async throws {
        let today = desk.clock.today
        let owed = try await desk.read { session in
            try session.all(Audit.self, "WHERE completed_on IS NOT NULL AND id NOT IN (SELECT audit FROM audit_letter) ORDER BY id").map { ($0, try actor($0.officer, session)) }
        }
        for (audit, officer) in owed {
            guard let completed = audit.completed, completed.adding(days: 9) <= today else { continue }
            let sent = min(completed.adding(days: audit.id.number % 13 == 0 ? 24 : 6), today)
            try await desk.write(by: officer) { work in try audits.sendLetter(of: audit, to: ["The responsible person, at the premises"], on: sent, work) }
        }
        let due = try await desk.read { session in
            try session.all(Audit.self, "WHERE follows IS NOT NULL AND completed_on IS NULL AND planned_on <= \(today) ORDER BY id").map { ($0, try actor($0.officer, session)) }
        }
        for (audit, officer) in due {
            try await desk.write(by: officer) { work in
                guard try work.session.facts(of: audit).whyNot(on: today).isEmpty else { return }
                try followUp(audit, on: today, work)
            }
        }
    }

    static func followUp(_ audit: Audit, on day: Day, _ work: Work) throws {
        let isDone = audit.id.number % 6 != 0
        var sheet = AuditSheet()
        (sheet.carriedOut, sheet.onSite, sheet.besides) = (day, Quantity(1), Quantity(millionths: 750_000))
        sheet.met = [PersonMet("The duty manager", "Manager")]
        sheet.findings = [AuditFinding("14", isDone ? .one : .three, isDone ? nil : "Stock stands on the stair again.")]
        (sheet.result, sheet.outcomes) = isDone ? (.satisfactory, [.broadlyCompliant]) : (.unsatisfactory, [.letter])
        (sheet.nextDue, sheet.nextBecause) = (day.adding(months: 24), "After a follow-up: 24 months.")
        let done = try audits.complete(audits.fill(audit, sheet, work), on: day, work)
        try audits.sendLetter(of: done, to: ["The responsible person, at the premises"], on: day, work)
    }

    /// An audit that goes beyond the officer, and an approver’s exception for it; one whose officer lapsed has none yet.
    static func except(_ desk: Desk) async throws {
        let approver = try await desk.read { session in try Parties(session).named("S. Marchetti").map { Actor(person: $0.id.number, name: $0.name, roles: [.approver, .reader]) } }
        guard let approver else { return }
        let audit = try await desk.write(by: .operator) { work in
            try audits.plan(NewAudit(
                premises: "NS100777", officer: "FF Latham", kind: .full, origin: .complaint, complexity: .simple, band: .high, planned: work.today.adding(days: 11)), work)
        }
        try await desk.write(by: approver) { work in try audits.except(audit, because: "SM Adeyemi goes along, as one of the six visits.", work) }
    }
}
