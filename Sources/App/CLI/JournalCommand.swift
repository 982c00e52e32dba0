import ArgumentParser
import Foundation
import Kernel
import People
import Storage

/// `muster journal …`: what was done, and the proof that it is still what it was.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Read and prove the journal of all changes.",
        subcommands: [HeadCommand.self, Verify.self, Proof.self, Consistency.self, Show.self])

    struct HeadCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "head", abstract: "The number of entries and the root of their tree.")
        @Option(help: "The head when there were so many entries. Now when left out.") var size: Int64?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, _) = try await operating.begin()
            let head = try await desk.read { [size] in try Journal($0).head(ofSize: size) }
            try output.show(head, head.line)
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make all of it anew and compare.",
            discussion: "Names the first entry that does not match, and exits with 1.")
        @Option(help: ArgumentHelp("A head noted earlier that the journal must still have.", valueName: "size:root"))
        var head: NotedHead?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, _) = try await operating.begin()
            let showing = isatty(STDERR_FILENO) == 1
            let check = try await desk.read { [head] session in
                try Journal(session).verify(against: head?.head) { done, all in
                    if showing { FileHandle.standardError.write(Data("\r\(done) of \(all) entries\(done == all ? "\n" : "")".utf8)) }
                }
            }
            if let mismatch = check.mismatch, !output.json {
                throw Refusal.conflict("journal-does-not-match", mismatch.sentence)
            }
            try output.show(check, "All \(check.entries) entries match. Root \(check.root)")
            if !check.isWhole { throw ExitCode(1) }
        }
    }

    struct Proof: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show that an entry is under a head.")
        @Argument(help: "The entry's number.") var sequence: Int64
        @Option(help: "Under the head of so many entries. Of all when left out.") var size: Int64?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, _) = try await operating.begin()
            let proof = try await desk.read { [sequence, size] in try Journal($0).inclusionProof(of: sequence, inTreeOf: size) }
            let text = ["Entry \(proof.sequence), leaf \(proof.leaf)"] + proof.path.map(\.description) + [proof.head.line]
            try output.show(proof, text.joined(separator: "\n"))
        }
    }

    struct Consistency: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show that a shorter journal is the beginning of a longer one.")
        @Argument(help: "The smaller number of entries.") var older: Int64
        @Argument(help: "The larger number of entries.") var newer: Int64
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, _) = try await operating.begin()
            let proof = try await desk.read { [older, newer] in try Journal($0).consistencyProof(from: older, to: newer) }
            let text = [proof.older.line] + proof.path.map(\.description) + [proof.newer.line]
            try output.show(proof, text.joined(separator: "\n"))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "What was done to one record, in order.")
        @Argument(help: "The record, as the journal names it: action/17.") var subject: String
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            guard let subject = Subject(subject) else {
                throw Refusal.invalid("subject-not-understood", "“\(subject)” names no record. Write its kind and number: action/17.")
            }
            let (desk, _) = try await operating.begin()
            let entries = try await desk.read { try Journal($0).entries(about: subject) }
            guard !entries.isEmpty else {
                throw Refusal.missing("subject-not-found", "The journal says nothing about \(subject).")
            }
            try output.show(entries, Output.table(
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
