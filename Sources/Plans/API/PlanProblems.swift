import Kernel
public import Web

extension PlanOperations {
    /// The problems of plans and of reading their documents, in plain words.
    public static let problems = keeping + reporting + promiseProblems + needProblems + forecastProblems + evidenceProblems + importing + commands + measured + closed

    private static let keeping = [
        ExplainedProblem("plan-not-found", .missing, "No such plan", "No plan has that reference.", do: "Look for it in the list of plans."),
        ExplainedProblem("finding-not-found", .missing, "No such finding", "The plan has no finding of that reference.", do: "Look for it on the plan's page."),
        ExplainedProblem("action-not-found", .missing, "No such action", "The plan has no action of that reference.", do: "Look for it on the plan's page."),
        ExplainedProblem("milestone-not-found", .missing, "No such milestone", "The action has no milestone of that number.", do: "Read the action; it lists its milestones with their numbers."),
        ExplainedProblem("milestone-withdrawn", .conflict, "Not needed any more", "The milestone was said not to be needed any more.", do: "Add it anew if it is wanted after all."),
        ExplainedProblem("milestone-reached", .conflict, "Reached already", "What was reached is not given up.", do: "Take back that it was reached, if it was not."),
        ExplainedProblem("withdrawal-not-found", .missing, "No such withdrawal", "The plan has no withdrawal of that number.", do: "List the plan's withdrawals; each has its number."),
        ExplainedProblem("action-not-in-plan-then", .missing, "Not in the plan on that day",
            "The action was not in the plan on the day asked for: it came later, or was withdrawn.", do: "Choose another day."),
        ExplainedProblem("finding-not-in-plan-then", .missing, "Not in the plan on that day",
            "The finding was not in the plan on the day asked for: it came later, or was withdrawn.", do: "Choose another day."),
        ExplainedProblem("no-such-format", .missing, "No such format", "A table is taken away as csv or xlsx.", do: "Choose one of the two."),
        ExplainedProblem("reference-taken", .conflict, "The reference is taken", "Another plan, or another thing in the plan, has that reference.", do: "Choose another, or leave it out to have one made."),
        ExplainedProblem("no-such-step", .invalid, "No such step", "A finding or an action moves up or down.", do: "Send up or down."),
        ExplainedProblem("finding-withdrawn", .conflict, "The finding is withdrawn", "It was taken out of the plan, with its actions.", do: "Put it back first."),
        ExplainedProblem("action-withdrawn", .conflict, "The action is withdrawn", "It was taken out of the plan.", do: "Put it back first."),
        ExplainedProblem("already-restored", .conflict, "It is back already", "What was withdrawn has been put back before.", do: "There is nothing to do."),
    ]

    private static let reporting = [
        ExplainedProblem("action-already-done", .conflict, "Already recorded as done", "The action is recorded as done.", do: "Reopen it first, if it is not done after all."),
        ExplainedProblem("action-not-done", .conflict, "Not recorded as done", "There is nothing to reopen.", do: "There is nothing to do."),
        ExplainedProblem("milestones-left-open", .invalid, "Milestones are left", "When an action is done, each of its milestones was reached or is not needed any more.", do: "Name those that were reached by then, and say that the rest is not needed."),
        ExplainedProblem("day-before-it-began", .invalid, "Before it began", "Work on an action is recorded for no day before its plan's first day or the day it joined the plan, whichever is earlier.", do: "Give a later day."),
        ExplainedProblem("update-of-the-future", .invalid, "An update of the future", "An update speaks of a day that has come.", do: "Give today or an earlier day."),
        ExplainedProblem("forecast-before-its-update", .invalid, "Expected before the update's own day", "The expected day is before the day that the update speaks of.", do: "Give a later day, or record the action as done."),
        ExplainedProblem("move-not-found", .missing, "No such request", "For the action no other day was asked for under that number.", do: "Read the action; it lists what was asked for."),
        ExplainedProblem("move-waits-already", .conflict, "Another day is asked for already", "One day at a time is asked for, and that is not decided yet.", do: "Wait for the decision, or take the request back."),
        ExplainedProblem("move-decided-already", .conflict, "Decided already", "The request was agreed, declined or taken back before.", do: "Look at the action; ask again if there is reason to."),
        ExplainedProblem("no-day-to-move", .conflict, "No day to move", "No due day is agreed for the action.", do: "Have a manager enter the first by changing the action."),
        ExplainedProblem("same-day", .invalid, "The same day", "The action is due on that day already.", do: "Ask for another day."),
        ExplainedProblem("done-in-the-future", .invalid, "Done in the future", "Work is done on a day that has come.", do: "Give today or an earlier day."),
        ExplainedProblem("reached-in-the-future", .invalid, "Reached in the future", "A milestone is reached on a day that has come.", do: "Give today or an earlier day."),
    ]

