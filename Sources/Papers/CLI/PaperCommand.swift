public import ArgumentParser
import Foundation
import Kernel
import People
import Storage

/// `muster paper …`: papers from the command line.
public struct PaperCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "paper", abstract: "Write papers to boards from the records, issue them and prove them.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Rehearse.self, Differences.self, History.self, Export.self, WorkbookCommand.self]),
            CommandGroup(name: "Writing", subcommands: [Write.self, Edit.self, SectionCommand.self, TemplateCommand.self, DiscardCommand.self]),
            CommandGroup(name: "Sending", subcommands: [Ask.self, IssueCommand.self, Withdraw.self, Rebuild.self, Verify.self]),
        ])

    public init() {}

    /// What the program knows of other slices, as it is bound around the command tree.
    static var sources: PaperSources { PaperSources(naming: Operating.naming, tellings: Operating.tellings, boards: Operating.boards) }
    static var papers: Papers { Papers(sources: sources) }
}

/// A paper named at the command line.
struct PaperArgument: ParsableArguments, Sendable {
    @Argument(help: "The paper's reference.", completion: .papers) var paper: String

    func find(_ session: Session) throws -> Paper { try session.paper(paper) }
}

extension CompletionKind {
    static let papers = CompletionKind.kept { session, _ in try session.all(Paper.self, "ORDER BY id").map(\.reference.text) }
    static let templates = CompletionKind.kept { session, _ in try session.all(Template.self, "ORDER BY id").map(\.reference.text) }
}

/// What the form of a paper asks for. Plans and boards are named by their references, or as the journal names them.
struct PaperEntries: ParsableArguments, Sendable {
    @Option(help: "A plan that it tells of, by its reference. May be given more than once.") var plan: [String] = []
    @Option(help: "The board that receives it, by its reference.") var board: String?
    @Option(help: "The meeting, as the journal names it: meeting/3. The board's next when left out.") var meeting: String?
    @Option(help: "It tells what happened after the end of this day; the last paper's when left out.") var from: String?
    @Option(help: "Until this day; today when left out.") var to: String?
    @Option(help: "The day of the meeting after that; '' for none.") var next: String?
    @Option(help: "The title; made from what it tells of when left out.") var title: String?
    @Option(help: "The reference; made from the title when left out.") var reference: String?

    func read(over held: [String: [String]] = [:], _ session: Session) throws -> NewPaper {
        let sources = PaperCommand.sources
        var fields = Fields([
            "board": try board.map { try subject($0, among: sources.boards.all(session).map { ($0.board.subject, $0.board.reference.text) }, "board") }, "meeting": meeting,
            "from": from, "to": to, "next": next, "title": title, "reference": reference,
        ], over: plan.isEmpty ? held : held.merging(["covers": try plan.map { try subject($0, among: sources.offered(session).map { ($0.subject, $0.name.address.last ?? "") }, "plan") }]) { $1 })
        let new = NewPaper(reading: &fields)
        try fields.finish()
        return new
    }

    /// - Throws: `fields-need-attention`
    private func subject(_ written: String, among known: [(Subject, String)], _ option: String) throws -> String {
        if Subject(written) != nil { return written }
        if let found = known.first(where: { $0.1.lowercased() == written.lowercased() }) { return found.0.description }
        throw Refusal.fields([.init(option, "There is no \(option) “\(written)”. Give its reference.")])
    }
}
