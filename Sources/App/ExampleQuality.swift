import Kernel
import People
import Quality
import Storage

/// Two years of checks of the fictional service’s audits: a form, a sample each quarter, one quarter that lapsed, one officer who altered standard paragraphs
/// until somebody sat with him, and what else was done about what was found. The same at every run.
enum ExampleQuality {
    static let quality = Quality(neighbours: qualityNeighbours)
    private static let started = day(2025, 1, 6)
    private static let coached = day(2026, 3, 20)

    /// The first day of each quarter whose audits were sampled.
    private static let quarters = (0..<8).map { day(2024, 10, 1).adding(months: 3 * $0) }
    /// Its checks stopped when everybody was called to another campaign.
    private static let lapsing = day(2025, 10, 1)
    private static let reviewers = ["SM Adeyemi", "WM Coates", "GM Halloran"]

    static func deeds(by manager: Actor) -> [ExampleDeed] {
        begun(by: manager) + quarters.map { quarter in
            ExampleDeed(at(drawing(quarter), 10)) { desk in
                try await desk.write(by: manager, because: "The sample of the quarter") { work in
                    let plan = try quality.plan(plan(of: quarter), work)
                    try quality.draw(plan, seed: drawing(quarter).number * 7919, work)
                }
            }
        } + rounds + ExampleRemedials.deeds(by: manager) + [
            ExampleDeed(at(day(2026, 4, 20), 11)) { desk in
                try await desk.write(by: manager, because: "The quarter is over") { work in
                    let open = try work.session.allQualityChecks().filter { $0.check.calledOff == nil && $0.check.completed == nil && $0.check.due < day(2026, 4, 1) }
                    for facts in open.sorted(by: { $0.check.id < $1.check.id }).dropLast(3) {
                        try quality.callOff(facts.check, because: "Its reviewer was on the care home campaign until April. Nobody made it.", work)
                    }
                }
            },
        ]
    }

    private static func begun(by manager: Actor) -> [ExampleDeed] {
        [
            ExampleDeed(at(day(2024, 12, 16), 10)) { desk in
                try await desk.write(by: manager, because: "Audits are checked from January") { work in
                    _ = try quality.draft(NewQualityForm(title: "Check of an audit", criteria: ExampleCriteria.all), work)
                }
            },
            ExampleDeed(at(day(2024, 12, 19), 14)) { desk in
                let approver = try await desk.read { session -> Actor? in
                    try Parties(session).named("S. Marchetti").map { Actor(person: $0.id.number, name: $0.name, roles: [.approver]) }
                }
                guard let approver else { return }
                try await desk.write(by: approver, because: "Agreed with the officers") { work in _ = try quality.adopt(work.session.qualityForm("1"), from: started, work) }
            },
        ]
    }

    private static func plan(of quarter: Day) -> NewSamplingPlan {
        let (year, month) = (quarter.parts.year, quarter.parts.month)
        let ends = quarter.adding(months: 3).adding(days: -1)
        let number = (month + 8) % 12 / 3 + 1
        let from = month < 4 ? year - 1 : year
        let isLast = quarter == quarters.last
        return NewSamplingPlan(
            title: "Quarter \(number) of \(from)/\(padded((from + 1) % 100, to: 2))", from: quarter, through: ends, due: ends.adding(days: isLast ? 79 : 90),
            rules: [.eachOfficer(least: 3), .outcome(code: "enforcement-notice", percent: 100), .all(percent: 60)], reviewers: reviewers + (isLast ? ["R. Okafor"] : []))
    }

    private static func drawing(_ quarter: Day) -> Day {
        let day = quarter.adding(months: 3).adding(days: 6)
        return max(started, day.adding(days: day.weekday > 5 ? 8 - day.weekday : 0))
    }

    // MARK: The checks

    /// Each fortnight the reviewers make what is due soon.
    private static var rounds: [ExampleDeed] {
        (0..<48).map { started.adding(days: 15 + 14 * $0) }.filter { $0 <= ExampleAudits.last }.map { day in ExampleDeed(at(day, 13)) { try await makeRound(on: day, $0) } }
    }

    private static func makeRound(on day: Day, _ desk: Desk) async throws {
        let due = try await desk.read { session in
            try session.allQualityChecks().filter { $0.state(on: day) == .open && $0.check.due <= day.adding(days: 9) }.sorted { $0.check.id < $1.check.id }
        }
        for (_, own) in Dictionary(grouping: due, by: \.check.reviewer).sorted(by: { $0.key < $1.key }) {
            let made = own.filter { isMade($0, on: day) }
            guard let first = made.first else { continue }
            let reviewer = try await desk.read { try ExampleAuditors.actor(first.check.reviewer, $0) }
            try await desk.write(by: reviewer) { work in
                for facts in made { try quality.complete(quality.fill(facts.check, sheet(of: facts), work), on: work.today, work) }
            }
        }
    }

