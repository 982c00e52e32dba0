import Kernel
import People
import Storage
import TestSupport
import Testing
import Web
@testable import Plans

/// Each way in which a plan's verbs say no, with the deed that they say it to. None of them leaves a trace.
struct RefusalTests {
    typealias Deed = @Sendable (Scene, Work) throws -> Void

    /// A plan with one of everything: an open action for which another day is asked, and one that is done; a milestone;
    /// something withdrawn, and something that came back.
    struct Scene: Sendable {
        let plans = Plans()
        let plan: Plan
        let finding: Finding
        let action: Action
        let done: Action
        let milestone: Milestone
        let gone: Finding
        let goneAction: Action
        let back: Action
        let restored: Withdrawal
        let takenBack: DateMove
        let undated: Action

        init(_ work: Work) throws {
            func finding(_ text: String, _ plan: Plan) throws -> Finding { try Plans().add(NewFinding(kind: .gap, text: text), to: plan, work) }
            func action(_ text: String, _ finding: Finding, _ plan: Plan, due: Day? = nil) throws -> Action {
                try Plans().add(NewAction(text: text, due: due), to: finding, of: plan, work)
            }
            func later(_ days: Int) -> NewDateMove { NewDateMove(to: work.today.adding(days: days), because: "Held up") }
            plan = try plans.begin(NewPlan(title: "Night cover", kind: .audit, from: work.today, through: work.today.adding(days: 90)), work)
            self.finding = try finding("Cover is not shown", plan)
            self.action = try action("Publish a rota", self.finding, plan, due: work.today.adding(days: 30))
            takenBack = try plans.takeBack(plans.askToMove(self.action, of: plan, later(40), work), in: plan, work)
            try plans.askToMove(self.action, of: plan, later(50), work)
            done = try action("Agree a rota", self.finding, plan)
            try plans.complete(done, of: plan, NewCompletion(on: work.today), work)
            milestone = try plans.addMilestone("Drafted", due: nil, to: self.action, of: plan, work)
            undated = try action("Keep at it", self.finding, plan)
            gone = try finding("Records are lost", plan)
            try plans.withdraw(gone, of: plan, because: "Answered elsewhere", work)
            goneAction = try action("Buy pagers", self.finding, plan)
            try plans.withdraw(goneAction, of: plan, because: "Done elsewhere", work)
            back = try action("Train officers", self.finding, plan, due: work.today.adding(days: 30))
            restored = try plans.restore(plans.withdraw(back, of: plan, because: "By mistake", work), in: plan, work)
        }
    }

    private static func later(_ days: Int, _ work: Work) -> NewDateMove { NewDateMove(to: work.today.adding(days: days), because: "Held up") }
    private static func tomorrow(_ work: Work) -> Day { work.today.adding(days: 1) }

