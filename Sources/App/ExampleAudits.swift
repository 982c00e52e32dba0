import Inspections
import Kernel
import People
import Premises
import Storage

/// Three years of audits of the fictional service: six officers in two offices, what they found article by article, letters, follow-ups, and what is planned
/// ahead. The same at every run.
enum ExampleAudits {
    /// The day on which the audits of the former system were taken over, with the premises.
    static let takenOver = Day(2024, 10, 1) ?? Day(number: 0)
    static let last = Day(2026, 11, 20) ?? Day(number: 0)
    private static let first = Day(2023, 11, 1) ?? Day(number: 0)
    /// Audits planned for each month.
    static let monthly = 11

    static func deeds(by manager: Actor) -> [ExampleDeed] {
        let visits = visits()
        let past = visits.filter { $0.on < takenOver }
        let ahead = visits.filter { $0.on >= takenOver }
        var deeds = [
            ExampleDeed(at(takenOver, 10)) { desk in try await desk.write(by: manager, because: "The service says who may audit what") { try ExampleAuditors.begin($0) } },
            // Nobody authorises themselves, so whoever the example is looked at as is authorised by another.
            ExampleDeed(at(takenOver, 10).adding(seconds: 600)) { desk in
                try await desk.write(by: .operator, because: "Inspects herself where officers are short") { work in
                    _ = try ExampleAuditors.audits.authorise(NewAuthorisation(officer: "R. Okafor", level: "inspector", from: Day(2023, 10, 1) ?? takenOver, until: Day(2027, 9, 30)), work)
                }
            },
            ExampleDeed(at(takenOver, 11)) { desk in
                try await desk.write(by: manager, because: "Taken over from the former system") { work in
                    for visit in past { try visit.carryOut(try visit.plan(work), work) }
                    for audit in try work.session.all(Audit.self, "WHERE follows IS NOT NULL AND planned_on < \(takenOver) ORDER BY id") {
                        try ExampleAuditors.followUp(audit, on: audit.planned, work)
                    }
                }
            },
            ExampleDeed(at(Day(2025, 9, 15) ?? last, 9)) { desk in try await desk.write(by: manager, because: "Looked at again") { try ExampleAuditors.renew(from: Day(2025, 10, 1) ?? last, $0) } },
            ExampleDeed(at(Day(2026, 9, 14) ?? last, 9)) { desk in try await desk.write(by: manager, because: "Looked at again") { try ExampleAuditors.renewThree(from: Day(2026, 10, 1) ?? last, $0) } },
            ExampleDeed(at(last, 12)) { desk in try await ExampleAuditors.except(desk) },
        ]
        for (_, month) in Dictionary(grouping: ahead, by: { $0.on.parts.year * 12 + $0.on.parts.month }).sorted(by: { $0.key < $1.key }) {
            guard let earliest = month.map(\.on).min() else { continue }
            let planning = min(max(takenOver, earliest.adding(days: -21)), last)
            deeds.append(ExampleDeed(at(planning, 12)) { desk in
                try await desk.write(by: manager, because: "Planned for the month") { work in for visit in month where visit.rank == nil { try visit.plan(work) } }
            })
            for visit in month where visit.on <= last.adding(days: -1) { deeds.append(ExampleDeed(at(visit.on, 15)) { try await visit.carryOut($0) }) }
            if let latest = month.map(\.on).max(), latest.adding(days: 9) <= last {
                deeds.append(ExampleDeed(at(latest.adding(days: 9), 16)) { try await ExampleAuditors.followUp($0) })
            }
        }
        return deeds
    }

    private static func at(_ day: Day, _ hour: Int) -> Moment { .inBritain(day, hour: hour, minute: day.number * 7 % 60) }

    /// Every visit, by month.
    private static func visits() -> [ExampleVisit] {
        var dice = Dice(seed: 2027)
        var taken: Set<Int> = []
        return (0..<39).flatMap { month in
            (0..<monthly).map { number -> ExampleVisit in
                let on = first.adding(months: month).adding(days: 1 + number * 5 / 2)
                let workday = on.adding(days: on.weekday > 5 ? 8 - on.weekday : 0)
                var place = Int.random(in: 1...2000, using: &dice)
                while !taken.insert(place).inserted { place = place % 2000 + 1 }
                return ExampleVisit(on: workday, place: place, number: month * monthly + number, seed: .random(in: 0...UInt64(UInt32.max), using: &dice))
            }
        }
    }
}

/// One visit of the example.
struct ExampleVisit: Sendable {
    let on: Day
    let place: Int
    let number: Int
    let seed: UInt64

    private var premises: String { "NS\(100_000 + place)" }

    /// The latest few are led by whoever the example is looked at as, so that their days stand at home.
    private var isOkafors: Bool { on > ExampleAudits.last.adding(days: -14) && number % 3 == 0 }

    private func band(_ premises: Premises) -> AuditRisk {
        let bands: [AuditRisk] = premises.type.isForSleeping ? [.medium, .high, .high, .veryHigh, .medium] : [.veryLow, .low, .low, .medium, .high]
        return bands[place % bands.count]
    }

