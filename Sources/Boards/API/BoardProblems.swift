import Kernel
public import Web

extension BoardOperations {
    /// The problems of boards, in plain words.
    public static let problems = boards + meetings + decisions + guests + commands

    private static let boards = [
        ExplainedProblem("board-not-found", .missing, "No such board", "No board has that reference.", do: "Look for it in the list of boards."),
        ExplainedProblem("board-reference-taken", .conflict, "The reference is taken", "Another board has that reference.", do: "Choose another, or leave it out to have one made."),
        ExplainedProblem("board-not-there-then", .invalid, "The board was not there",
            "Seats begin and meetings are held while the board sits: from its first day to its last.", do: "Choose another day, or change the board's days."),
        ExplainedProblem("seat-not-found", .missing, "No such seat", "The board has no seat of that number.", do: "List the board's seats; each has its number."),
        ExplainedProblem("already-seated", .conflict, "A seat already", "Nobody has two seats on one board on the same day.", do: "End the seat that they have first."),
        ExplainedProblem("chair-taken", .conflict, "The chair is taken", "A board has one chair at a time.", do: "End the seat of the chair first."),
    ]

    private static let meetings = [
        ExplainedProblem("meeting-not-found", .missing, "No such meeting", "The board has no meeting of that number.", do: "Look for it in the board's calendar."),
        ExplainedProblem("meeting-not-called-then", .missing, "Not called by then", "The meeting was called after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("meeting-cancelled", .conflict, "The meeting was called off", "A meeting that was called off is not changed and decides nothing.", do: "Call another meeting."),
        ExplainedProblem("meeting-has-decisions", .conflict, "It decided something", "A meeting that decided something stays where it is in the calendar.", do: "Strike out its decisions first, where they were recorded in error."),
        ExplainedProblem("meeting-still-to-come", .conflict, "The meeting is to come", "What a meeting decides is recorded on its day or later.", do: "Wait for its day, or change the day of the meeting."),
        ExplainedProblem("agenda-settled", .conflict, "The agenda is settled", "An agenda is changed until the first decision of the meeting is on record, or its day is over.", do: "Record a decision without an agenda item where something urgent came up."),
        ExplainedProblem("agenda-item-not-found", .missing, "No such agenda item", "The meeting has no agenda item of that number.", do: "Read the meeting; its agenda has the numbers."),
        ExplainedProblem("agenda-item-off", .conflict, "It was taken off", "The item was taken off the agenda before.", do: "Add it again, if it is to be dealt with after all."),
        ExplainedProblem("no-such-way-to-move", .invalid, "No such way to move", "An agenda item moves up or down.", do: "Send up or down."),
    ]

    private static let commands = [
        ExplainedProblem("meeting-not-clear", .invalid, "Several meetings that day", "The board has more than one meeting on the day that the command names.", do: "Give the meeting's number, which muster board meetings shows."),
    ]

    private static let guests = [
        ExplainedProblem("guest-link-not-found", .missing, "No such link", "The board has no link for guests of that number.", do: "List the board's links; each has its number."),
        ExplainedProblem("guest-link-already-there", .conflict, "A link already", "The board has a link in force for a guest of that name.", do: "End that one first, or call the new one otherwise."),
        ExplainedProblem("guest-link-ended", .conflict, "Ended already", "The link was ended before.", do: "There is nothing to do."),
        ExplainedProblem("guest-link-not-good", .missing, "The link opens nothing", "The link has run out, was ended, or was not copied whole.", do: "Ask whoever gave it to you for a new one."),
    ]

    private static let decisions = [
        ExplainedProblem("decision-not-found", .missing, "No such decision", "The board has no decision of that number.", do: "Look for it on the board's page."),
        ExplainedProblem("decision-not-taken-then", .missing, "Not decided by then", "The meeting that decided it was after the day that is looked at.", do: "Choose a later day."),
        ExplainedProblem("decision-struck-out", .conflict, "Struck out already", "The decision was struck out before.", do: "There is nothing to do."),
    ]
}
