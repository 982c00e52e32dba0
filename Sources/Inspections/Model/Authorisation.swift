public import Kernel
public import People

/// That an officer has a level, from a day and until another.
public struct Authorisation: Codable, Equatable, Sendable {
    public let id: ID<Authorisation>
    public var version: Int
    /// The person, or the post whose holder has it.
    public let officer: ID<Party>
    /// The code of a level.
    public let level: String
    public let from: Day
    /// The last day on which it holds; nil while no end is set.
    public var until: Day?
    /// What it rests on: a certificate, supervised visits.
    public var note: String?
    /// Who gave it, as the journal names them.
    public let by: String

    public init(id: ID<Authorisation>, version: Int = 1, officer: ID<Party>, level: String, from: Day, until: Day? = nil, note: String? = nil, by: String) {
        (self.id, self.version, self.officer, self.level) = (id, version, officer, level)
        (self.from, self.until, self.note, self.by) = (from, until, note, by)
    }

    public func holds(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }
}

/// What a person enters who gives one.
public struct NewAuthorisation: Sendable, Equatable {
    /// The name of a person or post on record.
    public var officer: String
    public var level: String
    public var from: Day
    /// Nil to go by the level’s own months, or to set no end.
    public var until: Day?
    public var note: String?

    public init(officer: String, level: String, from: Day, until: Day? = nil, note: String? = nil) {
        (self.officer, self.level, self.from, self.until, self.note) = (officer, level, from, until, note)
    }

    public init(reading fields: inout Fields) {
        officer = fields.line("officer", "The officer", atMost: 200)
        level = fields.line("level", "Level", atMost: 40).lowercased()
        from = fields.day("from", "From")
        until = fields.optionalDay("until", "Until")
        fields.checkOrder(from, "until", until)
        note = fields.optionalText("note", "What it rests on", atMost: 2000)
    }
}

/// That an approver let an officer carry out one audit beyond their authorisation, with the reason.
public struct AuthorisationException: Codable, Equatable, Sendable {
    public let id: ID<AuthorisationException>
    public var version: Int
    public let audit: ID<Audit>
    /// What it was given for; an audit that asks for more afterwards is not covered.
    public let officer: ID<Party>
    public let kind: AuditKind
    public let complexity: AuditComplexity
    public let band: AuditRisk?
    public let on: Day
    public let because: String
    /// Who recorded it, as the journal names them.
    public let by: String

    public init(id: ID<AuthorisationException>, version: Int = 1, audit: Audit, on: Day, because: String, by: String) {
        self.init(
            id: id, version: version, audit: audit.id, officer: audit.officer, kind: audit.kind, complexity: audit.complexity, band: audit.band, on: on, because: because, by: by)
    }

    init(
        id: ID<AuthorisationException>, version: Int, audit: ID<Audit>, officer: ID<Party>, kind: AuditKind, complexity: AuditComplexity, band: AuditRisk?, on: Day,
        because: String, by: String
    ) {
        (self.id, self.version, self.audit, self.officer, self.kind) = (id, version, audit, officer, kind)
        (self.complexity, self.band, self.on, self.because, self.by) = (complexity, band, on, because, by)
    }

    /// Whether it lets the audit be carried out as it stands now.
    public func covers(_ audit: Audit) -> Bool {
        self.audit == audit.id && officer == audit.officer && kind == audit.kind && complexity == audit.complexity && band == audit.band
    }
}
