import ArgumentParser
import Foundation
import Kernel
import People
import Storage

extension PaperCommand {
    struct Write: WritingCommand {
        static let configuration = CommandConfiguration(
            "write", "Write a paper from the records; what is left out is proposed.",
            examples: "muster paper write --plan peer-review-response", "muster paper write --plan peer-review-response --board performance-board --from 2025-06-30 --to 2025-09-30")
        @OptionGroup var entries: PaperEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PaperPayload> {
            let paper = try PaperCommand.papers.begin(entries.read(work.session), work)
            return Answer(try work.payload(of: paper), "\(paper.title) is kept as \(paper.reference). Read it with: muster paper show \(paper.reference)")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change a draft's days, its board and what it covers; what is left out stays.", examples: "muster paper edit progress-to-march --to 2025-03-31 --next 2025-08-07")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var entries: PaperEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PaperPayload> {
            let paper = try paper.find(work.session)
            let changed = try PaperCommand.papers.edit(paper, entries.read(over: paper.entries, work.session), work)
            return Answer(try work.payload(of: changed), "\(changed.title) was saved.")
        }
    }

    struct DiscardCommand: WritingCommand {
        static let configuration = CommandConfiguration("discard", "Discard a draft; it stays on record.", examples: "muster paper discard progress-to-march")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PaperPayload> {
            let paper = try paper.find(work.session)
            try PaperCommand.papers.discard(paper, work)
            return Answer(try work.payload(of: paper), "\(paper.title) was discarded.")
        }
    }

    struct SectionCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "section", abstract: "Write the sections of a paper.", subcommands: [Write.self, Add.self])

        struct Write: WritingCommand {
            static let configuration = CommandConfiguration(
                "write", "Write a section's words; '' lets the records speak again.",
                examples: "muster paper section write progress-to-march 2 --words 'The Service was reviewed in September.'", "muster paper section write progress-to-march 8 --left-out yes")
            @OptionGroup var paper: PaperArgument
            @Argument(help: "The section's number, which muster paper show --json gives.") var section: Int64
            @Option(help: "The words; a blank line parts paragraphs, a dash begins a point.") var words: String?
            @Option(help: "A file that holds the words.", completion: .file()) var file: String?
            @Option(help: "The heading.") var heading: String?
            @Option(help: "'yes' leaves the section out, '' takes it in again.") var leftOut: String?
            @OptionGroup var writing: WritingOptions

            func change(_ work: Work) throws -> Answer<SectionPayload> {
                let paper = try paper.find(work.session)
                let section = try work.session.section(ID(section), of: paper)
                let written = try words ?? file.map(PaperFiles.text)
                var fields = Fields(["words": written, "heading": heading, "left-out": leftOut], over: section.entries)
                let new = NewSection(reading: &fields)
                try fields.finish()
                let saved = try PaperCommand.papers.write(new, in: section, of: paper, work)
                return Answer(SectionPayload(saved, try PaperCommand.sources.read(paper, work.session)), "Section \(saved.id), “\(saved.heading)”, was saved.")
            }
        }

        struct Add: WritingCommand {
            static let configuration = CommandConfiguration(
                "add", "Add a section under a heading of its own.", examples: "muster paper section add progress-to-march 'Consultation' --words 'Staff were asked in May.'")
            @OptionGroup var paper: PaperArgument
            @Argument(help: "The heading.") var heading: String
            @Option(help: "The words.") var words: String?
            @OptionGroup var writing: WritingOptions

            func change(_ work: Work) throws -> Answer<SectionPayload> {
                let paper = try paper.find(work.session)
                var fields = Fields(["heading": heading, "words": words])
                let new = NewSection(reading: &fields)
                try fields.finish()
                let section = try PaperCommand.papers.add(new, to: paper, work)
                return Answer(SectionPayload(section, try PaperCommand.sources.read(paper, work.session)), "Section \(section.id), “\(section.heading)”, was added.")
            }
        }
    }

    struct TemplateCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "template", abstract: "Keep the headings that boards want of their papers.", subcommands: [List.self, Add.self, Edit.self])

        struct List: ReadingCommand {
            static let configuration = CommandConfiguration(
                "list", "List the templates, each with its headings.", examples: "muster paper template list", "muster paper template list --json")
            @OptionGroup var reading: ReadingOptions

            func find(_ session: Session, _ reader: Reader) throws -> Answer<[TemplatePayload]> {
                try PaperPolicy.reads.check(reader.actor)
                let templates = try session.all(Template.self, "ORDER BY id").map(TemplatePayload.init)
                return Answer(templates, Output.table(["Reference", "Title", "Board", "Headings"], templates.map {
                    [$0.reference.text, $0.title, $0.board?.description ?? "any", $0.headings.map(\.title).joined(separator: "; ")]
                }, empty: "The first paper that is written brings the template that every board may have."))
            }
        }

        struct Entries: ParsableArguments, Sendable {
            @Option(help: "The title.") var title: String?
            @Option(help: "The board whose papers have these headings, as the journal names it: board/2; '' for any board.") var board: String?
            @Option(help: "A file of lines: a heading begins with '# ', its words stand under it.", completion: .file()) var file: String?
            @Option(help: "The headings themselves.") var text: String?
            @Option(help: "The reference; made from the title when left out.") var reference: String?

            func read(over held: [String: [String]] = [:]) throws -> NewTemplate {
                var fields = Fields(["title": title, "board": board, "text": try text ?? file.map(PaperFiles.text), "reference": reference], over: held)
                let new = NewTemplate(reading: &fields)
                try fields.finish()
                return new
            }
        }

        struct Add: WritingCommand {
            static let configuration = CommandConfiguration(
                "add", "Add a template.", examples: "muster paper template add --title 'Audit papers' --board board/2 --file headings.txt")
            @OptionGroup var entries: Entries
            @OptionGroup var writing: WritingOptions

            func change(_ work: Work) throws -> Answer<TemplatePayload> {
                let template = try PaperCommand.papers.add(entries.read(), work)
                return Answer(TemplatePayload(template), "\(template.title) is kept as \(template.reference).")
            }
        }

        struct Edit: WritingCommand {
            static let configuration = CommandConfiguration(
                "edit", "Change a template; what is left out stays.", examples: "muster paper template edit board-report --file headings.txt")
            @Argument(help: "The template's reference.", completion: .templates) var template: String
            @OptionGroup var entries: Entries
            @OptionGroup var writing: WritingOptions

            func change(_ work: Work) throws -> Answer<TemplatePayload> {
                let template = try work.session.template(template)
                let changed = try PaperCommand.papers.edit(template, entries.read(over: template.entries), work)
                return Answer(TemplatePayload(changed), "\(changed.title) was saved.")
            }
        }
    }
}

extension Work {
    fileprivate func payload(of paper: Paper) throws -> PaperPayload {
        PaperPayload(try session.facts(of: paper), on: today, try PaperCommand.sources.read(paper, session))
    }
}

/// Files named at the command line.
enum PaperFiles {
    /// - Throws: `file-not-readable`
    static func bytes(_ path: String) throws -> [UInt8] {
        do { return try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw Refusal.invalid("file-not-readable", "\(path) can't be read. Check that it is there and that you may read it.")
        }
    }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}
