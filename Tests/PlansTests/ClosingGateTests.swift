import Documents
import Foundation
import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Plans

/// What stands in the way of closing a plan.
struct ClosingGateTests {
    private static let seed = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/seeds/peer-review-action-plan.txt").standardizedFileURL

    /// A plan of the same shape and with the same days, which every clone has.
    private static let late = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../documents/late-plan.docx").standardizedFileURL

    /// What stands in the way of closing a document's plan on 1 March 2021, when it ends on the last of that month.
    private func gate(of document: URL, named name: String, _ world: PlanWorld) async throws -> ClosingGate {
        let draft = try planDraftAcceptingSuggestions(from: Reading.of(try Data(contentsOf: document), named: name))
        world.set(Day(2021, 3, 1)!)
        let plan = try await world.desk.write(by: world.manager) { work in
            try world.plans.takeOver(draft, as: Plans.Takeover(
                title: "Peer review action plan", kind: .peerReview, from: Day(2021, 2, 1)!, through: Day(2021, 3, 31)!, asOf: work.today), work)
        }
        return try await world.desk.read { ClosingGate(PlanView(try $0.facts(of: plan), on: Day(2021, 3, 1)!)) }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: seed.path), "reads ../shared, which only the makers of Muster have"), arguments: Engine.allCases)
    func `of the founding plan, ending on 31 March 2021, seven of ten actions are due after the end`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let gate = try await gate(of: Self.seed, named: "plan.txt", world)
            #expect(gate.undecided.count == 10 && gate.count(.openAction) == 10 && gate.count(.dueAfterEnd) == 7)
            #expect(!gate.isClear)
        }
    }

    @Test(arguments: Engine.allCases)
    func `of ten actions in a Word document, whose plan ends on 31 March 2021, seven are due after the end`(_ engine: Engine) async throws {
        let read = try planDraft(from: Reading.of(try Data(contentsOf: Self.late), named: "late-plan.docx"))
        #expect(read.actions.count == 10 && read.findings.count == 8 && read.queries.map(\.suggestion) == ["2021-12-31"], "one day has a slash too many")
        try await PlanWorld.with(engine) { world in
            let gate = try await gate(of: Self.late, named: "late-plan.docx", world)
            #expect(gate.undecided.count == 10 && gate.count(.openAction) == 10)
            let late = Set(gate.obstacles.filter { $0.kind == .dueAfterEnd }.flatMap(\.actions))
            #expect(gate.undecided.filter { late.contains($0.action.id) }.map(\.action.reference.text) == ["1.1", "2.1", "3.1", "4.1", "5.1", "6.2", "8.1"] && gate.count(.dueAfterEnd) == 7)
            #expect(!gate.isClear)
        }
    }

    private func view(_ texts: [String]) throws -> PlanView {
        let (day, plan) = (Day(2021, 1, 1)!, ID<Plan>(1))
        let finding = Finding(id: ID(1), plan: plan, reference: try Reference("1"), kind: .gap, text: "A gap", place: 1, since: day)
        let actions = try texts.enumerated().map { place, text in
            Action(id: ID(Int64(place + 1)), plan: plan, finding: finding.id, reference: try Reference("1.\(place + 1)"), text: text, place: place + 1, since: day)
        }
        return PlanView(PlanFacts(
            plan: Plan(id: plan, reference: try Reference("p"), title: "P", kind: .audit, period: try Period(from: day, through: day)),
            findings: [finding], actions: actions), on: day)
    }

    @Test(arguments: [
        ("Publish a communications plan for customers", "Publish the communications plan for our customers", true),
        ("Publish a quarterly report on audits done against the target", "Publish quarterly reports on audits done against the target to the board", true),
        ("Publish the rota", "Review the enforcement policy", false),
        ("Train officers in fire engineering", "Train officers in writing notices", false),
        ("Set a target for audits", "Set a target for response times of on-call crews in the north", false),
        ("Develop a communications plan to share with customers.", "Invest in the chamber of commerce. Comms plan to use the ties that are there already", true),
        ("Review the enforcement policy so that it is clearer", "Publish the enforcement policy beside the rota of the officers", false),
        ("Write a people strategy", "Write a protection strategy for the years to come", false),
    ])
    func `two wordings of one deliverable are shown, and two deliverables are not`(_ one: String, _ other: String, _ isTwice: Bool) throws {
        #expect(ClosingGate(try view([one, other])).count(.promisedTwice) == (isTwice ? 1 : 0))
    }

    @Test func `what is promised five hundred times is shown once`() throws {
        let gate = ClosingGate(try view((0..<500).map { _ in "Publish a quarterly report on the audits done" }))
        #expect(gate.count(.promisedTwice) == 1)
        #expect(gate.obstacles.first { $0.kind == .promisedTwice }?.actions.count == 500)
    }
}
