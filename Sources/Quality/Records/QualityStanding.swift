import Kernel
import People
import Storage

extension Session {
    /// For each auditor and the day of their work: the auditor, whoever stood behind that post or team then, and whoever has since.
    func barred(from works: [(auditor: ID<Party>, day: Day)]) throws -> [Set<ID<Party>>] {
        let auditors = Set(works.map(\.auditor)).sorted()
        let holders = Dictionary(grouping: try all(Holding.self, "WHERE post IN (\(list: auditors)) ORDER BY id"), by: \.post)
        let members = Dictionary(grouping: try all(Membership.self, "WHERE team IN (\(list: auditors)) ORDER BY id"), by: \.team)
        return works.map { work in
            let held = (holders[work.auditor] ?? []).filter { $0.through.map { work.day <= $0 } ?? true }.map(\.person)
            let joined = (members[work.auditor] ?? []).filter { $0.through.map { work.day <= $0 } ?? true }.map(\.person)
            return Set([work.auditor] + held + joined)
        }
    }

    /// The team that somebody, or whoever held the post, was in on a day: the first by name; nil where they were in none.
    func office(of party: ID<Party>, on day: Day) throws -> ID<Party>? {
        let held = try Parties(self).holdings(of: party).filter { $0.post == party && $0.from <= day && $0.through.map { day <= $0 } ?? true }.map(\.person)
        let persons = [party] + held
        let teams = try all(Membership.self, "WHERE person IN (\(list: persons)) ORDER BY id").filter { $0.from <= day && $0.through.map { day <= $0 } ?? true }.map(\.team)
        return try all(Party.self, "WHERE id IN (\(list: teams))").min { ($0.name, $0.id) < ($1.name, $1.id) }?.id
    }
}

extension Session {
    /// For whom somebody acts at checks: those of today, whichever day is looked at, so that no day gives the rights of another; and always themselves, since whoever is about to leave did their work all the same.
    func qualityParties(of actor: Actor, on day: Day) throws -> Set<ID<Party>> {
        try Parties(self).actedFor(by: actor, on: today ?? day).union(actor.person.map { [ID($0)] } ?? [])
    }
}
