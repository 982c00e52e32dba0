import Kernel

/// What an action became when it was carried forward before, its plan having been reopened since, and how that stands now.
struct CarriedBefore {
    let action: Action
    let plan: Plan
    /// The day on which it was done there; nil while it is open.
    let doneOn: Day?
    /// The day on which its plan was closed, where it is.
    let closedOn: Day?

    /// `1.1 of Culture`.
    var name: String { "\(action.reference) of \(plan.title)" }

    /// Why what was carried forward can't join it, and what can be done; nil where it can.
    ///
    /// - Parameter own: the action that was carried forward, in the plan that is closed now.
    func obstacle(to own: ActionView) -> String? {
        let (reference, isDone) = (own.action.reference, own.completion != nil)
        if let doneOn {
            let here = isDone ? "Close \(reference) on its owner’s word" : "Record \(reference) as done here too"
            let there = closedOn == nil ? "reopen it there" : "have an approver reopen that plan, and reopen it there"
            return "\(reference) went on as \(name), and was done there on \(doneOn). \(here), or \(there) first."
        }
        let here = isDone ? "Close \(reference) on its owner’s word" : "Close \(reference) without its being implemented"
        if plan.id == own.action.plan { return "\(reference) goes on in this plan, as \(action.reference). \(here), and decide about \(action.reference)." }
        if let closedOn { return "\(reference) goes on as \(name), which was closed on \(closedOn). \(here), or have an approver reopen that plan first." }
        return nil
    }

    /// What can't be said of an action that joins it; nil where it can.
    ///
    /// - Parameter onto: the plan to which it is carried, and the finding that it is to answer there.
    func wrong(_ item: NewPlanClosure.Item, onto: Plan, under finding: Finding?) -> Refusal.Field? {
        let already = "\(item.action) goes on as \(name) already"
        if plan.id != onto.id { return .init("onto-\(item.action)", "\(already). Carry it forward there, or withdraw it there first.") }
        if let finding, finding.id != action.finding { return .init("finding-\(item.action)", "\(already), under another finding. Leave this empty.") }
        return nil
    }
}
