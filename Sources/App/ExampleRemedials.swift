import Kernel
import People
import Plans
import Quality
import Storage

/// What the fictional service did about what its checks found, and whether it worked.
enum ExampleRemedials {
    private struct Asked: Sendable {
        let on: Day
        let auditor: String?
        let criterion: String
        let kind: RemedialKind
        let what: String
        let owner: String
        let days: Int
        var done: (on: Day, doing: String, lookBy: Day?)?
        var looked: (on: Day, outcome: RemedialOutcome, because: String)?
        var opensAction = false
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { ExampleQuality.day(year, month, day) }

    private static let asked = [
        Asked(
            on: day(2025, 4, 24), auditor: nil, criterion: "outcome-coded", kind: .fileCorrection, what: "Correct the outcome in the record, so that the return counts it rightly.", owner: "CM Ibsen", days: 14,
            done: (day(2025, 4, 30), "The outcome was corrected, with the reason on the record.", nil), looked: (day(2025, 5, 12), .worked, "The record and the letter agree.")),
        Asked(
            on: day(2025, 7, 31), auditor: nil, criterion: "letter-in-time", kind: .training, what: "An hour for both offices on the days that the enforcement policy sets for letters.", owner: "GM Halloran", days: 42,
            done: (day(2025, 9, 4), "Both offices had the hour; the slides are in the library.", day(2026, 3, 31)),
            looked: (day(2026, 4, 2), .tooEarly, "Too few letters were checked in the quarter that lapsed to say.")),
        Asked(
            on: day(2026, 2, 20), auditor: "WM Sorrell", criterion: "standard-paragraphs", kind: .coaching,
            what: "Sit with WM Sorrell for two letters, and show why the paragraphs on appeals and on the Act stand as they are.", owner: "SM Adeyemi", days: 39,
            done: (day(2026, 3, 20), "Two letters were written together. He had taken an old template for the new one, and has deleted it.", day(2026, 9, 30)),
            looked: (day(2026, 10, 22), .worked, "In the checks of his audits since then the paragraphs stand as they should, but for what anybody gets wrong now and then.")),
        Asked(
            on: day(2026, 5, 18), auditor: nil, criterion: "notice-evidenced", kind: .policyChange,
            what: "Say in the audit procedure what shows that the responsible person was told: a receipt, a signature or an answer.", owner: "Group Manager, Protection", days: 120, opensAction: true),
        Asked(
            on: day(2026, 8, 24), auditor: nil, criterion: "level-borne-out", kind: .coaching, what: "Go through three files together and write down what bears out each level.", owner: "WM Coates", days: 60),
        Asked(
            on: day(2026, 11, 9), auditor: nil, criterion: "people-met", kind: .fileCorrection, what: "Add the full name of whoever was met.", owner: "R. Okafor", days: 28),
    ]

    static func deeds(by manager: Actor) -> [ExampleDeed] {
        asked.flatMap { asked -> [ExampleDeed] in
            var deeds = [ExampleDeed(ExampleQuality.at(asked.on, 15)) { desk in
                try await desk.write(by: manager, because: "After the checks of the quarter") { work in try ask(asked, work) }
            }]
            if let done = asked.done {
                deeds.append(ExampleDeed(ExampleQuality.at(done.on, 16)) { desk in
                    try await change(asked, by: manager, desk) { try ExampleQuality.quality.finish($0, on: done.on, doing: done.doing, lookBy: done.lookBy, $1) }
                })
            }
            if let looked = asked.looked {
                deeds.append(ExampleDeed(ExampleQuality.at(looked.on, 16)) { desk in
                    try await change(asked, by: manager, desk) {
                        try ExampleQuality.quality.look(at: $0, on: looked.on, outcome: looked.outcome, because: looked.because, lookBy: looked.outcome == .tooEarly ? looked.on.adding(days: 270) : nil, $1)
                    }
                })
            }
            return deeds
        } + [ExampleDeed(ExampleQuality.at(day(2025, 11, 20), 10)) { try await reply($0) }]
    }

    /// About the latest check in which that criterion was at fault.
    private static func ask(_ asked: Asked, _ work: Work) throws {
        let found = try work.session.allQualityChecks().first { facts in
            facts.findings(on: work.today).contains { $0.criterion == asked.criterion && $0.answer.isFault } && (asked.auditor == nil || facts.auditor == asked.auditor) && facts.auditor != "R. Okafor"
        }
        guard let found else { return }
        let remedial = try ExampleQuality.quality.remedy(found.check, NewRemedialAction(
            criterion: asked.criterion, kind: asked.kind, what: asked.what, owner: asked.owner, due: work.today.adding(days: asked.days)), work)
        guard asked.opensAction, let finding = try openFinding(work.session) else { return }
        _ = try ExampleQuality.quality.openAction(for: remedial, under: finding, work)
    }

    /// The first finding of the latest plan that is still open.
    private static func openFinding(_ session: Session) throws -> Subject? {
        let closed = try session.all(PlanClosure.self, "WHERE outcome = 'agreed' AND reopened_on IS NULL").map(\.plan)
        let plan = try session.all(Plan.self, "ORDER BY id DESC").first { plan in !closed.contains(plan.id) && plan.period.through >= day(2026, 9, 1) }
        return try plan.flatMap { plan in try session.first(Finding.self, "WHERE plan = \(plan.id) AND id NOT IN (SELECT finding FROM withdrawal WHERE finding IS NOT NULL) ORDER BY place")?.subject }
    }

    private static func change(_ asked: Asked, by manager: Actor, _ desk: Desk, _ deed: @escaping @Sendable (RemedialAction, Work) throws -> Void) async throws {
        try await desk.write(by: manager) { work in
            if let remedial = try work.session.first(RemedialAction.self, "WHERE what = \(asked.what)") { try deed(remedial, work) }
        }
    }

    /// What one officer said to one check.
    private static func reply(_ desk: Desk) async throws {
        let found = try await desk.read { session in
            try session.allQualityChecks().first { $0.auditor == "WM Sorrell" && $0.check.completed != nil && !$0.check.sheet.faults.isEmpty }.map { ($0.check, try ExampleAuditors.actor($0.check.auditor, session)) }
        }
        guard let (check, officer) = found else { return }
        try await desk.write(by: officer) { work in
            _ = try ExampleQuality.quality.reply(to: check, saying: "I took the template that was on the shared drive. Nobody had told me that there is a newer one.", work)
        }
    }
}
