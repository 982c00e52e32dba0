import Kernel
public import People

/// Who may do what with papers.
public enum PaperPolicy {
    public static let reads = Permission("Everyone who is signed in reads papers, drafts as well.") { !$0.roles.isEmpty }

    public static let writes = Permission("A manager or an administrator writes papers and keeps their templates.") {
        $0.holds(anyOf: .manager, .administrator)
    }

    /// - Parameter writers: whoever began the paper or changed a word of it, as the journal names them.
    public static func issues(writtenBy writers: Set<String>) -> Permission {
        Permission("An approver issues a paper, and never one of which they wrote a word themselves.") { actor in
            actor.holds(.approver) && !writers.contains(where: actor.isSame)
        }
    }

    public static let recalls = Permission("An approver withdraws a paper that was issued.") { $0.holds(.approver) }
}
