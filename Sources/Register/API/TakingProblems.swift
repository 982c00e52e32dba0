import Kernel
public import Web

extension HarvestOperations {
    /// The problems of what is taken away from the register and taken over into it, in plain words.
    public static let problems = [
        ExplainedProblem("register-entry-not-found", .missing, "No such entry", "No notice of the register has that key, or it stands there no more.", do: "Look for it by its premises."),
        ExplainedProblem("no-such-register-file", .missing, "Not a file of the register", "The register is not taken away under that name.", do: "Read /register/developers, which names every file."),
        ExplainedProblem("view-not-understood", .invalid, "Not all of the view is understood", "A name or a value of what was asked of the register is none that it has.", do: "Correct what is named. An address of the register has the same names after its question mark."),
        ExplainedProblem("harvest-source-not-found", .missing, "No such service", "No other service whose register is shown here has that code.", do: "List them; each is shown with its code."),
        ExplainedProblem("harvest-source-taken", .conflict, "The code is taken", "Another service has or had that code, and its entries are known by it.", do: "Choose another, or leave it out to have one made."),
        ExplainedProblem("register-not-at-hand", .unavailable, "No register is at hand", "The command was run outside of the program that knows where entries come from.", do: "Run the command of the program itself."),
    ]
}
