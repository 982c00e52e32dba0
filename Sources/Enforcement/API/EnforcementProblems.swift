import Kernel
public import Web

/// What this slice refuses, each explained on a page of its own.
public enum EnforcementProblems {
    public static let all: [ExplainedProblem] = [
        ExplainedProblem(
            "history-not-understood", .invalid, "The history was not understood", "A file that is to hold the history of a notice is not JSON, or not as such a history is written.",
            do: "Write it as muster help notice clock shows, with days as YYYY-MM-DD."),
    ]
}
