import Kernel
import People
import Premises
public import Storage

extension Session {
    /// - Throws: `case-not-found`
    public func enforcementCase(_ reference: String) throws -> EnforcementCase {
        try first(
            EnforcementCase.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("case-not-found", "There is no case “\(reference.prefix(60))”. The list shows those there are."))
    }

    /// - Throws: `notice-not-found`
    public func notice(_ reference: String) throws -> Notice {
        try first(
            Notice.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("notice-not-found", "There is no notice “\(reference.prefix(60))”. The list shows those there are."))
    }

    func rationale(of enforcementCase: EnforcementCase) throws -> Rationale? { try first(Rationale.self, "WHERE enforcement_case = \(enforcementCase.id)") }

    /// Who may sign what on a day.
    func signingAuthorities(on day: Day) throws -> [SigningAuthority] { try all(SigningAuthority.self, "ORDER BY id").filter { $0.holds(on: day) } }

    /// - Throws: `case-finding-not-found`
    func finding(_ id: ID<CaseFinding>, of enforcementCase: EnforcementCase) throws -> CaseFinding {
        try first(CaseFinding.self, "WHERE id = \(id) AND enforcement_case = \(enforcementCase.id)", or: Refusal.missing("case-finding-not-found", "\(enforcementCase.reference) has no finding of the number \(id)."))
    }

    /// - Throws: `outcome-not-found`
    func outcome(_ id: ID<CaseOutcome>, of enforcementCase: EnforcementCase) throws -> CaseOutcome {
        try first(CaseOutcome.self, "WHERE id = \(id) AND enforcement_case = \(enforcementCase.id)", or: Refusal.missing("outcome-not-found", "\(enforcementCase.reference) has nothing under the number \(id)."))
    }

    /// - Throws: `event-not-found`
    func event(_ id: ID<NoticeEvent>, of notice: Notice) throws -> NoticeEvent {
        try first(NoticeEvent.self, "WHERE id = \(id) AND notice = \(notice.id)", or: Refusal.missing("event-not-found", "Nothing was recorded of \(notice.reference) under the number \(id)."))
    }

    /// - Throws: `authority-not-found`
    func signingAuthority(_ id: ID<SigningAuthority>) throws -> SigningAuthority {
        try first(SigningAuthority.self, "WHERE id = \(id)", or: Refusal.missing("authority-not-found", "There is no authority to sign of the number \(id)."))
    }

    /// As it was served last; nil until it is served, and where every service was struck out.
    func frozenDocument(of notice: Notice) throws -> NoticeDocument? {
        try first(NoticeDocument.self, """
            WHERE notice = \(notice.id)
            AND EXISTS (SELECT 1 FROM notice_event WHERE notice = \(notice.id) AND kind = \(NoticeEvent.Kind.served) AND struck IS NULL) ORDER BY id DESC
            """)
    }

    /// Whoever drafted a notice or changed a word of it, as the journal names them.
    func writers(of notice: Notice) throws -> Set<String> { Set(try Journal(self).entries(about: notice.subject).map(\.who)) }

    /// The same of several notices, in one query.
    func writers(of notices: [Notice]) throws -> [Subject: Set<String>] {
        Dictionary(grouping: try Journal(self).entries(aboutAnyOf: notices.map(\.subject)), by: \.subject).mapValues { Set($0.map(\.who)) }
    }

    // MARK: Facts

    /// Everything recorded about a notice.
    public func facts(of notice: Notice) throws -> NoticeFacts {
        guard let facts = try noticeFacts("WHERE id = \(notice.id)").first else { throw Refusal.missing("notice-not-found", "There is no notice “\(notice.reference)”.") }
        return facts
    }

    func notices(of enforcementCase: EnforcementCase) throws -> [NoticeFacts] { try noticeFacts("WHERE enforcement_case = \(enforcementCase.id)") }

    /// All notices, each with its facts, as they were drafted. It takes as many queries as one notice does.
    public func allNotices() throws -> [NoticeFacts] { try noticeFacts("") }

