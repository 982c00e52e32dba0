import Kernel
import People
public import Storage

/// Looking again at what a closed plan left behind.
extension Plans {
    /// - Throws: `not-allowed`, `finding-not-found`, `plan-not-closed`, `fields-need-attention`
    @discardableResult
    public func lookAgain(at plan: Plan, _ new: NewClosureLook, _ work: Work) throws -> ClosureLook {
        let closure = try work.session.closure(of: plan.id)
        let finding = try new.finding.map { try work.session.finding($0, in: plan) }
        let owner = try closure.map { closure in
            try finding.map { try work.session.facts(of: plan).closing.onward($0.id, by: closure, on: work.today).owner } ?? closure.onwardOwner
        }
        try PlanPolicy.looksAgain(after: [owner].compactMap(\.self), actingFor: actedFor(work)).check(work.actor)
        guard let closure else { throw Refusal.notClosed(plan) }
        if let closedOn = closure.decidedOn, new.on < closedOn {
            throw Refusal.fields([.init("on", "The plan was closed on \(closedOn). Give that day or a later one.")])
        }
        return try work.add(finding == nil ? "looked again at the closed plan" : "looked again at the finding", in: plan.subject) { id in
            ClosureLook(
                id: id, plan: plan.id, closure: closure.id, finding: finding?.id, on: new.on, by: work.actor.subject, words: new.words, reviewOn: new.reviewOn)
        }
    }
}

extension Refusal {
    static func notClosed(_ plan: Plan) -> Refusal { .conflict("plan-not-closed", "\(plan.title) is not closed.") }
}
