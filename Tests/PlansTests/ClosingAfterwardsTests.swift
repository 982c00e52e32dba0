import ArgumentParser
import Foundation
import Kernel
import People
@testable import Plans
import Storage
import TestSupport
import Testing

/// What is looked after once a plan is closed, and closing it from the command line.
extension ClosingPlansTests {
    @Test(arguments: Engine.allCases)
    func `what is said of a finding stands before what is said of the plan, and whoever looks after it is reminded until they looked`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, _) = try await begin(world)
            let second = try await world.desk.write(by: world.manager) { work in
                let finding = try world.plans.add(NewFinding(kind: .gap, text: "Nobody logs calls"), to: plan, work)
                let action = try world.plans.add(NewAction(text: "Buy a log book", owners: ["GM Halloran"]), to: finding, of: plan, work)
                return (finding, action)
            }
            var new = proposal(decided + [.init(action: second.1.reference.text, kind: .notImplemented, because: "Bought already")])
            new.findings = [.init(finding: "9", residualRisk: "x"), .init(finding: "2", onwardOwner: "Nobody", reviewOn: world.today)]
            let wrong = new
            #expect(await refused(world, world.manager) { try world.plans.proposeClosure(of: plan, wrong, $0) }?.fields.map(\.name)
                == ["residual-risk-9", "review-on-2", "onward-owner-2"])
            new.findings = [.init(finding: "2", residualRisk: "Books get lost", onwardOwner: "P. Lindqvist", reviewOn: Day(2021, 3, 31)!)]
            let right = new
            let closure = try await world.desk.write(by: world.manager) { try world.plans.proposeClosure(of: plan, right, $0) }
            world.set(Day(2021, 2, 5)!)
            try await world.desk.write(by: approver, deciding(closure, of: plan))
            let lindqvist = Actor(person: world.reader.person, name: "P. Lindqvist", roles: [.reader, .owner])
            func onward(_ day: Day) async throws -> [Onward?] { try await world.view(on: day).findings.map(\.closing.onward) }
            func reminders(_ actor: Actor, _ day: Day) async throws -> [String] {
                try await world.desk.read { session in
                    try ReminderSource.all([Plans.reminders], session, on: day)(Reminded(actor, on: day, session)).filter { $0.kind == .review }.map { "\($0.words) \($0.day?.iso ?? "")" }
                }
            }
            let march = try await onward(Day(2021, 3, 31)!)
            #expect(march[0]?.asForPlan == Onward.Part.allCases && march[0]?.reviewOn == Day(2022, 1, 31)! && march[0]?.residualRisk == "The rota may slip")
            #expect(march[1]?.asForPlan == [] && march[1]?.residualRisk == "Books get lost" && march[1]?.isPast == false)
            #expect(try await onward(Day(2021, 4, 1)!)[1]?.isPast == true)
            #expect(try await world.view(on: Day(2021, 4, 1)!).findings[1].standing.why.contains("not looked at again by 31 March 2021"))
            #expect(try await onward(Day(2021, 2, 4)!) == [nil, nil], "it was not closed the day before")
            #expect(try await reminders(lindqvist, world.today) == ["Look again at finding 2. Nobody logs calls 2021-03-31"])
            #expect(try await reminders(world.owner, world.today) == ["Look again at what Peer review response left behind 2022-01-31"])
            world.set(Day(2021, 4, 6)!)
            for actor in [world.owner, world.reader] {
                #expect(await refused(world, actor) { try world.plans.lookAgain(at: plan, NewClosureLook(finding: "2", on: $0.today, words: "x"), $0) }?.code == "not-allowed", "\(actor.name)")
            }
            #expect(await refused(world, lindqvist) { try world.plans.lookAgain(at: plan, NewClosureLook(finding: "2", on: Day(2021, 1, 1)!, words: "x"), $0) }?.fields.map(\.name) == ["on"])
            try await world.desk.write(by: lindqvist) { try world.plans.lookAgain(at: plan, NewClosureLook(finding: "2", on: $0.today, words: "None lost", reviewOn: Day(2021, 10, 1)!), $0) }
            #expect(try await reminders(lindqvist, world.today) == ["Look again at finding 2. Nobody logs calls 2021-10-01"])
            try await world.desk.write(by: world.manager) { try world.plans.lookAgain(at: plan, NewClosureLook(on: $0.today, words: "All well"), $0) }
            let now = try await onward(world.today)
            #expect(now[0]?.reviewOn == nil && now[0]?.look?.words == "All well" && now[1]?.reviewOn == Day(2021, 10, 1)! && now[1]?.isPast == false)
            #expect(try await reminders(world.owner, world.today).isEmpty, "quiet when there is nothing")
            let report = try await world.desk.read { try $0.closureReport(of: plan, on: world.today, Naming()) }
            #expect(report.findings[1].onward?.onwardOwner == "P. Lindqvist" && report.findings[1].onward?.look?.by == "P. Lindqvist")
            #expect(report.endings.map { "\($0.count) \($0.words)" } == ["1 Carried forward", "2 Closed, not implemented", "1 Closed on the owner’s word"])
            #expect(try await world.told(plan).suffix(2) == ["person/3 looked again at the finding", "person/1 looked again at the closed plan"])
            try await world.desk.write(by: approver) { try world.plans.reopen(plan, because: "x", $0) }
            #expect(await refused(world, world.manager) { try world.plans.lookAgain(at: plan, NewClosureLook(on: $0.today, words: "x"), $0) }?.code == "plan-not-closed")
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an operator closes a plan from the command line, as two people`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, _) = try await begin(world)
            try await world.desk.write(by: .operator) { work in
                for (name, email, roles) in [("A. Manager", "m@northshire.example", [Role.reader, .manager]), ("B. Approver", "a@northshire.example", [.reader, .approver])] {
                    _ = try People().openAccount(NewAccount(name: name, email: email, roles: Set(roles)), work)
                }
            }
            func run(_ words: String...) async throws {
                let command = try PlanCommand.parseAsRoot(words)
                try await Operating.$open.withValue(Opening { _ in world.desk }) {
                    guard var command = command as? any AsyncParsableCommand else { return }
                    try await command.run()
                }
            }
            try await run("gate", "peer-review-response", "--json")
            let table = try TestStore.folder() + "/done.csv"
            func taken(_ done: String) async throws -> [Bool] {
                try await run("export", "peer-review-response", "--done", done, "--output", table)
                let text = try String(contentsOfFile: table, encoding: .utf8)
                return ["Publish the rota", "Log calls", "Tell crews"].map { text.contains($0) }
            }
            #expect(try await taken("unverified") == [false, false, true])
            #expect(try await taken("verified") == [false, false, false])
            try await run("verify", "peer-review-response", "1.3", "--looked-at", "The list", "--as", "a@northshire.example")
            try await run("unverify", "peer-review-response", "1.3", "--because", "Wrong list", "--as", "a@northshire.example")
            try await run("verify", "peer-review-response", "1.3", "--looked-at", "The right list", "--as", "a@northshire.example")
            try await run("action", "close", "peer-review-response", "1.2", "--because", "The region does it", "--as", "a@northshire.example")
            try await run("action", "reopen", "peer-review-response", "1.2", "--because", "It does not", "--as", "a@northshire.example")
            try await run(
                "closure", "propose", "peer-review-response", "--words", "Done", "--residual-risk", "Low", "--onward-owner", "GM Halloran", "--review-on", "2022-01-31",
                "--item", "1.1; carried-forward; onto=culture; due=2021-12-31; because=It goes on", "--item", "1.2; not-implemented; because=The region does it",
                "--finding", "1; residual-risk=It slips; review-on=2021-12-01", "--as", "m@northshire.example")
            try await run("closure", "agree", "peer-review-response", "--answer", "Agreed", "--as", "a@northshire.example", "--json")
            try await run("closure", "report", "peer-review-response")
            try await run("closure", "report", "peer-review-response", "--json")
            let file = try TestStore.folder() + "/report.txt"
            try await run("closure", "report", "peer-review-response", "-o", file)
            let written = try String(contentsOfFile: file, encoding: .utf8)
            #expect(written.contains("It slips") && written.contains("GM Halloran (as for the plan)"), "\(written)")
            #expect(try await refusal { try await run("closure", "report", "peer-review-response", "--format", "odt") }?.code == "no-such-paper-format")
            try await run("closure", "look", "peer-review-response", "--finding", "1", "--words", "It holds", "--next", "2022-06-30", "--as", "m@northshire.example")
            try await run("gate", "peer-review-response")
            try await run("closure", "reopen", "peer-review-response", "--because", "Asked for", "--as", "a@northshire.example")
            #expect(try await refusal { try await run("closure", "take-back", "peer-review-response") }?.code == "no-closure-proposed")
            #expect(try await world.told(plan).suffix(3).map { String($0.split(separator: " ").dropFirst().joined(separator: " ")) } == [
                "closed the plan", "looked again at the finding", "reopened the plan",
            ])
        }
    }
}
