public import Kernel
import People
import Premises
public import Storage

extension Session {
    /// - Throws: `audit-not-found`
    public func audit(_ reference: String) throws -> Audit {
        try first(
            Audit.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("audit-not-found", "There is no audit “\(reference.prefix(60))”. The list shows those there are."))
    }

    /// Everything recorded about an audit.
    public func facts(of audit: Audit, _ neighbours: AuditNeighbours = .none) throws -> AuditFacts {
        guard let facts = try auditFacts("WHERE id = \(audit.id)", neighbours).first else { throw Refusal.missing("audit-not-found", "There is no audit “\(audit.reference)”.") }
        return facts
    }

    /// An audit that was there on a day.
    ///
    /// - Throws: `audit-not-planned-then`
    func auditThen(_ audit: Audit, on day: Day, _ neighbours: AuditNeighbours) throws -> AuditFacts {
        let facts = try facts(of: audit, neighbours)
        guard facts.isHere(on: day) else {
            throw Refusal.missing("audit-not-planned-then", "\(audit.reference) came on record on \(audit.since), after \(day). Choose a later day.")
        }
        return facts
    }

    func auditFacts(numbered ids: [ID<Audit>], _ neighbours: AuditNeighbours) throws -> [AuditFacts] { try auditFacts("WHERE id IN (\(list: ids))", neighbours) }

    /// Those that were carried out in a span and had been completed by a day.
    public func completedAudits(carriedOut span: ClosedRange<Day>, by day: Day) throws -> [AuditFacts] {
        try auditFacts("WHERE completed_on <= \(day) AND carried_out_on BETWEEN \(span.lowerBound) AND \(span.upperBound)", .none)
    }

    /// Those that still wait for something on a day: the visit, the completion, the letter.
    func waitingAudits(on day: Day, _ neighbours: AuditNeighbours) throws -> [AuditFacts] {
        try auditFacts("""
            WHERE since_on <= \(day) AND (abandoned_on IS NULL OR abandoned_on > \(day))
            AND (completed_on IS NULL OR completed_on > \(day) OR id NOT IN (SELECT audit FROM audit_letter WHERE sent_on <= \(day)))
            """, neighbours).filter { $0.state(on: day).isOpen || $0.owesLetter(on: day) }
    }

    /// The audits of some premises that were there on a day, the latest first.
    func audits(at subjects: [Subject], on day: Day) throws -> [AuditFacts] {
        let premises = subjects.filter { $0.kind == Premises.table.name }.map(\.number)
        return premises.isEmpty ? [] : try auditFacts("WHERE premises IN (\(list: premises))", .none).filter { $0.isHere(on: day) }
    }

    /// The latest first, by the day on which each was or will be carried out.
    private func auditFacts(_ clause: SQL, _ neighbours: AuditNeighbours) throws -> [AuditFacts] {
        let audits = try all(Audit.self, clause)
        let within: SQL = "SELECT id FROM audit \(clause)"
        let premises = Dictionary(uniqueKeysWithValues: try all(Premises.self, "WHERE id IN (SELECT premises FROM audit \(clause))").map { ($0.id, $0) })
        let officers = Set(audits.map(\.officer))
        let names = Dictionary(uniqueKeysWithValues: try all(Party.self, "WHERE id IN (SELECT officer FROM audit \(clause))").map { ($0.id, $0.name) })
        let behind = try Officers(of: officers, self)
        let authorisations = Dictionary(grouping: try all(Authorisation.self, "ORDER BY id"), by: \.officer)
        let levels = try all(AuthorisationLevel.self, "ORDER BY id")
        let followed = Dictionary(grouping: try all(Audit.self, "WHERE follows IN (\(within))"), by: \.follows)
        let before = Dictionary(uniqueKeysWithValues: try all(Audit.self, "WHERE id IN (SELECT follows FROM audit WHERE id IN (\(within)))").map { ($0.id, $0.reference) })
        let exceptions = Dictionary(try all(AuthorisationException.self, "WHERE audit IN (\(within)) ORDER BY id").map { ($0.audit, $0) }) { _, last in last }
        let letters = Dictionary(grouping: try all(AuditLetter.self, "WHERE audit IN (\(within)) ORDER BY id"), by: \.audit)
        let dueBy = try neighbours.letterDue(self)
        return audits.sorted { ($0.sheet.carriedOut ?? $0.planned, $0.id) > ($1.sheet.carriedOut ?? $1.planned, $1.id) }.compactMap { audit in
            guard let place = premises[audit.premises] else { return nil }
            let day = audit.sheet.carriedOut ?? audit.planned
            let parties = behind.parties(of: audit.officer, on: day)
            return AuditFacts(
                audit: audit, premises: place, officer: names[audit.officer] ?? "", offices: behind.teams(of: parties, on: day), follows: audit.follows.flatMap { before[$0] },
                followed: followed[audit.id] ?? [],
                authorisations: OfficerAuthorisations(officer: names[audit.officer] ?? "", held: parties.flatMap { authorisations[$0] ?? [] }, levels: levels),
                exception: exceptions[audit.id], letters: letters[audit.id] ?? [], letterDue: audit.completed.flatMap(dueBy))
        }
    }
}

