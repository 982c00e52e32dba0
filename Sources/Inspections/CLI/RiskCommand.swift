public import ArgumentParser
import Foundation
import Kernel
import People
import Premises
import Storage
import Synchronization

/// `muster risk …`: which premises are looked at first, by which method, from the command line.
public struct RiskCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "risk", abstract: "Score premises by the service’s risk method, and keep the method.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [Score.self, Bands.self, List.self, Export.self]),
            CommandGroup(name: "The method", subcommands: [Method.self, Compare.self, BackTesting.self]),
            CommandGroup(name: "What is known of premises", subcommands: [Mark.self, Unmark.self, Markers.self, Note.self, Strike.self]),
        ])

    public init() {}

    /// `muster risk method …`: editions of the method.
    struct Method: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "method", abstract: "Keep editions of the risk method.", subcommands: [ListMethods.self, Show.self, Check.self, Add.self, Edit.self, Adopt.self])
    }
}

/// An edition named at the command line.
struct RiskEditionArgument: ParsableArguments, Sendable {
    @Argument(help: "The edition, as its cover has it, or its number.", completion: .riskEditions) var edition: String

    func find(_ session: Session) throws -> RiskEdition { try session.riskEdition(named: edition) }
}

/// Premises named at the command line.
struct ScoredPremisesArgument: ParsableArguments, Sendable {
    @Argument(help: "The reference of the premises.") var premises: String

    func find(_ session: Session) throws -> Premises { try session.premises(premises) }
}

/// By which edition premises are scored.
struct EditionOption: ParsableArguments, Sendable {
    @Option(help: "Score by this edition instead of the one in force.", completion: .riskEditions) var edition: String?

    func find(_ session: Session, on day: Day) throws -> RiskEdition { try edition.map { try session.riskEdition(named: $0) } ?? session.riskMethodInForce(on: day) }
}

extension CompletionKind {
    static let riskEditions = CompletionKind.kept { session, _ in try session.all(RiskEdition.self, "ORDER BY id").map(\.name) }
}

/// A method in a file.
struct RiskMethodArgument: ParsableArguments, Sendable {
    @Argument(help: "A risk method as JSON.", completion: .file(extensions: ["json"])) var file: String

    func text() throws -> String {
        guard let text = String(validating: try FileOnDisk.read(file), as: UTF8.self) else {
            throw Refusal.invalid("risk-method-unreadable", "\(file) is no text in UTF-8, so it is no JSON.")
        }
        return text
    }
}

/// Work over the whole stock, with a bar on a terminal.
func showingProgress<Found: Sendable>(
    _ step: String, _ desk: Desk, on day: Day, _ body: @escaping @Sendable (Session, (Int) throws -> Void) throws -> Found
) async throws -> Found {
    let outcome = Mutex<Found?>(nil)
    try await Operating.surroundings.showing { watch in
        let found = try await desk.read { session in
            let all = max(1, try session.count(Premises.self))
            return try body(session) { done in try watch(CopyProgress(step: step, done: min(done, all), all: all)) }
        }
        outcome.withLock { $0 = found }
    }
    guard let found = outcome.withLock({ $0 }) else { throw CancellationError() }
    return found
}
