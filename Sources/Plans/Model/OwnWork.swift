import Kernel
import People

/// An action with the plan it stands in, as somebody's own.
struct OwnAction: Sendable {
    let plan: PlanView
    let item: ActionView

    var isDone: Bool { item.completion != nil || item.closing.isSettled || plan.facts.closing.closure(on: plan.day) != nil }
}

extension [PlanView] {
    /// The actions that these parties own, in the order in which they ask for work: what is open by its due day, then what
    /// is done. What has no due day comes after what has.
    func owned(by parties: Set<ID<Party>>) -> [OwnAction] {
        let own = flatMap { plan in
            plan.actions.filter { $0.action.owners.contains(where: parties.contains) }.map { OwnAction(plan: plan, item: $0) }
        }
        return own.byDue(\.item.due).stablySorted { $0.isDone ? 1 : 0 }
    }
}

extension Array {
    /// What is due first comes first, and what is never due last.
    func byDue(_ due: (Element) -> Day?) -> [Element] { stablySorted { due($0) ?? Day(number: .max / 2) } }
}
