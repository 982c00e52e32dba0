import Inspections
import Kernel
import People
import Quality
import Storage

/// Calibrations of the fictional service’s reviewers, and its reports of quality. The same at every run.
enum ExampleTogether {
    private static let quality = ExampleQuality.quality

    static func deeds(by manager: Actor) -> [ExampleDeed] {
        calibrated(by: manager, on: day(2025, 6, 10), splits: ["level-borne-out", "notice-evidenced", "articles-right"], concluding: """
            We parted over what bears out a level. From now on two sentences or one picture are enough, and a level without either fails. A receipt from the carrier counts as told.
            """)
            + calibrated(by: manager, on: day(2026, 6, 9), splits: ["level-borne-out"], concluding: "We judge alike but for one. The guidance on levels gets an example of a good one.")
            + calibrated(by: manager, on: day(2026, 11, 9), splits: ["standard-paragraphs"], concluding: nil)
            + report("2025-26-q4", commentary: day(2026, 4, 27), signed: day(2026, 4, 30), by: manager, """
                    The programme lapsed in the autumn: the reviewers were on the care home campaign, and most checks of that quarter were called off. It runs again since April.

                    One officer altered standard paragraphs in most letters that were checked. He was coached in March; whether that worked shows in the checks from spring on.
                    """)
            + report("2025-26", commentary: day(2026, 5, 11), signed: day(2026, 5, 18), by: manager, """
                    The first whole year of checks. Most faults are of records, and few of judgement. The board is asked to note the quarter that lapsed and that reviewers are now named a quarter ahead.
                    """)
            + report("2026-27-q1", commentary: day(2026, 7, 28), signed: nil, by: manager, "Altered paragraphs have become rare since the coaching. To be signed when the last checks of the quarter are in.")
    }

    /// - Parameter conclusion: what was agreed; nil of one that is still open, which two of three have answered.
    private static func calibrated(by manager: Actor, on day: Day, splits: Set<String>, concluding conclusion: String?) -> [ExampleDeed] {
        let reviewers = ["SM Adeyemi", "WM Coates", "GM Halloran"]
        return [
            ExampleDeed(.inBritain(day, hour: 9, minute: 40)) { desk in
                guard let work = try await desk.read({ try audit(before: day, $0) }) else { return }
                let opened = try await desk.write(by: manager, because: "Reviewers should judge alike") { piece in
                    try quality.open(NewCalibration(work: work, reviewers: reviewers, due: day.adding(days: 14), brief: "Read the file alone, and answer before you talk about it."), piece)
                }
                for (place, name) in reviewers.prefix(conclusion == nil ? 2 : 3).enumerated() {
                    let reviewer = try await desk.read { session in try ExampleAuditors.actor(Parties(session).named(name, field: "reviewer").id, session) }
                    try await desk.write(by: reviewer) { piece in
                        let facts = try piece.session.calibration(opened.reference.text)
                        try quality.answer(facts, answers(facts.form, reviewer: place, splits: splits), submitting: true, piece)
                    }
                }
            },
        ] + (conclusion.map { words in
            [ExampleDeed(.inBritain(day.adding(days: 13), hour: 15)) { desk in
                try await desk.write(by: manager) { piece in
                    guard let facts = try piece.session.allCalibrations().first(where: { $0.calibration.since == day }) else { return }
                    try quality.close(facts, concluding: words, piece)
                }
            }]
        } ?? [])
    }

    /// An audit that was completed not long before, by none of the reviewers.
    private static func audit(before day: Day, _ session: Session) throws -> String? {
        try session.completedAudits(carriedOut: day.adding(days: -60)...day.adding(days: -10), by: day)
            .filter { $0.officer == "WM Sorrell" }.map(\.audit.reference).max { $0.key < $1.key }?.text
    }

    private static func answers(_ form: QualityForm, reviewer: Int, splits: Set<String>) -> [QualityFinding] {
        form.criteria.map { criterion in
            if splits.contains(criterion.code) { return QualityFinding(criterion.code, reviewer == 0 ? .pass : reviewer == 1 ? .fail : .notEvidenced, reviewer == 0 ? nil : "It does not show on the file.") }
            if criterion.code == "letter-in-time" { return QualityFinding(criterion.code, .fail, "Nineteen working days.") }
            return QualityFinding(criterion.code, criterion.code == "appointment-letter" ? .notApplicable : .pass)
        }
    }

    private static func report(_ period: String, commentary: Day, signed: Day?, by manager: Actor, _ words: String) -> [ExampleDeed] {
        func deed(_ day: Day, _ body: @escaping @Sendable (ReportingPeriod, Work) throws -> Void) -> ExampleDeed {
            ExampleDeed(.inBritain(day, hour: 11)) { desk in
                let asked = try ReportingPeriod(qualityReport: period.contains("q") ? "quarter" : "year", period)
                try await desk.write(by: manager) { try body(asked, $0) }
            }
        }
        return [deed(commentary) { _ = try quality.comment(words, on: $0, $1) }] + (signed.map { [deed($0) { _ = try quality.sign($0, $1) }] } ?? [])
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { ExampleQuality.day(year, month, day) }
}
