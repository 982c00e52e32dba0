public import Kernel
public import People

/// Who may do what with audits and with what officers are authorised for.
public enum AuditPolicy {
    public static let reads = Permission("An inspecting officer, an approver, a manager or an administrator reads audits, findings and authorisations.") {
        $0.holds(anyOf: .officer, .approver, .manager, .administrator)
    }

    public static let plans = Permission("An officer or a manager plans an audit.") { $0.holds(anyOf: .officer, .manager, .administrator) }

    /// - Parameter parties: for whom the actor acts on the day.
    public static func keeps(_ audit: Audit, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("Audit \(audit.reference) is kept by its officer, or by a manager.") { actor in
            actor.holds(anyOf: .manager, .administrator) || actor.holds(.officer) && parties.contains(audit.officer)
        }
    }

    /// A second person: never the officer who goes.
    ///
    /// - Parameter parties: for whom the actor acts on the day.
    public static func excepts(_ audit: Audit, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("An approver lets an officer go beyond their authorisation, and never for an audit of their own.") { $0.holds(.approver) && !parties.contains(audit.officer) }
    }

    public static let authorises = Permission("A manager or an administrator says what levels there are and which officers have them.") { $0.holds(anyOf: .manager, .administrator) }
}