    static let deeds: [(code: String, deed: Deed)] = [
        ("plan-not-found", { _ = try $1.session.plan("no-such-plan") }),
        ("finding-not-found", { _ = try $1.session.finding("99", in: $0.plan) }),
        ("action-not-found", { _ = try $1.session.action("99.9", in: $0.plan) }),
        ("milestone-not-found", { _ = try $1.session.milestone(ID(999), of: $0.action) }),
        ("milestone-not-found", { _ = try $1.session.milestone($0.milestone.id, of: $0.done) }),
        ("withdrawal-not-found", { _ = try $1.session.withdrawal(ID(999), in: $0.plan) }),
        ("import-not-found", { _ = try PlanImports(session: $1.session).get(1, by: $1.actor) }),
        ("reference-taken", {
            try $0.plans.begin(NewPlan(reference: $0.plan.reference, title: "x", kind: .audit, from: $1.today, through: $1.today), $1)
        }),
        ("reference-taken", { try $0.plans.add(NewFinding(reference: $0.finding.reference, kind: .gap, text: "x"), to: $0.plan, $1) }),
        ("reference-taken", { try $0.plans.edit($0.gone, of: $0.plan, NewFinding(reference: $0.finding.reference, kind: .gap, text: "x"), $1) }),
        ("reference-taken", { try $0.plans.add(NewAction(reference: $0.action.reference, text: "x"), to: $0.finding, of: $0.plan, $1) }),
        ("reference-taken", { try $0.plans.edit($0.done, of: $0.plan, NewAction(reference: $0.action.reference, text: "x"), $1) }),
        ("reference-not-usable", { try $0.plans.add(NewFinding(reference: Reference("new"), kind: .gap, text: "x"), to: $0.plan, $1) }),
        ("period-ends-before-it-starts", {
            try $0.plans.begin(NewPlan(title: "x", kind: .audit, from: tomorrow($1), through: $1.today), $1)
        }),
        ("no-such-step", { _, _ in _ = try Plans.Step(writing: Fields(["step": ["sideways"]])) }),
        ("changed-meanwhile", { try $0.plans.edit($0.finding, of: $0.plan, NewFinding(kind: .gap, text: "x"), version: 9, $1) }),
        ("finding-withdrawn", { try $0.plans.withdraw($0.gone, of: $0.plan, because: "Again", $1) }),
        ("finding-withdrawn", { try $0.plans.add(NewAction(text: "x"), to: $0.gone, of: $0.plan, $1) }),
        ("action-withdrawn", { try $0.plans.withdraw($0.goneAction, of: $0.plan, because: "Again", $1) }),
        ("action-withdrawn", { try $0.plans.update($0.goneAction, of: $0.plan, NewUpdate(asOf: $1.today, narrative: "x"), $1) }),
        ("already-restored", { try $0.plans.restore($0.restored, in: $0.plan, $1) }),
        ("not-withdrawn", { _ = try $1.session.lastWithdrawal(of: $0.finding) }),
        ("not-withdrawn", { _ = try $1.session.lastWithdrawal(of: $0.action) }),
        ("action-already-done", { try $0.plans.complete($0.done, of: $0.plan, NewCompletion(on: $1.today), $1) }),
        ("action-not-done", { try $0.plans.reopen($0.action, of: $0.plan, $1) }),
        ("done-in-the-future", { try $0.plans.complete($0.action, of: $0.plan, NewCompletion(on: tomorrow($1)), $1) }),
        ("update-of-the-future", { try $0.plans.update($0.action, of: $0.plan, NewUpdate(asOf: tomorrow($1), narrative: "x"), $1) }),
        ("forecast-before-its-update", {
            try $0.plans.update($0.action, of: $0.plan, NewUpdate(asOf: $1.today, narrative: "x", forecast: $1.today.adding(days: -1)), $1)
        }),
        ("day-before-it-began", {
            try $0.plans.update($0.action, of: $0.plan, NewUpdate(asOf: min($0.plan.period.from, $0.action.since).adding(days: -1), narrative: "x"), $1)
        }),
        ("day-before-it-began", { try $0.plans.complete($0.action, of: $0.plan, NewCompletion(on: Day(1900, 1, 1)!), $1) }),
        ("day-before-it-began", { try $0.plans.reach($0.milestone, on: Day(1900, 1, 1)!, for: $0.action, of: $0.plan, $1) }),
        ("milestones-left-open", { try $0.plans.complete($0.action, of: $0.plan, NewCompletion(on: $1.today), $1) }),
        ("milestone-not-found", { try $0.plans.complete($0.action, of: $0.plan, NewCompletion(on: $1.today, reached: [ID(999)], restIsNotNeeded: true), $1) }),
        ("milestone-withdrawn", {
            let gone = try $0.plans.withdraw($0.milestone, because: "x", for: $0.action, of: $0.plan, $1)
            try $0.plans.correct(gone, NewMilestone(text: "y"), for: $0.action, of: $0.plan, $1)
        }),
        ("milestone-reached", {
            let reached = try $0.plans.reach($0.milestone, on: $1.today, for: $0.action, of: $0.plan, $1)
            try $0.plans.withdraw(reached, because: "x", for: $0.action, of: $0.plan, $1)
        }),
        ("changed-meanwhile", { try $0.plans.correct($0.milestone, NewMilestone(text: "y"), version: 9, for: $0.action, of: $0.plan, $1) }),
        ("reached-in-the-future", { try $0.plans.reach($0.milestone, on: tomorrow($1), for: $0.action, of: $0.plan, $1) }),
        ("move-not-found", { _ = try $1.session.move(ID(999), of: $0.action) }),
        ("move-not-found", { _ = try $1.session.move($0.takenBack.id, of: $0.done) }),
        ("move-waits-already", { try $0.plans.askToMove($0.action, of: $0.plan, later(60, $1), $1) }),
        ("move-decided-already", { try $0.plans.takeBack($0.takenBack, in: $0.plan, $1) }),
        ("action-already-done", { try $0.plans.askToMove($0.done, of: $0.plan, later(60, $1), $1) }),
        ("no-day-to-move", { try $0.plans.askToMove($0.undated, of: $0.plan, later(60, $1), $1) }),
        ("same-day", { try $0.plans.askToMove($0.back, of: $0.plan, later(30, $1), $1) }),
        ("no-findings", {
            try $0.plans.takeOver(PlanDraft(), as: Plans.Takeover(title: "x", kind: .audit, from: $1.today, through: $1.today, asOf: $1.today), $1)
        }),
    ]

