import Kernel
import Web

extension PlanOperations {
    /// The problems of evidence, in plain words.
    static let evidenceProblems = [
        ExplainedProblem("evidence-not-found", .missing, "No such piece of evidence", "The plan has no piece of evidence of that number, or had none on the day asked for.", do: "List the plan's evidence; each piece has its number."),
        ExplainedProblem("evidence-taken-back", .conflict, "It was taken back", "The piece of evidence was taken back, for a reason that it shows.", do: "Add it anew, if it shows something after all."),
        ExplainedProblem("evidence-is-no-file", .missing, "It is no file", "The piece of evidence is a link or a record of this service.", do: "Follow the link that it shows."),
    ]
}
