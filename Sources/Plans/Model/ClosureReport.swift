public import Kernel

/// What a plan's closing leaves behind, finding by finding, as on a day: for its page, for programs and for a paper.
public struct ClosureReport: Sendable, Encodable {
    public struct FindingLine: Sendable, Encodable {
        public let reference: String
        public let kind: String
        public let text: String
        public let standing: Standing
        /// `closed by the service on 3 June 2026 and still open with the inspectorate`
        public let closed: String?
        public let letter: Letter?
        /// What shows how the finding itself stands.
        public let evidence: [String]
        public let actions: [ActionLine]
        public let measures: [MeasureLine]
        /// Nil where nobody has proposed to close the plan.
        public let onward: OnwardLine?
    }

    /// What a finding leaves behind.
    public struct OnwardLine: Sendable, Encodable {
        public let residualRisk: String
        public let onwardOwner: String
        /// Nil where it was looked at again and no further day was wanted.
        public let reviewOn: Day?
        /// What nobody said of the finding by itself, so that what was said of the plan holds.
        public let asForPlan: [Onward.Part]
        public let look: Look?
        /// The review day has gone by.
        public let isPast: Bool
    }

    /// The last time that somebody looked again.
    public struct Look: Sendable, Encodable {
        public let on: Day
        public let by: String
        public let words: String
    }

    /// The inspectorate's letter.
    public struct Letter: Sendable, Encodable {
        public let reference: String
        public let on: Day
        public let author: String
        public let words: String
    }

    public struct ActionLine: Sendable, Encodable {
        public let reference: String
        public let text: String
        public let owners: [String]
        public let firstDue: Day?
        public let due: Day?
        public let timesMoved: Int
        public let doneOn: Day?
        public let delivered: String?
        /// What shows that it is done.
        public let evidence: [String]
        public let verifiedOn: Day?
        public let lookedAt: String?
        /// What was decided about it where it was not verified.
        public let decision: String?
        public let because: String?
        public let carriedTo: Carried?
        public let standing: Standing
    }

    /// Where an action goes on.
    public struct Carried: Sendable, Encodable, Equatable {
        public let plan: String
        public let planTitle: String
        /// What it became there; nil while the closure is only proposed.
        public let action: String?
        public let owner: String?
        public let due: Day?

        public init(plan: String, planTitle: String, action: String?, owner: String?, due: Day?) {
            self.plan = plan
            self.planTitle = planTitle
            self.action = action
            self.owner = owner
            self.due = due
        }
    }

    public struct MeasureLine: Sendable, Encodable {
        public let title: String
        public let wanted: String
        public let latest: String?
        public let on: Day?
        public let holds: Bool?
        /// Why a measure that follows another is not known.
        public let unknown: String?
        /// That what it was closed on is otherwise now.
        public let stale: String?
    }

    public let plan: String
    public let title: String
    public let period: Period
    public let on: Day
    public let closedOn: Day?
    /// Who closed it; while it is only proposed, who proposed it.
    public let by: String?
    /// What whoever closed it said.
    public let answer: String?
    /// Proposed and not decided yet.
    public let isProposed: Bool
    public let words: String?
    public let residualRisk: String?
    public let onwardOwner: String?
    public let reviewOn: Day?
    /// The board's decision, by name, and the parts of the address at which it is shown.
    public let decision: String?
    public let decisionAddress: [String]?
    public let findings: [FindingLine]

