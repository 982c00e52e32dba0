import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a review asks for.
struct ReviewEntries: ParsableArguments, Sendable {
    @Option(help: "The title.") var title: String?
    @Option(help: "The kind: \(Review.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Review.Kind.self)) var kind: String?
    @Option(help: "Who makes it.") var reviewer: String?
    @Option(help: "The inspection round: \(InspectionRound.all.map(\.code).joined(separator: ", ")).") var round: String?
    @Option(help: "What it looks at.") var scope: String?
    @Option(help: "The day it was asked for or announced: YYYY-MM-DD.") var commissionedOn: String?
    @Option(help: "The days of a visit, as 2026-06-10 or 2026-06-10/2026-06-12. May be given more than once.") var visit: [String] = []
    @Option(help: "The day of its report; '' while it is awaited.") var reportedOn: String?
    @Option(help: "A document it read, as the journal names it: document/1. May be given more than once.") var document: [String] = []
    @Option(help: "What else it read, one document a line.") var otherDocuments: String?
    @Option(help: "The plan that answers it, as the journal names it: plan/1.") var plan: String?
    @Option(help: "The reference; made from the title when left out.") var reference: String?

    func read(over held: [String: [String]] = [:]) throws -> NewReview {
        var held = held
        if !visit.isEmpty { held["visits"] = visit }
        if !document.isEmpty { held["documents"] = document }
        var fields = Fields([
            "title": title, "kind": kind, "reviewer": reviewer, "round": round, "scope": scope, "commissioned-on": commissionedOn,
            "reported-on": reportedOn, "other-documents": otherDocuments, "plan": plan, "reference": reference,
        ], over: held)
        let new = NewReview(reading: &fields)
        try fields.finish()
        return new
    }
}

extension ReviewCommand {
    struct Begin: WritingCommand {
        static let configuration = CommandConfiguration(
            "begin", "Put a review on record.",
            examples: "muster review begin --title 'Peer review of protection' --kind peer-review --reviewer 'Westmarch Fire and Rescue' --scope 'How protection is led' --commissioned-on 2026-03-02",
            "muster review begin --title 'Round 3 inspection' --kind inspection --round round-3 --reviewer HMICFRS --scope 'Every question' --commissioned-on 2026-01-12 --visit 2026-02-02/2026-02-13")
        @OptionGroup var entries: ReviewEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            let review = try ReviewCommand.reviews.begin(entries.read(), work)
            return Answer(try work.payload(of: review), "\(review.title) is kept as \(review.reference).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change what is on record of a review; what is left out stays. '' empties.",
            examples: "muster review edit westmarch-peer-review --reported-on 2026-09-04 --plan plan/1")
        @OptionGroup var review: ReviewArgument
        @OptionGroup var entries: ReviewEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            let review = try review.find(work.session)
            let changed = try ReviewCommand.reviews.edit(review, entries.read(over: review.entries), work)
            return Answer(try work.payload(of: changed), "\(changed.title) was saved.")
        }
    }

    struct Judge: WritingCommand {
        static let configuration = CommandConfiguration(
            "judge", "Record what was judged of a question, or put it right. muster review rounds shows the questions.",
            examples: "muster review judge round-3-inspection --question protecting --grade adequate --words 'The programme is on course'")
        @OptionGroup var review: ReviewArgument
        @Option(help: "The question, by its code.") var question: String?
        @Option(help: "The grade: \(Grade.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Grade.self)) var grade: String?
        @Option(help: "What the report says of it.") var words: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            var fields = Fields(["question": question, "grade": grade, "words": words])
            let new = NewJudgment(reading: &fields)
            try fields.finish()
            let review = try review.find(work.session)
            try ReviewCommand.reviews.judge([new], of: review, work)
            return Answer(try work.payload(of: review), "\(review.questions?.question(new.question)?.words ?? new.question): \(new.grade.words).")
        }
    }

    struct Retract: WritingCommand {
        static let configuration = CommandConfiguration(
            "retract", "Take back a part of a review that was recorded in error.",
            examples: "muster review retract round-3-inspection recommendation/4 --because 'Entered under the wrong review'")
        @OptionGroup var review: ReviewArgument
        @Argument(help: "What is taken back, as the journal names it: recommendation/4, concern/2, judgment/7 or concern_submission/1.") var part: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReviewPayload> {
            var fields = Fields(["because": writing.because])
            if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why, with --because.")]) }
            let because = fields.text("because", "What was wrong", atMost: 2000)
            try fields.finish()
            let review = try review.find(work.session)
            try ReviewCommand.reviews.retract(Subject(written: part, like: "recommendation/4"), of: review, because: because, work)
            return Answer(try work.payload(of: review), "\(part) was taken back.")
        }
    }
}
