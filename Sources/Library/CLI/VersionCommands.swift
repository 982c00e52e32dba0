import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a version asks for.
struct VersionEntries: ParsableArguments, Sendable {
    @Option(help: "The day from which it is in force: YYYY-MM-DD; '' while it is a draft.") var inForce: String?
    @Option(help: "What is otherwise than in the version before.") var change: String?
    @Option(help: "Where it can be read: https://…") var link: String?
    @Option(help: "The day by which the document is to be reviewed, once this version is in force.") var nextReview: String?

    func read(label: String, over held: [String: [String]] = [:]) throws -> NewVersion {
        var fields = Fields(["label": label, "in-force": inForce, "change": change, "link": link, "next-review": nextReview], over: held)
        let new = NewVersion(reading: &fields)
        try fields.finish()
        return new
    }
}

extension DocumentCommand {
    struct AddVersion: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "add-version", "Add a version of a document, as a draft or with the day from which it is in force.",
            examples: "muster document add-version enforcement-policy 3.1 --in-force 2027-04-01 --change 'Fees brought up to date' --link https://www.northshire.example/enforcement-3.1.pdf")
        @OptionGroup var document: DocumentArgument
        @Argument(help: "The version, as its cover has it: 3.1.") var label: String
        @OptionGroup var entries: VersionEntries
        @Option(help: "It itself, to be kept: \(FileKind.allInWords).", completion: .file()) var file: String?
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let (desk, actor) = try await writing.operating.begin()
            let (new, checked) = (try entries.read(label: label), try await Operating.checked(file))
            let (document, library) = (document, DocumentCommand.library)
            let (line, title) = try await desk.write(by: actor, because: writing.because) { work in
                let document = try document.find(work.session)
                return (try work.session.payload(of: library.add(new, file: checked, to: document, work)), document.title)
            }
            try writing.output.show(line, "\(title), version \(line.label): \(line.inForce.map { "in force from \($0)" } ?? "a draft").")
        }
    }

    struct EditVersion: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "edit-version", "Change what a version says of itself; what is left out stays. '' empties.",
            examples: "muster document edit-version enforcement-policy 3.1 --in-force 2027-05-01 --because 'The board meets later'")
        @OptionGroup var document: DocumentArgument
        @Argument(help: "The version, as its cover has it.", completion: .versions) var label: String
        @Option(help: "Another label.") var newLabel: String?
        @OptionGroup var entries: VersionEntries
        @Option(help: "It itself, to be kept in place of the file that was: \(FileKind.allInWords).", completion: .file()) var file: String?
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let (desk, actor) = try await writing.operating.begin()
            let checked = try await Operating.checked(file)
            let (document, label, newLabel, entries, library) = (document, label, newLabel, entries, DocumentCommand.library)
            let (line, title) = try await desk.write(by: actor, because: writing.because) { work in
                let document = try document.find(work.session)
                let version = try work.session.version(labelled: label, of: document)
                let new = try entries.read(label: newLabel ?? version.label, over: version.entries)
                return (try work.session.payload(of: library.edit(version, of: document, new, file: checked, work)), document.title)
            }
            try writing.output.show(line, "\(title), version \(line.label) was saved.")
        }
    }

    struct SaveVersion: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "save-version", "Write the file that a version is kept as.",
            examples: "muster document save-version enforcement-policy 2", "muster document save-version enforcement-policy 2 --output policy.pdf")
        @OptionGroup var document: DocumentArgument
        @Argument(help: "The version, as its cover has it.", completion: .versions) var label: String
        @Option(help: "The file to write; nothing is overwritten. Its own name, here, when left out.", completion: .file()) var output: String?
        @OptionGroup var reading: ReadingOptions

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try LibraryPolicy.reads.check(actor)
            let (document, label) = (document, label)
            let (file, bytes) = try await desk.read { session in
                let document = try document.find(session)
                let file = try session.file(of: session.version(labelled: label, of: document), of: document)
                return (file, try session.bytes(of: file))
            }
            let path = try FileOnDisk.save(file, bytes, at: output)
            try reading.output.show(file, "Wrote \(path): \(file.words).")
        }
    }

    struct Review: WritingCommand {
        static let configuration = CommandConfiguration(
            "review", "Record that a document was reviewed; where nothing is to change, with the day of the next review.",
            examples: "muster document review enforcement-policy --next 2027-11-30",
            "muster document review enforcement-policy --on 2026-11-20 --outcome change-wanted --note 'The fees are out of date'")
        @OptionGroup var document: DocumentArgument
        @Option(help: "The day it was reviewed: YYYY-MM-DD; today when left out.") var on: String?
        @Option(help: "The outcome: no-change or change-wanted.", completion: .codes(DocumentReview.Outcome.self)) var outcome: String?
        @Option(help: "What was found.") var note: String?
        @Option(help: "The day by which it is to be reviewed again: YYYY-MM-DD.") var next: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DocumentPayload> {
            var fields = Fields(["on": on, "outcome": outcome, "note": note, "next": next], over: ["on": [work.today.iso]])
            let new = NewDocumentReview(reading: &fields)
            try fields.finish()
            let document = try document.find(work.session)
            try DocumentCommand.library.review(document, new, work)
            let payload = try work.session.payload(of: document, on: work.today)
            return Answer(payload, "\(document.title): \(new.outcome.words.lowercased()); \(payload.document.why).")
        }
    }
}

extension Operating {
    /// The file that a command was told to send, if any.
    static func checked(_ path: String?) async throws -> CheckedFile? {
        guard let path else { return nil }
        return try await FileOnDisk.checked(path, by: intake)
    }
}
