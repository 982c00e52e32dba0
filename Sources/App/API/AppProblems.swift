import Kernel
import Web

/// The problems that no slice tells: those of commands, of starting up and of the journal, in plain words.
enum AppProblems {
    static let all = [
        ExplainedProblem("no-data-here", .missing, "No data is there", "There is no database at the place that was named, and a command that only reads begins none.", do: "Look at --data, --database and the folder that the command is run in."),
        ExplainedProblem("journal-does-not-match", .conflict, "The journal does not match", "Something in the journal is not what was recorded. The answer names the first entry where it shows.", do: "Stop, keep a copy of the data, and compare with a head that was noted elsewhere."),
        ExplainedProblem("subject-not-understood", .invalid, "Names no record", "A record is named by its kind and number.", do: "Write it as action/17."),
        ExplainedProblem("subject-not-found", .missing, "Nothing about that record", "The journal says nothing about it.", do: "Look at its kind and number."),
        ExplainedProblem("state-still-stands", .conflict, "It still stands", "A record is still as the import made it, so what the import made is no past state that could be removed.", do: "Take out of the record itself what has to go, then remove what it was before."),
        ExplainedProblem("setting-not-usable", .invalid, "A setting can’t be used", "A setting has a value that it can't take.", do: "Correct what the answer names; docs/configuration.md has them all."),
        ExplainedProblem("flag-without-value", .invalid, "A flag without its value", "A setting stands on the command line with nothing after it.", do: "Write the value after it."),
        ExplainedProblem("health-port-not-usable", .invalid, "Can’t watch there", "Something else listens on the port for health and metrics.", do: "Choose another with --health-port."),
        ExplainedProblem("schema-differs", .conflict, "Another version's schema", "The database's schema is not this program's.", do: "Run one version of Muster on it."),
        ExplainedProblem("address-not-usable", .invalid, "Can’t listen there", "Something else listens on the port, or the address is not this machine's.", do: "Choose others with --port and --host."),
        ExplainedProblem("file-not-readable", .invalid, "The file can’t be read", "There is no such file, or it is not ours to read.", do: "Look at its name and at who may read it."),
        ExplainedProblem("queries-open", .invalid, "Queries are open", "A document has doubtful cells that nobody answered.", do: "Answer them, or accept every suggestion."),
        ExplainedProblem("register-file-not-readable", .invalid, "The register’s file can’t be read", "The file is not there, or a line of it is no entry of a register.", do: "Correct the line that the answer names; muster example register writes such files."),
        ExplainedProblem("register-file-not-written", .invalid, "The register’s file can’t be written", "The folder is not there, or is not ours to write in.", do: "Choose another place with --file."),
    ] + copies
}