    /// - Parameters:
    ///   - carried: where each action that was carried forward goes on.
    ///   - decision: what the board's decision is called, and the parts of its address.
    public init(_ view: PlanView, carried: [ID<Action>: Carried] = [:], decision: (words: String, address: [String])? = nil) {
        let facts = view.facts
        let closure = facts.closing.closure(on: view.day) ?? facts.closing.proposed(on: view.day)
        let items = Dictionary(facts.closing.items.filter { $0.closure == closure?.id }.map { ($0.action, $0) }) { first, _ in first }
        (plan, title, period, on) = (facts.plan.reference.text, facts.plan.title, facts.plan.period, view.day)
        closedOn = facts.closing.closure(on: view.day)?.decidedOn
        isProposed = closedOn == nil && closure != nil
        (words, residualRisk, reviewOn) = (closure?.words, closure?.residualRisk, closure?.reviewOn)
        onwardOwner = closure.map { facts.name($0.onwardOwner) }
        self.decision = closure?.decision.map { decision?.words ?? $0.description }
        decisionAddress = decision?.address
        by = closure.map { facts.name(ofWho: ($0.holds(on: view.day) ? $0.decidedBy : nil) ?? $0.askedBy) }
        answer = closedOn == nil ? nil : closure?.answer
        let measures = facts.measures(on: view.day)
        findings = view.findings.map { item in
            let own = Set(item.actions.map(\.action.id))
            return FindingLine(
                reference: item.finding.reference.text, kind: item.finding.kind.rawValue, text: item.finding.text, standing: item.standing,
                closed: item.closing.words,
                letter: item.closing.inspectorate.map { Letter(reference: $0.letter, on: $0.on, author: $0.author, words: $0.words) },
                evidence: item.evidence.holding.map(\.inWords), actions: item.actions.map { action in
                    let decided = items[action.action.id]
                    return ActionLine(
                        reference: action.action.reference.text, text: action.action.text, owners: action.action.owners.map(facts.name),
                        firstDue: action.dueDay.first, due: action.due, timesMoved: action.dueDay.timesMoved, doneOn: action.completion?.on,
                        delivered: action.completion?.narrative, evidence: action.evidence.holding.map(\.inWords), verifiedOn: action.closing.acceptance?.on,
                        lookedAt: action.closing.acceptance?.lookedAt,
                        decision: decided?.kind.words ?? action.closing.notImplemented.map { _ in ClosureItem.Kind.notImplemented.words },
                        because: decided?.because ?? action.closing.notImplemented?.because, carriedTo: carried[action.action.id],
                        standing: action.standing)
                },
                measures: measures.filter { one in
                    one.measure.finding == item.finding.id || one.measure.action.map(own.contains) ?? false
                }.map { one in
                    MeasureLine(title: one.measure.title, wanted: one.measure.wanted, latest: one.latest.map { one.measure.worded($0) + ($0.period.map { " for \($0)" } ?? "") },
                            on: one.latest?.on, holds: one.holds, unknown: one.unknown, stale: one.stale)
                },
                onward: closure.map { OnwardLine(facts.closing.onward(item.finding.id, by: $0, on: view.day), facts) })
        }
    }
}

extension ClosureReport.OnwardLine {
    init(_ onward: Onward, _ facts: PlanFacts) {
        (residualRisk, onwardOwner, reviewOn) = (onward.residualRisk, facts.name(onward.owner), onward.reviewOn)
        (asForPlan, isPast) = (onward.asForPlan, onward.isPast)
        look = onward.look.map { .init(on: $0.on, by: facts.name(ofWho: $0.by), words: $0.words) }
    }
}

extension ClosureReport {
    /// What stands in the place of a report where nobody has proposed to close the plan.
    static let nobodyProposed = "Nobody has proposed to close this plan. This is what its report would hold."

    /// How actions ended, and how many of each: `Verified`, `Carried forward`.
    var endings: [(words: String, count: Int)] {
        let all = findings.flatMap(\.actions).map(\.ending)
        return (["Verified"] + ClosureItem.Kind.allCases.map(\.words) + ["Done, not yet verified", "Open"]).compactMap { words in
            let count = all.count { $0 == words }
            return count == 0 ? nil : (words, count)
        }
    }
}

extension ClosureReport.ActionLine {
    /// `Verified`, `Carried forward`; how it stands where neither was decided.
    var ending: String {
        if verifiedOn != nil { return "Verified" }
        return decision ?? (doneOn == nil ? "Open" : "Done, not yet verified")
    }
}
