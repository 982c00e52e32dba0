import Kernel
@testable import Library
import Testing

/// A document on a day, by its facts alone.
@Suite struct DocumentModelTests {
    private static let id = ID<ControlledDocument>(1)

    private func day(_ iso: String) -> Day { Day(iso: iso)! }

    private func version(_ number: Int64, _ label: String, from: String?, since: String = "2024-01-01", review: String? = nil) -> DocumentVersion {
        DocumentVersion(
            id: ID(number), document: Self.id, label: label, inForce: from.map(day), change: "x", nextReview: review.map(day), since: day(since))
    }

    private func review(_ number: Int64, on: String, next: String?) -> DocumentReview {
        DocumentReview(
            id: ID(number), document: Self.id, on: day(on), outcome: next == nil ? .changeWanted : .noChange, note: "x", next: next.map(day), by: "operator")
    }

    private func view(
        _ on: String, first: String? = nil, _ versions: [DocumentVersion] = [], _ reviews: [DocumentReview] = [], _ withdrawals: [DocumentWithdrawal] = []
    ) -> DocumentView {
        DocumentView(DocumentFacts(
            document: ControlledDocument(
                id: Self.id, reference: Reference(checking: "policy")!, title: "Policy", kind: .policy, firstReview: first.map(day), since: day("2024-01-01")),
            versions: versions, reviews: reviews, withdrawals: withdrawals), on: day(on))
    }

    @Test(arguments: [
        ("2025-03-02", DocumentStanding.reviewOverdue, "its review was due on 1 March 2025, 1 day ago"),
        ("2025-03-01", .reviewDue, "its review is due on this day"),
        ("2024-12-31", .reviewDue, "its review is due on 1 March 2025, in 60 days"),
        ("2024-12-30", .current, "its next review is due by 1 March 2025"),
        ("2024-02-29", .noVersion, "version 1 comes into force on 1 March 2024"),
    ])
    func `how a document stands follows from the day`(_ on: String, _ standing: DocumentStanding, _ why: String) {
        let view = view(on, [version(1, "1", from: "2024-03-01", review: "2025-03-01")])
        #expect(view.standing == standing)
        #expect(view.why == why)
    }

    @Test func `a document without a version, with drafts alone and without a review day says so`() {
        #expect(view("2025-01-01").why == "no version is recorded")
        #expect(view("2025-01-01", [version(1, "1", from: nil)]).why == "there are drafts alone")
        let bare = view("2025-01-01", [version(1, "1", from: "2024-02-01")])
        #expect(bare.standing == .current && bare.why == "no day is set for its review")
    }

    @Test func `the version in force is the latest that had begun, and drafts stand before all`() {
        let versions = [version(1, "1", from: "2024-03-01"), version(2, "2", from: "2025-04-01", since: "2025-02-01"), version(3, "3", from: nil, since: "2025-06-01")]
        #expect(view("2025-01-31", versions).versions.map(\.label) == ["1"], "nobody knew of the second yet")
        #expect(view("2025-03-31", versions).inForce?.label == "1")
        #expect(view("2025-03-31", versions).coming?.label == "2")
        #expect(view("2025-04-01", versions).inForce?.label == "2")
        #expect(view("2025-06-01", versions).versions.map(\.label) == ["3", "2", "1"])
        #expect(view("2025-06-01", versions).coming == nil)
    }

    @Test(arguments: [
        ("2024-06-01", "2025-01-01"), ("2024-12-01", "2025-12-01"), ("2025-04-01", "2026-04-01"), ("2025-05-01", "2026-04-01"), ("2025-09-01", "2027-09-01"),
    ])
    func `the next review is the one that was set last`(_ on: String, _ next: String) {
        let view = view(
            on, first: "2025-01-01", [version(1, "1", from: "2024-03-01"), version(2, "2", from: "2025-04-01", review: "2026-04-01")],
            // The second found that a change is wanted and set no day, so the day stays.
            [review(1, on: "2024-12-01", next: "2025-12-01"), review(2, on: "2025-05-01", next: nil), review(3, on: "2025-09-01", next: "2027-09-01")])
        #expect(view.nextReview == day(next))
    }

    @Test func `what is withdrawn counts no more until it is put back, and tells what took its place`() {
        let successor = ControlledDocument(id: ID(2), reference: Reference(checking: "new-policy")!, title: "New policy", kind: .policy, since: day("2024-01-01"))
        func withdrawal(_ other: ID<ControlledDocument>?) -> DocumentWithdrawal {
            DocumentWithdrawal(
                id: ID(1), document: Self.id, on: day("2025-02-01"), because: "x", successor: other, by: "operator", restoredOn: day("2025-03-01"))
        }
        let versions = [version(1, "1", from: "2024-03-01")]
        #expect(view("2025-01-31", versions, [], [withdrawal(nil)]).standing == .current)
        let gone = view("2025-02-01", versions, [], [withdrawal(nil)])
        #expect(gone.standing == .withdrawn && gone.inForce == nil && gone.why == "withdrawn on 1 February 2025")
        #expect(view("2025-03-01", versions, [], [withdrawal(nil)]).standing == .current)
        var facts = view("2025-02-01", versions, [], [withdrawal(ID(2))]).facts
        facts.successors = [ID(2): successor]
        #expect(DocumentView(facts, on: day("2025-02-01")).standing == .superseded)
        #expect(DocumentView(facts, on: day("2025-02-01")).why == "superseded on 1 February 2025 by New policy")
    }

    @Test(arguments: [
        (["label": "1", "change": "x", "in-force": "2025-04-01", "next-review": "2025-04-01"], ["next-review"]),
        (["label": "1", "change": "x", "next-review": "2026-04-01"], ["next-review"]),
        (["label": "", "change": "", "in-force": "April"], ["label", "in-force", "change"]),
        (["label": "1", "change": "x", "link": "javascript:alert(1)"], ["link"]),
        (["label": "1", "change": "x", "link": "https://"], ["link"]),
        (["label": "1", "change": "x", "link": "https://a.example/a b"], ["link"]),
        (["label": "1", "change": "x", "link": "https://user@a.example/"], ["link"]),
        (["label": "1", "change": "x", "in-force": "2025-04-01", "next-review": "2025-04-02", "link": "https://a.example/p.pdf?v=2#top"], []),
    ])
    func `a version is read with every fault named`(_ written: [String: String], _ wrong: [String]) {
        var fields = Fields(written.mapValues { [$0] })
        _ = NewVersion(reading: &fields)
        #expect(Set(fields.errors.map(\.name)) == Set(wrong))
    }

    @Test(arguments: [
        (["on": "2025-04-01"], ["next"]), (["on": "2025-04-01", "next": "2025-04-01"], ["next"]),
        (["on": "2025-04-01", "outcome": "change-wanted"], ["note"]), (["on": "2025-04-01", "outcome": "change-wanted", "note": "Fees"], []),
        (["on": "2025-04-01", "next": "2026-04-01"], []), (["on": "yesterday"], ["on"]),
    ])
    func `a review is read with every fault named`(_ written: [String: String], _ wrong: [String]) {
        var fields = Fields(written.mapValues { [$0] })
        _ = NewDocumentReview(reading: &fields)
        #expect(fields.errors.map(\.name) == wrong)
    }
}
