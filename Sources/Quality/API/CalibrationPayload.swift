import Kernel
import People
import Web

/// A calibration, as programs read it. Answers are in it once it is closed.
struct CalibrationPayload: Encodable {
    static let schema = Schema.object("Calibration", [
        "reference": .reference, "work": Schema.text.meaning("The reference of the audit."), "place": .text, "auditor": .text, "carriedOut": .day,
        "form": Schema.number.meaning("The edition of the form."), "state": .choice(Calibration.State.self), "opened": .day, "due": .day, "brief": .text.optional, "closed": .day.optional,
        "conclusion": .text.optional, "abandoned": .day.optional, "abandonedBecause": .text.optional,
        "reviewers": .list(.object("CalibrationReviewer", [
            "name": .text, "submitted": .day.optional,
            "answers": Schema.list(answer).optional.meaning("Left out while it is blind."),
        ])),
        "agreement": Schema.object("CalibrationAgreement", [
            "reviewers": .count, "criteria": .count, "pairsAlike": Schema.share.meaning("Pairs of reviewers that gave one answer, of all pairs, from 0 to 1."),
            "kappa": Schema.real(-1...1).optional.meaning("Fleiss’ kappa; left out where chance explains all."),
            "kappaFrom": Schema.real(-1...1).optional.meaning("The lower end of its interval, 95 in 100."), "kappaTo": .real(-1...1).optional,
        ]).optional,
    ])

    static let answer = Schema.object("CalibrationAnswer", ["criterion": .text, "answer": .choice(QualityAnswer.self), "note": .text.optional])

    let reference: Reference
    let work: String
    let place: String
    let auditor: String
    let carriedOut: Day
    let form: Int
    let state: Calibration.State
    let opened: Day
    let due: Day
    let brief: String?
    let closed: Day?
    let conclusion: String?
    let abandoned: Day?
    let abandonedBecause: String?
    let reviewers: [Reviewer]
    let agreement: Agreed?

    struct Reviewer: Encodable {
        let name: String
        let submitted: Day?
        let answers: [QualityFinding]?
    }

    struct Agreed: Encodable {
        let reviewers: Int
        let criteria: Int
        let pairsAlike: Double
        let kappa: Double?
        let kappaFrom: Double?
        let kappaTo: Double?
    }

    init(_ facts: CalibrationFacts, on day: Day) {
        let calibration = facts.calibration
        (reference, work, place, auditor, carriedOut) = (calibration.reference, calibration.workReference, calibration.place, facts.name(calibration.auditor), calibration.carriedOut)
        (form, state, opened, due, brief) = (facts.form.edition, calibration.state(on: day), calibration.since, calibration.due, calibration.brief)
        let (isClosed, isAbandoned) = (state == .closed, state == .abandoned)
        (closed, conclusion) = (isClosed ? calibration.closed : nil, isClosed ? calibration.conclusion : nil)
        (abandoned, abandonedBecause) = (isAbandoned ? calibration.abandoned : nil, isAbandoned ? calibration.abandoning : nil)
        reviewers = facts.sheets.map { sheet in
            let submitted = sheet.submitted.flatMap { $0 <= day ? $0 : nil }
            return Reviewer(name: facts.name(sheet.reviewer), submitted: submitted, answers: isClosed && submitted != nil ? sheet.findings : nil)
        }
        agreement = facts.result(on: day)?.agreement.map {
            Agreed(reviewers: $0.reviewers, criteria: $0.questions, pairsAlike: $0.share, kappa: $0.kappa, kappaFrom: $0.interval?.lowerBound, kappaTo: $0.interval?.upperBound)
        }
    }
}

/// One’s own answers in a calibration.
struct CalibrationSheetPayload: Encodable {
    static let schema = Schema.object("CalibrationSheet", ["calibration": .reference, "reviewer": .text, "submitted": .day.optional, "answers": .list(CalibrationPayload.answer)])

    let calibration: Reference
    let reviewer: String
    let submitted: Day?
    let answers: [QualityFinding]

    init(_ facts: CalibrationFacts, _ sheet: CalibrationSheet) {
        (calibration, reviewer, submitted, answers) = (facts.calibration.reference, facts.name(sheet.reviewer), sheet.submitted, sheet.findings)
    }
}
