import Kernel
import People
import TestSupport
@testable import Plans

/// A plan with a random life, in which everything falls within the first half of 2021 and everything that there is happens.
struct RandomPlan {
    var dice: Dice
    private(set) var facts: PlanFacts

    init(seed: UInt64) throws {
        dice = Dice(seed: seed)
        facts = try PlanViewTests.facts()
        facts.findings = try (1...3).map { try PlanViewTests.finding($0, since: maybeDay() ?? PlanViewTests.first) }
        facts.actions = try (1...6).map { try PlanViewTests.action($0, of: ($0 - 1) / 2 + 1, due: maybeDay(), since: maybeDay() ?? PlanViewTests.first) }
        for number in Int64(1)...6 { progress(number) }
        for number in Int64(1)...6 { promise(number) }
        for number in Int64(1)...6 { close(number) }
        for number in Int64(1)...3 { closeFinding(number) }
        measure()
        closePlan()
        facts.updates.sort { ($0.asOf, $0.id) < ($1.asOf, $1.id) }
    }

    mutating func day() -> Day { PlanViewTests.first.adding(days: .random(in: 0..<180, using: &dice)) }
    private mutating func after(_ day: Day, _ most: Int = 60) -> Day { day.adding(days: .random(in: 0..<most, using: &dice)) }
    private mutating func maybe<T>(_ value: @autoclosure () -> T) -> T? { Bool.random(using: &dice) ? value() : nil }
    private mutating func maybeDay() -> Day? { Bool.random(using: &dice) ? day() : nil }
    private mutating func maybeAfter(_ start: Day) -> Day? { Bool.random(using: &dice) ? after(start) : nil }
    private mutating func rarely() -> Bool { Int.random(in: 0..<4, using: &dice) == 0 }
    private mutating func anyOutcome() -> AskedOutcome { AskedOutcome.allCases.randomElement(using: &dice) ?? .agreed }

    private mutating func progress(_ number: Int64) {
        if let on = maybeDay() {
            facts.completions.append(Completion(id: ID(number), plan: ID(1), action: ID(number), on: on, narrative: "The rota is out.", by: "operator", reopenedOn: maybeAfter(on)))
        }
        if rarely() {
            let on = day()
            facts.withdrawals.append(Withdrawal(id: ID(number), plan: ID(1), action: ID(number), on: on, because: "x", restoredOn: maybeAfter(on)))
        }
        for count in 0..<Int64.random(in: 0..<3, using: &dice) {
            let asOf = day()
            facts.updates.append(PlanViewTests.update(number * 10 + count, of: number, asOf, forecast: maybeAfter(asOf)))
        }
        if let since = maybeDay() {
            facts.milestones.append(Milestone(id: ID(number), plan: ID(1), action: ID(number), text: "Step", reachedOn: maybeDay(), place: 1, since: since))
        }
        if let on = maybeDay() {
            var piece = Evidence(id: ID(number), plan: ID(1), action: ID(number), shows: "A photo", source: .link("https://northshire.example"), on: on, by: "operator", through: maybeAfter(on))
            if let gone = maybeAfter(on) { (piece.withdrawnOn, piece.withdrawnBy, piece.withdrawnBecause) = (gone, "operator", "x") }
            facts.evidence.append(piece)
        }
        if let on = maybeDay() {
            facts.evidence.append(Evidence(id: ID(number + 100), plan: ID(1), finding: ID((number - 1) / 2 + 1), shows: "A letter", source: .link("https://northshire.example"), on: on, by: "operator"))
        }
    }

    private mutating func promise(_ number: Int64) {
        if let asked = maybeDay() {
            let decided = maybeAfter(asked)
            facts.moves.append(DateMove(
                id: ID(number), plan: ID(1), action: ID(number), kind: DateMove.Kind.allCases.randomElement(using: &dice) ?? .move, from: nil, to: maybeDay(), because: "x",
                askedOn: asked, askedBy: "person/1", decidedOn: decided, decidedBy: decided.map { _ in "person/2" }, outcome: decided.map { _ in anyOutcome() }))
        }
        if let asked = maybeDay() {
            let decided = maybeAfter(asked)
            let ended = decided.flatMap { maybeAfter($0) }
            facts.overrides.append(Override(
                id: ID(number), plan: ID(1), action: ID(number), colour: [.amber, .green, .red].randomElement(using: &dice) ?? .amber, because: "x", until: after(asked, 90),
                askedOn: asked, askedBy: "person/1", decidedOn: decided, decidedBy: decided.map { _ in "person/2" }, outcome: decided.map { _ in anyOutcome() },
                endedOn: ended, endedBy: ended.map { _ in "person/1" }))
        }
        let other = Int64.random(in: 1...6, using: &dice)
        if other != number, let since = maybeDay() {
            let ended = maybeAfter(since)
            facts.dependencies.append(Dependency(
                id: ID(number), plan: ID(1), action: ID(number), awaitedPlan: ID(1), awaited: ID(other), since: since, by: "operator", endedOn: ended, endedBy: ended.map { _ in "operator" }))
        }
        if let since = maybeDay() {
            let ended = maybeAfter(since)
            facts.needs.append(Need(
                id: ID(number), plan: ID(1), action: ID(number), text: "Analysts", oneOff: Hundredths(number * 12_345), fte: Hundredths(number * 10), isFunded: number % 2 == 0, since: since,
                by: "operator", endedOn: ended, endedBy: ended.map { _ in "operator" }))
        }
    }

