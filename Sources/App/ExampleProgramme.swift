import Inspections
import Kernel
import People
import Storage

/// The programmes of the fictional service: this year's, adopted and made anew in the autumn, and the draft of the next. The same at every run.
enum ExampleProgramme {
    private static let programmes = Programmes(audits: ExampleAuditors.audits)
    private static let begun = Day(2026, 3, 2) ?? Day(number: 0)
    /// After the officers of three years were looked at again.
    private static let anew = Day(2026, 9, 15) ?? Day(number: 0)
    private static let next = Day(2026, 11, 18) ?? Day(number: 0)
    /// The months whose audits were planned from it, and so carried out from it.
    static let first = Day(2026, 4, 1) ?? Day(number: 0)
    static let last = Day(2026, 11, 30) ?? Day(number: 0)

    private static let bases: [String: Place?] = ["Northport": Place(latitude: 52.6283, longitude: 1.2967), "Fenside": Place(latitude: 52.7543, longitude: 0.3976)]
    private static let officers: [(name: String, base: String, fte: Int64, away: [Int])] = [
        ("WM Coates", "Northport", 100, [14, 17, 13, 12]), ("SM Adeyemi", "Fenside", 100, [11, 18, 14, 10]), ("WM Petrov", "Northport", 80, [12, 15, 12, 10]), ("WM Sorrell", "Fenside", 100, [13, 16, 11, 14]),
        ("CM Ibsen", "Northport", 60, [10, 14, 10, 9]), ("FF Latham", "Fenside", 100, [15, 15, 12, 11]),
    ]

    private static let this = ["very-high: 100%", "care-home: 24", "hospital: 6", "all: 96", "all, Q1: 24", "all, Q2: 24", "all, Q3: 24", "all, Q4: 24", "licensed, December: 2"]
    private static let coming = ["very-high: 40", "care-home: 24", "hospital: 6", "licensed, December: 2"]

    private static func setting(_ year: Int) -> ProgrammeSetting {
        ProgrammeSetting(
            full: Hundredths(8_00), short: Hundredths(4_00), demand: ["complaint": Hundredths(60_00), "post-fire": Hundredths(20_00), "false-alarm": Hundredths(25_00), "consultation": Hundredths(45_00)],
            targets: (year == 2026 ? this : coming).compactMap { ProgrammeTarget(written: $0) },
            themes: [ProgrammeTheme(written: "Sleeping above shops: 8 | converted-flats, hmo"), ProgrammeTheme(written: "Listed buildings in use by the public: 4 | listed-building")].compactMap(\.self),
            sample: ProgrammeSample(band: "very-low", count: 6, seed: UInt64(year)))
    }

    static func deeds(by manager: Actor) -> [ExampleDeed] {
        var deeds = [
            ExampleDeed(at(begun, 10)) { desk in try await begin(2026, auditPercent: 12, by: manager, desk) },
            ExampleDeed(at(begun.adding(days: 2), 14)) { desk in try await adopt("P-2026", desk) },
            ExampleDeed(at(anew, 10)) { desk in
                _ = try await programmes.make(of: "P-2026", from: Day(2026, 10, 1), seconds: 5, by: manager, because: "Officers were authorised again", at: desk, solvers: Programmes.reproducible)
            },
            ExampleDeed(at(anew.adding(days: 1), 14)) { desk in try await adopt("P-2026", desk) },
            ExampleDeed(at(next, 10)) { desk in try await begin(2027, auditPercent: 13, by: manager, desk) },
        ]
        for month in 0..<8 {
            let of = first.adding(months: month)
            deeds.append(ExampleDeed(at(of.adding(days: -13), 11)) { desk in
                try await desk.write(by: manager) { work in _ = try programmes.planAudits(of: of, in: work.session.programme("P-2026"), work) }
            })
        }
        return deeds
    }

    private static func at(_ day: Day, _ hour: Int) -> Moment { .inBritain(day, hour: hour, minute: day.number * 7 % 60) }

    private static func begin(_ year: Int, auditPercent: Int, by manager: Actor, _ desk: Desk) async throws {
        try await desk.write(by: manager, because: "The year’s programme") { work in
            let programme = try programmes.begin(NewProgramme(year: year, setting: setting(year)), work)
            for officer in officers {
                try programmes.staff(NewOfficerCapacity(
                    officer: officer.name, fte: Hundredths(officer.fte), away: officer.away, auditPercent: auditPercent, base: officer.base, place: bases[officer.base] ?? nil), in: programme, work)
            }
        }
        _ = try await programmes.make(of: "P-\(year)", seconds: 5, by: manager, at: desk, solvers: Programmes.reproducible)
    }

    private static func adopt(_ reference: String, _ desk: Desk) async throws {
        let approver = try await desk.read { session in try Parties(session).named("S. Marchetti").map { Actor(person: $0.id.number, name: $0.name, roles: [.approver, .reader]) } }
        guard let approver else { return }
        try await desk.write(by: approver) { work in
            let programme = try work.session.programme(reference)
            guard let plan = try work.session.latestPlan(of: programme) else { return }
            try programmes.adopt(plan, of: programme, work)
        }
    }

    /// The audit that was planned from it for a month, by its place there.
    static func audit(_ place: Int, in month: Day, _ session: Session) throws -> Audit? {
        let planned = try session.all(PlannedMonth.self, "WHERE month_on = \(month.startOfMonth) ORDER BY id").flatMap(\.audits)
        return planned.indices.contains(place) ? try session.find(planned[place]) : nil
    }
}
