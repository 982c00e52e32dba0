public import Kernel
import People
public import Storage

/// What officers may audit by themselves: levels, who has them, and exceptions.
extension Audits {
    /// Sets up a level, or words one anew from a day: what stood before then ends the day before.
    ///
    /// - Throws: `not-allowed`, `own-authorisation`, `fields-need-attention`
    @discardableResult
    public func define(_ new: NewAuthorisationLevel, _ work: Work) throws -> AuthorisationLevel {
        try AuditPolicy.authorises.check(work.actor)
        let own = try Parties(work.session).actedFor(by: work.actor, on: work.today).map(\.number)
        if try work.session.count(Authorisation.self, "WHERE level = \(new.code) AND officer IN (\(list: own)) AND (until_on IS NULL OR until_on >= \(new.from))") > 0 {
            throw Refusal.forbidden("own-authorisation", "You have that level, and nobody words their own authorisation. Ask another manager or administrator.")
        }
        let earlier = try work.session.all(AuthorisationLevel.self, "WHERE code = \(new.code) ORDER BY from_on")
        if let last = earlier.last {
            guard new.from > last.from else {
                throw Refusal.fields([.init("from", "“\(new.code)” stands so from \(last.from). Another wording counts from a later day.")])
            }
            if last.until.map({ $0 >= new.from }) ?? true {
                var ended = last
                ended.until = new.from.adding(days: -1)
                try work.change("ended the level’s wording", ended)
            }
        }
        let level = try work.add("set up the level") { id in
            AuthorisationLevel(
                id: id, code: new.code, name: new.name, asks: new.asks, kinds: new.kinds, complexity: new.complexity, band: new.band, sleeping: new.sleeping,
                revalidate: new.revalidate, from: new.from)
        }
        try work.save(level.kinds, of: level.id, in: AuthorisationLevel.kindTable)
        return level
    }

    /// Ends a level with a day, the last on which it counts. Whoever has it may audit nothing by it after.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func end(_ level: AuthorisationLevel, until day: Day, _ work: Work) throws -> AuthorisationLevel {
        try AuditPolicy.authorises.check(work.actor)
        guard day >= level.from else { throw Refusal.fields([.init("until", "\(day) is before \(level.from), from which it stands.")]) }
        if let until = level.until, until < day { throw Refusal.fields([.init("until", "It ended on \(until). Word it anew to have it again.")]) }
        var changed = level
        changed.until = day
        return try work.change("ended the level", changed)
    }

    /// Gives an officer a level. Where the level is looked at again after some months and no end is given, it ends then.
    ///
    /// - Throws: `not-allowed`, `own-authorisation`, `fields-need-attention`
    @discardableResult
    public func authorise(_ new: NewAuthorisation, _ work: Work) throws -> Authorisation {
        try AuditPolicy.authorises.check(work.actor)
        let officer = try Parties(work.session).named(new.officer, field: "officer")
        guard officer.kind != .team else { throw Refusal.fields([.init("officer", "\(officer.name) is a team. Authorise its people one by one.")]) }
        if try work.actor.person == officer.id.number || Parties(work.session).actedFor(by: work.actor, on: work.today).contains(officer.id) {
            throw Refusal.forbidden("own-authorisation", "Nobody authorises themselves. Ask another manager or administrator.")
        }
        let level = try work.session.level(named: new.level, on: new.from, field: "level")
        let until = new.until ?? level.revalidate.map { new.from.adding(months: $0).adding(days: -1) }
        return try work.add("authorised the officer") { id in
            Authorisation(id: id, officer: officer.id, level: level.code, from: new.from, until: until, note: new.note, by: work.actor.subject)
        }
    }

    /// Ends it with a day, the last on which it holds.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func end(_ authorisation: Authorisation, until day: Day, _ work: Work) throws -> Authorisation {
        try AuditPolicy.authorises.check(work.actor)
        guard day >= authorisation.from else { throw Refusal.fields([.init("until", "\(day) is before \(authorisation.from), from which it holds.")]) }
        if let until = authorisation.until, until < day { throw Refusal.fields([.init("until", "It ended on \(until). Give it again to have it longer.")]) }
        var changed = authorisation
        changed.until = day
        return try work.change("ended the authorisation", changed)
    }

    /// Lets the officer carry out one audit beyond their authorisation, as it is planned now.
    ///
    /// - Throws: `not-allowed`, `audit-completed`, `audit-abandoned`, `exception-not-needed`
    @discardableResult
    public func except(_ audit: Audit, because: String, _ work: Work) throws -> AuthorisationException {
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        try AuditPolicy.excepts(audit, actingFor: parties).check(work.actor)
        try refuseEnded(audit, work)
        let facts = try work.session.facts(of: audit)
        guard !facts.whyNot(on: facts.day).isEmpty else {
            throw Refusal.conflict("exception-not-needed", "\(facts.officer) may carry out \(audit.reference) as it is planned, so there is nothing to make an exception for.")
        }
        return try work.add("let the officer go beyond their authorisation", in: audit.subject) { id in
            AuthorisationException(id: id, audit: audit, on: work.today, because: because, by: work.actor.subject)
        }
    }
}
