public import Kernel

/// What an officer of a level may audit by themselves. Names and limits are the service’s own; one that changes stands again from another day.
public struct AuthorisationLevel: Codable, Equatable, Sendable {
    public let id: ID<AuthorisationLevel>
    public var version: Int
    /// What officers’ authorisations name it by: `auditor`.
    public let code: String
    public var name: String
    /// What the service asks of whoever has it: a qualification, supervised visits.
    public var asks: String?
    public var kinds: [AuditKind]
    public var complexity: AuditComplexity
    /// The highest risk.
    public var band: AuditRisk
    /// Whether premises in which people sleep are among them.
    public var sleeping: Bool
    /// After so many months somebody looks again at whether it still holds; nil where the service sets no such time.
    public var revalidate: Int?
    public let from: Day
    /// The last day on which it stands so; nil while no end is set.
    public var until: Day?

    public init(
        id: ID<AuthorisationLevel>, version: Int = 1, code: String, name: String, asks: String? = nil, kinds: [AuditKind], complexity: AuditComplexity, band: AuditRisk,
        sleeping: Bool, revalidate: Int? = nil, from: Day, until: Day? = nil
    ) {
        (self.id, self.version, self.code, self.name, self.asks, self.kinds) = (id, version, code, name, asks, kinds)
        (self.complexity, self.band, self.sleeping, self.revalidate) = (complexity, band, sleeping, revalidate)
        (self.from, self.until) = (from, until)
    }

    public func stands(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }

    /// `Full and short audits of simple premises up to medium risk, none in which people sleep`
    public var limits: String {
        "\(listed(kinds.map { $0.words.lowercased() }).capitalisedFirst) of \(complexity == .simple ? "simple premises" : "simple and complex premises") up to \(band.words.lowercased()) risk, \(sleeping ? "those in which people sleep among them" : "none in which people sleep")"
    }
}

/// What a person enters of a level.
public struct NewAuthorisationLevel: Sendable, Equatable {
    public var code: String
    public var name: String
    public var asks: String?
    public var kinds: [AuditKind]
    public var complexity: AuditComplexity
    public var band: AuditRisk
    public var sleeping: Bool
    public var revalidate: Int?
    public var from: Day

    public init(
        code: String, name: String, asks: String? = nil, kinds: [AuditKind] = AuditKind.allCases, complexity: AuditComplexity, band: AuditRisk, sleeping: Bool,
        revalidate: Int? = nil, from: Day
    ) {
        (self.code, self.name, self.asks, self.kinds, self.complexity) = (code, name, asks, kinds, complexity)
        (self.band, self.sleeping, self.revalidate, self.from) = (band, sleeping, revalidate, from)
    }

    public init(reading fields: inout Fields) {
        code = fields.line("code", "Code", atMost: 40).lowercased()
        if !code.isEmpty, code.wholeMatch(of: /[a-z0-9][a-z0-9-]*/) == nil { fields.refuse("code", "A code is small letters, digits and dashes, such as auditor-2.") }
        name = fields.line("name", "Name", atMost: 100)
        asks = fields.optionalText("asks", "What it asks for", atMost: 2000)
        kinds = fields.codes("kinds", "Kinds", of: AuditKind.self)
        if kinds.isEmpty, fields.lines("kinds").isEmpty { fields.refuse("kinds", "Choose at least one kind of audit.") }
        complexity = fields.choice("complexity", "Highest complexity", default: .simple)
        band = fields.choice("band", "Highest risk", default: .veryLow)
        sleeping = fields.isOn("sleeping") && fields.written("sleeping") != "no"
        revalidate = fields.number("revalidate", "Months until it is looked at again", in: 1...120)
        from = fields.day("from", "From")
    }
}
