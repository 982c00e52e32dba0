public import Kernel
public import People

/// Who may do what with checks of finished work.
public enum QualityPolicy {
    /// Comes to the part at all; which checks somebody sees, `reads(_:actingFor:on:)` says.
    public static let enters = Permission("An inspecting officer, an approver, a manager or an administrator comes to the checks of audits.") {
        $0.holds(anyOf: .officer, .approver, .manager, .administrator)
    }

    /// Sampling plans and what they drew, which tell whose work is about to be checked.
    public static let readsPlans = Permission("An approver, a manager or an administrator reads sampling plans.") { $0.holds(anyOf: .approver, .manager, .administrator) }

    public static let plans = Permission("A manager or an administrator plans samples, draws them and has work checked.") { $0.holds(anyOf: .manager, .administrator) }

    public static let drafts = Permission("A manager or an administrator drafts the form of checks.") { $0.holds(anyOf: .manager, .administrator) }

    /// A second person: never whoever drafted it.
    public static func adopts(_ form: QualityForm) -> Permission {
        Permission("An approver adopts an edition of the form, and never one that they drafted.") { $0.holds(.approver) && !$0.isSame(as: form.draftedBy) }
    }

    /// Whoever did the work sees a check of it once it is completed; others who look after checks see all, and officers their own to make.
    ///
    /// - Parameter parties: for whom the actor acts on the day.
    public static func reads(_ facts: QualityCheckFacts, actingFor parties: Set<ID<Party>>, on day: Day) -> Permission {
        Permission("Check \(facts.check.reference) is read by its reviewer, by managers and approvers, and, once it is completed, by whoever did the work.") { actor in
            guard enters.allows(actor) else { return false }
            if !parties.isDisjoint(with: facts.barred) { return facts.state(on: day) == .completed }
            return actor.holds(anyOf: .approver, .manager, .administrator) || parties.contains(facts.check.reviewer)
        }
    }

    /// Its history has every draft, so it is the reviewer’s until the check is completed, and never read by whoever did the work.
    public static func readsHistory(of facts: QualityCheckFacts, actingFor parties: Set<ID<Party>>, on day: Day) -> Permission {
        Permission("The history of check \(facts.check.reference) has its drafts: its reviewer reads it, managers and approvers once it is completed, and never whoever did the work.") { actor in
            reads(facts, actingFor: parties, on: day).allows(actor)
                && (fills(facts, actingFor: parties).allows(actor) || facts.state(on: day) != .open && parties.isDisjoint(with: facts.barred))
        }
    }

    /// The operator at the command line may too, whom nobody else stands behind.
    public static func fills(_ facts: QualityCheckFacts, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("Check \(facts.check.reference) is filled in by its reviewer, and never by whoever did the work.") { actor in
            guard actor.person != nil else { return actor.holds(.administrator) }
            return enters.allows(actor) && parties.contains(facts.check.reviewer) && parties.isDisjoint(with: facts.barred)
        }
    }

    public static func assigns(_ facts: QualityCheckFacts, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("A manager says who makes check \(facts.check.reference) and by when, and never of their own work.") { actor in
            plans.allows(actor) && parties.isDisjoint(with: facts.barred)
        }
    }

    public static func replies(to facts: QualityCheckFacts, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("Whoever did the work answers check \(facts.check.reference).") { actor in
            enters.allows(actor) && !parties.isDisjoint(with: facts.barred)
        }
    }

    /// Has something done about what a check found.
    public static func remedies(_ facts: QualityCheckFacts, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("What is done about check \(facts.check.reference) is said by its reviewer or by a manager, and never by whoever did the work.") { actor in
            let isOwn = !parties.isDisjoint(with: facts.barred)
            return !isOwn && (plans.allows(actor) || enters.allows(actor) && parties.contains(facts.check.reviewer))
        }
    }

    /// Says that it was done.
    public static func does(_ remedial: RemedialAction, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("Whoever owns a remedial action says that it was done, or a manager does.") { actor in
            plans.allows(actor) || enters.allows(actor) && parties.contains(remedial.owner)
        }
    }

    /// Says whether it worked: never whoever did it.
    public static func looks(at remedial: RemedialAction, of facts: QualityCheckFacts, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("Whether it worked is said by the reviewer of \(facts.check.reference) or by a manager, and never by whoever did it or did the work.") { actor in
            let isOwn = parties.contains(remedial.owner) || !parties.isDisjoint(with: facts.barred)
            return !isOwn && (plans.allows(actor) || enters.allows(actor) && parties.contains(facts.check.reviewer))
        }
    }
}
