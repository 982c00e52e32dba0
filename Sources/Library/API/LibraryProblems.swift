import Kernel
public import Web

extension LibraryOperations {
    /// The problems of the documents register, in plain words.
    public static let problems = [
        ExplainedProblem("document-not-found", .missing, "No such document", "No document of the register has that reference.", do: "Look for it in the register."),
        ExplainedProblem("document-not-registered-then", .missing, "Not in the register on that day", "The document was registered after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("document-version-not-found", .missing, "No such version", "The document has no such version.", do: "Read the document; it lists its versions with their numbers."),
        ExplainedProblem("document-version-has-no-file", .missing, "It is no file", "The version is not kept here as a file.", do: "Follow its link, where it has one."),
        ExplainedProblem("document-reference-taken", .conflict, "The reference is taken", "Another document has that reference.", do: "Choose another, or leave it out to have one made."),
        ExplainedProblem("version-label-taken", .conflict, "The version is there already", "The document has a version of that label.", do: "Change that version, or choose another label."),
        ExplainedProblem("document-withdrawn", .conflict, "The document is withdrawn", "A document that was withdrawn gets no versions and no reviews.", do: "Put it back first."),
        ExplainedProblem("document-not-withdrawn", .conflict, "It is not withdrawn", "The document counts, so there is nothing to put back.", do: "There is nothing to do."),
        ExplainedProblem("reviewed-in-the-future", .invalid, "Reviewed in the future", "A review is of a day that has come.", do: "Give today or an earlier day."),
    ]
}
