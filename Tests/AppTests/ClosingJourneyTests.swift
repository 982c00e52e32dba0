@testable import App
import Boards
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Verifying and closing by their pages and for programs. It is 15 April 2026.
struct ClosingJourneyTests {
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            for name in ["GM Halloran", "R. Okafor"] { _ = try People().findOrAdd(name: name, work) }
            for reference in ["cover", "onward"] {
                let plan = try Plans().begin(NewPlan(
                    reference: Reference(reference), title: "The \(reference) plan", kind: .inspection, from: Day(2026, 1, 1)!, through: Day(2026, 3, 31)!,
                    rules: .evidence), work)
                guard reference == "cover" else { continue }
                let finding = try Plans().add(NewFinding(kind: .causeOfConcern, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
                for text in ["Publish the rota of officers", "Train the crews in it", "Publish the rota of our officers"] {
                    try Plans().add(NewAction(text: text, owners: ["GM Halloran"], due: Day(2026, 5, 30), since: Day(2026, 1, 1)), to: finding, of: plan, work)
                }
                try Plans().measure(finding, of: plan, by: NewMeasure(title: "Answered", unit: "per cent", threshold: Quantity(95), since: Day(2026, 1, 1)), work)
                try Plans().complete(work.session.action("1.2", in: plan), of: plan, NewCompletion(on: Day(2026, 4, 1)!), work)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a plan is verified, proposed to be closed, closed by somebody else, and left open with the inspectorate`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let action = try await browser.get("/plans/cover/actions/1.2").text
                #expect(action.contains("Nobody has verified it yet.") && action.contains("Said to be done") && Strict.faults(in: action).isEmpty)
                #expect(try await browser.get("/work").text.contains("Done, and waiting to be verified"))
                #expect(try await browser.get("/plans/cover?done=unverified").text.contains("Showing 1 of 3 actions"))
                #expect(try await browser.get("/plans/cover?done=verified").text.contains("No action fits these choices."))
                let refused = try await browser.post("/plans/cover/actions/1.2/acceptance", ["looked-at": "<The sheets>", "measure": "1"])
                #expect(refused.status == 409 && refused.text.contains("&lt;The sheets&gt;") && refused.text.contains("has no reading yet"))
                _ = try await browser.post("/plans/cover/measures/1/readings", ["value": "97"])
                #expect(try await browser.post("/plans/cover/actions/1.2/acceptance", ["looked-at": "The sheets", "measure": "1"]).status == 303)
                #expect(try await browser.get("/plans/cover?done=verified").text.contains("Showing 1 of 3 actions"))
                let kept = try await browser.get("/plans/cover/export/csv?done=verified").text
                #expect(kept.contains("Train the crews in it") && !kept.contains("Publish the rota of officers"))
                #expect(!(try await browser.get("/plans/cover/export/csv?done=unverified").text.contains("Train the crews in it")))
                #expect(try await browser.get("/plans/cover/actions/1.2").text.contains("Verified on"))
                #expect(try await browser.post("/plans/cover/actions/1.2/reopening", ["because": "x"]).status == 409)
                let gate = try await browser.get("/plans/cover/closure").text
                #expect(gate.contains("Due after the plan’s end") && gate.contains("1.1 and 1.3 promise nearly the same") && Strict.faults(in: gate).isEmpty)
                let early = try await browser.post("/plans/cover/closure", [
                    "words": "x", "residual-risk": "x", "onward-owner": "GM Halloran", "review-on": "2027-01-31", "onward-owner-1": "Nobody <known>", "review-on-1": "2026-04-15"])
                #expect(early.status == 422 && early.text.contains("href=\"#review-on-1\"") && early.text.contains("Nobody &lt;known&gt;") && early.text.contains("<details open"))
                #expect(Strict.faults(in: early.text).isEmpty)
                let empty = try await browser.post("/plans/cover/closure", ["words": "<Enough>", "residual-risk": "Low", "onward-owner": "GM Halloran", "review-on": "2027-01-31"])
                #expect(empty.status == 422 && empty.text.contains("&lt;Enough&gt;") && empty.text.contains("href=\"#kind-1.1\""))
                let proposed = try await browser.post("/plans/cover/closure", [
                    "words": "Enough is done", "residual-risk": "Low", "onward-owner": "GM Halloran", "review-on": "2027-01-31",
                    "kind-1.1": "carried-forward", "because-1.1": "It goes on", "onto-1.1": "onward", "due-1.1": "2026-12-31",
                    "kind-1.3": "not-implemented", "because-1.3": "It is 1.1 again",
                    "residual-risk-1": "The rota <slips> at Easter", "review-on-1": "2026-09-30",
                ])
                #expect(proposed.location == "/plans/cover/closure")
                #expect(!(try await browser.get("/plans/cover/closure").text.contains("Close the plan</button>")))
                #expect(try await browser.post("/plans/cover/closure/decision", ["agreed": "yes"]).status == 403)
            }
            try await world.browsing(as: "S. Marchetti", .reader, .approver) { browser in
                #expect(try await browser.get("/").text.contains("Decide whether the plan is closed"))
                let other = try await browser.post("/plans/cover/closure/decision", ["agreed": "yes", "proposal": "99", "answer": "Of another"])
                #expect(other.status == 409 && other.text.contains("The proposal that you read was taken back") && other.text.contains("Of another"))
                #expect(try await browser.post("/plans/cover/closure/decision", ["agreed": "yes", "proposal": "1", "answer": "Agreed"]).status == 303)
                let plan = try await browser.get("/plans/cover").text
                #expect(plan.contains("</time>, with 1 done, 1 carried forward and 1 closed, not implemented.") && !plan.contains("1 not scheduled"))
                #expect(plan.contains("2 actions that were carried forward or closed, not implemented, count neither as due nor as done.") && !plan.contains("behind"))
                #expect(plan.contains("This plan was closed on") && plan.contains("1 finding of it is still open with the inspectorate."))
                #expect(try await browser.get("/plans").text.contains("and 1 finding still open with the inspectorate"))
                #expect(try await browser.get("/plans/cover/findings/1").text.contains(", 1 carried forward"))
                let carried = try await browser.get("/plans/onward/actions/1.1").text
                #expect(carried.contains("Carried forward from <a href=\"/plans/cover/actions/1.1\">1.1 of The cover plan</a>") && carried.contains("30 May 2026"))
                #expect(try await browser.get("/plans/cover/actions/1.1").text.contains("Goes on as <a href=\"/plans/onward/actions/1.1\">1.1 of The onward plan</a>."))
                let report = try await browser.get("/plans/cover/closure/report").text
                #expect(report.contains("The rota &lt;slips&gt; at Easter") && report.contains("GM Halloran, as for the plan") && report.contains("30 September 2026"))
                let text = try await browser.get("/plans/cover/closure/report/text")
                #expect(text.status == 200 && text.text.contains("Closure report: The cover plan") && text.text.contains("The rota <slips> at Easter"))
                #expect(try await browser.get("/plans/cover/closure/report/html").text.contains("<title>Closure report: The cover plan</title>"))
                #expect(try await browser.get("/plans/cover/closure/report/odt").status == 404)
                #expect(report.contains("Residual risk") && report.contains("97 per cent") && report.contains("It is 1.1 again") && Strict.faults(in: report).isEmpty)
                for path in ["/plans/cover/closure", "/plans/cover/actions/1.2", "/plans/cover/findings/1", "/work"] {
                    #expect(Strict.faults(in: try await browser.get(path).text).isEmpty, "\(path)")
                }
                #expect(try await browser.get("/plans/cover/history").text.contains("S. Marchetti carried action 1.1 forward."))
            }
            try await world.browsing(as: "A. Manager", .reader, .manager) { browser in
                for path in ["/plans/cover", "/plans/cover/actions/1.1", "/plans/cover/findings/1"] {
                    let page = try await browser.get(path).text
                    for deed in ["Add a finding", "Add an action", ">Edit<", "Post the update", "Add a measure"] { #expect(!page.contains(deed), "\(path) offers “\(deed)”") }
                }
                #expect(try await browser.post("/plans/cover/findings", ["text": "x"]).status == 409)
                #expect(try await browser.post("/plans/cover/measures/1/readings", ["value": "80"]).status == 303, "a measure is read all the same")
                let fallen = try await browser.get("/plans/cover/findings/1").text
                #expect(fallen.contains("Fallen since it was closed") && fallen.contains("80 per cent"))
                #expect(try await browser.get("/work").text.contains("Fallen since it was closed"))
                let early = try await browser.post("/plans/cover/closure/look", ["finding": "1", "words": "<Holds>", "on": "2026-04-14", "review-on": "2026-04-01"])
                #expect(early.status == 422 && early.text.contains("&lt;Holds&gt;") && early.text.contains("is not after the day it was looked at"))
                #expect(try await browser.post("/plans/cover/closure/look", ["finding": "1", "words": "It holds", "review-on": "2026-12-01"]).location == "/plans/cover/closure")
                let looked = try await browser.get("/plans/cover/closure").text
                #expect(looked.contains("A. Manager: It holds") && looked.contains("1 December 2026") && Strict.faults(in: looked).isEmpty)
                #expect(try await browser.get("/plans/cover/history").text.contains("A. Manager looked again at finding 1."))
                #expect(try await browser.get("/plans/cover/history").text.contains("said who looks after finding 1"))
                let letter = try await browser.post("/plans/cover/findings/1/inspectorate-closure", [
                    "letter": "NS/1", "author": "HMI", "on": "2026-04-15", "words": "Closed."])
                #expect(letter.status == 303)
                #expect(try await browser.get("/plans/cover/findings/1").text.contains("The inspectorate reopened it"))
            }
            #expect(try await world.verbs().contains("closed the plan"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is the same for all is said once, and what is on record is chosen`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.desk.write(by: .operator) { work in
                let onward = try work.session.plan("onward")
                try Plans().add(NewFinding(kind: .gap, text: "A <gap> there", since: Day(2026, 1, 1)), to: onward, work)
                let boards = Boards(naming: naming)
                let board = try boards.begin(NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2026, 1, 1)!), work)
                let meeting = try boards.call(NewMeeting(on: Day(2026, 4, 1)!, title: "April meeting"), of: board, work)
                try boards.record(NewDecision(outcome: .noted, words: "Of the weather"), of: meeting, of: board, work)
                try boards.record(NewDecision(outcome: .approved, words: "Close it", about: [work.session.plan("cover").subject]), of: meeting, of: board, work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let page = try await browser.get("/plans/cover/closure").text
                #expect(page.contains("The same for all") && page.contains("<option value=\"onward/1\">A &lt;gap&gt; there (The onward plan)</option>"))
                #expect(page.contains("<optgroup label=\"About this plan\"><option value=\"decision/2\""))
                #expect(page.contains("<optgroup label=\"Of something else\"><option value=\"decision/1\"") && Strict.faults(in: page).isEmpty)
                func post(_ because: String = "", onto: String = "", owner: String = "", due: String = "", third: String = "", finding: String = "") async throws -> Browser.Answer {
                    try await browser.post("/plans/cover/closure", [
                        "words": "x", "residual-risk": "x", "onward-owner": "GM Halloran", "review-on": "2027-01-31", "decision": "decision/2",
                        "kind-1.1": "carried-forward", "kind-1.2": "carried-forward", "kind-1.3": "carried-forward",
                        "because": because, "onto": onto, "owner": owner, "due": due, "due-1.3": third, "finding-1.3": finding,
                    ])
                }
                let none = try await post()
                for field in ["because-1.1", "onto-1.2", "due-1.3"] { #expect(none.status == 422 && none.text.contains("href=\"#\(field)\""), "\(field)") }
                let wrong = try await post("<It goes on>", onto: "onward", owner: "R. Okafor", due: "soon")
                #expect(wrong.status == 422 && wrong.text.contains("href=\"#due\"") && !wrong.text.contains("href=\"#due-1.1\"") && wrong.text.contains("&lt;It goes on&gt;"))
                #expect(Strict.faults(in: wrong.text).isEmpty)
                for (onto, owner, due, field) in [("nowhere", "R. Okafor", "2026-12-31", "onto"), ("onward", "Nobody", "2026-12-31", "owner"), ("onward", "R. Okafor", "2026-04-14", "due")] {
                    let once = try await post("x", onto: onto, owner: owner, due: due)
                    #expect(once.status == 422 && once.text.contains("href=\"#\(field)\"") && !once.text.contains("href=\"#\(field)-1."), "\(field)")
                }
                let elsewhere = try await post("x", onto: "onward", owner: "R. Okafor", due: "2026-12-31", finding: "cover/1")
                #expect(elsewhere.status == 422 && elsewhere.text.contains("href=\"#finding-1.3\"") && elsewhere.text.contains("is of another plan than The onward plan"))
                #expect(try await post("x", onto: "onward", owner: "R. Okafor", due: "2026-12-31", finding: "onward/9").text.contains("href=\"#finding-1.3\""))
                let right = try await post("It goes on", onto: "onward", owner: "R. Okafor", due: "2026-12-31", third: "2027-03-31", finding: "Onward/1")
                #expect(right.status == 303, "\(right.text.suffix(2000))")
            }
            let items = try await world.desk.read { try $0.all(ClosureItem.self, "ORDER BY id") }
            #expect(items.map(\.because) == Array(repeating: "It goes on", count: 3) && items.map(\.onto).allSatisfy { $0 == ID(2) })
            #expect(items.map(\.due) == [Day(2026, 12, 31)!, Day(2026, 12, 31)!, Day(2027, 3, 31)!] && items.map { $0.ontoFinding != nil } == [false, false, true])
            #expect(items.map(\.owner).allSatisfy { $0 == ID(2) })
            #expect(try await world.verbs().contains("proposed to close the plan"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `the form says what became of what was carried forward before, and what can be done`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let approver = Actor(person: 90, name: "Chief", roles: [.reader, .approver])
            let new = NewPlanClosure(words: "x", residualRisk: "x", onwardOwner: "GM Halloran", reviewOn: Day(2027, 1, 31)!, items: [
                .init(action: "1.1", kind: .carriedForward, because: "x", onto: "onward", due: Day(2026, 12, 31)!),
                .init(action: "1.2", kind: .onItsWord, because: "x"), .init(action: "1.3", kind: .notImplemented, because: "x"),
            ])
            let closure = try await world.desk.write(by: .operator) { try Plans().proposeClosure(of: $0.session.plan("cover"), new, $0) }
            try await world.desk.write(by: approver) { work in
                let plan = try work.session.plan("cover")
                try Plans().decide(closure, of: plan, agreed: true, work)
                try Plans().reopen(plan, because: "x", work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let joins = try await browser.get("/plans/cover/closure").text
                #expect(joins.contains("goes on as 1.1 of The onward plan. Carried forward again it joins that") && joins.contains("<option value=\"onward\" selected"))
                try await world.desk.write(by: .operator) { work in
                    let onward = try work.session.plan("onward")
                    try Plans().complete(work.session.action("1.1", in: onward), of: onward, NewCompletion(on: work.today), work)
                }
                let done = try await browser.get("/plans/cover/closure").text
                #expect(done.contains("was done there on 15 April 2026. Record 1.1 as done here too, or reopen it there first.") && !done.contains("joins that"))
                #expect(!done.contains("<option value=\"onward\" selected") && Strict.faults(in: done).isEmpty)
                let refused = try await browser.post("/plans/cover/closure", [
                    "words": "x", "residual-risk": "x", "onward-owner": "GM Halloran", "review-on": "2027-01-31", "because": "x", "onto": "onward", "due": "2026-12-31",
                    "kind-1.1": "carried-forward", "kind-1.2": "on-its-word",
                ])
                #expect(refused.status == 422 && refused.text.contains("href=\"#kind-1.1\"") && !refused.text.contains("href=\"#kind-1.2\""))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program sees the gate, proposes, and another closes`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            func program(_ name: String, _ roles: Role...) async throws -> String {
                let email = AppWorld.email(name)
                return try await world.desk.write(by: .operator) { [roles] work in
                    let account = try People().openAccount(NewAccount(name: name, email: email, roles: Set(roles)), work).account
                    var fields = Fields(["name": ["Closer"], "scope": ["plans:read", "plans:write"]])
                    let new = NewProgramToken(reading: &fields, offered: App.scopes, today: work.today)
                    try fields.finish()
                    return "Bearer \(try People().makeToken(new, for: account.id, work).secret)"
                }
            }
            let (manager, approver) = (try await program("A. Manager", .reader, .manager), try await program("B. Approver", .reader, .approver))
            try await Browser.open(world.muster.site) { browser in
                func send(_ path: String, _ json: String, by method: String = "POST") async throws -> (Int, JSONNode) {
                    let answer = try await browser.send("/api/v1/plans/cover/\(path)", json: json, by: method)
                    return (answer.status, try JSONReader.read(answer.bytes))
                }
                browser.authorization = manager
                let gate = try JSONReader.read(try await browser.get("/api/v1/plans/cover/gate").bytes)
                let unverified = try JSONReader.read(try await browser.get("/api/v1/plans/cover/actions?done=unverified").bytes)
                #expect(unverified["items"]?.members.map { $0["reference"] } == ["1.2"])
                #expect(gate["undecided"] == ["1.1", "1.2", "1.3"] && gate["counts"]?["due-after-end"]?.whole == 2)
                let missing = try await send("closure", #"{"words":"x","residualRisk":"x","onwardOwner":"GM Halloran","reviewOn":"2027-01-31","items":[]}"#)
                #expect(missing.0 == 422)
                let twice = try await send("closure", """
                    {"words":"x","residualRisk":"x","onwardOwner":"GM Halloran","reviewOn":"2027-01-31","items":[
                    {"action":"1.1","kind":"not-implemented","because":"x"},{"action":"1.2","kind":"on-its-word","because":"x"},
                    {"action":"1.3","kind":"not-implemented","because":"x"},{"action":"1.3","kind":"carried-forward","because":"x","onto":"onward","due":"2026-12-31"}]}
                    """)
                #expect(twice.0 == 422, "\(twice.1)")
                let proposed = try await send("closure", """
                    {"words":"x","residualRisk":"x","onwardOwner":"GM Halloran","reviewOn":"2027-01-31","items":[
                    {"action":"1.1","kind":"carried-forward","because":"x","onto":"onward","due":"2026-12-31"},
                    {"action":"1.2","kind":"on-its-word","because":"x"},{"action":"1.3","kind":"not-implemented","because":"x"}],
                    "findings":[{"finding":"1","onwardOwner":"R. Okafor"}]}
                    """)
                #expect(proposed.0 == 201 && proposed.1["items"]?.members.count == 3, "\(proposed.1)")
                #expect(try await send("closure/decision", #"{"agreed":true}"#, by: "PUT").0 == 403)
                browser.authorization = approver
                #expect(try await send("closure/decision", #"{"agreed":true,"proposal":99}"#, by: "PUT").0 == 409)
                let closed = try await send("closure/decision", #"{"agreed":true,"proposal":1,"answer":"Yes"}"#, by: "PUT")
                #expect(closed.0 == 200 && closed.1["outcome"] == "agreed" && closed.1["items"]?.members.first?["carriedTo"]?["action"] == "1.1", "\(closed.1)")
                let plan = try JSONReader.read(try await browser.get("/api/v1/plans/cover").bytes)
                #expect(plan["closedOn"] == "2026-04-15" && plan["leftWithInspectorate"]?.whole == 1)
                let report = try JSONReader.read(try await browser.get("/api/v1/plans/cover/closure/report").bytes)
                let onward = report["findings"]?.members.first?["onward"]
                #expect(onward?["onwardOwner"] == "R. Okafor" && onward?["residualRisk"] == "x" && onward?["asForPlan"] == ["residual-risk", "review-day"])
                let looked = try await send("closure/looks", #"{"words":"It holds","reviewOn":"2027-06-30"}"#)
                #expect(looked.0 == 403)
                #expect(report["findings"]?.members.first?["closed"] == "ended with the plan on 15 April 2026, 1 carried forward, 1 closed on its owner’s word, and still open with the inspectorate")
                browser.authorization = manager
                #expect(try await send("findings", #"{"text":"x"}"#).1["type"]?.text?.hasSuffix("plan-closed") == true)
                let again = try await send("closure/looks", #"{"words":"It holds","reviewOn":"2027-06-30"}"#)
                #expect(again.0 == 201 && again.1["looks"]?.members.first?["reviewOn"] == "2027-06-30", "\(again.1)")
                let letter = try await send("findings/1/inspectorate-closure", #"{"letter":"NS/1","author":"HMI","on":"2026-04-15","words":"Closed."}"#)
                #expect(letter.0 == 201 && letter.1["inspectorate"]?["letter"] == "NS/1")
            }
        }
    }
}