/// Who stands behind officers, and in which teams: what an audit’s office is known by.
struct Officers {
    private let holdings: [ID<Party>: [Holding]]
    private let memberships: [ID<Party>: [Membership]]
    private let teams: [ID<Party>: String]

    init(of officers: Set<ID<Party>>, _ session: Session) throws {
        holdings = Dictionary(grouping: try session.all(Holding.self, "ORDER BY id").filter { officers.contains($0.post) }, by: \.post)
        memberships = Dictionary(grouping: try session.all(Membership.self, "ORDER BY id"), by: \.person)
        teams = Dictionary(uniqueKeysWithValues: try session.all(Party.self, "WHERE kind = \(PartyKind.team)").map { ($0.id, $0.name) })
    }

    /// The officer, and whoever held the post where it is one.
    func parties(of officer: ID<Party>, on day: Day) -> [ID<Party>] {
        [officer] + (holdings[officer] ?? []).filter { $0.from <= day && $0.through.map { day <= $0 } ?? true }.map(\.person)
    }

    func teams(of parties: [ID<Party>], on day: Day) -> [String] {
        Set(parties.flatMap { memberships[$0] ?? [] }.filter { $0.from <= day && $0.through.map { day <= $0 } ?? true }.compactMap { teams[$0.team] }).sorted()
    }
}

extension Session {
    /// What an officer, or whoever holds the post, is authorised for.
    func officerAuthorisations(of officer: ID<Party>, on day: Day) throws -> OfficerAuthorisations {
        let parties = try Officers(of: [officer], self).parties(of: officer, on: day)
        return OfficerAuthorisations(
            officer: try Parties(self).get(officer).name, held: try all(Authorisation.self, "WHERE officer IN (\(list: parties)) ORDER BY id"),
            levels: try all(AuthorisationLevel.self, "ORDER BY id"))
    }

    /// A level as it is worded on a day.
    ///
    /// - Throws: `fields-need-attention`
    func level(named code: String, on day: Day, field: String) throws -> AuthorisationLevel {
        let levels = try all(AuthorisationLevel.self, "ORDER BY id").filter { $0.stands(on: day) }
        guard let found = levels.first(where: { $0.code == code }) else {
            throw Refusal.fields([.init(field, levels.isEmpty
                ? "No level stood on \(day). Set one up first."
                : "“\(code.prefix(40))” was no level on \(day). Use \(listed(levels.map(\.code), joinedBy: "or")).")])
        }
        return found
    }

    /// - Throws: `authorisation-level-not-found`
    func authorisationLevel(_ id: ID<AuthorisationLevel>) throws -> AuthorisationLevel {
        try first(AuthorisationLevel.self, "WHERE id = \(id)", or: Refusal.missing("authorisation-level-not-found", "There is no level of the number \(id)."))
    }

    /// - Throws: `authorisation-not-found`
    func authorisation(_ id: ID<Authorisation>) throws -> Authorisation {
        try first(Authorisation.self, "WHERE id = \(id)", or: Refusal.missing("authorisation-not-found", "There is no authorisation of the number \(id)."))
    }

    /// - Throws: `audit-letter-not-found`
    func auditLetter(_ id: ID<AuditLetter>, of audit: Audit) throws -> AuditLetter {
        try first(AuditLetter.self, "WHERE id = \(id) AND audit = \(audit.id)", or: Refusal.missing("audit-letter-not-found", "\(audit.reference) has no letter of the number \(id)."))
    }
}
