import Kernel
import Web

extension QualityOperations {
    /// The problems of calibrations and reports, in plain words.
    static let togetherProblems = [
        ExplainedProblem("calibration-not-found", .missing, "No such calibration", "There is no calibration of that reference.", do: "Look at the list of calibrations."),
        ExplainedProblem("calibration-ended", .conflict, "The calibration has ended", "It was closed or abandoned, and its answers stay as they are.", do: "Open another."),
        ExplainedProblem("calibration-sheet-submitted", .conflict, "Your answers were handed in", "Answers that were handed in stay as they are until all are seen together.", do: "Wait until it is closed."),
        ExplainedProblem("calibration-too-few", .conflict, "Too few have answered", "Agreement needs the answers of two reviewers at least.", do: "Wait for more, or abandon it with a reason."),
    ]
}
