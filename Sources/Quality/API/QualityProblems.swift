import Kernel
public import Web

extension QualityOperations {
    /// What checks refuse, each explained on a page of its own.
    public static let problems: [ExplainedProblem] = [
        ExplainedProblem("quality-check-not-found", .missing, "No such check", "No check has that reference, or it came on record after the day that is looked at.", do: "Look for it in the list of checks, or choose a later day."),
        ExplainedProblem("no-quality-form", .conflict, "No form is in force", "A check is made by an edition of the form that an approver adopted.", do: "Draft one and have it adopted."),
        ExplainedProblem("reviewer-is-auditor", .conflict, "The reviewer did the work", "Nobody checks their own work, nor that of a post which they hold or held.", do: "Choose another reviewer."),
        ExplainedProblem("work-under-check", .conflict, "The work is being checked already", "A check of it is open.", do: "Complete that check or call it off first."),
        ExplainedProblem("check-completed", .conflict, "The check is completed", "A completed check is not edited.", do: "Its reviewer corrects it, with a reason."),
        ExplainedProblem("check-called-off", .conflict, "The check was called off", "Nothing is changed in a check that was given up.", do: "Have the work checked anew."),
        ExplainedProblem("check-not-completed", .conflict, "The check is not completed", "Only a completed check is corrected and answered, and only then is something done about it.", do: "Fill it in and complete it."),
        ExplainedProblem("check-unanswered", .conflict, "Criteria are not answered", "Every criterion of the form is answered, be it that it does not apply.", do: "Answer those that are named."),
        ExplainedProblem("fault-without-note", .conflict, "A fault says nothing", "Whoever did the work must be able to see what was wrong.", do: "Say what was seen wherever something failed or was not evidenced."),
        ExplainedProblem("check-not-graded", .conflict, "The grade is missing", "The reviewer says what the work is worth on the whole.", do: "Choose a grade."),
        ExplainedProblem("grade-without-reason", .conflict, "Answers and grade part", "The grade is not the one that the answers lead to, and nobody said why.", do: "Change the grade, or say why it is so."),
        ExplainedProblem("quality-form-not-found", .missing, "No such edition", "The form has no edition of that number.", do: "Read the list; it has them with their numbers."),
        ExplainedProblem("quality-form-adopted", .conflict, "The edition is adopted", "Checks are made by it, so it stays as it is.", do: "Draft a new edition."),
        ExplainedProblem("quality-form-out-of-order", .conflict, "Editions follow each other", "An edition is in force from a day after the one before it, and not from a past day.", do: "Choose a later day."),
        ExplainedProblem("sampling-plan-not-found", .missing, "No such sampling plan", "No plan has that reference, or it came on record after the day that is looked at.", do: "Look for it in the list, or choose a later day."),
        ExplainedProblem("sampling-plan-dropped", .conflict, "The plan was given up", "Nothing is drawn by a plan that was given up.", do: "Plan another sample."),
        ExplainedProblem("sample-drawn-already", .conflict, "The sample was drawn", "A sample is drawn once and stays as it is, so that nobody can draw until it suits them.", do: "Plan another sample for other audits."),
        ExplainedProblem("sample-not-drawn", .conflict, "Nothing was drawn yet", "There is nothing to draw again.", do: "Draw the sample first."),
        ExplainedProblem("sampling-period-not-over", .conflict, "The time is not over", "A sample is drawn from all audits of a time, so it is drawn when that time is over.", do: "Wait for the day after its last."),
        ExplainedProblem("sampling-due-passed", .conflict, "The day of the checks is past", "Checks that are opened now could not be in time.", do: "Plan the sample anew with a later day, then draw."),
        ExplainedProblem("nothing-to-draw", .conflict, "There is nothing to draw from", "No audit of that time is completed.", do: "Choose another time, or wait until audits are completed."),
        ExplainedProblem("no-reviewer-left", .conflict, "Nobody is left to check it", "All named reviewers did the work themselves or stand for whoever did.", do: "Name another reviewer in the plan."),
        ExplainedProblem("remedial-not-found", .missing, "No such remedial action", "There is no remedial action of that number.", do: "Read the list; it has them with their numbers."),
        ExplainedProblem("remedial-done", .conflict, "It was done", "What was done stays as it is.", do: "Say whether it worked, or ask for another."),
        ExplainedProblem("remedial-not-done", .conflict, "Nothing was done yet", "Whether it worked can be said once something was done.", do: "Record first what was done."),
        ExplainedProblem("remedial-in-plan", .conflict, "It lives on in a plan", "It was opened as an action of a plan, which is reported on there.", do: "Report on that action."),
        ExplainedProblem("finding-not-open", .missing, "No such finding", "There is no finding of a plan to which the action could be added.", do: "Read the plans; each finding has its number."),
    ] + togetherProblems
}
