public import ArgumentParser
import Kernel
import People
import Storage

/// `muster case …`: cases from the command line.
public struct CaseCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Keep enforcement cases: what was found, the rationale and what came of it.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, History.self, Export.self]),
            CommandGroup(name: "Keeping", subcommands: [Open.self, Edit.self, Close.self, Reopen.self]),
            CommandGroup(name: "What it holds", subcommands: [Find.self, StrikeFinding.self, Reason.self, AddOutcome.self, SettleOutcome.self]),
        ])

    public init() {}

    static var enforcement: Enforcement { NoticeCommand.enforcement }
}

extension CaseCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List cases, the latest first.", examples: "muster case list --standing open", "muster case list --words harbour --json")
        @OptionGroup var choice: CaseChoice
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[CaseLine]> {
            try CasePolicy.reads.check(reader.actor)
            let on = day.on ?? reader.today
            let lines = choice.filter().shown(try session.allCases(), on: on).map { CaseLine($0, on: on) }
            return Answer(lines, Output.table(
                ["Reference", "What it is about", "Premises", "Officer", "Opened", "Closed"],
                lines.map { [$0.reference, $0.title, $0.premises, $0.officer, $0.opened.iso, $0.closed?.iso ?? ""] },
                empty: "There is no such case. Open one with: muster case open --title TITLE --premises REFERENCE --officer NAME"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration("show", "Show a case on a day with all that it holds.", examples: "muster case show C-2026-0001", "muster case show C-2026-0001 --on 2026-03-31 --json")
        @OptionGroup var own: CaseArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<CasePayload> {
            try CasePolicy.reads.check(reader.actor)
            let payload = try session.payload(of: own.find(session), on: day.on ?? reader.today)
            return Answer(payload, payload.inWords)
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration("history", "Show every change to a case and its notices, newest first.", examples: "muster case history C-2026-0001 --last 20")
        @OptionGroup var own: CaseArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try CasePolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: own.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }
}
