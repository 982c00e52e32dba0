@testable import App
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Milestones put right and settled, and evidence ticked, by their pages and for programs. It is 15 April 2026.
struct MilestoneJourneyTests {
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            _ = try People().findOrAdd(name: "GM Halloran", work)
            let plan = try Plans().begin(NewPlan(reference: Reference("cover"), title: "Cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            let finding = try Plans().add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
            let action = try Plans().add(NewAction(text: "Close the gap", owners: ["GM Halloran"], due: Day(2026, 6, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work)
            for text in ["Draftd", "Agreed"] { try Plans().addMilestone(text, due: Day(2026, 4, 1), to: action, of: plan, work) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an owner puts a milestone right, gives one up, and leaves none over when the work is done`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "GM Halloran", .reader, .owner) { browser in
                let action = "/plans/cover/actions/1.1"
                let page = try await browser.get(action).text
                #expect(Strict.faults(in: page).isEmpty && page.contains("aria-label=\"On this page\"") && page.contains("\(action)/milestones/1/edit"))
                let form = try await browser.get("\(action)/milestones/1/edit").text
                #expect(Strict.faults(in: form).isEmpty && form.contains("value=\"Draftd\""))
                let empty = try await browser.post("\(action)/milestones/1/edit", ["text": "", "due": "2026-05-01", "version": "1"])
                #expect(empty.status == 422 && empty.text.contains("value=\"2026-05-01\""))
                #expect(try await browser.post("\(action)/milestones/1/edit", ["text": "<Drafted>", "due": "2026-05-01", "version": "1"]).location == "\(action)#milestones")
                let overtaken = try await browser.post("\(action)/milestones/1/edit", ["text": "Mine", "due": "", "version": "1"])
                #expect(overtaken.status == 409 && overtaken.text.contains("As it stands now"))
                let left = try await browser.post("\(action)/completion", ["on": "2026-04-15", "delivered": "All of it", "milestones-reached": "1"])
                #expect(left.status == 422 && left.text.contains("1 milestone of action 1.1 is not reached: “Agreed”.") && left.text.contains("All of it"))
                #expect(try await browser.post("\(action)/milestones/2/withdrawal", ["because": "One step"]).status == 303)
                #expect(try await browser.post("\(action)/completion", ["on": "2026-04-15", "milestones-reached": "1"]).status == 303)
                let done = try await browser.get(action).text
                #expect(done.contains("&lt;Drafted&gt;") && done.contains("withdrew the milestone") && done.contains("One step"))
            }
            #expect(try await world.verbs().suffix(4) == ["corrected the milestone", "withdrew the milestone", "recorded the action as done", "reached the milestone"])
            try await world.browsing(as: "S. Marchetti", .reader, .approver) { browser in
                try await world.desk.write(by: .operator) { work in
                    let plan = try work.session.plan("cover")
                    try Plans().show(NewEvidence(shows: "The rota", link: "https://northshire.example/rota"), for: work.session.action("1.1", in: plan), of: plan, naming: naming, work)
                }
                let page = try await browser.get("/plans/cover/actions/1.1").text
                #expect(page.contains("Evidence that you looked at") && page.contains("The rota (https://northshire.example/rota)") && Strict.faults(in: page).isEmpty)
                #expect(try await browser.post("/plans/cover/actions/1.1/acceptance", ["looked-at": "", "seen": "1"]).text.contains("value=\"1\" checked"))
                #expect(try await browser.post("/plans/cover/actions/1.1/acceptance", ["looked-at": "The rota", "seen": "1"]).status == 303)
                #expect(try await browser.post("/plans/cover/actions/1.1/evidence/1/looks").status == 303)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program corrects a milestone, gives one up and completes an action`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let account = try await world.account("M. Manager", .reader, .manager)
            let browser = Browser(world.muster.site)
            browser.authorization = "Bearer \(try await world.secret(for: account, scopes: ["plans:read", "plans:write"]))"
            let action = "/api/v1/plans/cover/actions/1.1"
            let corrected = try await browser.send("\(action)/milestones/1", json: #"{"text":"Drafted"}"#, by: "PUT")
            #expect(corrected.status == 200 && corrected.text.contains(#""text":"Drafted""#))
            let left = try await browser.send("\(action)/completion", json: #"{"on":"2026-04-15","milestonesReached":[1]}"#)
            #expect(left.status == 422 && left.text.contains("milestones-left-open"))
            #expect(try await browser.send("\(action)/milestones/2/withdrawal", json: #"{"because":"One step"}"#).status == 200)
            #expect(try await browser.send("\(action)/completion", json: #"{"on":"2199-12-31"}"#).text.contains("done-in-the-future"))
            #expect(try await browser.send("\(action)/completion", json: #"{"on":"2200-01-01"}"#).status == 400)
            #expect(try await browser.send("\(action)/completion", json: #"{"on":"2026-04-15","restNotNeeded":true}"#).status == 201)
        }
    }
}
