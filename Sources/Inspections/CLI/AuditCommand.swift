public import ArgumentParser
import Documents
import Kernel
import People
import Storage

/// `muster audit …`: audits, what officers are authorised for, and the national return.
public struct AuditCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Keep fire safety audits: what was found, what follows, and who may carry them out.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, History.self, Export.self, Return.self, SaveLetter.self]),
            CommandGroup(name: "Keeping", subcommands: [Plan.self, Replan.self, Fill.self, Complete.self, Correct.self, Abandon.self, SendLetter.self]),
            CommandGroup(name: "Authorisations", subcommands: [Authorisations.self, Authorise.self, EndAuthorisation.self, Except.self, Levels.self, DefineLevel.self, EndLevel.self]),
        ])

    public init() {}

    static var audits: Audits {
        let given = Operating.surroundings
        return Audits(sender: given.service.map { Letterhead(name: $0, address: given.serviceAddress) })
    }
}

extension AuditCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List audits, the latest first.", examples: "muster audit list --state open --own", "muster audit list --outcome enforcement-notice --json")
        @OptionGroup var choice: AuditChoice
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[AuditLine]> {
            let on = day.on ?? reader.today
            let lines = try choice.shown(on: on, by: reader.actor, session).map { AuditLine($0, on: on) }
            return Answer(lines, Output.table(
                ["Reference", "Kind", "Premises", "Officer", "Planned", "Standing", "Result"],
                lines.map { [$0.reference, $0.kind.words, $0.premises, $0.officer, $0.planned.iso, $0.state.words, $0.result?.words ?? ""] },
                empty: "There is no such audit. Plan one with: muster audit plan --premises REFERENCE --officer NAME --planned DAY"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show an audit on a day, with what stands between it and its completion.", examples: "muster audit show A-2026-0001", "muster audit show A-2026-0001 --on 2026-03-31 --json")
        @OptionGroup var own: AuditArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<AuditPayload> {
            try AuditPolicy.reads.check(reader.actor)
            let payload = try AuditPayload(of: own.find(session), on: day.on ?? reader.today, session)
            return Answer(payload, payload.inWords)
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration("history", "Show every change to an audit, newest first.", examples: "muster audit history A-2026-0001 --last 20")
        @OptionGroup var own: AuditArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try AuditPolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: own.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the list of audits away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster audit export --state completed --output audits.xlsx", "muster audit export > audits.csv")
        @OptionGroup var choice: AuditChoice
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            let (day, choice) = (day.on ?? desk.clock.today, choice)
            let export = try await desk.read { AuditExport(audits: try choice.shown(on: day, by: actor, $0), day: day) }
            try table.write { try export.bytes(as: $0) }
        }
    }

    struct Return: ReadingCommand {
        static let configuration = CommandConfiguration(
            "return", "Show the national return for a year ending 31 March. Categories overlap, so they need not add up.", examples: "muster audit return --year 2025/26", "muster audit return --year 2026 --json")
        @Option(help: "The year in which it ends, or 2025/26; this one when left out.") var year: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ReturnPayload> {
            try AuditPolicy.reads.check(reader.actor)
            let on = day.on ?? reader.today
            let payload = ReturnPayload(try session.nationalReturn(ReturnYear(asked: year, on: on), on: on))
            let rows = (payload.rows.filter { $0.audits > 0 } + [payload.total]).map { row in
                [row.type, "\(row.audits)", "\(row.satisfactory)", row.satisfactoryRate ?? "", "\(row.unsatisfactory)", "\(row.informal)", "\(row.formal)", row.hours.description]
            }
            return Answer(payload, "National return \(payload.year)\n" + Output.table(
                ["Premises", "Audits", "Satisfactory", "Of audits", "Unsatisfactory", "Informal", "Formal", "Hours"], rows, empty: ""))
        }
    }

    struct SaveLetter: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "save-letter", "Write a letter as a file: as it was sent, or as it would be.", examples: "muster audit save-letter A-2026-0001 --letter 1 --format docx --output letter.docx")
        @OptionGroup var own: AuditArgument
        @Option(help: "The letter’s number, as the audit shows it; as it would be sent now when left out.") var letter: Int64?
        @Option(help: "As what: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format = "pdf"
        @Option(help: "The file to write; nothing is overwritten. Named for the audit, here, when left out.", completion: .file()) var output: String?
        @OptionGroup var reading: ReadingOptions

        struct Written: Encodable { let file: String }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try AuditPolicy.reads.check(actor)
            let (argument, number, format, moment) = (own, letter, try PaperFormat(named: format), desk.clock.now)
            let (found, document) = try await desk.read { session in
                let found = try argument.find(session)
                let audits = AuditCommand.audits
                guard let number else { return (found, try audits.draftLetter(of: found, at: moment, session)) }
                return (found, try audits.document(of: session.auditLetter(ID(number), of: found)))
            }
            let path = output ?? format.name(for: found.reference)
            try FileOnDisk.write(try await format.bytes(of: document), to: path)
            try reading.output.show(Written(file: path), "Wrote \(path).")
        }
    }
}
