public import ArgumentParser
import Kernel
import People
import Storage

/// `muster document …`: the documents register from the command line.
public struct DocumentCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "document", abstract: "Keep the documents register: policies, strategies and reports, their versions and reviews.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, History.self, Export.self]),
            CommandGroup(name: "Keeping", subcommands: [Add.self, Edit.self, Withdraw.self, Restore.self]),
            CommandGroup(name: "Versions and reviews", subcommands: [AddVersion.self, EditVersion.self, SaveVersion.self, Review.self]),
        ])

    public init() {}

    /// The verbs, with the names that the program knows the things of other slices by.
    static var library: Library { Library(naming: Operating.naming) }
}

/// A document named at the command line.
struct DocumentArgument: ParsableArguments, Sendable {
    @Argument(help: "The document's reference.", completion: .documents) var document: String

    func find(_ session: Session) throws -> ControlledDocument { try session.document(document) }
}

extension CompletionKind {
    static let documents = CompletionKind.kept { session, _ in try session.all(ControlledDocument.self, "ORDER BY id").map(\.reference.text) }
    /// What the covers say of the versions of the document that the line names already.
    static let versions = CompletionKind.kept { session, words in
        guard let document = words.dropFirst(2).lazy.compactMap({ try? session.document($0) }).first else { return [] }
        return try session.all(DocumentVersion.self, "WHERE document = \(document.id) ORDER BY id").map(\.label)
    }
}

extension Session {
    /// A document on a day as every command shows it.
    func payload(of document: ControlledDocument, on day: Day) throws -> DocumentPayload {
        try DocumentPayload(of: document, on: day, Operating.naming, Operating.mentions, self)
    }
}
