import Kernel
public import Web

/// The problems of a year's programme, in plain words.
public enum ProgrammeProblems {
    public static let all = [
        ExplainedProblem("programme-not-understood", .invalid, "The year was not understood", "A file that is to hold what a programme is made from is not JSON, or not as such a file is written.", do: "Put right what the answer names; muster programme plan --help shows how it is written."),
        ExplainedProblem("programme-basis-amiss", .invalid, "No programme can be made of this", "Officers, premises or targets contradict each other, or name what there is not.", do: "Put right each thing that the answer names."),
        ExplainedProblem("programme-not-solved", .invalid, "No programme was found", "The solver found none in the time that it was given.", do: "Give it more time."),
        ExplainedProblem("solver-not-there", .invalid, "The solver is not there", "The solver that was asked for is not on the machine.", do: "Install it and say where its library is, or leave the choice to the program."),
        ExplainedProblem("programme-not-found", .missing, "No such programme", "No year's programme has that reference.", do: "Look for it in the list of programmes."),
        ExplainedProblem("programme-not-there-then", .missing, "No such programme on that day", "The programme came on record after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("programme-taken", .conflict, "The year has a programme", "A year from April has one programme.", do: "Change the objectives of the one that there is."),
        ExplainedProblem("programme-over", .conflict, "The year is over", "Nothing is planned in a year that has ended.", do: "Begin the programme of the next year."),
        ExplainedProblem("programme-without-officers", .conflict, "Nobody audits in it", "A plan allots audits to officers, and the year has none yet.", do: "Add the officers and their time."),
        ExplainedProblem("programme-basis-moved", .conflict, "The records moved on", "Something that the plan was made from changed while it was being made.", do: "Make it again."),
        ExplainedProblem("officer-there-already", .conflict, "The officer is there already", "An officer's time is said once for each year.", do: "Change what is said of it."),
        ExplainedProblem("officer-capacity-not-found", .missing, "No such officer in the year", "The programme has no officer of that number.", do: "Read the programme; it lists them with their numbers."),
        ExplainedProblem("year-plan-not-found", .missing, "No such plan", "The programme has no plan of that number on that day.", do: "Read the programme; it lists its plans."),
        ExplainedProblem("year-plan-adopted", .conflict, "The plan is adopted", "A plan is adopted once.", do: "There is nothing to do."),
        ExplainedProblem("year-plan-overtaken", .conflict, "A later plan was made", "Only the latest plan of a year is adopted.", do: "Adopt the latest, or make another."),
        ExplainedProblem("year-plan-not-adopted", .conflict, "No plan is adopted", "Audits are planned from the plan that was adopted.", do: "Have an approver adopt a plan."),
        ExplainedProblem("month-not-in-programme", .missing, "No such month in the year", "What was given is no month, or none from April to March of the year.", do: "Write a month of the year as 2026-04."),
        ExplainedProblem("month-over", .conflict, "The month is over", "No audit is planned for a month that has passed.", do: "Make another plan, which puts what was not done into the months that are left."),
    ]
}