    @discardableResult
    func plan(_ work: Work) throws -> Audit {
        let place = try work.session.premises(premises)
        let band = max(band(place), try methodRisk(of: place, on: work.today, work.session) ?? .veryLow)
        let isSleeping = place.sleeping ?? place.type.isForSleeping
        let complexity: AuditComplexity = (place.storeys ?? 1) > 4 || place.type == .hospital ? .complex : .simple
        let officer = isOkafors ? "R. Okafor" : ExampleAuditors.officer(number, for: band, sleeping: isSleeping, complexity, on: on)
        let origins: [AuditOrigin] = [.programme, .programme, .programme, .complaint, .programme, .theme, .falseAlarm, .programme, .consultation, .lowRiskSample]
        let kind: AuditKind = number % 9 == 4 ? .specific : band <= .low ? .short : .full
        return try ExampleAuditors.audits.plan(NewAudit(
            premises: premises, officer: officer, kind: kind, origin: origins[number % origins.count], complexity: complexity, band: band, planned: on,
            brief: number % 7 == 0 ? "Ask for the duty manager. The yard is locked before nine." : nil), work)
    }

    /// Its place among the month’s visits that the programme planned; nil where it came otherwise, or before there was one.
    var rank: Int? {
        guard ExampleProgramme.first <= on, on <= ExampleProgramme.last, !isOkafors else { return nil }
        func isOfProgramme(_ number: Int) -> Bool { [0, 1, 2, 4, 5, 7, 9].contains(number % 10) }
        let start = number - number % ExampleAudits.monthly
        return isOfProgramme(number) ? (start..<number).count(where: isOfProgramme) : nil
    }

    /// On the day, by the officer.
    func carryOut(_ desk: Desk) async throws {
        guard let (audit, officer) = try await desk.read({ session -> (Audit, Actor)? in
            if let rank {
                guard let audit = try ExampleProgramme.audit(rank, in: on, session), audit.completed == nil, try session.facts(of: audit).whyNot(on: on).isEmpty else { return nil }
                return (audit, try ExampleAuditors.actor(audit.officer, session))
            }
            let place = try session.premises(premises)
            guard let audit = try session.all(Audit.self, "WHERE premises = \(place.id) AND follows IS NULL AND completed_on IS NULL ORDER BY id").last else { return nil }
            return (audit, try ExampleAuditors.actor(audit.officer, session))
        }) else { return }
        try await desk.write(by: officer) { work in try carryOut(audit, work) }
    }

    func carryOut(_ audit: Audit, _ work: Work) throws {
        var dice = Dice(seed: seed)
        let audits = ExampleAuditors.audits
        let filled = try audits.fill(audit, sheet(of: audit, &dice), work)
        // The last ones are not written up yet.
        if on > ExampleAudits.last.adding(days: -5) { return }
        let done = try audits.complete(filled, on: min(on.adding(days: number % 3), work.today), work)
        // Those that come later are sent at the end of the month.
        guard done.sheet.sendsLetter, on < ExampleAudits.takenOver.adding(days: -30), let completed = done.completed else { return }
        try audits.sendLetter(of: done, to: ["The responsible person, at the premises"], on: completed.adding(days: number % 13 == 0 ? 21 : 4), work)
    }

    private func sheet(of audit: Audit, _ dice: inout Dice) -> AuditSheet {
        var sheet = AuditSheet()
        sheet.carriedOut = on
        (sheet.onSite, sheet.besides) = (Quantity(millionths: 1_000_000 + Int64(Int.random(in: 0...14, using: &dice)) * 250_000), Quantity(millionths: 500_000 + Int64(Int.random(in: 0...8, using: &dice)) * 250_000))
        sheet.met = [PersonMet("The duty manager", "Manager")]
        sheet.evidence = AuditEvidence(seen: [.riskAssessment, .alarmLog, .training], missing: dice.chance(3) ? [.drills, .lightingLog] : dice.chance(4) ? [.extinguisherLog] : [])
        let worst = [1, 2, 2, 1, 3, 2, 4, 2, 3, 1, 2, 4, 3, 2, 2, 4, 1, 2, 3, 2][Int.random(in: 0..<20, using: &dice)]
        let articles = audit.kind == .specific ? ["14", "17"] : audit.kind == .short ? ["8", "9", "13", "14"] : ["8", "9", "11", "13", "14", "15", "17", "19", "21"]
        let bad = dice.pick(articles)
        sheet.findings = articles.map { code in
            let level = ComplianceLevel(rawValue: code == bad ? worst : dice.chance(3) ? max(1, worst - 1) : 1) ?? .one
            return AuditFinding(code, level, level.isDeficient ? ExampleAuditors.seen[code] ?? "It was not as it should be." : nil)
        }
        guard let judgement = AuditJudgement(sheet) else { return sheet }
        (sheet.result, sheet.outcomes) = (judgement.result, [judgement.outcome])
        if isOkafors, number % 10 == 9 { sheet.outcomes.append(.alterationsNotice) }
        if judgement.outcome == .letterWithRevisit {
            if dice.chance(3) { sheet.outcomes = [.letterWithRevisit, .actionPlan] }
            sheet.followUp = on.adding(days: 35)
        }
        if judgement.outcome == .letter, dice.chance(9) { (sheet.result, sheet.departure) = (.satisfactory, "It was put right while we were there.") }
        let months = judgement.result == .satisfactory ? 36 : 18
        (sheet.nextDue, sheet.nextBecause) = (on.adding(months: months), "\(audit.band?.words ?? "Unknown") risk, \(judgement.result.words.lowercased()): \(months) months.")
        if audit.band == .veryLow, judgement.result == .satisfactory { (sheet.nextDue, sheet.nextBecause) = (nil, "Very low risk: looked at again by sample alone.") }
        return sheet
    }
}
