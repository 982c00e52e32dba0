import Kernel
public import Markup

/// Every address that premises have.
public enum PremisesLinks {
    public static let list = Link("premises")
    static let new = Link("premises", "new")

    static func export(_ format: String) -> Link { Link("premises", "export", format) }
    public static func premises(_ premises: Premises) -> Link { Link("premises", premises.reference) }
    static func premises(_ premises: Premises, _ part: String) -> Link { Link("premises", premises.reference, part) }
    static func newResponsible(_ premises: Premises) -> Link { Link("premises", premises.reference, "responsible", "new") }
    static func responsible(_ responsibility: Responsibility, _ premises: Premises) -> Link {
        Link("premises", premises.reference, "responsible", responsibility.id, "edit")
    }
}

/// Every address that duty holders have.
public enum DutyHolderLinks {
    public static let list = Link("duty-holders")
    static let new = Link("duty-holders", "new")

    public static func holder(_ holder: DutyHolder) -> Link { Link("duty-holders", holder.id) }
    static func holder(_ holder: DutyHolder, _ part: String) -> Link { Link("duty-holders", holder.id, part) }
    static func newAddress(_ holder: DutyHolder) -> Link { Link("duty-holders", holder.id, "addresses", "new") }
    static func address(_ address: ServiceAddress, _ holder: DutyHolder) -> Link { Link("duty-holders", holder.id, "addresses", address.id, "edit") }
}
