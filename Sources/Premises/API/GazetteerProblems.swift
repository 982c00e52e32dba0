import Kernel
public import Web

extension GazetteerOperations {
    /// The problems of premises and duty holders, in plain words.
    public static let problems = [
        ExplainedProblem("premises-not-found", .missing, "No such premises", "No premises on record have that reference.", do: "Look for them in the list."),
        ExplainedProblem("premises-not-known-then", .missing, "Not on record on that day", "The premises came on record after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("premises-reference-taken", .conflict, "The reference is taken", "Other premises have that reference.", do: "Choose another, or leave it out to have one given."),
        ExplainedProblem("premises-merged", .conflict, "They count as others", "Premises that were merged into others are left as they were.", do: "Change those that they were merged into, or part the two first."),
        ExplainedProblem("premises-not-merged", .conflict, "They were not merged", "The premises count as themselves, so there is nothing to part.", do: "There is nothing to do."),
        ExplainedProblem("premises-too-many", .invalid, "Too many for one table", "More premises fit the choices than one table takes.", do: "Narrow them by type or area, or run muster premises export on the machine that keeps the data."),
        ExplainedProblem("responsibility-not-found", .missing, "Nobody answers under that number", "The premises have nobody on record under that number.", do: "Read the premises; they list who answers with their numbers."),
        ExplainedProblem("answers-already", .conflict, "On record already", "The duty holder is on record at the premises in that capacity on some of the days.", do: "Change what is on record, or give days that don't overlap."),
        ExplainedProblem("duty-holder-not-found", .missing, "No such duty holder", "No duty holder on record has that number.", do: "Look for them in the list."),
        ExplainedProblem("company-number-taken", .conflict, "The company number is taken", "Another duty holder has that company number.", do: "Use that record, or correct the number."),
        ExplainedProblem("service-address-not-found", .missing, "No such address", "The duty holder has no address for service of that number.", do: "Read the duty holder; it lists the addresses with their numbers."),
    ]
}
