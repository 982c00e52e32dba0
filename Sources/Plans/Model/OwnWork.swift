import Kernel
import People

/// An action with the plan it stands in, as somebody's own.
struct OwnAction: Sendable {
    let plan: PlanView
    let item: ActionView

    var isDone: Bool { !item.isOpen }
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

/// Where something is decided on an action's page: what its address ends in.
enum PartOfAction: String {
    case dueDay = "due-day"
    case standing = "standing-set"
    case verification
}

/// What somebody else asks for and an actor may decide, in any of the plans.
extension [PlanView] {
    func movesAsked(of actor: Actor) -> [(own: OwnAction, move: DateMove)] {
        open { $0.dueDay.open }.filter { PlanPolicy.decides($0.1).allows(actor) }
    }

    func overridesAsked(of actor: Actor) -> [(own: OwnAction, override: Override)] {
        open { $0.overrides.last(where: \.isOpen) }.filter { PlanPolicy.decides($0.1).allows(actor) }
    }

    func closuresAsked(of actor: Actor) -> [(plan: PlanView, closure: PlanClosure)] {
        compactMap { plan in plan.facts.closing.proposed(on: plan.day).map { (plan, $0) } }.filter { PlanPolicy.closes($0.1).allows(actor) }
    }

    /// What its owner says is done and nobody has verified, in plans that are not closed.
    var unverified: [OwnAction] {
        filter { $0.facts.closing.closure(on: $0.day) == nil }.flatMap { plan in
            plan.actions.filter { $0.completion != nil && !$0.closing.isSettled }.map { OwnAction(plan: plan, item: $0) }
        }
    }

    /// Findings whose measures have fallen since they were closed, for those who keep plans and for a plan's sponsor.
    func fallen(for actor: Actor, actingFor parties: Set<ID<Party>>) -> [(plan: PlanView, finding: FindingView)] {
        filter { PlanPolicy.keeps.allows(actor) || $0.facts.plan.sponsor.map(parties.contains) ?? false }
            .flatMap { plan in plan.findings.filter { !$0.closing.fallen.isEmpty }.map { (plan, $0) } }
    }

    private func open<Asked>(_ find: (ActionView) -> Asked?) -> [(OwnAction, Asked)] {
        flatMap { plan in
            plan.actions.filter(\.isOpen).compactMap { item in find(item).map { (OwnAction(plan: plan, item: item), $0) } }
        }
    }
}

extension Array {
    /// What is due first comes first, and what is never due last.
    func byDue(_ due: (Element) -> Day?) -> [Element] { stablySorted { due($0) ?? Day(number: .max / 2) } }
}
