public import ArgumentParser
import Kernel
import People
import Storage

/// What of the register is wanted and in which order, as the address of its page says it.
struct DocumentFilterOptions: ParsableArguments, Sendable {
    @Option(help: "Only documents of this kind: \(ControlledDocument.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(ControlledDocument.Kind.self)) var kind: ControlledDocument.Kind?
    @Option(help: "Only documents that stand so: \(DocumentStanding.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(DocumentStanding.self)) var standing: DocumentStanding?
    @Option(help: "Only documents that this person, post or team answers for.", completion: .parties) var owner: String?
    @Option(help: "Only documents with these words.") var words: String?
    @Option(help: "Sort by title, kind, owner, review or standing; --sort=-review turns it round.") var sort: String?

    func shown(_ session: Session, on day: Day) throws -> [DocumentView] {
        var filter = DocumentFilter()
        (filter.kind, filter.standing, filter.words) = (kind, standing, words)
        filter.owner = try owner.map { try Parties(session).named($0, field: "owner").id }
        if let sort {
            filter.isDescending = sort.hasPrefix("-")
            filter.order = DocumentFilter.Order(rawValue: filter.isDescending ? String(sort.dropFirst()) : sort)
            guard filter.order != nil else {
                throw Refusal.fields([.init("sort", "The register is sorted by title, kind, owner, review or standing, not by “\(sort)”.")])
            }
        }
        return filter.shown(try session.allDocuments().map { DocumentView($0, on: day) }.filter(\.isHere))
    }
}

extension ControlledDocument.Kind: ExpressibleByArgument {}
extension DocumentStanding: ExpressibleByArgument {}

extension DocumentCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the register: each document's version in force, its next review and how it stands.",
            examples: "muster document list", "muster document list --standing review-overdue --on 2026-03-31 --json")
        @OptionGroup var filter: DocumentFilterOptions
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[DocumentLine]> {
            try LibraryPolicy.reads.check(reader.actor)
            let lines = try filter.shown(session, on: day.on ?? reader.today).map { DocumentLine($0) }
            return Answer(lines, Output.table(
                ["Reference", "Title", "Kind", "Owner", "In force", "Next review", "Standing"],
                lines.map { [$0.reference, $0.title, $0.kind.words, $0.owner ?? "", $0.inForce?.label ?? "", $0.nextReview?.iso ?? "", $0.standing.words] },
                empty: "There is no such document. Register one with: muster document add --title TITLE --kind policy"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a document on a day: its versions, who approved them, its reviews and what it answers.",
            examples: "muster document show enforcement-policy", "muster document show enforcement-policy --on 2025-02-26 --json")
        @OptionGroup var document: DocumentArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<DocumentPayload> {
            try LibraryPolicy.reads.check(reader.actor)
            let payload = try session.payload(of: document.find(session), on: day.on ?? reader.today)
            return Answer(payload, payload.inWords)
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration(
            "history", "Show every change to a document and what belongs to it, newest first.",
            examples: "muster document history enforcement-policy", "muster document history enforcement-policy --last 20 --json")
        @OptionGroup var document: DocumentArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try LibraryPolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: document.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }
}

extension DocumentPayload {
    fileprivate var inWords: String {
        let head = ["\(document.title) (\(document.reference)), \(document.kind.words.lowercased())"] + (document.purpose.map { [$0] } ?? [])
            + ["As on \(on): \(document.standing.words.lowercased()), \(document.why).", "Owner: \(document.owner ?? "nobody named")"]
            + (answersInWords.isEmpty ? [] : ["Answers: \(listed(answersInWords))"])
        let gone = withdrawal.map { ["Withdrawn from \($0.on)" + ($0.successor.map { ", \($0) takes its place" } ?? "") + ": \($0.because)"] } ?? []
        let versions = versions.map { version in
            "  \(version.label), " + (version.inForce.map { "in force from \($0)" } ?? "draft") + ": \(version.change)" + (version.link.map { " \($0)" } ?? "") + (version.file.map { " (\($0.name))" } ?? "")
        }
        let reviews = reviews.map { review in
            "  \(review.on): \(review.outcome.words)" + (review.next.map { ", next by \($0)" } ?? "") + (review.note.map { ". \($0)" } ?? "")
        }
        return (head + gone + (versions.isEmpty ? ["No version is recorded."] : ["Versions"] + versions)
            + (saidInWords.isEmpty ? [] : ["Said of it"] + saidInWords.map { "  \($0)" })
            + (reviews.isEmpty ? [] : ["Reviews"] + reviews)).joined(separator: "\n")
    }
}
