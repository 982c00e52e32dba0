@testable import App
import Foundation
import Kernel
import Markup
import People
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Plans

/// What the journal of a plan says in words.
struct HistoryTests {
    /// One of each kind, with every member set.
    static func records() throws -> [any Record] {
        let (day, reference) = (Day(2026, 1, 1)!, try Reference("r"))
        return [
            Plan(id: ID(1), reference: reference, title: "t", kind: .audit, source: "s", period: try Period(from: day, through: day), sponsor: ID(1)),
            Finding(id: ID(1), plan: ID(1), reference: reference, kind: .gap, text: "t", fullText: "f", place: 1, since: day),
            Action(id: ID(1), plan: ID(1), finding: ID(1), reference: reference, text: "t", owners: [ID(1)], due: day, dueWritten: "o",
                   successMeasure: "m", place: 1, since: day),
            Milestone(id: ID(1), plan: ID(1), action: ID(1), text: "t", due: day, reachedOn: day, place: 1, since: day),
            ProgressUpdate(id: ID(1), plan: ID(1), action: ID(1), asOf: day, narrative: "n", stated: .red, forecast: day, by: "operator"),
            Completion(id: ID(1), plan: ID(1), action: ID(1), on: day, narrative: "n", by: "operator", reopenedOn: day),
            DateMove(id: ID(1), plan: ID(1), action: ID(1), kind: .move, from: day, to: day, because: "b", askedOn: day, askedBy: "operator",
                     decidedOn: day, decidedBy: "operator", outcome: .agreed, answer: "a"),
            Evidence(id: ID(1), plan: ID(1), action: ID(1), shows: "s", source: .link("https://a.example"), on: day, by: "operator", through: day),
            EvidenceLook(id: ID(1), plan: ID(1), evidence: ID(1), on: day, by: "operator", through: day),
            Override(id: ID(1), plan: ID(1), action: ID(1), colour: .amber, because: "b", until: day, askedOn: day, askedBy: "operator",
                     decidedOn: day, decidedBy: "operator", outcome: .agreed, answer: "a", endedOn: day, endedBy: "operator"),
            Dependency(id: ID(1), plan: ID(1), action: ID(1), awaitedPlan: ID(1), awaited: ID(2), note: "n", since: day, by: "operator", endedOn: day, endedBy: "operator"),
            Need(id: ID(1), plan: ID(1), action: ID(1), text: "t", oneOff: Hundredths(1), from: day, through: day, isFunded: true, note: "n", since: day,
                 by: "operator", endedOn: day, endedBy: "operator"),
            Withdrawal(id: ID(1), plan: ID(1), finding: ID(1), action: ID(1), on: day, because: "b", restoredOn: day),
            Acceptance(id: ID(1), plan: ID(1), action: ID(1), completion: ID(1), on: day, lookedAt: "l", measure: ID(1), by: "operator", takenBackOn: day,
                       takenBackBecause: "b"),
            InspectorateClosure(id: ID(1), plan: ID(1), finding: ID(1), on: day, letter: "l", author: "a", words: "w", by: "operator", reopenedOn: day,
                                reopenedBecause: "b"),
            NotImplemented(id: ID(1), plan: ID(1), finding: ID(1), action: ID(1), on: day, because: "b", by: "operator", reopenedOn: day, reopenedBecause: "b"),
            PlanClosure(id: ID(1), plan: ID(1), words: "w", residualRisk: "r", onwardOwner: ID(1), reviewOn: day, decision: Subject(kind: "decision", number: 1),
                        askedOn: day, askedBy: "operator", decidedOn: day, decidedBy: "operator", outcome: .agreed, answer: "a", reopenedOn: day,
                        reopenedBecause: "b"),
            ClosureItem(id: ID(1), plan: ID(1), closure: ID(1), action: ID(1), kind: .carriedForward, because: "b", onto: ID(1), ontoFinding: ID(1),
                        owner: ID(1), due: day, carriedAs: ID(1)),
            ClosureFinding(id: ID(1), plan: ID(1), closure: ID(1), finding: ID(1), residualRisk: "r", onwardOwner: ID(1), reviewOn: day),
            ClosureLook(id: ID(1), plan: ID(1), closure: ID(1), finding: ID(1), on: day, by: "operator", words: "w", reviewOn: day),
            SuccessMeasure(id: ID(1), plan: ID(1), finding: ID(1), action: ID(1), title: "t", unit: "days", polarity: .lower, threshold: Quantity(5),
                           since: day, endedOn: day, endedBecause: "b"),
            MeasureReading(id: ID(1), plan: ID(1), measure: ID(1), on: day, value: Quantity(4), note: "n", by: "operator", takenBackOn: day,
                           takenBackBecause: "b"),
        ]
    }