    /// Some are left for the next round and so come late; in the quarter that lapsed all were left from February on.
    private static func isMade(_ facts: QualityCheckFacts, on day: Day) -> Bool {
        if facts.reviewer == "R. Okafor" { return false }
        if facts.sample?.from == lapsing { return day < ExampleQuality.day(2026, 2, 5) }
        if facts.reviewer == "WM Coates", day > ExampleQuality.day(2026, 10, 25) { return false }
        return facts.check.id.number % 6 != 1 || facts.check.due < day
    }

    private static func sheet(of facts: QualityCheckFacts) -> QualitySheet {
        var dice = Dice(seed: UInt64(facts.check.id.number) &* 31)
        var sheet = QualitySheet()
        sheet.findings = facts.form.criteria.map { criterion in
            let isPlanted = facts.auditor == "WM Sorrell" && criterion.code == "standard-paragraphs" && (day(2025, 4, 1)..<coached).contains(facts.check.carriedOut)
            let number = Int.random(in: 0..<100, using: &dice)
            let answer: QualityAnswer = number < (isPlanted ? 85 : criterion.code == "notice-evidenced" ? 4 : 5) ? .fail : number < (criterion.code == "notice-evidenced" ? 22 : isPlanted ? 88 : 9) ? .notEvidenced
                : criterion.code == "appointment-letter" && number > 80 ? .notApplicable : .pass
            return QualityFinding(criterion.code, answer, answer.isFault ? ExampleCriteria.seen(criterion.code, answer) : nil)
        }
        sheet.grade = sheet.suggested?.grade
        if sheet.grade == .adequate, dice.chance(12) { (sheet.grade, sheet.departure) = (.good, "The one fault was of the clerk’s, and was put right the same week.") }
        sheet.summary = sheet.faults.isEmpty ? "Nothing to put right." : "To be talked over: \(listed(sheet.faults.map(\.criterion)))."
        return sheet
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }
    static func at(_ day: Day, _ hour: Int) -> Moment { .inBritain(day, hour: hour, minute: day.number * 11 % 60) }
}

/// What the example’s form asks, and what reviewers wrote where it was not so.
enum ExampleCriteria {
    static let all = [
        QualityCriterion("outcome-coded", "The outcome is coded as it was decided", "What the record counts for the national return is what the letter or the notice says."),
        QualityCriterion("articles-right", "Each deficiency stands under its article", "Somebody else would have put it there."),
        QualityCriterion("level-borne-out", "The level is borne out by what was seen", "Words or pictures show why it is that level and not the next."),
        QualityCriterion("appointment-letter", "The appointment letter is on the file", "Where the visit was announced."),
        QualityCriterion("letter-in-time", "The letter went out in time", "By the day that the enforcement policy sets."),
        QualityCriterion("standard-paragraphs", "The standard paragraphs stand unaltered", "What the premises ask for besides is added, never written over them."),
        QualityCriterion("notice-evidenced", "It shows that the responsible person was told", "A receipt, a signature or an answer."),
        QualityCriterion("people-met", "Who was met and who answers for the premises is recorded", "By name and capacity."),
        QualityCriterion("hours-recorded", "The hours on site and besides are recorded", "And fit the size of the premises."),
        QualityCriterion("next-due-reasoned", "The next audit has a day and a reason", "And the reason fits what was found."),
    ]

    static func seen(_ criterion: String, _ answer: QualityAnswer) -> String {
        if answer == .notEvidenced { return "It may have been done. Nothing on the file shows it." }
        return [
            "outcome-coded": "A letter with a revisit was sent, and the record says that no revisit is needed.", "articles-right": "The wedged doors stand under maintenance; they belong to the routes.",
            "level-borne-out": "Level 4 is given, and all that is written down is “stock in the corridor”.", "appointment-letter": "The visit was announced by telephone, and no letter was sent.",
            "letter-in-time": "It went out after nineteen working days.", "standard-paragraphs": "The paragraph on appeals was rewritten, and the days for an appeal are missing.",
            "notice-evidenced": "The letter was sent to the managing agent, who does not answer for the premises.", "people-met": "The duty manager is named by first name alone.",
            "hours-recorded": "Half an hour is recorded for a hotel of five storeys.", "next-due-reasoned": "The day is that of the band before the audit.",
        ][criterion] ?? "It was not as it should be."
    }
}
