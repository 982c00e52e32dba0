import ArgumentParser
import Kernel
import People
import Storage

/// `muster journal …`: what was done, and the proof that it is still what it was.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Read and prove the journal of all changes.",
        subcommands: [HeadCommand.self, Verify.self, Proof.self, Consistency.self, Show.self, JournalRemoveCommand.self])

    struct HeadCommand: ReadingCommand {
        static let configuration = CommandConfiguration(
            "head", "The number of entries and the root of their tree.", examples: "muster journal head", "muster journal head --size 900 --json")
        @Option(help: "The head when there were so many entries. Now when left out.") var size: Int64?
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<Head> {
            let head = try Journal(session).head(ofSize: size)
            return Answer(head, head.line)
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "verify", "Make all of it anew and compare.", "Names the first entry that does not match, and exits with 1.",
            examples: "muster journal verify", "muster journal verify --head 950:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Option(help: ArgumentHelp("A head noted earlier that the journal must still have.", valueName: "size:root"))
        var head: NotedHead?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, _) = try await operating.begin(making: false)
            let check = try await ProgressBar.showing { [head] watch in
                try await desk.read { session in
                    try Journal(session).verify(against: head?.head) { done, all in
                        try watch(CopyProgress(step: "Proving the journal", done: Int(done), all: Int(all)))
                    }
                }
            }
            if let mismatch = check.mismatch, !output.json {
                throw Refusal.conflict("journal-does-not-match", mismatch.sentence)
            }
            try output.show(check, "All \(check.entries) entries match. Root \(check.root)")
            if !check.isWhole { throw ExitCode(1) }
        }
    }

    struct Proof: ReadingCommand {
        static let configuration = CommandConfiguration("proof", "Show that an entry is under a head.", examples: "muster journal proof 17 --json")
        @Argument(help: "The entry's number.") var sequence: Int64
        @Option(help: "Under the head of so many entries. Of all when left out.") var size: Int64?
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<InclusionProof> {
            let proof = try Journal(session).inclusionProof(of: sequence, inTreeOf: size)
            let lines = ["Entry \(proof.sequence), leaf \(proof.leaf)"] + proof.path.map(\.description) + [proof.head.line]
            return Answer(proof, lines.joined(separator: "\n"))
        }
    }

    struct Consistency: ReadingCommand {
        static let configuration = CommandConfiguration(
            "consistency", "Show that a shorter journal is the beginning of a longer one.", examples: "muster journal consistency 900 950")
        @Argument(help: "The smaller number of entries.") var older: Int64
        @Argument(help: "The larger number of entries.") var newer: Int64
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ConsistencyProof> {
            let proof = try Journal(session).consistencyProof(from: older, to: newer)
            let lines = [proof.older.line] + proof.path.map(\.description) + [proof.newer.line]
            return Answer(proof, lines.joined(separator: "\n"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration("show", "What was done to one record, in order.", examples: "muster journal show action/17")
        @Argument(help: "The record, as the journal names it: action/17.") var subject: String
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[Entry]> {
            try JournalOperations.readsEntries.check(reader.actor)
            let subject = try Subject(written: subject, like: "action/17")
            let entries = try Journal(session).entries(about: subject)
            guard !entries.isEmpty else {
                throw Refusal.missing("subject-not-found", "The journal says nothing about \(subject).")
            }
            return Answer(entries, Output.table(
                ["Entry", "When", "Who", "What", "Why"],
                entries.map { [String($0.sequence), $0.moment.inWords, $0.who, $0.verb, $0.reason ?? ""] }, empty: ""))
        }
    }
}

extension Head {
    fileprivate var line: String { "\(size) entries, root \(root)" + (at.map { ", \($0)" } ?? "") }
}

/// `950:9f86d0…`: a head as it was noted elsewhere.
struct NotedHead: ExpressibleByArgument {
    let head: Head

    init?(argument: String) {
        let parts = argument.split(separator: ":")
        guard parts.count == 2, let size = Int64(parts[0]), size >= 0, let root = Hash(hex: parts[1]) else { return nil }
        head = Head(size: size, root: root, at: nil)
    }
}
