import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a recommendation asks for.
struct RecommendationEntries: ParsableArguments, Sendable {
    @Option(help: "What is recommended.") var words: String?
    @Option(help: "The number of the cause of concern it belongs to.") var concern: String?
    @Option(help: "The day by which it is wanted; '' for none.") var due: String?
    @Option(help: "The finding that answers it, as the journal names it: finding/1.") var answer: String?

    func read(reference: String?, over held: [String: [String]] = [:]) throws -> NewRecommendation {
        var fields = Fields(["reference": reference, "words": words, "concern": concern, "due": due, "answer": answer], over: held)
        let new = NewRecommendation(reading: &fields)
        try fields.finish()
        return new
    }
}

/// What the form of a concern asks for.
struct ConcernEntries: ParsableArguments, Sendable {
    @Option(help: "The kind: \(Concern.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Concern.Kind.self)) var kind: String?
    @Option(help: "What falls short.") var words: String?
    @Option(help: "The question under which it was raised, by its code.") var question: String?
    @Option(help: "The day it was issued: YYYY-MM-DD.") var issuedOn: String?
    @Option(help: "yes where it was published ahead of the report; '' where not.") var accelerated: String?
    @Option(help: "The day by which a letter wants the plan, where it fixes one.") var fixedDue: String?
    @Option(help: "The letter that fixes the day.") var fixedBy: String?
    @Option(help: "The finding that answers it, as the journal names it: finding/1.") var answer: String?

    func read(over held: [String: [String]] = [:]) throws -> NewConcern {
        var fields = Fields([
            "kind": kind, "words": words, "question": question, "issued-on": issuedOn, "accelerated": accelerated, "fixed-due": fixedDue,
            "fixed-by": fixedBy, "answer": answer,
        ], over: held)
        let new = NewConcern(reading: &fields)
        try fields.finish()
        return new
    }
}

extension ReviewCommand {
    struct Recommend: WritingCommand {
        static let configuration = CommandConfiguration(
            "recommend", "Add a recommendation to a review.",
            examples: "muster review recommend westmarch-peer-review --words 'Review the premises database' --answer finding/3")
        @OptionGroup var review: ReviewArgument
        @Option(help: "As the report numbers it; the next number when left out.") var reference: String?
        @OptionGroup var entries: RecommendationEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            let review = try review.find(work.session)
            let added = try ReviewCommand.reviews.recommend(entries.read(reference: reference), of: review, work)
            return Answer(try work.payload(of: review), "Recommendation \(added.reference) was added.")
        }
    }

    struct Reword: WritingCommand {
        static let configuration = CommandConfiguration(
            "reword", "Change a recommendation; what is left out stays. '' empties.",
            examples: "muster review reword westmarch-peer-review R2 --answer finding/3", "muster review reword westmarch-peer-review R2 --to 2.1")
        @OptionGroup var review: ReviewArgument
        @Argument(help: "The recommendation's reference.") var recommendation: String
        @Option(help: "Its new reference.") var to: String?
        @OptionGroup var entries: RecommendationEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            let review = try review.find(work.session)
            let held = try work.session.recommendation(recommendation, of: review)
            let changed = try ReviewCommand.reviews.edit(held, of: review, entries.read(reference: to, over: held.entries), work)
            return Answer(try work.payload(of: review), "Recommendation \(changed.reference) was saved.")
        }
    }

    struct Raise: WritingCommand {
        static let configuration = CommandConfiguration(
            "raise", "Record a cause of concern or an area for improvement of an inspection.",
            examples: "muster review raise round-3-inspection --kind cause-of-concern --words 'Protection is not resourced' --issued-on 2026-09-13 --question protecting")
        @OptionGroup var review: ReviewArgument
        @OptionGroup var entries: ConcernEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            let review = try review.find(work.session)
            let concern = try ReviewCommand.reviews.raise(entries.read(), of: review, work)
            let due = Deadline(of: concern).map { " Its plan is wanted by \($0.day)." } ?? ""
            return Answer(try work.payload(of: review), "The \(concern.kind.words.lowercased()) is number \(concern.id).\(due)")
        }
    }

    struct Amend: WritingCommand {
        static let configuration = CommandConfiguration(
            "amend", "Change a cause of concern or an area for improvement; what is left out stays. '' empties.",
            examples: "muster review amend round-3-inspection 2 --fixed-due 2026-10-30 --fixed-by 'HMICFRS, 20 September 2026'")
        @OptionGroup var review: ReviewArgument
        @Argument(help: "Its number.") var concern: Int64
        @OptionGroup var entries: ConcernEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            let review = try review.find(work.session)
            let held = try work.session.concern(ID(concern), of: review)
            try ReviewCommand.reviews.edit(held, of: review, entries.read(over: held.entries), work)
            return Answer(try work.payload(of: review), "\(held.kind.words) \(concern) was saved.")
        }
    }

    struct Submit: WritingCommand {
        static let configuration = CommandConfiguration(
            "submit", "Say on which day the plan that answers a cause of concern went to the inspectorate.",
            examples: "muster review submit round-3-inspection 2 --on 2026-10-06 --plan plan/1")
        @OptionGroup var review: ReviewArgument
        @Argument(help: "The number of the cause of concern.") var concern: Int64
        @Option(help: "The day: YYYY-MM-DD.") var on: String?
        @Option(help: "The plan that was sent, as the journal names it: plan/1.") var plan: String?
        @Option(help: "How it was sent.") var words: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            var fields = Fields(["on": on, "plan": plan, "words": words])
            let new = NewSubmission(reading: &fields)
            try fields.finish()
            let review = try review.find(work.session)
            let held = try work.session.concern(ID(concern), of: review)
            try ReviewCommand.reviews.submit(new, for: held, of: review, work)
            let standing = Deadline(of: held).map { $0.standing(of: held, submitted: new.on, on: work.today).words } ?? "Submitted on \(new.on)"
            return Answer(try work.payload(of: review), "\(standing).")
        }
    }
}
