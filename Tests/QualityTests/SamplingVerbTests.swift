import Kernel
import People
@testable import Quality
import Storage
import TestSupport
import Testing

/// Sampling plans on both engines: planning, drawing, drawing again, and openly lapsing.
@Suite struct SamplingVerbTests {
    @Test(arguments: Engine.allCases)
    func `a sample is drawn with every prohibition in it, spread over reviewers, and drawn again the same`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            let plan = try await world.write { try $0.plan(QualityWorld.sample(), $1) }
            #expect(plan.reference.text == "QS-2026-0001" && plan.rules == [.every(outcome: "prohibition-notice"), .eachOfficer(least: 2), .all(percent: 25)])
            let draw = try await world.write { try $0.draw(plan, seed: 42, version: 1, $1) }
            #expect(draw.stock.count == 40 && draw.drawn.count == 10 && draw.journalSize == nil)
            #expect(draw.drawn.first == DrawnAudit(try Reference("A-2025-0007"), rule: 0))
            let facts = try await world.desk.read { try $0.facts(of: $0.samplingPlan("qs-2026-0001")) }
            #expect(facts.draw == draw && facts.checks.count == 10 && facts.reviewers == ["SM Clay", "WM Birch", "FF Ash"])
            let made = Dictionary(grouping: facts.checks, by: \.reviewer).mapValues(\.count)
            #expect(made.values.max()! - made.values.min()! <= 1, "\(made)")
            #expect(facts.checks.allSatisfy { !$0.barred.contains($0.check.reviewer) })
            #expect(facts.checks.map(\.check.due).max() == plan.due && facts.checks.map(\.check.due).min()! > world.today)
            let again = try await world.desk.read { [quality = world.quality] in try quality.drawAgain(facts, on: QualityWorld.first, $0).comparison }
            #expect(again.isSame && again.isStockSame && again.drawnToday.isEmpty)
            #expect(try await world.desk.read { try Journal($0).entries(within: plan.subject).map(\.verb) } == ["planned the sample", "drew the sample"])
        }
    }

    @Test func `left out, the seed is the root of the journal as it was then`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            let plan = try await world.write { try $0.plan(QualityWorld.sample(), $1) }
            let head = try await world.desk.read { try Journal($0).head() }
            let draw = try await world.write { try $0.draw(plan, $1) }
            #expect(draw.journalSize == head.size && draw.seed == Int(head.root.description.prefix(13), radix: 16))
            #expect((0...SampleDraw.highestSeed).contains(draw.seed))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a plan is planned anew or given up until it is drawn`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            let plan = try await world.write { try $0.plan(QualityWorld.sample(), $1) }
            let anew = try await world.write { try $0.replan(plan, QualityWorld.sample(reviewers: ["SM Clay", "WM Birch"], rules: [.type(code: "hospital", percent: 50), .outcome(code: "letter", percent: 10)]), version: 1, $1) }
            #expect(anew.rules.map(\.written) == ["every prohibition-notice", "type hospital 50", "outcome letter 10"])
            #expect(try await world.desk.read { try $0.samplingPlan("QS-2026-0001") } == anew)
            let refused1 = try await world.refused { try $0.replan(plan, QualityWorld.sample(), version: 1, $1) }
            #expect(refused1?.code == "changed-meanwhile")
            let refused2 = try await world.refused { try $0.draw(anew, version: 1, $1) }
            #expect(refused2?.code == "changed-meanwhile")
            try await world.write { try $0.draw(anew, seed: 1, $1) }
            let refused3 = try await world.refused { try $0.replan(anew, QualityWorld.sample(), $1) }
            #expect(refused3?.code == "sample-drawn-already")
            let refused4 = try await world.refused { try $0.draw(anew, seed: 2, $1) }
            #expect(refused4?.code == "sample-drawn-already")
            let refused5 = try await world.refused { try $0.drop(anew, because: "x", $1) }
            #expect(refused5?.code == "sample-drawn-already")
            let other = try await world.write { try $0.plan(QualityWorld.sample(), $1) }
            let gone = try await world.write { try $0.drop(other, because: "Planned twice", $1) }
            let refused6 = try await world.refused { try $0.draw(gone, $1) }
            #expect(refused6?.code == "sampling-plan-dropped")
            #expect(try await world.desk.read { try $0.facts(of: gone).state(on: QualityWorld.first) } == .dropped)
        }
    }

    @Test func `what can't be drawn is refused with its code`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            var (late, empty, early) = (QualityWorld.sample(), QualityWorld.sample(), QualityWorld.sample())
            (late.through, late.due) = (Day(2026, 1, 5)!, Day(2026, 3, 31)!)
            (empty.from, empty.through) = (Day(2020, 1, 1)!, Day(2020, 2, 1)!)
            early.due = Day(2026, 1, 1)!
            #expect(try await world.drawing(late) == "sampling-period-not-over")
            #expect(try await world.drawing(empty) == "nothing-to-draw")
            #expect(try await world.drawing(early) == "sampling-due-passed")
            #expect(try await world.drawing(QualityWorld.sample(reviewers: ["FF Ash"])) == "no-reviewer-left")
            #expect(try await world.drawing(QualityWorld.sample(), seed: -1) == "fields-need-attention")
            for rules in [[SamplingRule.every(outcome: "none")], [.type(code: "castle", percent: 5)], [.outcome(code: "none", percent: 5)]] {
                #expect(try await world.drawing(QualityWorld.sample(rules: rules)) == "fields-need-attention")
            }
            #expect(try await world.drawing(QualityWorld.sample(reviewers: ["Nobody"])) == "fields-need-attention")
            for actor in [world.clay, world.approver, world.reader] {
                let refused7 = try await world.refused(by: actor) { try $0.plan(QualityWorld.sample(), $1) }
                #expect(refused7?.code == "not-allowed")
            }
            let plan = try await world.write { try $0.plan(QualityWorld.sample(), $1) }
            #expect(try await refusal { try await world.desk.read { [quality = world.quality] in _ = try quality.drawAgain($0.facts(of: plan), on: QualityWorld.first, $0) } }?.code == "sample-not-drawn")
            #expect(try await refusal { try await world.desk.read { _ = try $0.samplingPlan("QS-1") } }?.code == "sampling-plan-not-found")
        }
    }

    @Test func `a plan whose last day passed with checks undone has lapsed, and calling them off afterwards does not hide it`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            let plan = try await world.write { try $0.plan(QualityWorld.sample(reviewers: ["SM Clay", "WM Birch"]), $1) }
            try await world.write { try $0.draw(plan, seed: 42, $1) }
            func facts() async throws -> SamplingPlanFacts { try await world.desk.read { try $0.facts(of: plan) } }
            #expect(try await facts().state(on: world.today) == .underWay)
            for check in try await facts().checks.dropLast(2) {
                try await world.write(by: .operator) { try $0.complete($0.fill(check.check, QualityWorld.sheet(), $1), on: $1.today, $1) }
            }
            let (before, after) = (plan.due, plan.due.adding(days: 1))
            #expect(try await facts().state(on: before) == .underWay)
            #expect(try await facts().state(on: after) == .lapsed)
            #expect(try await facts().lapse(on: after) == "2 of 10 checks were not done by 31 March 2026, nor since.")
            world.set(plan.due.adding(days: 20))
            let left = try await facts().checks.suffix(2).map(\.check)
            try await world.write { try $0.callOff(left[0], because: "Nobody made it", $1) }
            #expect(try await facts().state(on: world.today) == .lapsed)
            try await world.write(by: .operator) { try $0.complete($0.fill(left[1], QualityWorld.sheet(), $1), on: $1.today, $1) }
            let figures = try await facts().figures(on: world.today)
            #expect(figures.planned == 10 && figures.done == 9 && figures.inTime == 8 && figures.calledOff == 1 && figures.open == 0)
            let never = try await world.write { try $0.plan(QualityWorld.sample(due: Day(2026, 4, 30)!), $1) }
            #expect(try await world.desk.read { try $0.facts(of: never).lapse(on: Day(2026, 5, 1)!) }?.contains("ever drawn") == true)
        }
    }
}
