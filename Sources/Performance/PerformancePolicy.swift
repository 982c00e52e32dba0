public import Kernel
public import People

/// Who may do what with measures and reports of them.
public enum PerformancePolicy {
    public static let reads = Permission("Everyone who is signed in reads measures and reports of performance.") { !$0.roles.isEmpty }

    public static let keeps = Permission("A manager or an administrator keeps measures, their targets and their charts.") { $0.holds(anyOf: .manager, .administrator) }

    /// - Parameter parties: for whom the actor acts on the day.
    public static func records(_ measure: PerformanceMeasure, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("The values of \(measure.reference) are recorded by its owner, or by a manager.") { actor in
            actor.holds(anyOf: .manager, .administrator) || measure.owner.map(parties.contains) ?? false
        }
    }

    static let recordsAny = Permission("Values are recorded by the owner of a measure, or by a manager.") { $0.holds(anyOf: .manager, .administrator) }

    public static let signs = Permission("A manager or an administrator writes and signs a report of performance.") { $0.holds(anyOf: .manager, .administrator) }
}
