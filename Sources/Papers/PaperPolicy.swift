import Kernel
public import People

/// Who may do what with papers.
public enum PaperPolicy {
    public static let reads = Permission("Everyone who is signed in reads papers, drafts as well.") { !$0.roles.isEmpty }

    public static let writes = Permission("A manager or an administrator writes papers and keeps their templates.") {
        $0.holds(anyOf: .manager, .administrator)
    }

    public static func issues(_ paper: Paper) -> Permission {
        Permission("An approver issues a paper, and never one that they wrote themselves.") { actor in
            actor.holds(.approver) && !actor.isSame(as: paper.author)
        }
    }

    public static let recalls = Permission("An approver withdraws a paper that was issued.") { $0.holds(.approver) }
}
