import Web

/// What programs send to keep plans: the same fields as the forms have.
extension NewPlan {
    static let schema = Schema.input("NewPlan", [
        "reference": Schema.reference.maybe.meaning("Made from the title when left out; kept as it is when a plan is changed."),
        "title": .words(atMost: 200), "kind": .choice(Plan.Kind.self).maybe, "source": .text(atMost: 1000).maybe,
        "from": .day, "through": .day,
        "sponsor": Schema.text(atMost: 200).maybe.meaning("The name of a person, post or team on record."),
        "rules": .choice(RuleSet.Name.self).maybe,
    ])
}

extension NewFinding {
    static let schema = Schema.input("NewFinding", [
        "reference": Schema.reference.maybe.meaning("The next number when left out; kept as it is when a finding is changed."),
        "kind": .choice(Finding.Kind.self).maybe, "text": .words(atMost: 2000), "fullText": .text(atMost: 20_000).maybe,
        "since": Schema.day.maybe.meaning("In the plan since; today when left out."),
    ])
}

extension NewAction {
    static let schema = Schema.input("NewAction", [
        "reference": Schema.reference.maybe.meaning("The finding's with the next number when left out; kept as it is when an action is changed."),
        "text": .words(atMost: 8000),
        "owners": Schema.list(.words(atMost: 200)).maybe.meaning("Names of persons, posts or teams on record, the lead first."),
        "due": .day.maybe, "dueWritten": Schema.text(atMost: 200).maybe.meaning("What stands where the day should be: Ongoing."),
        "successMeasure": .text(atMost: 4000).maybe, "since": .day.maybe,
        "correction": Schema.text(atMost: 1000).maybe.meaning("Why a due day that stands in the plan was written wrongly. A promise that changes is asked for instead."),
    ])
}

extension NewUpdate {
    static let schema = Schema.input("NewUpdate", [
        "asOf": Schema.day.maybe.meaning("The day it speaks of; today when left out."),
        "narrative": .words(atMost: 8000), "stated": .choice(Colour.self).maybe, "forecast": .day.maybe,
        "reached": Schema.list(.number).maybe.meaning("The numbers of milestones that were reached by that day."),
    ])
}

extension NewCompletion {
    static let schema = Schema.input("NewCompletion", [
        "on": .day, "delivered": .text(atMost: 8000).maybe,
        "milestonesReached": Schema.list(.number).maybe.meaning("The numbers of milestones that were reached by that day and not said to be before."),
        "restNotNeeded": Schema.flag.maybe.meaning("Whether the milestones that are left are not needed any more. None may be left over."),
    ])
}

extension NewWithdrawal {
    static let schema = Schema.input("NewWithdrawal", ["because": .words(atMost: 2000)])
}

/// What is sent for a deed that has no type of its own.
enum PlanInputs {
    static let step = Schema.input("Step", ["step": .choice(Plans.Step.self)])
    static let milestone = Schema.input("NewMilestone", ["text": .words(atMost: 400), "due": .day.maybe])
    static let reached = Schema.input("Reached", ["on": .day])
}
