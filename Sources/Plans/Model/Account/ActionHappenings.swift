import Kernel

/// What happened to one action between two views of its plan: each difference told once.
struct ActionHappenings {
    let before: ActionView
    let now: ActionView
    /// The views that hold the two, for the days and for the names of people.
    let plans: (before: PlanView, now: PlanView)
    private(set) var left: Set<Aspect>
    private(set) var all: [Happening] = []

    static func between(_ before: ActionView?, _ now: ActionView?, in plans: (before: PlanView, now: PlanView)) -> [Happening] {
        if let before, let now { return ActionHappenings(before, now, plans).all }
        if let now { return [Happening(.added, now.action, added(now, after: plans.before.day), [now.action.named], [.presence])] }
        guard let before else { return [] }
        let gone = plans.now.facts.withdrawals.last {
            ($0.action == before.action.id || $0.finding == before.action.finding) && $0.holds(on: plans.now.day)
        }
        let why = gone.map { "withdrawn on \($0.on): \($0.because.inOneLine(atMost: 300))" } ?? "no longer in the plan"
        return [Happening(.withdrawn, before.action, why, [gone?.named ?? before.action.named], [.presence])]
    }

    /// What was in the plan before it was on record is not said to have come on a day.
    private static func added(_ view: ActionView, after day: Day) -> String {
        "\(view.action.since > day ? "added on" : "in the plan since") \(view.action.since)" + (view.due.map { ", due \($0)" } ?? ", with no day agreed")
            + (view.completion.map { ", and completed on \($0.on)" } ?? "")
    }

    private init(_ before: ActionView, _ now: ActionView, _ plans: (before: PlanView, now: PlanView)) {
        self.before = before
        self.now = now
        self.plans = plans
        left = Aspect.differing(before, now)
        // In the order in which a reader wants to know.
        tellCompletion()
        tellVerification()
        tellClosing()
        tellMilestones()
        tellDay()
        tellOverride()
        tellForecast()
        tellUpdates()
        tellEvidence()
        tellWaits()
        tellNeeds()
        tellEditing()
        tellStanding()
    }

    mutating func tell(_ kind: Happening.Kind, _ words: String, _ records: [Subject], _ aspects: Set<Aspect>) {
        let told = aspects.intersection(left)
        left.subtract(told)
        all.append(Happening(kind, now.action, words, records.isEmpty ? [now.action.named] : records, told))
    }

    /// What it waited for, which goes with its being done, settled or open again.
    var waitsLeft: Set<Aspect> { left.filter { if case .wait = $0 { true } else { false } } }

    private mutating func tellCompletion() {
        guard left.contains(.completion) else { return }
        guard let done = now.completion else {
            let on = before.completion.flatMap { old in plans.now.facts.completions.first { $0.id == old.id }?.reopenedOn }.map { " on \($0)" } ?? ""
            return tell(.reopened, "reopened\(on); it had been recorded as done on \(before.completion.map { "\($0.on)" } ?? "an earlier day")",
                        [before.completion?.named].compactMap(\.self), waitsLeft.union([.completion, .standing]))
        }
        let again = before.completion == nil ? "completed" : "reopened, and completed again"
        tell(.completed, "\(again) on \(done.on)\(timing(done))\(done.narrative.map { ". \($0.inOneLine(atMost: 400))" } ?? "")",
             [done.named], waitsLeft.union([.completion, .notImplemented, .standing, .updates]))
    }

    private func timing(_ done: Completion) -> String {
        guard let due = now.due else { return "" }
        let late = due.days(until: done.on)
        return late == 0 ? ", the day it was due" : late > 0 ? ", \(counted(late, "day")) late" : ", \(counted(-late, "day")) early"
    }

    private mutating func tellStanding() {
        guard left.contains(.standing) else { return }
        let why = now.standing.reasons.prefix(2).joined(separator: ", ")
        switch now.standing.colour {
        case .red: tell(.late, "is now late: \(why)", [], [.standing])
        case .amber: tell(.atRisk, "\(before.standing.colour == .blue ? "stands as done no more" : "is now at risk"): \(why)", [], [.standing])
        case .green: tell(.recovered, "is on track\(before.standing.colour == .grey ? "" : " again"): \(why)", [], [.standing])
        case .grey: tell(.unscheduled, "is not scheduled: \(why)", [], [.standing])
        case .blue: tell(.recovered, doneAgain ?? "stands as done: \(why)", [], [.standing])
        }
    }

    /// It was done before, and stands as done only now.
    private var doneAgain: String? {
        let fallen = Set(before.closing.fallen.map(\.measure.id))
        let holding = plans.now.facts.measures(on: plans.now.day).count { fallen.contains($0.measure.id) && $0.holds == true }
        if holding > 0 { return "stands as done again: its \(holding == 1 ? "measure holds" : "measures hold") again" }
        return before.isBareClaim && !now.isBareClaim ? "stands as done: evidence shows it now" : nil
    }
}
