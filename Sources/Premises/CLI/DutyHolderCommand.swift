public import ArgumentParser
import Kernel
import People
import Storage

/// `muster duty-holder …`: who answers for premises, from the command line.
public struct DutyHolderCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "duty-holder", abstract: "Keep those who answer for premises: persons, companies, and where they are served.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, History.self]),
            CommandGroup(name: "Keeping", subcommands: [Add.self, Edit.self, AddAddress.self, EditAddress.self]),
        ])

    public init() {}
}

/// A duty holder named at the command line.
struct DutyHolderArgument: ParsableArguments, Sendable {
    @Argument(help: "The duty holder, by number or name.", completion: .dutyHolders) var holder: String

    func find(_ session: Session) throws -> DutyHolder { try session.dutyHolder(named: holder, field: "holder") }
}

extension CompletionKind {
    static let dutyHolders = CompletionKind.kept { session, _ in try session.all(DutyHolder.self, "ORDER BY id DESC LIMIT 100").map(\.name) }
}

extension DutyHolderCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List duty holders by name, a page at a time.",
            examples: "muster duty-holder list", "muster duty-holder list --kind company --name harbour --json")
        @Option(help: "Only those of this kind: person, company or body.", completion: .codes(DutyHolder.Kind.self)) var kind: DutyHolder.Kind?
        @Option(help: "Only those whose name begins so.") var name: String?
        @OptionGroup var leaf: LeafOptions
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[DutyHolderLine]> {
            try GazetteerPolicy.reads.check(reader.actor)
            var filter = DutyHolderFilter()
            (filter.kind, filter.name) = (kind, name)
            let lines = try session.dutyHolders(filter, after: leaf.after.map { ID($0) }, limit: leaf.limit).map { DutyHolderLine($0) }
            return Answer(lines, Output.table(
                ["Number", "Name", "Kind", "Company number"], lines.map { ["\($0.number)", $0.name, $0.kind.words, $0.companyNumber ?? ""] },
                empty: "There is no such duty holder. Register one with: muster duty-holder add --name NAME --kind company") + leaf.more(lines.map(\.number)))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a duty holder on a day: what they answer for, and where they are served.",
            examples: "muster duty-holder show 12", "muster duty-holder show 'Harbour Homes Ltd' --on 2025-02-26 --json")
        @OptionGroup var holder: DutyHolderArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<DutyHolderPayload> {
            try GazetteerPolicy.reads.check(reader.actor)
            let payload = try DutyHolderPayload(
                holder.find(session), on: day.on ?? reader.today, seesContact: GazetteerPolicy.seesContact.allows(reader.actor), session)
            return Answer(payload, payload.inWords)
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration(
            "history", "Show every change to a duty holder and their addresses, newest first.",
            examples: "muster duty-holder history 12", "muster duty-holder history 12 --last 20 --json")
        @OptionGroup var holder: DutyHolderArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try GazetteerPolicy.seesContact.check(reader.actor)
            let changes = try newest.changes(within: holder.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }
}

extension DutyHolderPayload {
    fileprivate var inWords: String {
        var lines = ["\(holder.name) (\(holder.number)), \(holder.kind.words.lowercasedFirst)" + (holder.companyNumber.map { ", company number \($0)" } ?? "")]
        let reached = [contact, email, phone].compactMap(\.self)
        if !reached.isEmpty { lines.append(reached.joined(separator: ", ")) }
        let served = (addresses ?? []).map { "  \($0.number): \($0.line), \($0.kind.words.lowercasedFirst), \(daysInWords($0.from, $0.through))" }
        if !served.isEmpty { lines += ["Served at"] + served }
        let held = answersFor.map { "  \($0.premises), \($0.name): \($0.capacity.words.lowercasedFirst), \(daysInWords($0.from, $0.through))" }
        lines += held.isEmpty ? ["As on \(on), they answer for no premises."] : ["Answers, as on \(on), for"] + held
        return lines.joined(separator: "\n")
    }
}
