public import Kernel
public import Storage

/// Persons, posts and teams, and who stands for whom on a day, read inside a transaction.
public struct Parties {
    let session: Session

    public init(_ session: Session) { self.session = session }

    /// - Throws: `party-not-found`
    public func get(_ id: ID<Party>) throws -> Party {
        guard let party = try session.find(id) else {
            throw Refusal.missing("party-not-found", "There is no person, post or team with the number \(id).")
        }
        return party
    }

    /// By name, however it is spelt; see `Party.key`.
    public func named(_ name: String) throws -> Party? { try session.first(Party.self, "WHERE key = \(Party.key(name))") }

    /// The one that a field of a form names.
    ///
    /// - Throws: `fields-need-attention`
    public func named(_ name: String, field: String) throws -> Party {
        guard let party = try named(name) else {
            throw Refusal.fields([.init(field, "“\(name)” is not on record. Choose a name from the list, or add it under People first.")])
        }
        return party
    }

    /// Every party, by kind and then by name.
    public func all() throws -> [Party] { try session.all(Party.self).sorted(by: Parties.byName) }

    /// The name of each, for pages that show many.
    public func names() throws -> [ID<Party>: String] {
        Dictionary(uniqueKeysWithValues: try session.rows("SELECT id, name FROM party") { (try $0.next(), try $0.next()) })
    }

    /// The names that a form offers: of persons, posts and teams that are still here.
    public func namesHere() throws -> [String] { try all().filter { $0.leftOn == nil }.map(\.name).sorted() }

    /// For whom a person acts on a day: themselves, the posts they hold and the teams they belong to. Who has left acts for
    /// nobody, and nobody acts for what has ended.
    public func actedFor(by person: ID<Party>, on day: Day) throws -> Set<ID<Party>> {
        let posts = try holdings(of: person).filter { Span($0).contains(day) }.map(\.post)
        let teams = try memberships(of: person).filter { Span($0).contains(day) }.map(\.team)
        let here = Set(try here(among: [person] + posts + teams, on: day).map(\.id))
        return here.contains(person) ? here : []
    }

    /// For whom an actor acts on a day; for nobody where no person is behind it.
    public func actedFor(by actor: Actor, on day: Day) throws -> Set<ID<Party>> {
        try actor.person.map { try actedFor(by: ID($0), on: day) } ?? []
    }

    /// For whom a person acted on any day of a stretch, whatever has ended since: themselves, posts that they held, teams that
    /// they belonged to. What was ended within the stretch counts, whichever day was given as its last.
    public func actedFor(by person: ID<Party>, from first: Day, through last: Day) throws -> Set<ID<Party>> {
        let (held, joined) = (try holdings(of: person), try memberships(of: person))
        let touched = Set(try Journal(session).entries(aboutAnyOf: held.map(\.subject) + joined.map(\.subject)).filter { $0.moment.day >= first }.map(\.subject))
        func counts(_ span: Span, _ subject: Subject) -> Bool {
            touched.contains(subject) || span.from <= last && span.through.map { $0 >= first } ?? true
        }
        let posts = held.filter { counts(Span($0), $0.subject) }.map(\.post)
        let teams = joined.filter { counts(Span($0), $0.subject) }.map(\.team)
        return Set([person] + posts + teams)
    }

    private func here(among parties: [ID<Party>], on day: Day) throws -> [Party] {
        try session.all(Party.self, "WHERE id IN (\(list: parties))").filter { $0.isHere(on: day) }
    }

    /// Who holds a post or belongs to a team on a day, of those who are here then; a person stands for themselves.
    public func persons(behind party: ID<Party>, on day: Day) throws -> [Party] {
        let party = try get(party)
        guard party.isHere(on: day) else { return [] }
        let persons: [ID<Party>] = switch party.kind {
        case .person: [party.id]
        case .post: try holdings(of: party.id).filter { Span($0).contains(day) }.map(\.person)
        case .team: try memberships(of: party.id).filter { Span($0).contains(day) }.map(\.person)
        }
        return try here(among: persons, on: day).sorted(by: Parties.byName)
    }

    /// By kind, then by name. Sorted here because the two engines order letters differently.
    static func byName(_ a: Party, _ b: Party) -> Bool {
        (a.kind.rawValue, a.name.lowercased(), a.id) < (b.kind.rawValue, b.name.lowercased(), b.id)
    }

    /// The holdings of a post, or those of a person, latest first.
    public func holdings(of party: ID<Party>) throws -> [Holding] {
        try session.all(Holding.self, "WHERE post = \(party) OR person = \(party) ORDER BY from_on DESC, id DESC")
    }

    /// The memberships of a team, or those of a person, latest first.
    public func memberships(of party: ID<Party>) throws -> [Membership] {
        try session.all(Membership.self, "WHERE team = \(party) OR person = \(party) ORDER BY from_on DESC, id DESC")
    }

    /// Who holds each post and belongs to each team on a day, of what and who is here then.
    public func standIns(on day: Day) throws -> [ID<Party>: [ID<Party>]] {
        let here = Set(try session.all(Party.self).lazy.filter { $0.isHere(on: day) }.map(\.id))
        let held = try session.all(Holding.self, "ORDER BY id").filter { Span($0).contains(day) }.map { ($0.post, $0.person) }
        let joined = try session.all(Membership.self, "ORDER BY id").filter { Span($0).contains(day) }.map { ($0.team, $0.person) }
        return (held + joined).reduce(into: [:]) { persons, tie in
            if here.contains(tie.0), here.contains(tie.1) { persons[tie.0, default: []].append(tie.1) }
        }
    }

    /// The name behind what the journal calls `who`: `person/3` is that person's name, and with a program between,
    /// `Jo Lane through “Nightly export”`; others are as they are.
    public func name(ofWho who: String) throws -> String {
        let parts = who.split(separator: " ")
        guard let first = parts.first, let subject = Subject(first), subject.kind == "person",
              let name = try session.find(ID<Party>(subject.number))?.name else { return who }
        guard parts.count == 3, parts[1] == "through" else { return parts.count == 1 ? name : who }
        let token = try Subject(parts[2]).flatMap { try session.find(ID<ProgramToken>($0.number)) }
        return "\(name) through " + (token.map { "“\($0.name)”" } ?? String(parts[2]))
    }

    /// The name of the person behind `who` alone, whatever program stood between: what a document for others says.
    public func person(ofWho who: String) throws -> String {
        guard let first = who.split(separator: " ").first, Subject(first)?.kind == "person" else { return who }
        return try name(ofWho: String(first))
    }

    /// The name behind each of several, each looked up once.
    public func names(ofWhos whos: some Sequence<String>) throws -> [String: String] {
        try Dictionary(uniqueKeysWithValues: Set(whos).map { ($0, try name(ofWho: $0)) })
    }
}
