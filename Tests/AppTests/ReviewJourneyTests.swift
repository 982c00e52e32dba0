import Kernel
import People
import Plans
import Reviews
import Storage
import TestBrowser
import TestSupport
import Testing

/// Reviews by their pages, as a manager and a reader use them. It is 15 April 2026.
struct ReviewJourneyTests {
    @Test(arguments: Engine.allCases)
    func `a manager records an inspection, its cause of concern and the plan that was sent in answer`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                try Plans().begin(NewPlan(title: "Culture plan", kind: .improvement, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/reviews").text.contains("No review is on record yet."))
                let old = try await browser.post("/reviews", [
                    "title": "Round 2 inspection", "kind": "inspection", "round": "round-2", "reviewer": "HMICFRS", "scope": "Everything",
                    "commissioned-on": "2021-11-01", "reported-on": "2022-07-27",
                ])
                #expect(old.location == "/reviews/round-2-inspection")
                _ = try await browser.post("/reviews/round-2-inspection/judgments", ["grade-protecting": "requires-improvement"])
                _ = try await browser.post("/reviews", [
                    "title": "Round 3 inspection", "kind": "inspection", "round": "round-3", "reviewer": "hmicfrs", "scope": "Every <question>",
                    "commissioned-on": "2026-01-12", "reported-on": "2026-03-25", "visits": "2026-02-02 to 2026-02-13\n2026-02-20", "plan": "plan/1",
                    "other-documents": "Policy A\nPolicy B",
                ])
                let empty = try await browser.post("/reviews/round-3-inspection/judgments", ["words-protecting": "Forgot the grade"])
                #expect(empty.status == 422 && empty.text.contains("Choose the grade that was given") && empty.text.contains("Forgot the grade"))
                let judged = try await browser.post("/reviews/round-3-inspection/judgments", [
                    "grade-protecting": "adequate", "words-protecting": "On course", "grade-fairness": "good",
                ])
                #expect(judged.location == "/reviews/round-3-inspection#judgments")
                let raised = try await browser.post("/reviews/round-3-inspection/concerns", [
                    "kind": "cause-of-concern", "words": "Staff do not speak up", "question": "values-and-culture", "issued-on": "2026-03-25", "accelerated": "yes",
                ])
                #expect(raised.location == "/reviews/round-3-inspection#concerns")
                let page = try await browser.get("/reviews/round-3-inspection")
                #expect(page.text.contains("Every &lt;question&gt;") && page.text.contains("2 February 2026 to 13 February 2026 and 20 February 2026"))
                #expect(page.text.contains("Due in 7 days") && page.text.contains("22 April 2026"))
                #expect(page.text.contains("Better") && page.text.contains("<a href=\"/reviews/round-2-inspection\">Requires improvement</a>"))
                #expect(page.text.contains("<a href=\"/plans/culture-plan\">Culture plan</a>"))
                #expect(try await browser.get("/reviews").text.contains("Plans the inspectorate waits for"))
                #expect(try await browser.get("/reviews/round-3-inspection/recommendations/new?concern=1").text.contains("value=\"1\" selected"))
                _ = try await browser.post("/reviews/round-3-inspection/recommendations", ["words": "Give them a way", "concern": "1", "due": "2026-09-30"])
                let late = try await browser.post("/reviews/round-3-inspection/concerns/1/submission", ["on": "2026-04-16"])
                #expect(late.status == 422 && late.text.contains("still to come"))
                #expect(try await browser.post("/reviews/round-3-inspection/concerns/1/submission", ["on": "2026-04-14", "plan": "plan/1"]).status == 303)
                #expect(try await browser.get("/reviews/round-3-inspection").text.contains("Submitted on day 20"))
                #expect(try await browser.get("/reviews/round-3-inspection?on=2026-04-13").text.contains("Due in 9 days"))
                #expect(try await browser.get("/reviews?kind=inspection&standing=reported&sort=-title").text.contains("Round 3 inspection"))
                #expect(try await browser.get("/reviews?kind=thematic").text.contains("No review is of that kind"))
                let stale = try await browser.post("/reviews/round-3-inspection/edit", [
                    "title": "Round 3", "kind": "inspection", "round": "round-3", "reviewer": "HMICFRS", "scope": "X", "commissioned-on": "2026-01-12",
                    "reported-on": "2026-03-25", "version": "7",
                ])
                #expect(stale.status == 409 && stale.text.contains("As it stands now"))
                #expect(try await browser.post("/reviews/round-3-inspection/retractions", ["of": "recommendation/1", "because": "Not in it"]).status == 303)
                let history = try await browser.get("/reviews/round-3-inspection/history").text
                #expect(history.contains("R. Okafor submitted the plan.") && history.contains("Culture plan"))
                #expect(history.contains("R. Okafor recorded the judgment “Protecting the public through fire regulation”."))
                let csv = try await browser.get("/reviews/round-3-inspection/export/csv")
                #expect(csv.type.hasPrefix("text/csv") && csv.text.contains("Submitted on day 20") && csv.text.contains("Requires improvement,Better"))
                #expect(try await browser.get("/reviews/round-3-inspection/export/pdf").status == 404)
                #expect(try await browser.get("/inspection-rounds").text.contains("28 days from the day of issue"))
            }
            #expect(try await world.verbs().suffix(7) == [
                "put the review on record", "recorded the judgment", "recorded the judgment", "recorded the cause of concern", "added the recommendation",
                "submitted the plan", "took back the recommendation",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader sees reviews and is offered nothing to change`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                try Reviews().begin(NewReview(title: "Peers", kind: .peerReview, reviewer: "Westmarch", scope: "X", commissionedOn: Day(2026, 1, 1)!, reportedOn: Day(2026, 2, 1)!), work)
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let page = try await browser.get("/reviews/peers").text
                #expect(page.contains("Westmarch") && !page.contains("Edit the review") && !page.contains("Add the first recommendation"))
                #expect(try await browser.get("/reviews/new").status == 403)
                #expect(try await browser.get("/reviews/peers?on=2025-12-31").status == 404)
            }
        }
    }
}
