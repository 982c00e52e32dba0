public import Kernel
import Storage

/// One sentence of who may do what, and the test behind it.
public struct Permission: Sendable {
    /// Names who may, so that a refusal tells whom to ask.
    public let sentence: String
    private let holds: @Sendable (Actor) -> Bool

    public init(_ sentence: String, _ holds: @escaping @Sendable (Actor) -> Bool) {
        self.sentence = sentence
        self.holds = holds
    }

    public func allows(_ actor: Actor) -> Bool { holds(actor) }

    /// - Throws: `not-allowed`, with the sentence.
    public func check(_ actor: Actor) throws(Refusal) {
        guard holds(actor) else { throw .forbidden("not-allowed", sentence) }
    }
}

/// Who may do what with persons, posts, teams and accounts.
public enum PeoplePolicy {
    public static let seesParties = Permission("Everyone who is signed in sees persons, posts and teams.") {
        !$0.roles.isEmpty
    }

    /// People sign in with these, and nobody's work but that of whoever keeps them needs them.
    static func seesEmail(of party: Party) -> Permission {
        Permission("An e-mail address is seen by the person whose it is, and by a manager or an administrator.") {
            $0.person == party.id.number || keepsParties.allows($0)
        }
    }

    /// A plan that is loaded names owners whom nobody has entered yet.
    public static let namesParties = Permission("A manager or an administrator adds persons, posts and teams.") {
        $0.holds(anyOf: .manager, .administrator)
    }

    public static let keepsParties = Permission(
        "A manager or an administrator changes persons, posts and teams, and says who holds and belongs to which."
    ) {
        $0.holds(anyOf: .manager, .administrator)
    }

    public static let keepsAccounts = Permission("An administrator keeps accounts and roles.") {
        $0.holds(.administrator)
    }

    /// Whoever has a link chooses the account's password and signs in, so a program would get more than its scopes by one.
    public static let makesLinks = Permission(
        "A link to choose a password is made by an administrator who is signed in, or by the operator at the command line."
    ) {
        $0.through == nil && $0.holds(.administrator)
    }

    /// What happened to persons, posts and teams is for everybody; anything else, as what concerns an account, is not.
    static func sees(_ entry: Entry) -> Permission {
        let open: Set = [Party.table.name, Holding.table.name, Membership.table.name]
        return Permission("What happened to an account is seen by an administrator.") {
            open.contains(entry.subject.kind) ? seesParties.allows($0) : keepsAccounts.allows($0)
        }
    }

    public static func changesPassword(of account: Account) -> Permission {
        Permission("A password is changed by the person whose it is.") { $0.person == account.person.number }
    }

    /// A token acts in a person's name, so nobody makes one for another, and no program makes one for itself.
    public static func makesTokens(of account: Account) -> Permission {
        Permission("A token for programs is made by the person it acts as, signed in, or by the operator at the command line.") {
            $0.through == nil && ($0.person == account.person.number || $0 == .operator)
        }
    }

    public static func keepsTokens(of account: Account) -> Permission {
        Permission("A token for programs is seen and revoked by the person it acts as, and by an administrator.") {
            $0.person == account.person.number || $0.holds(.administrator)
        }
    }

    /// - Throws: `own-administration`
    static func checkKeepsOwnAdministration(_ account: Account, without role: Bool, by actor: Actor) throws(Refusal) {
        guard actor.person == account.person.number, role else { return }
        throw .forbidden(
            "own-administration",
            "Administrators can't suspend themselves or give up their own role. Ask another administrator to do it.")
    }
}