    @Test func `each member of a record has a name in the history, or is left untold on purpose`() throws {
        let records = try Self.records()
        #expect(Set(records.map { type(of: $0).table.name }) == Set(Plans.records.map(\.name)))
        for record in records {
            for member in Mirror(reflecting: record).children.compactMap(\.label) {
                let isKnown = (HistoryWords.labels[member] != nil) != HistoryWords.untold.contains(member)
                #expect(isKnown, "\(type(of: record)).\(member)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `owners, a sponsor and the finding of an action are told by name when they change`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let (people, plans) = (People(), Plans())
                for name in ["GM Halloran", "AM Brook", "SM Frost"] { _ = try people.findOrAdd(name: name, work) }
                let plan = try plans.begin(NewPlan(
                    reference: Reference("cover"), title: "Night cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!, sponsor: "AM Brook"), work)
                let finding = try plans.add(NewFinding(kind: .gap, text: "One"), to: plan, work)
                let other = try plans.add(NewFinding(kind: .gap, text: "Two"), to: plan, work)
                let action = try plans.add(NewAction(text: "Act", owners: ["GM Halloran"]), to: finding, of: plan, work)
                try plans.edit(plan, NewPlan(title: "Night cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!, sponsor: "SM Frost"), work)
                var moved = try plans.edit(action, of: plan, NewAction(text: "Act", owners: ["AM Brook", "SM Frost"]), work)
                moved.finding = other.id
                try work.change("edited the action", moved, in: plan.subject)
                try plans.addMilestone("Rota drafted", due: nil, to: action, of: plan, work)
            }
            try await world.browsing(as: "R. Okafor", .reader) { browser in
                let page = try await browser.get("/plans/cover/history").text
                #expect(page.contains("Sponsor: SM Frost, was AM Brook"))
                #expect(page.contains("Owners: AM Brook and SM Frost, was GM Halloran"))
                #expect(page.contains("Finding: 2, was 1"))
                #expect(page.ranges(of: "Rota drafted").count == 1, "a milestone's words stand in its sentence alone")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a record was before the page begins is known, and older entries are a page of their own`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let plans = Plans()
                let plan = try plans.begin(NewPlan(
                    reference: Reference("cover"), title: "Night cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                var finding = try plans.add(NewFinding(kind: .gap, text: "One"), to: plan, work)
                for number in 0..<499 {
                    finding = try plans.edit(finding, of: plan, NewFinding(kind: .gap, text: "Draft \(number)"), work)
                }
                try plans.edit(plan, NewPlan(title: "Cover by night", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                try plans.edit(finding, of: plan, NewFinding(kind: .gap, text: "Two"), work)
            }
            try await world.browsing(as: "R. Okafor", .reader) { browser in
                let page = try await browser.get("/plans/cover/history").text
                #expect(page.contains("Title: Cover by night, was Night cover"))
                #expect(page.contains("Text: Draft 1, was Draft 0"), "the first entry of the page")
                #expect(!page.contains("began the plan") && !page.contains("Newest entries"))
                let older = try #require(page.firstMatch(of: /href="(\/plans\/cover\/history\?before=\d+)"/))
                let rest = try await browser.get(String(older.1)).text
                #expect(rest.contains("began the plan") && rest.contains("Text: Draft 0, was One"))
                #expect(!rest.contains("Older entries") && rest.contains("Newest entries"))
                #expect(Strict.faults(in: page).isEmpty && Strict.faults(in: rest).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `why something was withdrawn is in the journal and told once, and typed lines stay lines`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let plans = Plans()
                let plan = try plans.begin(NewPlan(
                    reference: Reference("cover"), title: "Night cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                let finding = try plans.add(NewFinding(kind: .gap, text: "One", fullText: "First part.\n\nSecond part."), to: plan, work)
                let action = try plans.add(NewAction(text: "Act", successMeasure: "Known\nby all"), to: finding, of: plan, work)
                try plans.add(NewAction(text: "Act too"), to: finding, of: plan, work)
                try plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "Drafted.\n\nSent round."), work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let action = try await browser.get("/plans/cover/actions/1.1").text
                #expect(action.contains("<p>Drafted.</p><p>Sent round.</p>"))
                #expect(action.contains("Known<br>by all"))
                _ = try await browser.get("/plans/cover/actions/1.2/withdrawal")
                let sent = try await browser.post("/plans/cover/actions/1.2/withdrawal", ["because": "Done elsewhere.\nSee there."])
                #expect(sent.status == 303)
                let plan = try await browser.get("/plans/cover").text
                #expect(plan.contains("<p>First part.</p><p>Second part.</p>"))
                #expect(plan.contains("Done elsewhere.<br>See there."))
                let history = try await browser.get("/plans/cover/history").text
                #expect(history.ranges(of: "Done elsewhere.<br>See there.").count == 1)
                #expect(Strict.faults(in: history).isEmpty && Strict.faults(in: action).isEmpty)
            }
            let reasons = try await world.desk.read { try Journal($0).entries(before: nil, limit: 1).map(\.reason) }
            #expect(reasons == ["Done elsewhere.\nSee there."])
        }
    }
}
