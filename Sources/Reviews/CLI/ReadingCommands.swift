import ArgumentParser
import Foundation
import Kernel
import People
import Storage

extension ReviewCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List the reviews, the latest first.", examples: "muster review list", "muster review list --on 2026-03-31 --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ReviewPayload]> {
            try ReviewPolicy.reads.check(reader.actor)
            let views = try session.reviewViews(on: day.on ?? reader.today)
            let names = try Operating.naming.names(of: views.flatMap(\.subjects), session)
            let reviews = views.map { ReviewPayload($0, names) }
            return Answer(reviews, Output.table(
                ["Reference", "Title", "Kind", "By", "Commissioned", "Reported", "Plan"],
                reviews.map { [$0.reference, $0.title, $0.kind.words, $0.reviewer, $0.commissionedOn.iso, $0.reportedOn?.iso ?? "", $0.plan?.words ?? ""] },
                empty: "No review is on record. Begin with: muster review begin --title TITLE --kind KIND --reviewer WHO --scope WORDS --commissioned-on DAY"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a review on a day: what it judged, found short and recommended, and what is due.",
            examples: "muster review show westmarch-peer-review", "muster review show round-3-inspection --on 2025-02-26 --json")
        @OptionGroup var review: ReviewArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ReviewPayload> {
            try ReviewPolicy.reads.check(reader.actor)
            let payload = try session.payload(of: review.find(session), on: day.on ?? reader.today)
            return Answer(payload, payload.inWords)
        }
    }

    struct Rounds: ReadingCommand {
        static let configuration = CommandConfiguration(
            "rounds", "List the inspection rounds: what each asks and the grades it gives.", examples: "muster review rounds", "muster review rounds --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[RoundPayload]> {
            try ReviewPolicy.reads.check(reader.actor)
            let rounds = InspectionRound.all.map { RoundPayload($0) }
            return Answer(rounds, rounds.map { round in
                (["\(round.code): \(round.name), from \(round.from)", "  Grades: \(listed(round.grades.map(\.rawValue)))"]
                    + round.questions.map { "  \($0.code): \($0.words)" } + ["  Source: \(round.source)"]).joined(separator: "\n")
            }.joined(separator: "\n\n"))
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration(
            "history", "Show every change to a review and its parts, newest first.",
            examples: "muster review history westmarch-peer-review", "muster review history westmarch-peer-review --last 20 --json")
        @OptionGroup var review: ReviewArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try ReviewPolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: review.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take a review away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster review export westmarch-peer-review --output review.xlsx", "muster review export westmarch-peer-review > review.csv")
        @OptionGroup var review: ReviewArgument
        @Option(help: "csv or xlsx; by the ending of --output when left out, else csv.", completion: .codes(ReviewExport.Format.self)) var format: ReviewExport.Format?
        @Option(help: "The file to write.", completion: .file()) var output: String?
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try ReviewPolicy.reads.check(actor)
            let (review, day, naming) = (review, day.on ?? desk.clock.today, Operating.naming)
            let export = try await desk.read { session in
                let view = try session.view(of: review.find(session), on: day)
                return ReviewExport(view: view, names: try naming.names(of: view.subjects, session))
            }
            let format = format ?? output.flatMap { ReviewExport.Format(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) } ?? .csv
            let bytes = try export.bytes(as: format)
            try FileOnDisk.hand(bytes, to: output)
        }
    }
}

extension ReviewExport.Format: ExpressibleByArgument {}

extension ReviewPayload {
    fileprivate var inWords: String {
        var lines = [title, "\(kind.words) by \(reviewer). \(standing.words), as on \(on).", "Commissioned on \(commissionedOn)\(reportedOn.map { ", reported on \($0)" } ?? "")."]
        lines.append(plan.map { "Answered by \($0.words ?? $0.subject)." } ?? "No plan answers it yet.")
        for one in judgments {
            lines.append("  \(one.questionWords): \(one.grade.words)" + (one.before.map { " (\(one.change.words.lowercased()); \($0.words.lowercased()) in \(one.beforeIn ?? ""))" } ?? ""))
        }
        for one in concerns {
            lines.append("  \(one.kind.words) \(one.number), issued on \(one.issuedOn): \(one.words)")
            if let deadline = one.deadline { lines.append("    \(deadline.words). Plan wanted by \(deadline.on). \(deadline.reason).") }
        }
        for one in recommendations {
            lines.append("  \(one.reference). \(one.words)" + (one.answer.map { " (answered by \($0.words ?? $0.subject))" } ?? ""))
        }
        return lines.joined(separator: "\n")
    }
}
