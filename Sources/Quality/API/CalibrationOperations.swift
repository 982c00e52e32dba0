import Kernel
import People
import Storage
import Web

extension QualityOperations {
    /// Calibrations: opened and closed by managers, answered by their reviewers.
    var calibrations: [Operation] {
        [
            .listing("listCalibrations", "quality/calibrations", "The calibrations that you read, the latest first", .scope(.qualityRead), takes: [.day], of: CalibrationPayload.schema) { call, session in
                try QualityPolicy.enters.check(call.actor)
                let parties = try session.qualityParties(of: call.actor, on: call.day)
                return try call.page(session.calibrations(readBy: call.actor, parties, on: call.day), by: { "\($0.calibration.id)" }) { CalibrationPayload($0, on: call.day) }
            },
            .reading("showCalibration", "quality/calibrations/{calibration}", "One calibration: who has answered, and all answers once it is closed", .scope(.qualityRead), takes: [.day],
                     gives: CalibrationPayload.schema, refuses: ["calibration-not-found"]) { call, session in
                try QualityPolicy.enters.check(call.actor)
                let facts = try session.calibration(call.part("calibration"), readBy: call.actor, session.qualityParties(of: call.actor, on: call.day), on: call.day)
                return try .showing(CalibrationPayload(facts, on: call.day), version: facts.calibration.version)
            },
            .adding("openCalibration", "quality/calibrations", "Have several reviewers judge one audit, each by themselves", .scope(.qualityWrite),
                    from: .input("NewCalibration", ["work": .text(atMost: 60), "reviewers": Schema.list(.text).meaning("Names on record, two at least."), "due": .day, "brief": Schema.text(atMost: 2000).maybe]),
                    gives: CalibrationPayload.schema, refuses: ["no-quality-form", "reviewer-is-auditor"]) { call, work in
                try QualityPolicy.plans.check(call.actor)
                var fields = call.fields
                let new = NewCalibration(reading: &fields)
                try fields.finish()
                let opened = try quality.open(new, work)
                return try shown(opened.reference, work).added(at: QualityLinks.calibration(opened))
            },
            .reading("showCalibrationSheet", "quality/calibrations/{calibration}/sheet", "Your own answers in a calibration", .scope(.qualityRead), gives: CalibrationSheetPayload.schema,
                     refuses: ["calibration-not-found"]) { call, session in
                let (facts, sheet) = try own(call, session)
                return try .showing(CalibrationSheetPayload(facts, sheet), version: sheet.version)
            },
            .changing("answerCalibration", "quality/calibrations/{calibration}/sheet", "Save your own answers, or hand them in", .scope(.qualityWrite),
                      from: .input("CalibrationAnswers", [
                          "answers": Schema.list(.text).maybe.meaning("As in “letter-sent: fail | It went out late”, one a criterion; left out, they stay as they were saved."), "final": Schema.choice(["yes"]).maybe.meaning("Hands them in; from then on they stay."),
                      ]), gives: CalibrationSheetPayload.schema,
                      refuses: ["calibration-not-found", "calibration-ended", "calibration-sheet-submitted", "check-unanswered"]) { call, work in
                let (facts, held) = try own(call, work.session)
                var fields = call.fields
                let answered = fields.wasSent("answers") ? fields.answers(by: facts.form) : held.findings
                let (findings, isFinal) = (answered, fields.written("final") == "yes")
                try fields.finish()
                let sheet = try quality.answer(facts, findings, submitting: isFinal, version: call.matched(held.version), work)
                return try .showing(CalibrationSheetPayload(facts, sheet), version: sheet.version)
            },
            .changing("closeCalibration", "quality/calibrations/{calibration}/closure", "End the blindness: all see all answers and how far they agree", .scope(.qualityWrite),
                      from: .input("CalibrationClosure", ["conclusion": .text(atMost: 8000)]), gives: CalibrationPayload.schema,
                      refuses: ["calibration-not-found", "calibration-ended", "calibration-too-few"]) { call, work in
                var fields = call.fields
                let conclusion = fields.text("conclusion", "What was agreed", atMost: 8000)
                try fields.finish()
                let facts = try work.session.calibration(call.part("calibration"))
                return try shown(quality.close(facts, concluding: conclusion, version: call.matched(facts.calibration.version), work).reference, work)
            },
            .changing("abandonCalibration", "quality/calibrations/{calibration}/abandonment", "Give a calibration up; nobody will see the answers", .scope(.qualityWrite),
                      from: .input("CalibrationAbandonment", ["because": .text(atMost: 2000)]), gives: CalibrationPayload.schema,
                      refuses: ["calibration-not-found", "calibration-ended"]) { call, work in
                var fields = call.fields
                let because = fields.text("because", "Why", atMost: 2000)
                try fields.finish()
                let facts = try work.session.calibration(call.part("calibration"))
                return try shown(quality.abandon(facts, because: because, version: call.matched(facts.calibration.version), work).reference, work)
            },
        ]
    }

    private func shown(_ reference: Reference, _ work: Work) throws -> Reply {
        let facts = try work.session.calibration(reference.text)
        return try .showing(CalibrationPayload(facts, on: work.today), version: facts.calibration.version)
    }

    private func own(_ call: Call, _ session: Session) throws -> (CalibrationFacts, CalibrationSheet) {
        let facts = try session.calibration(call.part("calibration"))
        let parties = try session.qualityParties(of: call.actor, on: call.today)
        try QualityPolicy.answers(facts, actingFor: parties).check(call.actor)
        guard let sheet = facts.sheet(for: parties) else { throw Refusal.notAReviewer(facts) }
        return (facts, sheet)
    }
}
