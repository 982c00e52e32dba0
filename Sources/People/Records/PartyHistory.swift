import Kernel
import Storage

extension Parties {
    /// What happened to a person, post or team and may be seen, newest first: what was done to it, and when it came to a
    /// post or a team or left one.
    ///
    /// - Parameters:
    ///   - sequence: the entry before which it ends; nil for the newest.
    ///   - limit: the most entries.
    func history(of party: Party, for actor: Actor, before sequence: Int64? = nil, limit: Int) throws -> [Entry] {
        let journal = Journal(session)
        func isSeen(_ entry: Entry) -> Bool { PeoplePolicy.sees(entry).allows(actor) }
        var (seen, last) = ([Entry](), sequence)
        while seen.count < limit {
            let found = try journal.entries(within: party.subject, before: last, limit: limit)
            seen += found.filter(isSeen)
            guard found.count == limit, let oldest = found.last else { break }
            last = oldest.sequence
        }
        // A time in a post or a team belongs to that post or team, so a person's are asked for by themselves.
        if party.kind == .person {
            let ties = try holdings(of: party.id).map(\.subject) + memberships(of: party.id).map(\.subject)
            seen += try journal.entries(aboutAnyOf: ties).filter { $0.sequence < sequence ?? .max && isSeen($0) }
        }
        return Array(seen.sorted { $0.sequence > $1.sequence }.prefix(limit))
    }
}
