import Kernel
import Web

/// What programs send to keep checks: the same fields as the forms have.
extension NewQualityCheck {
    static let schema = Schema.input("NewQualityCheck", [
        "work": Schema.words(atMost: 60).meaning("The reference of a completed audit."), "kind": .choice(QualityCheckKind.self).maybe,
        "reviewer": Schema.words(atMost: 200).meaning("The name of a person or post on record, and never whoever did the work."), "due": .day, "why": .words(atMost: 2000),
    ])
}

extension QualityAssignment {
    static let schema = Schema.input("QualityAssignment", ["kind": .choice(QualityCheckKind.self).maybe, "reviewer": .words(atMost: 200).maybe, "due": .day.maybe])
}

extension QualitySheet {
    static let schema = Schema.input("QualitySheet", [
        "answers": Schema.list(.text(atMost: 4300)).maybe.meaning("Each on one line: letter-sent: fail | It went out after three weeks. Answers: pass, fail, not-evidenced, not-applicable."),
        "summary": .text(atMost: 8000).maybe, "grade": .choice(QualityGrade.self).maybe,
        "departure": Schema.text(atMost: 4000).maybe.meaning("Why the grade is not the one that the answers lead to."),
    ])
    static let correction = schema.and("QualityCorrection", ["because": Schema.words(atMost: 8000).meaning("Why it is corrected.")])
}

extension NewQualityForm {
    static let schema = Schema.input("NewQualityForm", [
        "title": .words(atMost: 200), "criteria": Schema.list(.text(atMost: 2000)).meaning("Each on one line: a code, what it asks, and what a pass looks like, with bars between."),
    ])
}

extension NewSamplingPlan {
    static let schema = Schema.input("NewSamplingPlan", [
        "title": .words(atMost: 200), "from": Schema.day.meaning("The first day on which the audits were carried out."), "through": .day,
        "due": Schema.day.meaning("The last day of the last check."), "every": Schema.list(.text(atMost: 60)).maybe.meaning("Outcomes of which every audit is drawn. Prohibition notices always are."),
        "eachOfficer": Schema.whole(1...100).maybe.meaning("At least so many audits of each officer."), "all": Schema.whole(1...100).maybe.meaning("At least so many per cent of all."),
        "types": Schema.list(.text(atMost: 60)).maybe.meaning("Per cent by premises type: hospital: 20."), "outcomes": Schema.list(.text(atMost: 60)).maybe.meaning("Per cent by outcome: letter: 10."),
        "fault": Schema.whole(1...100).maybe.meaning("The fault rate that is to be found, in per cent; 20 when left out."),
        "wanted": Schema.whole(1...99).maybe.meaning("So many times in a hundred it is to be found; 90 when left out."),
        "reviewers": Schema.list(.text(atMost: 200)).meaning("Names of persons or posts on record."),
    ])
}

extension NewRemedialAction {
    static let schema = Schema.input("NewRemedialAction", [
        "criterion": Schema.text(atMost: 40).maybe.meaning("The code of the criterion that it is about; the whole work when left out."), "kind": .choice(RemedialKind.self).maybe,
        "what": .words(atMost: 4000), "owner": Schema.words(atMost: 200).meaning("The name of a person or post on record."), "due": .day,
    ])
}

enum QualityInput {
    static let version = Schema.number.maybe.meaning("The version that was read; left out, whatever stands is meant.")
    static let completion = Schema.input("QualityCompletion", ["on": .day, "version": version])
    static let reply = Schema.input("QualityReply", ["reply": .words(atMost: 8000), "version": version])
    static let callingOff = Schema.input("QualityCallingOff", ["because": .words(atMost: 4000), "version": version])
    static let adoption = Schema.input("QualityFormAdoption", ["from": .day, "version": version])
    static let dropping = Schema.input("SamplingPlanDropping", ["because": .words(atMost: 4000), "version": version])
    static let draw = Schema.input("SampleDrawing", [
        "seed": Schema.whole(0...Int64(SampleDraw.highestSeed)).maybe.meaning("Left out, it is taken from the root of the journal as it is then, so that nobody chooses it."), "version": version,
    ])
    static let finishing = Schema.input("RemedialCompletion", [
        "on": .day, "doing": Schema.words(atMost: 8000).meaning("What was done."), "lookBy": Schema.day.maybe.meaning("By when somebody says whether it worked."), "version": version,
    ])
    static let look = Schema.input("RemedialLook", [
        "on": .day, "outcome": .choice(RemedialOutcome.self), "because": Schema.words(atMost: 8000).meaning("What that rests on."), "lookBy": .day.maybe, "version": version,
    ])
    static let planAction = Schema.input("RemedialPlanAction", ["finding": Schema.words(atMost: 60).meaning("A finding of a plan, as the journal names it: finding/3."), "version": version])
}
