import Kernel
import People
import TestSupport
import Testing
@testable import Plans

/// Looking back shows what it showed: facts of later days change no earlier day.
struct PastDaysTests {
    /// Adds one fact of a random kind that speaks of a day in the range.
    static func add(to facts: inout PlanFacts, in days: ClosedRange<Int>, _ random: inout Dice) throws {
        let day = Day(number: .random(in: days, using: &random))
        let (findings, actions) = (facts.findings.map(\.id), facts.actions.map(\.id))
        guard let finding = findings.randomElement(using: &random), let action = actions.randomElement(using: &random) else { return }
        func due() -> Day? { Bool.random(using: &random) ? day.adding(days: .random(in: -30...200, using: &random)) : nil }
        switch Int.random(in: 0..<9, using: &random) {
        case 0: facts.findings.append(try PlanViewTests.finding(Int64(findings.count + 1), since: day))
        case 1:
            facts.actions.append(try PlanViewTests.action(Int64(actions.count + 1), of: finding.number, due: due(), since: day))
        case 2:
            facts.milestones.append(Milestone(
                id: ID(Int64(facts.milestones.count + 1)), plan: ID(1), action: action, text: "step", due: due(),
                place: facts.milestones.count + 1, since: day))
        case 3:
            let open = facts.milestones.indices.filter { facts.milestones[$0].reachedOn == nil && facts.milestones[$0].since <= day }
            if let index = open.randomElement(using: &random) { facts.milestones[index].reachedOn = day }
        case 4, 5:
            facts.updates.append(PlanViewTests.update(
                Int64(facts.updates.count + 1), of: action.number, day, stated: Colour.allCases.randomElement(using: &random),
                forecast: Bool.random(using: &random) ? day.adding(days: 20) : nil))
            facts.updates.sort { ($0.asOf, $0.id) < ($1.asOf, $1.id) }
        case 6:
            if let index = facts.completions.indices.first(where: { facts.completions[$0].action == action && facts.completions[$0].reopenedOn == nil }) {
                facts.completions[index].reopenedOn = day
            } else {
                facts.completions.append(Completion(id: ID(Int64(facts.completions.count + 1)), plan: ID(1), action: action, on: day, by: "operator"))
            }
        case 7:
            if let index = facts.withdrawals.indices.first(where: { facts.withdrawals[$0].restoredOn == nil }) {
                facts.withdrawals[index].restoredOn = day
            }
        default:
            let ofFinding = Bool.random(using: &random)
            facts.withdrawals.append(Withdrawal(
                id: ID(Int64(facts.withdrawals.count + 1)), plan: ID(1), finding: ofFinding ? finding : nil,
                action: ofFinding ? nil : action, on: day, because: "x"))
        }
    }

    /// All that a page shows of a plan, as text.
    static func told(_ facts: PlanFacts, on day: Day) -> [String] {
        let view = PlanView(facts, on: day)
        return ["\(view.timeLeft), \(view.dueAfterEnd.count) due after the end"] + view.findings.flatMap { finding in
            ["\(finding.finding.reference): \(finding.standing.sentence)"] + finding.actions.map { item in
                "\(item.action.reference): \(item.standing.sentence) \(item.stated?.rawValue ?? "-") \(item.forecast?.iso ?? "-") "
                    + "\(item.needsUpdate) \(item.updates.count) \(item.completion?.on.iso ?? "-") "
                    + item.milestones.map { $0.reachedOn?.iso ?? "open" }.joined(separator: " ")
            }
        }
    }

    @Test(arguments: Array(1...40) as [UInt64])
    func `a past day never changes when facts of later days are added`(seed: UInt64) throws {
        var random = Dice(seed: seed)
        var facts = try PlanViewTests.facts()
        facts.plan.rules = RuleSet.Name.allCases[Int(seed) % RuleSet.Name.allCases.count]
        let start = PlanViewTests.first.number
        for _ in 0..<40 { try Self.add(to: &facts, in: start...(start + 100), &random) }
        let days = (0...110).map { Day(number: start + $0) }
        let before = days.map { Self.told(facts, on: $0) }
        for _ in 0..<40 { try Self.add(to: &facts, in: (start + 111)...(start + 200), &random) }
        for (day, told) in zip(days, before) { #expect(Self.told(facts, on: day) == told, "on \(day.iso)") }
        // The history does say something, and the later facts do show on later days.
        #expect(Set(before).count > 5)
        #expect(Self.told(facts, on: Day(number: start + 200)) != before.last)
    }
}
