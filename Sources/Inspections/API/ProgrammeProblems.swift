import Kernel
public import Web

/// The problems of a year's programme, in plain words.
public enum ProgrammeProblems {
    public static let all = [
        ExplainedProblem("programme-not-understood", .invalid, "The year was not understood", "A file that is to hold what a programme is made from is not JSON, or not as such a file is written.", do: "Put right what the answer names; muster programme plan --help shows how it is written."),
        ExplainedProblem("programme-basis-amiss", .invalid, "No programme can be made of this", "Officers, premises or targets contradict each other, or name what there is not.", do: "Put right each thing that the answer names."),
        ExplainedProblem("programme-not-solved", .invalid, "No programme was found", "The solver found none in the time that it was given.", do: "Give it more time."),
        ExplainedProblem("solver-not-there", .invalid, "The solver is not there", "The solver that was asked for is not on the machine.", do: "Install it and say where its library is, or leave the choice to the program."),
    ]
}
