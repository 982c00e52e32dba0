import Kernel
import People
import Reviews
import Storage
import TestSupport
import Testing

struct ReviewVerbTests {
    @Test(arguments: Engine.allCases)
    func `the life of an inspection is told by the journal`(_ engine: Engine) async throws {
        try await ReviewWorld.with(engine) { world in
            let review = try await world.write { reviews, work in
                var new = ReviewWorld.inspection(reported: nil)
                new.visits = [VisitDays(rawValue: "2023-06-05/2023-06-16")!, VisitDays(rawValue: "2023-06-20")!]
                new.documents = [Subject(kind: "party", number: 1)]
                return try reviews.begin(new, work)
            }
            await world.refuses(with: "review-not-reported") { try $0.judge([NewJudgment(question: "protecting", grade: .good)], of: review, $1) }
            world.set(Day(2023, 9, 13)!)
            let reported = try await world.write { reviews, work in
                var new = ReviewWorld.inspection(reported: Day(2023, 9, 13)!)
                new.visits = review.visits
                return try reviews.edit(review, new, work)
            }
            let (concern, recommendation) = try await world.write { reviews, work in
                try reviews.judge([NewJudgment(question: "protecting", grade: .requiresImprovement), NewJudgment(question: "fairness", grade: .good)], of: reported, work)
                let concern = try reviews.raise(NewConcern(kind: .causeOfConcern, words: "Protection", question: "protecting", issuedOn: Day(2023, 9, 13)!, isAccelerated: true), of: reported, work)
                return (concern, try reviews.recommend(NewRecommendation(words: "Put it right", concern: concern.id), of: reported, work))
            }
            #expect(recommendation.reference.text == "R1")
            // What is the same makes no entry; what is otherwise is put right.
            try await world.write { reviews, work in
                try reviews.judge([NewJudgment(question: "protecting", grade: .inadequate), NewJudgment(question: "fairness", grade: .good)], of: reported, work)
                try reviews.edit(recommendation, of: reported, NewRecommendation(reference: Reference(checking: "1.1"), words: "Put it right soon", concern: concern.id), work)
                try reviews.edit(concern, of: reported, NewConcern(
                    kind: .causeOfConcern, words: "Protection", question: "protecting", issuedOn: Day(2023, 9, 13)!, fixedDue: Day(2023, 10, 31)!, fixedBy: "A letter"), work)
            }
            world.set(Day(2023, 10, 6)!)
            let sent = try await world.write { reviews, work in
                try reviews.submit(NewSubmission(on: Day(2023, 10, 6)!), for: work.session.concern(concern.id, of: reported), of: reported, work)
            }
            #expect(try await world.view()?.concerns.first?.standing == .submitted(day: 23, late: 0))
            #expect(try await world.view(on: Day(2023, 10, 5)!)?.concerns.first?.standing == .due(in: 26))
            #expect(try await world.view(on: Day(2023, 9, 12)!)?.concerns.isEmpty == true)
            world.set(Day(2023, 10, 9)!)
            try await world.write { reviews, work in
                try reviews.retract(sent.subject, of: reported, because: "It was only a draft", work)
                try reviews.retract(recommendation.subject, of: reported, because: "Not in the report", work)
                try reviews.retract(concern.subject, of: reported, because: "Entered twice", work)
            }
            let view = try #require(try await world.view())
            #expect(view.concerns.isEmpty && view.recommendations.isEmpty)
            #expect(view.judgments.map(\.judgment.grade) == [.inadequate, .good])
            #expect(view.review.visits.map(\.rawValue) == ["2023-06-05/2023-06-16", "2023-06-20"])
            #expect(try await world.view(on: Day(2023, 10, 8)!)?.concerns.count == 1, "it stood that day")
            #expect(try await world.desk.told(review.subject) == [
                "put the review on record", "edited the review", "recorded the judgment", "recorded the judgment", "recorded the cause of concern",
                "added the recommendation", "put right the judgment", "edited the recommendation", "edited the concern", "submitted the plan",
                "took back the submission", "took back the recommendation", "took back the concern",
            ].map { "person/1 \($0)" })
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a person may not do leaves no trace`(_ engine: Engine) async throws {
        try await ReviewWorld.with(engine) { world in
            let (review, concern, recommendation) = try await world.write { reviews, work in
                let review = try reviews.begin(ReviewWorld.inspection(), work)
                return (review, try reviews.raise(NewConcern(kind: .causeOfConcern, words: "X", issuedOn: Day(2023, 8, 30)!), of: review, work),
                        try reviews.recommend(NewRecommendation(words: "X"), of: review, work))
            }
            let before = try await world.desk.told(review.subject)
            let deeds: [@Sendable (Reviews, Work) throws -> Void] = [
                { try $0.begin(ReviewWorld.inspection("Other"), $1) }, { try $0.edit(review, ReviewWorld.inspection(), $1) },
                { try $0.judge([NewJudgment(question: "protecting", grade: .good)], of: review, $1) },
                { try $0.recommend(NewRecommendation(words: "Y"), of: review, $1) },
                { try $0.edit(recommendation, of: review, NewRecommendation(words: "Y"), $1) },
                { try $0.raise(NewConcern(kind: .areaForImprovement, words: "Y", issuedOn: Day(2023, 8, 30)!), of: review, $1) },
                { try $0.edit(concern, of: review, NewConcern(kind: .causeOfConcern, words: "Y", issuedOn: Day(2023, 8, 30)!), $1) },
                { try $0.submit(NewSubmission(on: Day(2023, 8, 31)!), for: concern, of: review, $1) },
                { try $0.retract(concern.subject, of: review, because: "X", $1) },
            ]
            for deed in deeds {
                let refused = try await refusal { try await world.desk.write(by: world.reader) { [reviews = world.reviews] work in try deed(reviews, work) } }
                #expect(refused?.code == "not-allowed")
            }
            #expect(try await world.desk.told(review.subject) == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what can't be so is refused, where it is wrong`(_ engine: Engine) async throws {
        try await ReviewWorld.with(engine) { world in
            let (review, peer) = try await world.write { reviews, work in
                (try reviews.begin(ReviewWorld.inspection(round: "round-2"), work),
                 try reviews.begin(NewReview(title: "Peers", kind: .peerReview, reviewer: "Westmarch", scope: "X", commissionedOn: Day(2023, 8, 1)!, reportedOn: Day(2023, 8, 31)!), work))
            }
            await world.refuses(fields: ["grade"]) { try $0.judge([NewJudgment(question: "protecting", grade: .adequate)], of: review, $1) }
            await world.refuses(fields: ["question"]) { try $0.judge([NewJudgment(question: "governance", grade: .good)], of: review, $1) }
            await world.refuses(with: "review-asks-no-set-questions") { try $0.judge([NewJudgment(question: "protecting", grade: .good)], of: peer, $1) }
            await world.refuses(with: "not-the-inspectorates") { try $0.raise(NewConcern(kind: .areaForImprovement, words: "X", issuedOn: $1.today), of: peer, $1) }
            await world.refuses(with: "day-still-to-come") { try $0.begin(ReviewWorld.inspection("New", reported: $1.today.adding(days: 1)), $1) }
            await world.refuses(with: "review-reference-taken") {
                var new = ReviewWorld.inspection()
                new.reference = Reference(checking: "PEERS")
                try $0.begin(new, $1)
            }
            await world.refuses(fields: ["plan"]) {
                var new = ReviewWorld.inspection("New")
                new.plan = Subject(kind: "party", number: 1)
                try $0.begin(new, $1)
            }
            await world.refuses(fields: ["documents"]) {
                var new = ReviewWorld.inspection("New")
                new.documents = [Subject(kind: "party", number: 99)]
                try $0.begin(new, $1)
            }
            await world.refuses(fields: ["answer"]) { try $0.recommend(NewRecommendation(words: "X", answer: Subject(kind: "party", number: 1)), of: peer, $1) }
            try await world.write { reviews, work in try reviews.recommend(NewRecommendation(reference: Reference(checking: "A"), words: "X"), of: peer, work) }
            await world.refuses(with: "recommendation-reference-taken") { try $0.recommend(NewRecommendation(reference: Reference(checking: "a"), words: "X"), of: peer, $1) }
            await world.refuses(fields: ["due"]) { try $0.recommend(NewRecommendation(words: "X", due: Day(2023, 8, 30)!), of: peer, $1) }
            await world.refuses(with: "review-has-judgments") {
                try $0.edit(peer, NewReview(title: "Peers", kind: .peerReview, reviewer: "Westmarch", scope: "X", commissionedOn: Day(2023, 8, 1)!), $1)
            }
            let (cause, area) = try await world.write { reviews, work in
                (try reviews.raise(NewConcern(kind: .causeOfConcern, words: "X", issuedOn: Day(2023, 8, 30)!), of: review, work),
                 try reviews.raise(NewConcern(kind: .areaForImprovement, words: "X", issuedOn: Day(2023, 8, 30)!), of: review, work))
            }
            await world.refuses(with: "plan-not-asked-for") { try $0.submit(NewSubmission(on: $1.today), for: area, of: review, $1) }
            await world.refuses(fields: ["on"]) { try $0.submit(NewSubmission(on: Day(2023, 8, 29)!), for: cause, of: review, $1) }
            try await world.write { try $0.submit(NewSubmission(on: Day(2023, 9, 1)!), for: cause, of: review, $1) }
            await world.refuses(with: "plan-already-submitted") { try $0.submit(NewSubmission(on: $1.today), for: cause, of: review, $1) }
            await world.refuses(with: "plan-already-submitted") {
                try $0.edit(cause, of: review, NewConcern(kind: .areaForImprovement, words: "X", issuedOn: Day(2023, 8, 30)!), $1)
            }
            let added = try await world.write { try $0.recommend(NewRecommendation(words: "X", concern: cause.id), of: review, $1) }
            await world.refuses(with: "concern-has-recommendations") { try $0.retract(cause.subject, of: review, because: "X", $1) }
            try await world.write { try $0.retract(added.subject, of: review, because: "X", $1) }
            await world.refuses(with: "review-part-retracted") { try $0.retract(added.subject, of: review, because: "X", $1) }
            await world.refuses(with: "review-part-retracted") { try $0.edit(added, of: review, NewRecommendation(words: "Y"), $1) }
            await world.refuses(with: "review-part-not-found") { try $0.retract(added.subject, of: peer, because: "X", $1) }
            await world.refuses(with: "changed-meanwhile") { try $0.edit(review, ReviewWorld.inspection(round: "round-2"), version: 9, $1) }
        }
    }
}
