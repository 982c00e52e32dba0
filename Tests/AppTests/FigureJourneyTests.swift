@testable import App
import ArgumentParser
import Kernel
import People
import Performance
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing
@testable import Web

/// Measures of the service as evidence and as what keeps a finding closed. It is 15 April 2026.
struct FigureJourneyTests {
    private static let march = Day(2026, 3, 1)!

    /// A plan of one finding with one action that is done, and a measure that came to 92% for March.
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            _ = try People().findOrAdd(name: "GM Halloran", work)
            let plans = Plans()
            let plan = try plans.begin(NewPlan(
                reference: Reference("letters"), title: "Letters", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!, rules: .evidence), work)
            let finding = try plans.add(NewFinding(kind: .gap, text: "Letters are late", since: Day(2026, 1, 1)!), to: plan, work)
            let action = try plans.add(NewAction(text: "Send them in time", owners: ["GM Halloran"], due: Day(2026, 6, 1)!, since: Day(2026, 1, 1)!), to: finding, of: plan, work)
            try plans.complete(action, of: plan, NewCompletion(on: Day(2026, 4, 1)!), work)
            let measure = try performance.add(NewPerformanceMeasure(
                title: "Letters in time", meaning: "Letters sent within ten working days.", kind: .rate, unit: "%", decimals: 1, numerator: "In time", denominator: "Sent", multiplier: 100), work)
            try performance.aim(NewMeasureTarget(from: Self.march, figure: Quantity(95)), for: measure, work)
            try performance.record(NewMeasureValue(from: Self.march, numerator: Quantity(46), denominator: Quantity(50), isProvisional: true), of: measure, work)
        }
    }

    private func revise(_ world: AppWorld, to count: Int) async throws {
        try await world.desk.write(by: .operator) { work in
            try performance.record(NewMeasureValue(from: Self.march, numerator: Quantity(count), denominator: Quantity(50)), of: work.session.measure("PM-01"), work)
        }
    }

    private let was = "was 92.0% (provisional) when it was put here on 15 April 2026, is 88.0% now"

    @Test(arguments: Engine.allCases)
    func `an owner shows an action by a measure, and its page, its finding and its verifier are told when the number moved`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "GM Halloran", .reader, .owner) { browser in
                let form = try await browser.get("/plans/letters/actions/1.1").text
                #expect(form.contains("<option value=\"performance_measure/1\"") && form.contains("Of a measure of the service: the period") && Strict.faults(in: form).isEmpty)
                let wrong = try await browser.post("/plans/letters/actions/1.1/evidence", ["shows": "In time", "record": "performance_measure/1", "period": "2026-02"])
                #expect(wrong.status == 422 && wrong.text.contains("Nothing is known of performance_measure/1 for 2026-02"))
                let kept = try await browser.post("/plans/letters/actions/1.1/evidence", ["shows": "In time", "record": "performance_measure/1", "period": "March 2026"])
                #expect(kept.location == "/plans/letters/actions/1.1#evidence")
                let page = try await browser.get("/plans/letters/actions/1.1").text
                #expect(page.contains("What it said: 92.0% (provisional) for March 2026"), "its history tells it, too")
                #expect(page.contains("On 15 April 2026: 92.0% (provisional) for March 2026, target 95.0%, near target") && page.contains("Now: 92.0%") && !page.contains("Stale"))
                try await revise(world, to: 44)
                let moved = try await browser.get("/plans/letters/actions/1.1").text
                #expect(moved.contains("<span class=\"why\">Stale: \(was).</span>") && moved.contains("Now: 88.0% for March 2026"))
                #expect(try await browser.get("/plans/letters/findings/1").text.contains("evidence of 1.1 is stale"))
                #expect(try await browser.get("/plans/letters").text.contains("evidence is stale: \(was)"))
                #expect(try await browser.get("/plans/letters/export/csv").text.contains("stale: \(was)"))
            }
            try await world.browsing(as: "S. Marchetti", .reader, .approver) { browser in
                let page = try await browser.get("/plans/letters/actions/1.1").text
                #expect(page.contains("In time (PM-01: Letters in time; stale: \(was))"), "whoever verifies it sees it beside the tick")
                #expect(try await browser.post("/plans/letters/actions/1.1/acceptance", ["looked-at": "The letters"]).status == 303)
                #expect(try await browser.get("/plans/letters/actions/1.1").text.contains("Evidence is stale: \(was)."))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a finding is kept closed by a measure of the service, and falls with it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/plans/letters/findings/1/measures/new").text.contains("Read from"))
                let added = try await browser.post(
                    "/plans/letters/findings/1/measures", ["title": "Letters in time", "unit": "%", "threshold": "90", "follows": "performance_measure/1"])
                #expect(added.location == "/plans/letters/measures/1")
                let page = try await browser.get("/plans/letters/measures/1").text
                #expect(page.contains("92.0% (provisional) for March 2026") && page.contains("PM-01: Letters in time") && !page.contains("Record the reading") && Strict.faults(in: page).isEmpty)
                #expect(try await browser.post("/plans/letters/measures/1/readings", ["value": "99"]).status == 409)
            }
            try await world.browsing(as: "S. Marchetti", .reader, .approver) { browser in
                _ = try await browser.get("/plans/letters/actions/1.1")
                #expect(try await browser.post("/plans/letters/actions/1.1/acceptance", ["looked-at": "The letters", "measure": "1"]).status == 303)
            }
            try await revise(world, to: 44)
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let finding = try await browser.get("/plans/letters/findings/1").text
                #expect(finding.contains("Fallen since it was closed") && finding.contains("stale: March 2026 was 92.0% (provisional) on 15 April 2026, is 88.0% now"))
                #expect(try await browser.get("/work").text.contains("Letters are late"), "whoever keeps plans is reminded")
                #expect(try await browser.get("/plans/letters/measures").text.contains("Below its threshold"))
                try await world.desk.write(by: .operator) { work in try performance.end(work.session.measure("PM-01"), on: work.today, work) }
                #expect(try await browser.get("/plans/letters/measures/1").text.contains("It is not known: what it follows has been measured no more since 15 April 2026."))
                #expect(try await browser.get("/plans/letters/findings/1").text.contains("keeps it closed and is not known"))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program and an operator do the same`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let account = try await world.account("R. Okafor", .reader, .manager)
            let secret = try await world.secret(for: account, scopes: ["plans:read", "plans:write", "performance:read", "performance:write"])
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                let root = "/api/v1/plans/letters"
                let sent = try await browser.send("\(root)/findings/1/evidence", json: #"{"shows":"In time","record":"performance_measure/1","period":"2026-03"}"#)
                #expect(sent.status == 201, "\(sent.text)")
                let piece = try JSONReader.read(sent.bytes)
                #expect(piece["stated"]?["written"] == "92.0% (provisional)" && piece["stated"]?["period"] == "2026-03" && piece["stale"] == nil)
                let measure = try await browser.send("\(root)/findings/1/measures", json: #"{"title":"Letters","unit":"%","threshold":"90","follows":"performance_measure/1"}"#)
                #expect(measure.status == 201, "\(measure.text)")
                #expect(try JSONReader.read(measure.bytes)["latest"]?["period"] == "March 2026")
                #expect(try await browser.send("\(root)/measures/1/readings", json: #"{"value":"1"}"#).status == 409)
                try await revise(world, to: 44)
                let moved = try JSONReader.read(try await browser.get("\(root)/evidence/1").bytes)
                #expect(moved["now"]?["written"] == "88.0%" && moved["stale"]?.text == "stale: \(was)")
                #expect(try JSONReader.read(try await browser.get("\(root)/measures/1").bytes)["holds"] == false)
                let report = "/api/v1/performance-reports/month/2026-03"
                #expect(try await browser.send("\(report)/commentary", json: #"{"commentary":"Short."}"#).status == 200)
                let mark = try #require(try JSONReader.read(try await browser.get(report).bytes)["mark"]?.text)
                #expect(try await browser.send("\(report)/signature", json: #"{"seen":"1"}"#).status == 409, "\(mark)")
            }
            func run(_ command: any ParsableCommand.Type, _ words: String...) async throws {
                guard var command = try command.parseAsRoot(words) as? any AsyncParsableCommand else { return }
                try await Operating.$surroundings.withValue(.init(naming: naming)) {
                    try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command.run() }
                }
            }
            try await run(EvidenceCommand.self, "add", "letters", "1.1", "--shows", "In time", "--record", "performance_measure/1")
            try await run(EvidenceCommand.self, "list", "letters")
            #expect(try await refusal { try await run(EvidenceCommand.self, "add", "letters", "1.1", "--shows", "x", "--record", "performance_measure/1", "--period", "soon") }?.code == "fields-need-attention")
            try await run(PlanCommand.self, "measure", "add", "letters", "--action", "1.1", "--title", "Letters", "--unit", "%", "--threshold", "80", "--follows", "performance_measure/1")
            try await run(PlanCommand.self, "measure", "show", "letters", "2")
            #expect(try await refusal { try await run(PlanCommand.self, "measure", "read", "letters", "2", "9") }?.code == "measure-follows")
            let kept = try await world.desk.read { session in try (session.count(Evidence.self, "WHERE stated IS NOT NULL"), session.count(SuccessMeasure.self, "WHERE follows IS NOT NULL")) }
            #expect(kept == (2, 2))
        }
    }

    @Test func `the example has an action whose evidence is stale and a finding that a measure keeps closed`() async throws {
        try await AppWorld.withExample(.sqlite) { world in
            try await world.browsing(as: "Reader", .reader) { browser in
                let action = try await browser.get("/plans/peer-review-response/actions/2.2").text
                #expect(action.contains("Stale: was 86.5% (provisional) when it was put here on 20 July 2026, is 89.2% now."))
                let finding = try await browser.get("/plans/peer-review-response/findings/5").text
                #expect(finding.contains("PM-08") || finding.contains("Letters sent within ten working days of an audit"))
                #expect(finding.contains("What it was closed on has moved") && !finding.contains("Fallen since"))
            }
        }
    }
}
