public import Kernel
public import People

/// What a finding of a closed plan leaves behind on a day: what may still go wrong, who looks after it, and when they look again.
public struct Onward: Sendable, Equatable {
    public enum Part: String, Codable, Sendable, CaseIterable {
        case residualRisk = "residual-risk"
        case onwardOwner = "onward-owner"
        case reviewDay = "review-day"
    }

    public let residualRisk: String
    public let owner: ID<Party>
    /// Nil where it was looked at again and no further day was wanted.
    public let reviewOn: Day?
    /// What nobody said of this finding by itself, so that what was said of the plan holds.
    public let asForPlan: [Part]
    /// The last time that somebody looked again.
    public let look: ClosureLook?
    /// The plan is closed, and the review day has gone by.
    public let isPast: Bool

    /// - Parameter looks: at what the closure left behind, by the day.
    init(_ finding: ID<Finding>, of closure: PlanClosure, _ said: ClosureFinding?, looks: [ClosureLook], on day: Day) {
        residualRisk = said?.residualRisk ?? closure.residualRisk
        owner = said?.onwardOwner ?? closure.onwardOwner
        let own = looks.filter { $0.finding == finding }
        let hasOwnDay = said?.reviewOn != nil || !own.isEmpty
        // Whoever looks at the whole looks at what has no day of its own.
        look = (hasOwnDay ? own : looks.filter { $0.finding == nil }).max { ($0.on, $0.id.number) < ($1.on, $1.id.number) }
        reviewOn = look.map(\.reviewOn) ?? said?.reviewOn ?? closure.reviewOn
        asForPlan = [(Part.residualRisk, said?.residualRisk == nil), (.onwardOwner, said?.onwardOwner == nil), (.reviewDay, !hasOwnDay)].filter(\.1).map(\.0)
        isPast = closure.holds(on: day) && (reviewOn.map { $0 < day } ?? false)
    }

    /// Somebody looks after it, or looks at it again, otherwise than at the rest of the plan.
    var isReviewedAlone: Bool { !asForPlan.contains(.onwardOwner) || !asForPlan.contains(.reviewDay) }

    /// `not looked at again by 18 December 2026`; nil while the day is to come.
    var pastWords: String? { isPast ? reviewOn.map { "not looked at again by \($0)" } : nil }
}

extension ClosingFacts {
    /// What a finding leaves behind by a closure, as known on a day.
    func onward(_ finding: ID<Finding>, by closure: PlanClosure, on day: Day) -> Onward {
        Onward(
            finding, of: closure, findings.last { $0.closure == closure.id && $0.finding == finding },
            looks: looks.filter { $0.closure == closure.id && $0.on <= day }, on: day)
    }
}

extension PlanView {
    /// Whoever looks after something that the closed plan left behind.
    var onwardOwners: [ID<Party>] { findings.compactMap(\.closing.onward?.owner) }
}
