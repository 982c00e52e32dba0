import Kernel
import People
import TestSupport
import Testing
@testable import Plans

/// What holds of every account, over plans with random lives.
struct PlanAccountRulesTests {
    private let march = Day(2021, 3, 1)!
    private let april = Day(2021, 4, 1)!

    /// Each difference of two views is told by one happening, and each happening tells one at least.
    private func check(_ account: PlanAccount, _ seed: UInt64) {
        let (before, now) = (account.before, account.now)
        var told: [Subject: [Aspect]] = [:]
        for happening in account.happenings {
            #expect(!happening.tells.isEmpty && !happening.records.isEmpty, "seed \(seed): \(happening.sentence) tells no difference")
            told[happening.subject, default: []] += happening.tells
        }
        func expect(_ subject: Subject, _ differing: Set<Aspect>) {
            let own = told.removeValue(forKey: subject) ?? []
            #expect(Set(own) == differing && own.count == differing.count, "seed \(seed), \(subject): \(own) against \(differing)")
        }
        let measures = Aspect.differing(before.watched, now.watched)
        func ofMeasures(_ isOwn: (SuccessMeasure) -> Bool) -> Set<Aspect> {
            let own = (now.facts.measures + before.facts.measures).filter(isOwn).map { Aspect.measure($0.id) }
            return measures.intersection(own)
        }
        func actions(_ view: PlanView) -> [ID<Action>: ActionView] { Dictionary(uniqueKeysWithValues: view.actions.map { ($0.action.id, $0) }) }
        func findings(_ view: PlanView) -> [ID<Finding>: FindingView] { Dictionary(uniqueKeysWithValues: view.findings.map { ($0.finding.id, $0) }) }
        for action in now.facts.actions {
            let (was, holds) = (actions(before)[action.id], actions(now)[action.id])
            expect(action.named, Aspect.differing(was, holds).union(was == nil || holds == nil ? [] : ofMeasures { $0.action == action.id }))
        }
        for finding in now.facts.findings {
            let (was, holds) = (findings(before)[finding.id], findings(now)[finding.id])
            expect(finding.named, Aspect.differing(was, holds).union(was == nil || holds == nil ? [] : ofMeasures { $0.finding == finding.id }))
        }
        expect(now.facts.plan.named, Aspect.differing(before, now))
        #expect(told.isEmpty, "seed \(seed): \(told.keys)")
    }

    @Test(arguments: UInt64(1)...300) func `every difference of two days is told exactly once, and nothing else is`(seed: UInt64) throws {
        var plan = try RandomPlan(seed: seed)
        let from = PlanViewTests.first.adding(days: .random(in: 0..<150, using: &plan.dice))
        check(PlanAccount(plan.facts, from: from, to: from.adding(days: .random(in: 0..<90, using: &plan.dice))), seed)
    }

    @Test(arguments: UInt64(1)...300) func `every difference of what was known is told exactly once, both ways`(seed: UInt64) throws {
        var plan = try RandomPlan(seed: seed)
        let (other, day) = (plan.edited(), plan.day())
        check(PlanAccount(before: PlanView(plan.facts, on: day), now: PlanView(other, on: day)), seed)
        check(PlanAccount(before: PlanView(other, on: day), now: PlanView(plan.facts, on: day)), seed)
    }

    @Test func `random lives have every kind of happening in them`() throws {
        var seen: Set<Happening.Kind> = []
        for seed in UInt64(1)...300 {
            var plan = try RandomPlan(seed: seed)
            let from = plan.day()
            seen.formUnion(PlanAccount(plan.facts, from: from, to: from.adding(days: 60)).happenings.map(\.kind))
            let (other, day) = (plan.edited(), plan.day())
            seen.formUnion(PlanAccount(before: PlanView(plan.facts, on: day), now: PlanView(other, on: day)).happenings.map(\.kind))
        }
        // A measure that held, fell and holds again is too rare in them; `PlanSentencesTests` has one.
        #expect(Set(Happening.Kind.allCases).subtracting(seen).subtracting([.held]) == [])
    }

    @Test(arguments: UInt64(1)...50) func `the same records and days give the same account, and one day alone gives no change`(seed: UInt64) throws {
        let (facts, same) = (try RandomPlan(seed: seed).facts, try RandomPlan(seed: seed).facts)
        let (from, to) = (march, april)
        #expect(PlanAccount(facts, from: from, to: to).telling == PlanAccount(same, from: from, to: to).telling)
        #expect(PlanAccount(facts, from: to, to: to).isUnchanged)
        // What happens outside the two days is no matter of theirs.
        let after = PlanAccount(facts, from: Day(2022, 1, 1)!, to: Day(2022, 1, 2)!)
        #expect(after.happenings.allSatisfy { [.late, .atRisk, .heldUp].contains($0.kind) })
        #expect(!after.isUnchanged || after.telling.lines(.summary).contains { $0.words.hasPrefix("There is no change") })
    }

    @Test(arguments: UInt64(1)...100) func `each number of the account leads to its records`(seed: UInt64) throws {
        let telling = PlanAccount(try RandomPlan(seed: seed).facts, from: march, to: april).telling
        for line in [Telling.Part.summary, .closing, .money, .people].flatMap(telling.lines) {
            for piece in line.pieces where piece.place == nil {
                let bare = piece.words.replacing(/\d{1,2} (January|February|March|April|May|June|July) 2021/, with: "").replacing(/Action \d/, with: "").replacing(/Finding \d/, with: "")
                    .replacing(/was \d+ per cent|at least \d+ per cent/, with: "")
                #expect(!bare.contains(/\d/), "“\(piece.words)” of “\(line.words)” has a number that leads nowhere")
            }
        }
    }

    @Test(arguments: UInt64(1)...100) func `sentences are whole and have their plurals`(seed: UInt64) throws {
        let telling = PlanAccount(try RandomPlan(seed: seed).facts, from: march, to: april, next: Day(2021, 6, 1)).telling
        for line in telling.passages.flatMap(\.lines) {
            #expect(line.words.last.map { ".!?…”".contains($0) } ?? false, "\(line.words)")
            #expect(!line.words.contains(/\b1 (actions|findings|days|needs|items) |\b([02-9]|\d\d+) (action|finding|day|need|item) (was|is|that)\b|  |\.\.|Optional|person\/\d.*person\/\d.*person/), "\(line.words)")
        }
    }
}
