import Kernel
public import Web

extension AuditOperations {
    /// What audits refuse, each explained on a page of its own.
    public static let problems: [ExplainedProblem] = [
        ExplainedProblem("audit-not-found", .missing, "No such audit", "No audit has that reference.", do: "Look for it in the list of audits."),
        ExplainedProblem("audit-not-planned-then", .missing, "No such audit on that day", "The audit came on record after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("audit-completed", .conflict, "The audit is completed", "A completed audit is not edited.", do: "Correct it, with a reason; its history keeps what it said before."),
        ExplainedProblem("audit-abandoned", .conflict, "The audit was abandoned", "Nothing is changed in an audit that was given up.", do: "Plan another."),
        ExplainedProblem("audit-not-completed", .conflict, "The audit is not completed", "Only a completed audit is corrected, and only then is the letter with its result sent.", do: "Fill it in and complete it."),
        ExplainedProblem("audit-has-no-letter", .conflict, "There is no letter to send", "What follows from the audit is a notice alone, which is a document of its own.", do: "Serve the notice from its case."),
        ExplainedProblem("audit-letter-not-found", .missing, "No such letter", "The audit has no letter of that number.", do: "Read the audit; it lists them with their numbers."),
        ExplainedProblem("audit-without-day", .conflict, "The day is missing", "An audit is completed on or after the day on which it was carried out.", do: "Give that day in the working form."),
        ExplainedProblem("audit-without-hours", .conflict, "The hours are missing", "The national return counts the hours of every audit.", do: "Give the hours on site."),
        ExplainedProblem("audit-without-findings", .conflict, "Nothing was looked at", "An audit says how at least one article stands.", do: "Choose a level from 1 to 5 for each article that was looked at."),
        ExplainedProblem("finding-without-words", .conflict, "A finding says nothing", "From level 3 on it is written down what was seen.", do: "Write down what was seen, or change the level."),
        ExplainedProblem("audit-without-result", .conflict, "The result is missing", "The officer judges whether the audit is satisfactory.", do: "Choose satisfactory or unsatisfactory."),
        ExplainedProblem("unsatisfactory-without-finding", .conflict, "Unsatisfactory, and nothing was seen", "An unsatisfactory result rests on something that was seen.", do: "Say what was seen against an article."),
        ExplainedProblem("audit-without-outcome", .conflict, "Nothing follows", "Something follows from every audit, be it that the premises are broadly compliant.", do: "Choose all that apply."),
        ExplainedProblem("outcome-unexplained", .conflict, "Findings and judgement part", "The result or an outcome is not what the findings lead to, and nobody said why.", do: "Change one of them, or say why it is so."),
        ExplainedProblem("follow-up-missing", .conflict, "The follow-up has no day", "A letter with a revisit and an action plan ask for somebody to come again.", do: "Give the day of the follow-up."),
        ExplainedProblem("next-due-missing", .conflict, "The next audit is not settled", "Each audit says when the premises are next due and why, or why they are not due again.", do: "Say why."),
        ExplainedProblem("officer-not-authorised", .conflict, "The officer is not authorised", "The kind of audit, the complexity and the risk of the premises go beyond what the officer is authorised for on that day.", do: "Let another officer go, or ask an approver for an exception."),
        ExplainedProblem("exception-not-needed", .conflict, "There is nothing to except", "The officer may carry out the audit as it is planned.", do: "There is nothing to do."),
        ExplainedProblem("own-demand-lowered", .forbidden, "It is not planned as less by whoever goes", "An audit that asks for more than its officer is authorised for is not made to ask for less by its officer.", do: "Ask a manager to plan it anew, or an approver for an exception."),
        ExplainedProblem("own-authorisation", .forbidden, "Nobody authorises themselves", "Somebody else says what an officer may audit.", do: "Ask another manager or administrator."),
        ExplainedProblem("authorisation-not-found", .missing, "No such authorisation", "There is no authorisation of that number.", do: "Read the list; it has them with their numbers."),
        ExplainedProblem("authorisation-level-not-found", .missing, "No such level", "There is no level of that number.", do: "Read the list; it has them with their numbers."),
        ExplainedProblem("return-year-not-understood", .invalid, "That is no year of the return", "A year of the return ends on 31 March.", do: "Write the year in which it ends, such as 2026, or 2025/26."),
    ]
}