    private static let importing = [
        ExplainedProblem("import-not-found", .missing, "No such import", "It is finished, was put aside, or was begun by somebody else or with another token.", do: "Send the document again."),
        ExplainedProblem("sheet-not-found", .missing, "No such sheet", "The workbook has no sheet of that name.", do: "Choose one that the answer names, or none to have all read."),
        ExplainedProblem("no-findings", .invalid, "No finding", "The document has no finding to make a plan of.", do: "Look at the preview, and say which column holds the findings."),
        ExplainedProblem("no-plan-table", .invalid, "No plan's table", "No table of the document has the headings of a plan.", do: "Name the columns as a plan does: Recommendation, Action, Owner, By when."),
        ExplainedProblem("no-table-found", .invalid, "No table", "The document has no table at all.", do: "Send the document that holds the plan's table."),
        ExplainedProblem("no-such-query", .invalid, "No longer asked", "The query is answered, or went away with another answer.", do: "Look at the queries that are open now."),
        ExplainedProblem("plan-too-long", .tooLarge, "The plan is too long", "The tables have more than 10,000 rows.", do: "Save the part that is the plan by itself."),
        ExplainedProblem("file-empty", .invalid, "The file is empty", "There is nothing in the file.", do: "Choose the file that holds the plan's table."),
        ExplainedProblem("file-encrypted", .invalid, "The file is locked", "The file is locked with a password.", do: "Save it without the password and send it again."),
        ExplainedProblem("file-damaged", .invalid, "The file is damaged", "A part of it can't be read.", do: "Open it in the program that made it, save it again and send that."),
        ExplainedProblem("file-has-entities", .invalid, "The file declares entities", "Word and Excel never write XML entities, and an attack may.", do: "Save it again from Word or Excel."),
        ExplainedProblem("file-nested-too-deep", .invalid, "The file is nested too deep", "It has parts within parts deeper than Word and Excel write.", do: "Save it again from Word or Excel."),
        ExplainedProblem("file-not-a-table-document", .unsupported, "Not a document with a table", "The file is of a kind that no table is read from.", do: "Send Word, Excel, CSV or text."),
    ]

    private static let commands = [
        ExplainedProblem("not-withdrawn", .conflict, "It is not withdrawn", "What was to be put back was never taken out of the plan.", do: "There is nothing to do."),
        ExplainedProblem("nobody-named", .invalid, "Nobody is named", "The operator has no work list of their own.", do: "Name a person, or act as one with --as."),
        ExplainedProblem("no-such-order", .invalid, "No such order", "A plan is sorted by ref, owner, due or standing.", do: "Choose one of these, with a dash before it to turn it round."),
        ExplainedProblem("file-not-writable", .invalid, "The file can’t be written", "Its folder is not there, or not ours to write to.", do: "Choose another place."),
        ExplainedProblem("answer-not-understood", .invalid, "The answer was not understood", "An answer on the command line belongs to no query or column of the document.", do: "Look at the numbers that muster plan preview shows."),
        ExplainedProblem("no-such-change", .missing, "No such change", "The newer document brings no change of that key.", do: "Look at the keys that muster plan compare shows."),
    ]
}
