@testable import App
import Kernel
import People
@testable import Quality
import Storage

/// Who may use the addresses of checks. Whoever attacks is the reviewer of the check and does what is done about it.
extension Known {
    private static let sample: KeyValuePairs<String, String> = ["title": "x", "from": "2026-01-01", "through": "2026-03-31", "due": "2026-06-30", "reviewers": "O. Owner", "version": "1"]
    private static let form: KeyValuePairs<String, String> = ["title": "x", "criteria": "a | A", "version": "1"]
    private static let remedial: KeyValuePairs<String, String> = ["what": "x", "owner": "O. Owner", "due": "2026-06-30", "version": "1"]
    private static let because: KeyValuePairs<String, String> = ["because": "x", "version": "1"]

    static let qualityRoutes: [String: Known] = checkRoutes.merging(sampleRoutes) { first, _ in first }

    private static let checkRoutes: [String: Known] = [
        "GET /quality": Known(.entersQuality), "GET /quality/checks": Known(.entersQuality), "GET /quality/checks/export/{format}": Known(.entersQuality),
        "GET /quality/checks/{check}": Known(.entersQuality), "GET /quality/checks/{check}/history": Known(.entersQuality),
        "GET /quality/checks/new": Known(.plansSamples), "POST /quality/checks": Known(.plansSamples, ["work": "A-2026-0001", "reviewer": "O. Owner", "due": "2026-06-30", "why": "x"]),
        "GET /quality/checks/{check}/assignment": Known(.assignsChecks), "POST /quality/checks/{check}/assignment": Known(.assignsChecks, ["reviewer": "O. Owner", "due": "2026-06-30", "version": "1"]),
        "GET /quality/checks/{check}/sheet": Known(.fillsChecks), "POST /quality/checks/{check}/sheet": Known(.fillsChecks, ["summary": "x", "version": "1"]),
        "GET /quality/checks/{check}/completion": Known(.fillsChecks), "POST /quality/checks/{check}/completion": Known(.fillsChecks, ["on": "2026-04-15", "version": "1"]),
        "GET /quality/checks/{check}/correction": Known(.fillsChecks), "POST /quality/checks/{check}/correction": Known(.fillsChecks, because),
        "GET /quality/checks/{check}/reply": Known(.answersChecks), "POST /quality/checks/{check}/reply": Known(.answersChecks, ["reply": "x", "version": "1"]),
        "GET /quality/checks/{check}/calling-off": Known(.assignsChecks), "POST /quality/checks/{check}/calling-off": Known(.assignsChecks, because),
        "GET /quality/checks/{check}/remedials": Known(.remediesChecks), "POST /quality/checks/{check}/remedials": Known(.remediesChecks, remedial),
        "GET /quality/remedials": Known(.entersQuality), "GET /quality/remedials/export/{format}": Known(.entersQuality), "GET /quality/remedials/{remedial}": Known(.entersQuality),
        "GET /quality/remedials/{remedial}/edit": Known(.remediesChecks), "POST /quality/remedials/{remedial}/edit": Known(.remediesChecks, remedial),
        "GET /quality/remedials/{remedial}/completion": Known(.doesRemedials), "POST /quality/remedials/{remedial}/completion": Known(.doesRemedials, ["on": "2026-04-15", "doing": "x", "version": "1"]),
        "GET /quality/remedials/{remedial}/look": Known(.looksAtRemedials),
        "POST /quality/remedials/{remedial}/look": Known(.looksAtRemedials, ["on": "2026-04-15", "outcome": "worked", "because": "x", "version": "1"]),
        "GET /quality/remedials/{remedial}/plan-action": Known(.assignsChecks), "POST /quality/remedials/{remedial}/plan-action": Known(.assignsChecks, ["finding": "finding/1", "version": "1"]),
    ]

    private static let sampleRoutes: [String: Known] = [
        "GET /quality/plans": Known(.readsSamples), "GET /quality/plans/{plan}": Known(.readsSamples), "GET /quality/plans/{plan}/again": Known(.readsSamples), "GET /quality/plans/{plan}/history": Known(.readsSamples),
        "GET /quality/plans/new": Known(.plansSamples), "POST /quality/plans": Known(.plansSamples, sample),
        "GET /quality/plans/{plan}/edit": Known(.plansSamples), "POST /quality/plans/{plan}/edit": Known(.plansSamples, sample),
        "GET /quality/plans/{plan}/dropping": Known(.plansSamples), "POST /quality/plans/{plan}/dropping": Known(.plansSamples, because),
        "GET /quality/plans/{plan}/draw": Known(.plansSamples), "POST /quality/plans/{plan}/draw": Known(.plansSamples, ["seed": "1", "version": "1"]),
        "GET /quality/forms": Known(.entersQuality), "GET /quality/forms/{form}": Known(.entersQuality), "GET /quality/forms/new": Known(.draftsForms), "POST /quality/forms": Known(.draftsForms, form),
        "GET /quality/forms/{form}/edit": Known(.draftsForms), "POST /quality/forms/{form}/edit": Known(.draftsForms, form),
        "GET /quality/forms/{form}/adoption": Known(.adoptsForms), "POST /quality/forms/{form}/adoption": Known(.adoptsForms, ["from": "2026-04-20", "version": "1"]),
    ]
}

extension Quality {
    /// A form in force and a draft, a sample that is not drawn, and checks of somebody else's work that O. Owner makes, with something that is done about one.
    func openAttacked(_ work: Work) throws {
        for (edition, effective) in [(1, nil), (2, work.today)] as [(Int, Day?)] {
            try work.saveCriteria(of: work.add("drafted the form") { id in
                QualityForm(id: id, edition: edition, title: "Open form", criteria: [QualityCriterion("a", "A")], draftedBy: "person/999", since: work.today, effective: effective, adoptedBy: effective.map { _ in "person/998" })
            })
        }
        let (owner, victim) = (try Parties(work.session).named("O. Owner", field: "x"), try Parties(work.session).named("V. Victim", field: "x"))
        let checks = try (0..<2).map { number in
            try work.add("opened the check") { id in
                QualityCheck(
                    id: id, reference: try Reference("Q-2026-000\(number + 1)"), work: Subject(kind: "audit", number: 1), workReference: "A-2026-0001", place: "Open place", auditor: victim.id, office: nil,
                    carriedOut: work.today, kind: .desktop, reviewer: owner.id, form: ID(2), due: work.today.adding(days: 30), sample: nil, why: "x", since: work.today)
            }
        }
        try work.add("asked for a remedial action", in: checks[1].subject) { id in
            RemedialAction(id: id, check: checks[1].id, criterion: nil, kind: .coaching, what: "x", owner: owner.id, due: work.today, since: work.today)
        }
        let plan = try work.add("planned the sample") { id in
            SamplingPlan(
                id: id, reference: try Reference("open-plan"), title: "Open sample", from: Day(2026, 1, 1)!, through: Day(2026, 3, 31)!, due: Day(2026, 6, 30)!, rules: [.all(percent: 10)], faultPercent: 20, wantedPercent: 90,
                reviewers: [owner.id], since: work.today)
        }
        try work.saveLists(of: plan)
    }
}
