public import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension PaperCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the papers, the latest first.", examples: "muster paper list", "muster paper list --about plan/1 --json")
        @Option(help: "Only those that tell of this, as the journal names it: plan/1.") var about: String?
        @Option(help: "Only those that stand so: \(PaperFacts.Standing.allCases.map(\.rawValue).joined(separator: ", ")). All but the discarded when left out.", completion: .codes(PaperFacts.Standing.self)) var standing: PaperFacts.Standing?
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[PaperPayload]> {
            try PaperPolicy.reads.check(reader.actor)
            let papers = try session.papers(about: about.map { try Subject(written: $0, like: "plan/1") }).filter { $0.fits(standing, on: reader.today) }
            let boards = try PaperCommand.sources.boards.all(session).map(\.board)
            return Answer(papers.map { PaperPayload($0, on: reader.today) }, Output.table(
                ["Reference", "Title", "Board", "Until", "Standing"],
                papers.map { line in
                    let (paper, board) = (line.paper, boards.first { $0.subject == line.paper.board }?.name)
                    let asked = line.waiting.map { ", asked for on \($0.on)" } ?? ""
                    return [paper.reference.text, paper.title, board ?? "", paper.to.iso, line.standing(on: reader.today).words + asked]
                }, empty: "No paper has been written yet. Write one with: muster paper write --plan REFERENCE"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a paper: as it was issued, or as the records write it now.", examples: "muster paper show progress-to-march", "muster paper show progress-to-march --json")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<PaperPayload> {
            try PaperPolicy.reads.check(reader.actor)
            let facts = try session.facts(of: paper.find(session))
            let document = try PaperCommand.papers.document(of: facts, base: nil, at: .inBritain(reader.today, hour: 12), session)
            return Answer(PaperPayload(facts, on: reader.today, try PaperCommand.sources.read(facts.paper, asKnownAt: facts.issue?.journalSize, session)), document.text)
        }
    }

    struct Rehearse: ReadingCommand {
        static let configuration = CommandConfiguration(
            "rehearse", "Ask of a paper what an inspector would, with what on record answers.", examples: "muster paper rehearse progress-to-march")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<RehearsalPayload> {
            try PaperPolicy.reads.check(reader.actor)
            let rehearsal = try PaperCommand.papers.rehearsal(of: session.facts(of: paper.find(session)), session)
            let told = RehearsalPayload(rehearsal)
            let unsaid = rehearsal.unsaid.map { ["The template says so", $0.standing, Rehearsal.whoSaysSo, ""] }
            let claims = told.claims.map { [$0.verdict.words, $0.claim, $0.question, ($0.records + $0.evidence).joined(separator: " ")] }
            let questions = told.questions.map { [$0.answers.isEmpty ? "Nothing on record answers" : "Answered", $0.claim, $0.question, $0.answers.joined(separator: " ")] }
            let table = Output.table(["Standing", "Claim", "An inspector would ask", "On record"], claims + unsaid + questions, empty: "The paper claims nothing that could be asked about.")
            return Answer(told, "\(counted(told.open, "question").capitalisedFirst) \(told.open == 1 ? "stands" : "stand") open.\n\(table)")
        }
    }

    struct Differences: ReadingCommand {
        static let configuration = CommandConfiguration(
            "differences", "Tell what is known now that was not known when the paper was issued.", examples: "muster paper differences progress-to-march")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[DifferencePayload]> {
            try PaperPolicy.reads.check(reader.actor)
            let facts = try session.facts(of: paper.find(session))
            let found = try PaperCommand.papers.differences(of: facts, session).map { DifferencePayload(subject: $0.subject, lines: $0.lines.map(\.words)) }
            let lines = found.flatMap(\.lines)
            return Answer(found, lines.isEmpty ? "Nothing was recorded since that changes how it stood on \(facts.paper.to)." : lines.map { "- \($0)" }.joined(separator: "\n"))
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration(
            "history", "Show every change to a paper, newest first.", examples: "muster paper history progress-to-march --last 20")
        @OptionGroup var paper: PaperArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try PaperPolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: paper.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }
}

extension PaperFacts.Standing: ExpressibleByArgument {}
