public import Kernel
public import People

/// Who may do what with cases and notices.
public enum CasePolicy {
    /// Whoever else is signed in has the figures, the timeliness of the register and the public register, which tells of what was served.
    public static let reads = Permission("An inspecting officer, an approver, a manager or an administrator reads cases and notices, drafts and notes among them.") {
        $0.holds(anyOf: .officer, .approver, .manager, .administrator)
    }

    public static let opens = Permission("An officer or a manager opens a case.") { $0.holds(anyOf: .officer, .manager, .administrator) }

    /// - Parameter parties: for whom the actor acts on the day.
    public static func keeps(_ enforcementCase: EnforcementCase, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("Case \(enforcementCase.reference) is kept by its officer, or by a manager.") { actor in
            actor.holds(anyOf: .manager, .administrator) || actor.holds(.officer) && parties.contains(enforcementCase.officer)
        }
    }

    /// A second person: never who leads the case, and never who drafted the notice or changed a word of it.
    ///
    /// - Parameter writers: whoever drafted or edited the notice, as the journal names them.
    public static func approves(_ notice: Notice, of enforcementCase: EnforcementCase, actingFor parties: Set<ID<Party>>, writtenBy writers: Set<String>) -> Permission {
        Permission(approvesAny.sentence) { actor in
            actor.holds(.approver) && !actor.isSame(as: notice.by) && !writers.contains(where: actor.isSame) && !parties.contains(enforcementCase.officer)
        }
    }

    public static let approvesAny = Permission("An approver approves a notice, and never one of which they wrote a word or whose case they lead.") { $0.holds(.approver) }

    public static let givesAuthority = Permission("An administrator says who may sign notices.") { $0.holds(.administrator) }
}