    private func noticeFacts(_ clause: SQL) throws -> [NoticeFacts] {
        let notices = try all(Notice.self, clause).sorted { $0.id < $1.id }
        let cases = Dictionary(uniqueKeysWithValues: try all(EnforcementCase.self, "WHERE id IN (SELECT enforcement_case FROM notice \(clause))").map { ($0.id, $0) })
        let premises = Dictionary(uniqueKeysWithValues: try all(
            Premises.self, "WHERE id IN (SELECT premises FROM enforcement_case WHERE id IN (SELECT enforcement_case FROM notice \(clause)))").map { ($0.id, $0) })
        let officers = try names(ofParties: "SELECT officer FROM enforcement_case WHERE id IN (SELECT enforcement_case FROM notice \(clause))")
        let policies = try all(EnforcementPolicy.self, "WHERE effective_on IS NOT NULL ORDER BY id")
        let events = Dictionary(grouping: try all(NoticeEvent.self, "WHERE notice IN (SELECT id FROM notice \(clause))"), by: \.notice)
        let findings = Dictionary(grouping: try all(CaseFinding.self, "WHERE struck IS NULL AND enforcement_case IN (SELECT enforcement_case FROM notice \(clause))"), by: \.enforcementCase)
        let particulars = Dictionary(grouping: try all(ServedParticulars.self, "WHERE notice IN (SELECT id FROM notice \(clause))"), by: \.notice)
        var reasoned: Set<ID<EnforcementCase>> = []
        try each("SELECT enforcement_case FROM rationale WHERE enforcement_case IN (SELECT enforcement_case FROM notice \(clause))") { row in reasoned.insert(try row.next()) }
        return notices.compactMap { notice in
            guard let own = cases[notice.enforcementCase], let place = premises[own.premises] else { return nil }
            return NoticeFacts(
                notice: notice, enforcementCase: own, premises: place, officer: officers[own.officer] ?? "", events: events[notice.id] ?? [], policies: policies,
                particulars: particulars[notice.id] ?? [], findings: findings[own.id] ?? [], isReasoned: reasoned.contains(own.id))
        }
    }

    func facts(of enforcementCase: EnforcementCase) throws -> CaseFacts {
        guard let facts = try caseFacts("WHERE id = \(enforcementCase.id)").first else { throw Refusal.missing("case-not-found", "There is no case “\(enforcementCase.reference)”.") }
        return facts
    }

    /// The cases of some premises that were there on a day, the latest first.
    func cases(at subjects: [Subject], on day: Day) throws -> [CaseFacts] {
        let premises = subjects.filter { $0.kind == Premises.table.name }.map(\.number)
        return premises.isEmpty ? [] : try caseFacts("WHERE premises IN (\(list: premises))").filter { $0.isHere(on: day) }
    }

    /// All cases, the latest first. It takes as many queries as one case does.
    public func allCases() throws -> [CaseFacts] { try caseFacts("") }

    private func caseFacts(_ clause: SQL) throws -> [CaseFacts] {
        let within: SQL = "WHERE enforcement_case IN (SELECT id FROM enforcement_case \(clause))"
        let cases = try all(EnforcementCase.self, clause)
        let premises = Dictionary(uniqueKeysWithValues: try all(Premises.self, "WHERE id IN (SELECT premises FROM enforcement_case \(clause))").map { ($0.id, $0) })
        let officers = try names(ofParties: "SELECT officer FROM enforcement_case \(clause)")
        let findings = Dictionary(grouping: try all(CaseFinding.self, within), by: \.enforcementCase)
        let rationales = Dictionary(try all(Rationale.self, within).map { ($0.enforcementCase, $0) }) { first, _ in first }
        let outcomes = Dictionary(grouping: try all(CaseOutcome.self, within), by: \.enforcementCase)
        let notices = Dictionary(grouping: try noticeFacts(within), by: \.notice.enforcementCase)
        return cases.sorted { ($0.opened, $0.id) > ($1.opened, $1.id) }.compactMap { own in
            guard let place = premises[own.premises] else { return nil }
            return CaseFacts(
                enforcementCase: own, premises: place, officer: officers[own.officer] ?? "", findings: (findings[own.id] ?? []).sorted { $0.id < $1.id },
                rationale: rationales[own.id], outcomes: (outcomes[own.id] ?? []).sorted { ($0.on, $0.id) < ($1.on, $1.id) }, notices: notices[own.id] ?? [])
        }
    }

    private func names(ofParties which: SQL) throws -> [ID<Party>: String] {
        Dictionary(uniqueKeysWithValues: try all(Party.self, "WHERE id IN (\(which))").map { ($0.id, $0.name) })
    }
}
