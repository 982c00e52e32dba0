import Kernel
import People

/// Who may do what with what a board's member has before them.
enum BoardRoomPolicy {
    static func reads(of person: ID<Party>) -> Permission {
        Permission("What a board’s member has before them is read by that person, and by an administrator.") {
            !$0.roles.isEmpty && ($0.person == person.number || $0.holds(.administrator))
        }
    }

    /// Whose room an actor asks for: their own.
    ///
    /// - Throws: `nobody-sits-here`, `not-allowed`
    static func own(_ actor: Actor) throws -> ID<Party> {
        guard let number = actor.person else { throw Refusal.nobodysRoom }
        let person = ID<Party>(number)
        try reads(of: person).check(actor)
        return person
    }

    static func looks(_ person: ID<Party>) -> Permission {
        Permission("That something was read is said by the person who read it.") { !$0.roles.isEmpty && $0.person == person.number }
    }
}
