import Kernel
public import Web

extension PolicyOperations {
    /// The problems of the enforcement policy, in plain words.
    public static let problems = [
        ExplainedProblem("policy-edition-not-found", .missing, "No such edition", "The enforcement policy has no edition of that number.", do: "Look at the list of editions."),
        ExplainedProblem("policy-edition-taken", .conflict, "The edition is there already", "Another edition of the enforcement policy has that name.", do: "Choose a name that no other edition has."),
        ExplainedProblem("policy-in-force", .conflict, "The edition stays as it is", "An edition whose day of effect is settled is never changed, since cases were decided by it.", do: "Draft a new edition."),
        ExplainedProblem("policy-out-of-order", .conflict, "It may not take effect so early", "An edition takes effect today or later, and after the edition before it.", do: "Choose a later day."),
        ExplainedProblem("objective-not-found", .missing, "No such objective", "The edition has no objective of that number.", do: "Read the edition; it lists its objectives with their numbers."),
        ExplainedProblem("stated-activity-not-found", .missing, "No such number", "No yearly number is stated under that number.", do: "Look at the list of what is stated."),
        ExplainedProblem("activity-stated-already", .conflict, "It is stated already", "There is one stated number for each year and each thing that is counted.", do: "Correct the one that is there."),
    ]
}
