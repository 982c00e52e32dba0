import Kernel
public import Web

extension PerformanceOperations {
    /// The problems of measures, in plain words.
    public static let problems = [
        ExplainedProblem("performance-measure-not-found", .missing, "No such measure", "There is no measure of that reference.", do: "Look at the list of measures."),
        ExplainedProblem("performance-measure-ended", .conflict, "It is measured no more", "The measure was ended; what was measured stays as it is.", do: "Add another measure."),
        ExplainedProblem("measure-in-signed-report", .conflict, "It stands in a signed report", "A measure is not ended from before a period of which a report was signed with it.", do: "End it on a later day."),
        ExplainedProblem("measure-stays-so", .conflict, "What its values rest on stays", "The kind, the frequency and the source of a measure are never changed, since its values rest on them.", do: "End it and add another."),
        ExplainedProblem("measure-is-live", .conflict, "It is worked out from other records", "The values of a live figure are never entered.", do: "Put the records right that it is worked out from."),
        ExplainedProblem("measure-rows-wrong", .invalid, "Rows of the file are wrong", "A row can’t be taken, so none was.", do: "Put the rows right that are named, and send the file again."),
        ExplainedProblem("measure-target-not-found", .missing, "No such target", "The measure has no target of that number.", do: "Read the measure; it lists its targets."),
        ExplainedProblem("measure-target-dropped", .conflict, "It was taken back already", "The target counts no more.", do: "There is nothing to do."),
        ExplainedProblem("measure-rebase-not-found", .missing, "No such rebasing", "The chart was not rebased under that number.", do: "Read the measure; it lists them."),
        ExplainedProblem("measure-rebase-dropped", .conflict, "It was taken back already", "The chart is not rebased there any more.", do: "There is nothing to do."),
        ExplainedProblem("measure-rebased-already", .conflict, "The chart is rebased there already", "Limits begin once at a period.", do: "Take the other back first."),
        ExplainedProblem("target-on-neutral", .conflict, "Neither way is better", "A measure of which neither way is better can’t be judged against a target.", do: "Say first which way is better."),
        ExplainedProblem("period-not-over", .conflict, "The period is not over", "A final value is of a period that has ended, and no value is of one that has not begun.", do: "Wait, or record a provisional value of the period that runs."),
        ExplainedProblem("period-not-understood", .invalid, "No such period", "The period can’t be read for the length that was asked for.", do: "Write 2026-03 for a month, 2025-26-q4 for a quarter and 2025-26 for a year."),
        ExplainedProblem("report-not-found", .missing, "No such report", "A report is of a month, a quarter or a financial year, written as it is here.", do: "Write month/2026-03, quarter/2025-26-q4 or year/2025-26."),
        ExplainedProblem("report-signed", .conflict, "The report is signed", "A signed report keeps its words and its numbers.", do: "Read what has moved since; say it in the next report."),
        ExplainedProblem("report-not-ready", .conflict, "The report can’t be signed yet", "Its period is not over, its commentary is missing, or a miss of a tenth or more is not explained.", do: "Do what the sentence names."),
        ExplainedProblem("no-exception", .conflict, "There is nothing to explain", "The measure does not miss its target by a tenth or more in that period.", do: "Say it in the commentary."),
        ExplainedProblem("series-not-readable", .invalid, "No run of numbers", "The file has no column with a number in every row.", do: "Name the column, and leave no gaps."),
    ]
}
