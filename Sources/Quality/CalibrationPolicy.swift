public import Kernel
public import People

extension QualityPolicy {
    /// Reviewers and those who look after checks see that it is there and who answered; answers are seen once it is closed. Whoever did the work sees it then, too.
    public static func reads(_ facts: CalibrationFacts, actingFor parties: Set<ID<Party>>, on day: Day) -> Permission {
        Permission("Calibration \(facts.calibration.reference) is read by its reviewers, by managers and approvers, and, once it is closed, by whoever did the work.") { actor in
            guard enters.allows(actor) else { return false }
            if !parties.isDisjoint(with: facts.barred) { return facts.calibration.state(on: day) == .closed }
            return actor.holds(anyOf: .approver, .manager, .administrator) || facts.sheet(for: parties) != nil
        }
    }

    public static func answers(_ facts: CalibrationFacts, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("Calibration \(facts.calibration.reference) is answered by its reviewers, each for themselves.") { actor in
            enters.allows(actor) && facts.sheet(for: parties) != nil && parties.isDisjoint(with: facts.barred)
        }
    }

    /// A manager who is one of its reviewers hands in their own answers first, since closing shows them the others’.
    public static func closes(_ facts: CalibrationFacts, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("A manager closes calibration \(facts.calibration.reference), after their own answers were handed in, and never one of their own work.") { actor in
            plans.allows(actor) && parties.isDisjoint(with: facts.barred) && facts.sheet(for: parties).map { $0.submitted != nil } ?? true
        }
    }
}