    private mutating func close(_ number: Int64) {
        if let done = facts.completions.first(where: { $0.action == ID(number) }), let on = maybeAfter(done.on) {
            let gone = maybeAfter(on)
            facts.closing.acceptances.append(Acceptance(
                id: ID(number), plan: ID(1), action: ID(number), completion: done.id, on: on, lookedAt: "The rota", measure: maybe(ID(1)), by: "person/2", takenBackOn: gone,
                takenBackBecause: gone.map { _ in "Wrong" }))
        } else if rarely() {
            let on = day()
            let reopened = maybeAfter(on)
            facts.closing.notImplemented.append(NotImplemented(
                id: ID(number), plan: ID(1), action: ID(number), on: on, because: "No longer wanted", by: "person/2", reopenedOn: reopened, reopenedBecause: reopened.map { _ in "Wanted" }))
        }
    }

    private mutating func closeFinding(_ number: Int64) {
        if rarely() {
            let on = day()
            let reopened = maybeAfter(on)
            facts.closing.notImplemented.append(NotImplemented(
                id: ID(number + 10), plan: ID(1), finding: ID(number), on: on, because: "Overtaken", by: "person/2", reopenedOn: reopened, reopenedBecause: reopened.map { _ in "Wanted" }))
        }
        if let on = maybeDay() {
            let reopened = maybeAfter(on)
            facts.closing.inspectorate.append(InspectorateClosure(
                id: ID(number), plan: ID(1), finding: ID(number), on: on, letter: "L\(number)", author: "HMICFRS", words: "We close it.", by: "operator", reopenedOn: reopened,
                reopenedBecause: reopened.map { _ in "It came back" }))
        }
    }

    private mutating func measure() {
        for number in Int64(1)...3 {
            let since = maybeDay() ?? PlanViewTests.first
            let ended = maybeAfter(since)
            facts.measures.append(SuccessMeasure(
                id: ID(number), plan: ID(1), finding: number == 1 ? nil : ID(number), action: number == 1 ? ID(1) : nil, title: "Notices on time", unit: "per cent", polarity: .higher,
                threshold: Quantity(95), since: since, endedOn: rarely() ? ended : nil, endedBecause: "x"))
            for count in 0..<Int64.random(in: 0..<5, using: &dice) {
                let on = day()
                let gone = rarely() ? maybeAfter(on) : nil
                facts.readings.append(MeasureReading(
                    id: ID(number * 10 + count), plan: ID(1), measure: ID(number), on: on, value: Quantity(Int.random(in: 90...100, using: &dice)), by: "operator", takenBackOn: gone,
                    takenBackBecause: gone.map { _ in "x" }))
            }
        }
    }

    private mutating func closePlan() {
        guard Bool.random(using: &dice) else { return }
        let asked = day()
        let decided = maybeAfter(asked)
        let outcome = decided.map { _ in anyOutcome() }
        let reopened = outcome == .agreed ? decided.flatMap { maybeAfter($0) } : nil
        facts.closing.closures = [PlanClosure(
            id: ID(1), plan: ID(1), words: "All is done", residualRisk: "None", onwardOwner: ID(1), reviewOn: PlanViewTests.last, askedOn: asked, askedBy: "person/1", decidedOn: decided,
            decidedBy: decided.map { _ in "person/2" }, outcome: outcome, reopenedOn: reopened, reopenedBecause: reopened.map { _ in "Too soon" })]
        facts.closing.items = (Int64(1)...6).map { number in
            ClosureItem(id: ID(number), plan: ID(1), closure: ID(1), action: ID(number), kind: ClosureItem.Kind.allCases[Int(number) % 3], because: "x")
        }
    }

    /// The same with some of it edited, as a later look at the same days may have it.
    mutating func edited() -> PlanFacts {
        var later = facts
        for index in later.actions.indices where rarely() { later.actions[index].text += " and more" }
        for index in later.actions.indices where rarely() { later.actions[index].owners = [ID(1)] }
        for index in later.findings.indices where rarely() { later.findings[index].text += " and more" }
        for index in later.milestones.indices where rarely() { later.milestones[index].due = day() }
        for index in later.milestones.indices where rarely() { later.milestones[index].reachedOn = nil }
        for index in later.needs.indices where rarely() { later.needs[index].isFunded.toggle() }
        for index in later.measures.indices where rarely() { later.measures[index].title += " in all" }
        if rarely() { later.plan.title += " (2)" }
        later.thin(&dice)
        return later
    }
}

private extension PlanFacts {
    /// Some of it was not known.
    mutating func thin(_ dice: inout Dice) {
        closing.acceptances.removeAll { _ in Int.random(in: 0..<3, using: &dice) == 0 }
        closing.inspectorate.removeAll { _ in Int.random(in: 0..<3, using: &dice) == 0 }
        overrides.removeAll { _ in Int.random(in: 0..<3, using: &dice) == 0 }
        milestones.removeAll { _ in Int.random(in: 0..<4, using: &dice) == 0 }
        completions.removeAll { _ in Int.random(in: 0..<4, using: &dice) == 0 }
        updates.removeAll { _ in Int.random(in: 0..<4, using: &dice) == 0 }
        evidence.removeAll { _ in Int.random(in: 0..<4, using: &dice) == 0 }
        needs.removeAll { _ in Int.random(in: 0..<4, using: &dice) == 0 }
        dependencies.removeAll { _ in Int.random(in: 0..<4, using: &dice) == 0 }
    }
}
