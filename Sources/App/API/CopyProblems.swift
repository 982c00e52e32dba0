import Kernel
import Web

extension AppProblems {
    /// The problems of copies and of restoring them.
    static let copies = [
        ExplainedProblem("copy-not-found", .missing, "No such copy", "The file can't be read.", do: "Look at its name, and at who may open it."),
        ExplainedProblem("copy-not-a-copy", .invalid, "Not a copy", "The file is not one that Muster made.", do: "Give a file that came from muster backup."),
        ExplainedProblem("copy-newer", .invalid, "A newer Muster's copy", "A newer Muster made the copy, so this one does not restore it.", do: "Install that version or a later one."),
        ExplainedProblem("copy-damaged", .conflict, "The copy is damaged", "What the copy holds is not whole.", do: "Use another copy, and look at the disk."),
        ExplainedProblem("copy-not-the-same", .conflict, "The copy is not the same", "It did not come out as what it was made from, so it was not kept.", do: "Try again, and check the disk if it happens twice."),
        ExplainedProblem("copy-under-way", .conflict, "A copy is being made", "One copy is made at a time.", do: "Look again when it is done."),
        ExplainedProblem("stopping", .unavailable, "Muster is stopping", "The server was told to stop, so it begins nothing that would take long.", do: "Send it again when the server is back."),
        ExplainedProblem("file-already-there", .conflict, "The name is taken", "There is a file of that name, and nothing is ever overwritten.", do: "Choose another name."),
        ExplainedProblem("folder-not-usable", .invalid, "The folder can’t be used", "The folder is not there, or Muster may not write to it.", do: "Name another, or let Muster write to it."),
        ExplainedProblem("no-room-left", .conflict, "No room is left", "The disk is full; nothing was kept of what was begun.", do: "Make room, or choose another disk."),
        ExplainedProblem("place-not-empty", .conflict, "The place is not empty", "A copy is restored into an empty place only, never over data.", do: "Name an empty place."),
        ExplainedProblem("stopped", .conflict, "Stopped before the end", "Somebody ended the command before it was done.", do: "Run it again; nothing was kept of it."),
        ExplainedProblem("restore-under-way", .conflict, "A copy is being restored there", "One copy at a time is restored into a place.", do: "Wait until that is done."),
        ExplainedProblem("restore-unfinished", .conflict, "A restoration did not end", "A copy was being restored there before and did not come to its end.", do: "Run muster restore again, or remove what the answer names."),
    ]
}
