public import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension PaperFormat: ExpressibleByArgument {}

extension PaperCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take a paper away as a file.", "Without --output it goes to standard output.", examples: "muster paper export progress-to-march --output paper.txt --format text")
        @OptionGroup var paper: PaperArgument
        @Option(help: "The format: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(PaperFormat.self)) var format: PaperFormat = .text
        @Option(help: "The file to write.", completion: .file()) var output: String?
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try PaperPolicy.reads.check(actor)
            let (paper, papers, base, moment) = (paper, PaperCommand.papers, Operating.address, desk.clock.now)
            let document = try await desk.read { session in try papers.document(of: session.facts(of: paper.find(session)), base: base, at: moment, session) }
            let bytes = try await format.bytes(of: document)
            guard let output else { return FileHandle.standardOutput.write(Data(bytes)) }
            try FileOnDisk.write(bytes, to: output)
            Output.line("Wrote \(output).")
        }
    }

    struct WorkbookCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "workbook", "Take away all that a paper covers, in full, as an Excel workbook.", examples: "muster paper workbook progress-to-march --output plans.xlsx")
        @OptionGroup var paper: PaperArgument
        @Option(help: "The file to write; named after the paper when left out.", completion: .file()) var output: String?
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try PaperPolicy.reads.check(actor)
            let (paper, papers) = (paper, PaperCommand.papers)
            let (name, bytes) = try await desk.read { session in try papers.workbook(of: paper.find(session), session) }
            try FileOnDisk.write(bytes, to: output ?? name)
            Output.line("Wrote \(output ?? name).")
        }
    }

    struct Ask: WritingCommand {
        static let configuration = CommandConfiguration("ask", "Ask for a draft to be issued; approvers are reminded of it.", examples: "muster paper ask progress-to-march")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PaperPayload> {
            let paper = try paper.find(work.session)
            try PaperCommand.papers.ask(for: paper, work)
            return Answer(try PaperPayload(work.session.facts(of: paper), on: work.today, PaperCommand.sources.read(paper, work.session)), try work.session.whatAskingDoes(for: paper))
        }
    }

    struct IssueCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "issue", "Issue a paper: it is frozen to the byte.", examples: "muster paper issue progress-to-march --as k.halloran@northshire.example", "muster paper issue progress-to-march --seen")
        @OptionGroup var paper: PaperArgument
        @Flag(help: "That what stands open was read; muster paper rehearse shows it.") var seen = false
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let (desk, actor) = try await writing.operating.begin(making: false)
            let (paper, papers, seen) = (paper, PaperCommand.papers, seen)
            _ = try await desk.read { session in try session.checkIssuing(paper.find(session), actor) }
            let prepared = try await papers.prepare(paper.paper, base: Operating.address, by: actor, on: desk)
            let payload = try await desk.write(by: actor, because: writing.because) { work in
                let found = try paper.find(work.session)
                try papers.issue(found, prepared, seen: seen, work)
                return PaperPayload(try work.session.facts(of: found), on: work.today, try papers.sources.read(found, work.session))
            }
            try writing.output.show(payload, "\(payload.title) was issued. SHA-256 of its content: \(prepared.contentHash)")
        }
    }

    struct Withdraw: WritingCommand {
        static let configuration = CommandConfiguration(
            "withdraw", "Withdraw a paper that was issued.", examples: "muster paper withdraw progress-to-march --because 'The figures of May were wrong'")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PaperPayload> {
            var fields = Fields(["because": writing.because])
            if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why, with --because.")]) }
            let because = fields.text("because", "Why", atMost: 2000)
            try fields.finish()
            let paper = try paper.find(work.session)
            try PaperCommand.papers.recall(paper, because: because, work)
            return Answer(PaperPayload(try work.session.facts(of: paper), on: work.today, try PaperCommand.sources.read(paper, work.session)), "\(paper.title) was withdrawn.")
        }
    }

    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "rebuild", "Make a file of an issued paper again, to the byte.", "It needs the record alone, on whatever machine that is. It is refused where the file comes out otherwise than it was issued.",
            examples: "muster paper rebuild progress-to-march --format text --output paper.txt")
        @OptionGroup var paper: PaperArgument
        @Option(help: "The format: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(PaperFormat.self)) var format: PaperFormat = .text
        @Option(help: "The file to write; only the hashes are compared when left out.", completion: .file()) var output: String?
        @OptionGroup var reading: ReadingOptions

        struct Rebuilt: Encodable {
            let paper: Reference
            let format: PaperFormat
            let hash: String
            let bytes: Int
        }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try PaperPolicy.reads.check(actor)
            let paper = paper
            let facts = try await desk.read { session in try session.facts(of: paper.find(session)) }
            guard let issue = facts.issue else { throw Refusal.notIssued(facts.paper) }
            guard issue.files[format.rawValue] != nil else {
                throw Refusal.conflict("paper-without-file", "\(paper.paper) was issued without a file as \(format.rawValue), since nothing was there to print it. It has \(listed(issue.files.keys.sorted())).")
            }
            let bytes = try await format.bytes(of: issue.document)
            let hash = Hash(of: bytes).description
            guard issue.files[format.rawValue] == hash else {
                throw Refusal.conflict("paper-rebuilt-otherwise", "\(paper.paper) as \(format.rawValue) was issued with the hash \(issue.files[format.rawValue] ?? "of no file") and comes out with \(hash).")
            }
            if let output { try FileOnDisk.write(bytes, to: output) }
            try reading.output.show(
                Rebuilt(paper: facts.paper.reference, format: format, hash: hash, bytes: bytes.count),
                "The same \(bytes.count) bytes as were issued on \(issue.at.day): SHA-256 \(hash).\(output.map { " Wrote \($0)." } ?? "")")
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "verify", "Tell whether a file in hand is an issued paper, to the byte.", examples: "muster paper verify paper.txt", "muster paper verify paper.pdf --paper progress-to-march --json")
        @Argument(help: "The file.", completion: .file()) var file: String
        @Option(help: "The paper that it is taken for, by its reference; any other is refused.", completion: .papers) var paper: String?
        @OptionGroup var reading: ReadingOptions

        struct Verified: Encodable {
            let paper: Reference
            let title: String
            let format: String
            let issued: Moment?
            let withdrawn: Day?
            let hash: String
        }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try PaperPolicy.reads.check(actor)
            let (bytes, papers) = (try PaperFiles.bytes(file), PaperCommand.papers)
            let hash = Hash(of: bytes).description
            guard let found = try await desk.read({ session in try papers.verify(bytes, session) }) else {
                throw Refusal.missing("file-is-no-paper", "\(file) is no file of an issued paper. Its SHA-256 is \(hash).")
            }
            let facts = found.paper
            if let paper, paper.lowercased() != facts.paper.reference.key {
                throw Refusal.conflict("file-is-another-paper", "\(file) is “\(facts.paper.title)” (\(facts.paper.reference)) as \(found.format), and not \(paper).")
            }
            try reading.output.show(
                Verified(paper: facts.paper.reference, title: facts.paper.title, format: found.format, issued: facts.issue?.at, withdrawn: facts.recall?.on, hash: hash),
                "\(file) is “\(facts.paper.title)” (\(facts.paper.reference)) as it was issued on \(facts.issue.map { "\($0.at.day)" } ?? ""), as \(found.format)."
                    + (facts.recall.map { " It was withdrawn on \($0.on): \($0.because)" } ?? ""))
        }
    }
}