    @Test(arguments: Engine.allCases)
    func `what can't be is refused under its own code and leaves the journal as it was`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let scene = try await world.desk.write(by: world.manager) { try Scene($0) }
            let before = try await world.desk.read { try Journal($0).head() }
            for (code, deed) in Self.deeds + Self.evidenceDeeds + Self.promiseDeeds {
                let refused = try await refusal { try await world.desk.write(by: world.manager) { try deed(scene, $0) } }
                #expect(refused?.code == code)
                #expect(refused?.sentence.hasSuffix(".") == true)
            }
            #expect(try await world.desk.read { try Journal($0).head() } == before)
        }
    }

    /// What only a page, a document or the command line refuses.
    static let elsewhere: Set = [
        "finding-not-in-plan-then", "action-not-in-plan-then", "no-such-format", "sheet-not-found", "no-plan-table", "no-table-found",
        "no-such-query", "plan-too-long", "file-empty", "file-encrypted", "file-damaged", "file-has-entities", "file-nested-too-deep",
        "file-not-a-table-document", "nobody-named", "owner-not-found", "no-such-order", "file-not-writable", "answer-not-understood", "no-such-change",
    ]

    /// What has tests of its own beside the capability that refuses it.
    static let inTestsOfTheirOwn: Set = [
        "measure-not-found", "measure-not-there-then", "measure-follows", "measure-ended", "measure-has-readings", "reading-not-found", "reading-taken-back",
        "reading-of-the-future",
        "action-already-accepted", "action-not-accepted", "accepted-in-the-future", "accepted-before-done", "measure-does-not-hold", "verification-stands",
        "finding-not-inspected", "finding-closed-already", "finding-not-closed", "letter-of-the-future", "letter-before-reopening",
        "letter-before-closure", "not-implemented-already", "not-closed-unimplemented", "plan-closed", "plan-not-closed", "closure-waits-already",
        "closure-decided-already", "closure-out-of-date", "no-closure-proposed",
    ]

    @Test func `every problem of plans is tried`() {
        let explained = Set(PlanOperations.problems.map(\.code))
        let tried = Set((Self.deeds + Self.evidenceDeeds + Self.promiseDeeds).map(\.code)).union(Self.elsewhere).union(Self.inTestsOfTheirOwn)
        #expect(explained.subtracting(tried).isEmpty)
        #expect(Self.elsewhere.union(Self.inTestsOfTheirOwn).isSubset(of: explained))
    }
}
