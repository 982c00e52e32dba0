import ArgumentParser
import Documents
import Kernel
import People
import Storage

extension NoticeCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List notices, the latest first, with where each stands.", examples: "muster notice list --state open", "muster notice list --type prohibition --on 2026-03-31 --json")
        @OptionGroup var choice: NoticeChoice
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[NoticeLine]> {
            try CasePolicy.reads.check(reader.actor)
            let filter = try choice.filter()
            let lines = filter.shown(try session.noticeViews(on: day.on ?? reader.today)).map { NoticeLine($0) }
            return Answer(lines, Output.table(
                ["Reference", "Type", "Premises", "Served", "Comply by", "Standing", "Next"],
                lines.map { [$0.reference, $0.type.words, $0.premises, $0.served?.iso ?? "", $0.complyBy?.iso ?? "", $0.state.words, $0.next.map { "\($0.iso)" } ?? ""] },
                empty: "There is no such notice. Draft one with: muster notice draft CASE --type enforcement"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration("show", "Show a notice on a day: where it stands, its clock and what happened.", examples: "muster notice show N-2026-0001", "muster notice show N-2026-0001 --on 2026-03-31 --json")
        @OptionGroup var notice: NoticeArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<NoticePayload> {
            try CasePolicy.reads.check(reader.actor)
            let payload = try session.payload(of: notice.find(session), on: day.on ?? reader.today)
            return Answer(payload, payload.inWords)
        }
    }

    struct Save: AsyncParsableCommand {
        static let configuration = CommandConfiguration("save", "Write a notice as a file: as it was served, or as it would be.", examples: "muster notice save N-2026-0001 --format docx --output notice.docx")
        @OptionGroup var notice: NoticeArgument
        @Option(help: "As what: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format = "pdf"
        @Option(help: "The file to write; nothing is overwritten. Named for the notice, here, when left out.", completion: .file()) var output: String?
        @OptionGroup var reading: ReadingOptions

        struct Written: Encodable { let file: String }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try CasePolicy.reads.check(actor)
            let (argument, format, moment) = (notice, try PaperFormat(named: format), desk.clock.now)
            let (found, document) = try await desk.read { session in
                let found = try argument.find(session)
                return (found, try NoticeCommand.enforcement.document(of: found, at: moment, session))
            }
            let path = output ?? format.name(for: found.reference)
            try FileOnDisk.write(try await format.bytes(of: document), to: path)
            try reading.output.show(Written(file: path), "Wrote \(path).")
        }
    }

    struct Signers: ReadingCommand {
        static let configuration = CommandConfiguration("signers", "Show who may sign which notices, and from when until when.", examples: "muster notice signers")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[AuthorityPayload]> {
            try CasePolicy.reads.check(reader.actor)
            let names = try Parties(session).names()
            let lines = try session.all(SigningAuthority.self, "ORDER BY id").map { AuthorityPayload($0, party: names[$0.party] ?? "") }
            return Answer(lines, Output.table(
                ["Number", "Notices", "Who", "From", "Until"], lines.map { [String($0.number), $0.type.words, $0.party, $0.from.iso, $0.until?.iso ?? ""] },
                empty: "Nobody may sign yet. Give authority with: muster notice authorise 'GM Halloran' --type enforcement"))
        }
    }
}
