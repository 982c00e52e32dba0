import Kernel
import Web

extension PlanOperations {
    static let promiseProblems = [
        ExplainedProblem("override-not-found", .missing, "No such standing", "For the action no other standing was asked for under that number.", do: "Read the action; it lists what was asked for."),
        ExplainedProblem("override-waits-already", .conflict, "Another standing is asked for already", "One standing at a time is asked for, and that is not decided yet.", do: "Wait for the decision, or take the request back."),
        ExplainedProblem("override-decided-already", .conflict, "Decided already", "The standing was agreed, declined or taken back before.", do: "Look at the action; ask again if there is reason to."),
        ExplainedProblem("override-ended-already", .conflict, "It holds no more", "The standing that was set is past its last day or was ended.", do: "There is nothing to do."),
        ExplainedProblem("override-ends-too-soon", .invalid, "It would end too soon", "A standing is set until a day to come.", do: "Give a day after today."),
        ExplainedProblem("override-too-long", .invalid, "It would stand too long", "A standing is set for a quarter at most.", do: "Give an earlier day, and ask again when that has come."),
        ExplainedProblem("no-override-to-done", .invalid, "Nothing is set to done", "An action is done when it is recorded as done, and not by a colour.", do: "Record the action as done."),
        ExplainedProblem("same-standing", .invalid, "The same standing", "The action is computed to stand in that colour already.", do: "Ask for another colour, or for none."),
        ExplainedProblem("dependency-not-found", .missing, "No such dependency", "The action has no dependency of that number.", do: "Read the action; it lists what it waits for."),
        ExplainedProblem("dependency-there-already", .conflict, "It waits for that already", "The action waits for the other one already.", do: "There is nothing to do."),
        ExplainedProblem("dependency-ended-already", .conflict, "It waits no more", "The dependency was ended before.", do: "There is nothing to do."),
        ExplainedProblem("dependency-goes-in-a-circle", .conflict, "It would go in a circle", "The other action waits for this one, directly or through others.", do: "End one of the dependencies in between, if it is not so."),
        ExplainedProblem("waits-for-itself", .invalid, "It would wait for itself", "An action waits for another one.", do: "Name another action."),
    ]
}
