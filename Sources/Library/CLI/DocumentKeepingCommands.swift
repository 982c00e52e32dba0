import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a document asks for.
struct DocumentEntries: ParsableArguments, Sendable {
    @Option(help: "The title.") var title: String?
    @Option(help: "The kind: \(ControlledDocument.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(ControlledDocument.Kind.self)) var kind: String?
    @Option(help: "What it is for, in a sentence.") var purpose: String?
    @Option(help: "Who answers for it: a person, post or team on record.", completion: .parties) var owner: String?
    @Option(help: "What on record it answers, as the journal names it: finding/3. May be given more than once.") var answers: [String] = []
    @Option(help: "The first day by which it is to be reviewed: YYYY-MM-DD.") var firstReview: String?
    @Option(help: "The reference; made from the title when left out.") var reference: String?

    func read(over held: [String: [String]] = [:]) throws -> NewDocument {
        var held = held
        if !answers.isEmpty { held["answers"] = answers }
        var fields = Fields([
            "title": title, "kind": kind, "purpose": purpose, "owner": owner, "first-review": firstReview, "reference": reference,
        ], over: held)
        let new = NewDocument(reading: &fields)
        try fields.finish()
        return new
    }
}

extension DocumentCommand {
    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Register a document.",
            examples: "muster document add --title 'Enforcement policy' --kind policy --owner 'Group Manager, Protection' --answers finding/3")
        @OptionGroup var entries: DocumentEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DocumentPayload> {
            let document = try DocumentCommand.library.register(entries.read(), work)
            return Answer(try work.session.payload(of: document, on: work.today), "\(document.title) is registered as \(document.reference).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change what the register says of a document; what is left out stays. '' empties.",
            examples: "muster document edit enforcement-policy --owner 'AM Desai' --because 'The post is vacant'")
        @OptionGroup var document: DocumentArgument
        @OptionGroup var entries: DocumentEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DocumentPayload> {
            let document = try document.find(work.session)
            let owner = try document.owner.flatMap { try work.session.find($0)?.name }
            let changed = try DocumentCommand.library.edit(document, entries.read(over: document.entries(owner: owner)), work)
            return Answer(try work.session.payload(of: changed, on: work.today), "\(changed.title) was saved.")
        }
    }

    struct Withdraw: WritingCommand {
        static let configuration = CommandConfiguration(
            "withdraw", "Take a document out of force, for a reason.",
            examples: "muster document withdraw audit-guidance --because 'Replaced by the national guidance'",
            "muster document withdraw protection-strategy-2021 --on 2025-04-01 --successor protection-strategy --because 'The new strategy begins'")
        @OptionGroup var document: DocumentArgument
        @Option(help: "The day from which it does not count: YYYY-MM-DD; today when left out.") var on: String?
        @Option(help: "The reference of the document that takes its place.", completion: .documents) var successor: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DocumentPayload> {
            var fields = Fields(["on": on, "successor": successor, "because": writing.because], over: ["on": [work.today.iso]])
            if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why, with --because.")]) }
            let new = NewDocumentWithdrawal(reading: &fields)
            try fields.finish()
            let document = try document.find(work.session)
            try DocumentCommand.library.withdraw(document, new, work)
            return Answer(try work.session.payload(of: document, on: work.today), "\(document.title) does not count from \(new.on).")
        }
    }

    struct Restore: WritingCommand {
        static let configuration = CommandConfiguration(
            "restore", "Put back a document that was withdrawn.", examples: "muster document restore audit-guidance --because 'Withdrawn in error'")
        @OptionGroup var document: DocumentArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DocumentPayload> {
            let document = try document.find(work.session)
            try DocumentCommand.library.restore(document, work)
            return Answer(try work.session.payload(of: document, on: work.today), "\(document.title) counts again from \(work.today).")
        }
    }
}
