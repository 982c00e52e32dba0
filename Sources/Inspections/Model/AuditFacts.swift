public import Kernel
public import Premises

/// Everything recorded about one audit.
public struct AuditFacts: Sendable {
    public var audit: Audit
    public var premises: Premises
    /// The name of its officer.
    public var officer: String
    /// The offices of whoever carries it out: the teams that they are in.
    public var offices: [String]
    /// The reference of the audit that it follows up.
    public var follows: Reference?
    /// Those that follow it up.
    public var followed: [Audit]
    public var authorisations: OfficerAuthorisations
    public var exception: AuthorisationException?
    /// Those that were sent, the earliest first.
    public var letters: [AuditLetter]
    /// The day by which the service’s policy has the letter sent; nil where it sets none.
    public var letterDue: Day?

    public init(
        audit: Audit, premises: Premises, officer: String, offices: [String] = [], follows: Reference? = nil, followed: [Audit] = [], authorisations: OfficerAuthorisations,
        exception: AuthorisationException? = nil, letters: [AuditLetter] = [], letterDue: Day? = nil
    ) {
        (self.audit, self.premises, self.officer, self.offices, self.follows, self.followed) = (audit, premises, officer, offices, follows, followed)
        (self.authorisations, self.exception, self.letters, self.letterDue) = (authorisations, exception, letters, letterDue)
    }

    public func isHere(on day: Day) -> Bool { audit.since <= day }
    public func state(on day: Day) -> AuditState { audit.state(on: day) }

    /// Where it is not known whether people sleep there, the kind of premises says.
    public var demand: AuthorisationDemand {
        AuthorisationDemand(kind: audit.kind, complexity: audit.complexity, band: audit.band, sleeping: premises.sleeping ?? premises.type.isForSleeping)
    }

    /// Why the officer may not carry it out on a day; none where they may, or where an approver made an exception.
    public func whyNot(on day: Day) -> [String] {
        if let exception, exception.covers(audit) { return [] }
        return authorisations.whyNot(demand, on: day)
    }

    /// The day on which the officer must be authorised: when they were there, or else when they will be.
    public var day: Day { audit.sheet.carriedOut ?? audit.planned }

    /// What stands between it and its completion on a day: what the form lacks, and what the officer may not do.
    public func obstacles(on day: Day) -> [AuditObstacle] {
        let reasons = whyNot(on: self.day)
        let beyond = reasons.isEmpty ? [] : [AuditObstacle("officer-not-authorised", AuditFacts.refusal(reasons))]
        return beyond + audit.sheet.obstacles(on: day)
    }

    static func refusal(_ reasons: [String]) -> String { (reasons + ["Another officer may go, or an approver records an exception."]).joined(separator: " ") }

    /// Whether a letter is still to be sent on a day.
    public func owesLetter(on day: Day) -> Bool {
        audit.state(on: day) == .completed && audit.sheet.sendsLetter && !letters.contains { $0.sent <= day }
    }
}
