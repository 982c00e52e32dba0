import Kernel
public import Web

extension ReviewOperations {
    /// The problems of reviews, in plain words.
    public static let problems = [
        ExplainedProblem("review-not-found", .missing, "No such review", "No review has that reference.", do: "Look for it in the list of reviews."),
        ExplainedProblem("review-not-commissioned-then", .missing, "Not commissioned by then", "The review was commissioned after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("review-reference-taken", .conflict, "The reference is taken", "Another review has that reference.", do: "Choose another, or leave it out to have one made."),
        ExplainedProblem("review-has-judgments", .conflict, "Something stands on it", "What was judged, found short or recommended stands on the review’s round, kind and day of report.", do: "Take those parts back first, where they were recorded in error."),
        ExplainedProblem("review-not-reported", .conflict, "Not reported", "What a review judges and recommends is of the day of its report.", do: "Enter the day of its report first."),
        ExplainedProblem("review-asks-no-set-questions", .conflict, "No set questions", "Only a review that follows an inspection round judges its questions.", do: "Choose its round first."),
        ExplainedProblem("review-part-not-found", .missing, "No such part", "The review has no such judgment, recommendation, concern or submission.", do: "Read the review; its parts have their numbers."),
        ExplainedProblem("review-part-retracted", .conflict, "Taken back already", "What was taken back is changed no more.", do: "Enter it anew, if it was right after all."),
        ExplainedProblem("recommendation-not-found", .missing, "No such recommendation", "The review has no recommendation of that reference.", do: "Read the review; it lists them."),
        ExplainedProblem("recommendation-reference-taken", .conflict, "The reference is taken", "Another recommendation of the review has that reference.", do: "Choose another, or leave it out to have the next number."),
        ExplainedProblem("concern-not-found", .missing, "No such concern", "The review has no cause of concern or area for improvement of that number on that day.", do: "Read the review; it lists them."),
        ExplainedProblem("concern-has-recommendations", .conflict, "It has recommendations", "A cause of concern is taken back after the recommendations that belong to it.", do: "Take those back first, or move them."),
        ExplainedProblem("not-the-inspectorates", .conflict, "Not the inspectorate’s", "Only the inspectorate’s own reviews raise causes of concern and areas for improvement.", do: "Add a recommendation instead, or put the review’s kind right."),
        ExplainedProblem("plan-not-asked-for", .conflict, "No plan is asked for", "A plan is submitted for a cause of concern.", do: "There is nothing to submit for an area for improvement."),
        ExplainedProblem("plan-already-submitted", .conflict, "Submitted already", "The plan that answers the cause of concern went to the inspectorate before.", do: "Take that submission back first, if it was recorded in error."),
        ExplainedProblem("day-still-to-come", .invalid, "A day to come", "What has happened is recorded on its day or later.", do: "Wait for the day, or put the day right."),
    ]
}
