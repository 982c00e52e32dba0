import Kernel
import Storage

extension Party {
    /// As it is shown to whoever asks: without an e-mail address that they may not see, so that it is not found by that either.
    func shown(to actor: Actor) -> Party { PeoplePolicy.seesEmail(of: self).allows(actor) ? self : withoutEmail }
}

extension Entry {
    /// The same with what the record then said as it is shown to whoever asks.
    func shown(to actor: Actor) throws -> Entry {
        guard let party: Party = record(), party.email != nil, !PeoplePolicy.seesEmail(of: party).allows(actor) else { return self }
        return try holding(party.withoutEmail)
    }
}
