import Kernel
import Web

extension PlanOperations {
    /// The problems of verifying and closing.
    static let closed = [
        ExplainedProblem("action-already-accepted", .conflict, "Verified already", "The action was verified before.", do: "There is nothing to do; take the verification back if it was wrong."),
        ExplainedProblem("action-not-accepted", .conflict, "Not verified", "There is no verification to take back.", do: "There is nothing to do."),
        ExplainedProblem("accepted-in-the-future", .invalid, "Verified in the future", "An action is verified on a day that has come.", do: "Give today or an earlier day."),
        ExplainedProblem("accepted-before-done", .invalid, "Verified before it was done", "The day of the verification is before the day the action was done.", do: "Give the day it was done or a later one."),
        ExplainedProblem("measure-does-not-hold", .conflict, "The measure does not hold", "The measure that was named does not hold on the day of the verification, or nobody has read it.", do: "Wait until it holds, or verify it without a measure and say what else was looked at."),
        ExplainedProblem("verification-stands", .conflict, "The service has verified it", "An action that is verified is reopened once the verification is taken back.", do: "Have the verification taken back first."),
        ExplainedProblem("finding-not-inspected", .conflict, "No inspectorate closes it", "The finding is of no inspection, no cause of concern and no area for improvement.", do: "Correct its kind, or the plan's, if it is one."),
        ExplainedProblem("finding-closed-already", .conflict, "Closed by the inspectorate already", "An earlier letter closed the finding.", do: "Look at the finding."),
        ExplainedProblem("finding-not-closed", .conflict, "Not closed by the inspectorate", "There is no letter that closed it.", do: "There is nothing to reopen."),
        ExplainedProblem("letter-of-the-future", .invalid, "A letter of the future", "A letter is of a day that has come.", do: "Give today or an earlier day."),
        ExplainedProblem("letter-before-reopening", .invalid, "Before it was reopened", "The letter is older than the one by which the finding was reopened.", do: "Give that day or a later one."),
        ExplainedProblem("letter-before-closure", .invalid, "Before it was closed", "The letter is older than the one by which the finding was closed.", do: "Give that day or a later one."),
        ExplainedProblem("not-implemented-already", .conflict, "Closed already, not implemented", "It was closed without being implemented, and nothing is reported on it.", do: "Reopen it first."),
        ExplainedProblem("not-closed-unimplemented", .conflict, "Not closed in that way", "It is not closed without being implemented.", do: "There is nothing to reopen."),
        ExplainedProblem("plan-closed", .conflict, "The plan is closed", "Nothing in a closed plan changes, but for the inspectorate's letters and the readings of its measures.", do: "Have an approver reopen it, if there is reason to."),
        ExplainedProblem("plan-not-closed", .conflict, "The plan is not closed", "There is no closure to undo.", do: "There is nothing to do."),
        ExplainedProblem("closure-waits-already", .conflict, "Proposed already", "One closure at a time is proposed, and that is not decided yet.", do: "Wait for the decision, or take the proposal back."),
        ExplainedProblem("closure-decided-already", .conflict, "Decided already", "The closure was agreed, declined or taken back before.", do: "Look at the plan's closing."),
        ExplainedProblem("closure-out-of-date", .conflict, "The plan has changed since", "Since the closure was proposed something has become open, or what was to become of an action no longer fits it.", do: "Take the proposal back and propose it again."),
        ExplainedProblem("no-closure-proposed", .missing, "No closure is proposed", "There is nothing to decide.", do: "Propose to close the plan first."),
    ]
}
