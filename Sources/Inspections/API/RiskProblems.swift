import Kernel
public import Web

extension RiskOperations {
    /// The problems of the risk method, in plain words.
    public static let problems = [
        ExplainedProblem("risk-edition-not-found", .missing, "No such edition", "The risk method has no edition of that name or number.", do: "Look at the list of editions."),
        ExplainedProblem("risk-edition-taken", .conflict, "The edition is there already", "Another edition of the risk method has that name.", do: "Give the method an edition that no other has."),
        ExplainedProblem("risk-method-adopted", .conflict, "The edition stays as it is", "An edition that was adopted is never changed, since premises were scored by it.", do: "Draft a new edition."),
        ExplainedProblem("risk-method-out-of-order", .conflict, "It may not be adopted so early", "An edition is adopted today or later, and after the edition before it.", do: "Choose a later day."),
        ExplainedProblem("risk-method-unreadable", .invalid, "The method can’t be read", "It is no JSON, or something in it is missing or not of its kind.", do: "Put right what the answer names; another edition’s file shows how it is."),
        ExplainedProblem("risk-method-flawed", .invalid, "The method is not in order", "A table has gaps or overlaps, something is named that there is not, or it asks who people are.", do: "Put right each thing that the answer names."),
        ExplainedProblem("no-risk-method", .missing, "No method is in force", "No edition of the risk method was adopted by the day that is looked at, so premises have no score.", do: "Adopt an edition, or look at a later day."),
        ExplainedProblem("risk-too-many", .invalid, "Too many for one table", "More premises fit the choices than one table takes.", do: "Narrow them by band or type, or run muster risk export on the machine that keeps the data."),
        ExplainedProblem("marker-put-already", .conflict, "It is there already", "The premises have that marker on that day.", do: "There is nothing to do."),
        ExplainedProblem("marker-ended", .conflict, "It was taken off already", "The marker has a last day already.", do: "There is nothing to do."),
        ExplainedProblem("marker-not-found", .missing, "No such marker", "No marker was put on the premises under that number.", do: "Read the score of the premises; it lists their markers with their numbers."),
        ExplainedProblem("noted-compliance-not-found", .missing, "Nothing is noted under that number", "No compliance is noted of the premises under that number.", do: "Read the score of the premises; it lists what is noted with its numbers."),
        ExplainedProblem("compliance-struck-out", .conflict, "It is struck out already", "What was noted counts no more already.", do: "There is nothing to do."),
    ]
}
