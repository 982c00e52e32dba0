import Kernel
public import Web

/// What this slice refuses, each explained on a page of its own.
public enum EnforcementProblems {
    public static let all: [ExplainedProblem] = [
        ExplainedProblem(
            "history-not-understood", .invalid, "The history was not understood", "A file that is to hold the history of a notice is not JSON, or not as such a history is written.",
            do: "Write it as muster help notice clock shows, with days as YYYY-MM-DD."),
        ExplainedProblem("case-not-found", .missing, "No such case", "No case has that reference.", do: "Look for it in the list of cases."),
        ExplainedProblem("case-not-open-then", .missing, "No such case on that day", "The case was opened after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("case-closed", .conflict, "The case is closed", "Nothing is changed in a case that is closed.", do: "Reopen it first."),
        ExplainedProblem("case-not-closed", .conflict, "The case is open", "Only a case that is closed can be reopened.", do: "There is nothing to do."),
        ExplainedProblem("case-has-open-notices", .conflict, "A notice is still open", "A case is not closed while a notice in it is a draft, waits to be served or asks something of somebody.", do: "Bring the notice to its end first."),
        ExplainedProblem("case-finding-not-found", .missing, "No such finding", "The case has no finding of that number.", do: "Read the case; it lists them with their numbers."),
        ExplainedProblem("finding-struck", .conflict, "It was struck out", "The finding was struck out already.", do: "There is nothing to do."),
        ExplainedProblem("outcome-not-found", .missing, "No such outcome", "The case has no informal notification, caution or prosecution of that number.", do: "Read the case; it lists them with their numbers."),
        ExplainedProblem("notice-not-found", .missing, "No such notice", "No notice has that reference.", do: "Look for it in the list of notices."),
        ExplainedProblem("notice-not-drafted-then", .missing, "No such notice on that day", "The notice was drafted after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("notice-move-refused", .conflict, "That can't be done with the notice", "Where the notice stands, or its type, does not allow it. The sentence names the provision.", do: "Read where the notice stands; its page offers what may be done."),
        ExplainedProblem("notice-incomplete", .conflict, "The notice is not complete", "It lacks what the provisions named ask for.", do: "Fill it in, then have it approved."),
        ExplainedProblem("consultation-missing", .conflict, "Somebody is to be consulted first", "Before an enforcement notice that alters premises, and before a prohibition notice on a house in multiple occupation, others are consulted or told: articles 30 and 31.", do: "Record the consultation, then the approval or the service."),
        ExplainedProblem("period-too-short", .conflict, "The time to comply is too short", "An enforcement notice leaves at least 28 days from service: article 30.", do: "Change its last day; one that was approved is sent back first, and approved again."),
        ExplainedProblem("effect-passed", .conflict, "The day it takes effect has passed", "A prohibition notice takes effect at once or on a day that is to come: article 31.", do: "Give a later day, or say that it takes effect at once."),
        ExplainedProblem("finding-missing", .conflict, "Nothing is recorded as found", "A notice is approved on what was found at the premises, and its case has no finding.", do: "Record in the case what was found, against its article."),
        ExplainedProblem("article-without-finding", .conflict, "An article that nothing was found against", "A notice names only articles against which something was found in its case.", do: "Record the finding, or leave the article out of the notice."),
        ExplainedProblem("rationale-missing", .conflict, "The rationale is missing", "A notice is approved on the rationale of its case: how risk, gap and circumstances lead to it.", do: "Record the rationale in the case."),
        ExplainedProblem("no-signing-authority", .forbidden, "No authority to sign", "Whoever approves a notice has authority for its type on that day and still on the day it is recorded.", do: "Ask an administrator, or another approver."),
        ExplainedProblem("event-not-found", .missing, "Nothing of that number", "Nothing was recorded of the notice under that number.", do: "Read the notice; it lists what happened with its numbers."),
        ExplainedProblem("event-not-last", .conflict, "Something was recorded after it", "What happened to a notice is struck out from the last back, and neither an amendment nor that it was sent back ever is.", do: "Strike out what follows it first."),
        ExplainedProblem("authority-not-found", .missing, "No such authority", "There is no authority to sign of that number.", do: "Read the list; it has them with their numbers."),
    ]
}
