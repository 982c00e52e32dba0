public import ArgumentParser
import Kernel
import People
import Storage

/// `muster review …`: reviews from the command line.
public struct ReviewCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Keep peer reviews and inspections: what they judged and asked for, and when a plan answers.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Rounds.self, History.self, Export.self]),
            CommandGroup(name: "Keeping", subcommands: [Begin.self, Edit.self, Judge.self, Retract.self]),
            CommandGroup(name: "What it asks for", subcommands: [Recommend.self, Reword.self, Raise.self, Amend.self, Submit.self]),
        ])

    public init() {}

    /// The verbs, with the names that the program knows the things of other slices by.
    static var reviews: Reviews { Reviews(naming: Operating.naming) }
}

/// A review named at the command line.
struct ReviewArgument: ParsableArguments, Sendable {
    @Argument(help: "The review's reference.", completion: .reviews) var review: String

    func find(_ session: Session) throws -> Review { try session.review(review) }
}

extension CompletionKind {
    static let reviews = CompletionKind.kept { session, _ in try session.all(Review.self, "ORDER BY id").map(\.reference.text) }
}

extension Work {
    /// The review as programs are shown it after a change.
    func payload(of review: Review) throws -> ReviewPayload {
        try session.payload(of: review, on: max(today, review.commissionedOn))
    }
}

extension Session {
    func payload(of review: Review, on day: Day) throws -> ReviewPayload {
        let view = try view(of: review, on: day)
        return ReviewPayload(view, try Operating.naming.names(of: view.subjects, self))
    }
}
