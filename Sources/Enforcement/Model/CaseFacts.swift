public import Kernel
public import Premises

/// Everything recorded about one case.
public struct CaseFacts: Sendable {
    public var enforcementCase: EnforcementCase
    public var premises: Premises
    /// The name of its officer.
    public var officer: String
    /// By day, those struck out left out.
    public var findings: [CaseFinding]
    public var rationale: Rationale?
    public var outcomes: [CaseOutcome]
    public var notices: [NoticeFacts]

    public init(
        enforcementCase: EnforcementCase, premises: Premises, officer: String, findings: [CaseFinding] = [], rationale: Rationale? = nil,
        outcomes: [CaseOutcome] = [], notices: [NoticeFacts] = []
    ) {
        (self.enforcementCase, self.premises, self.officer) = (enforcementCase, premises, officer)
        self.findings = findings.filter { $0.struck == nil }.stablySorted(by: \.on)
        (self.rationale, self.outcomes, self.notices) = (rationale, outcomes, notices)
    }

    public func isHere(on day: Day) -> Bool { enforcementCase.opened <= day }

    /// The articles against which something was found by a day.
    public func articles(on day: Day) -> [String] {
        Set(findings.filter { $0.on <= day }.map(\.article)).sorted { (Articles.order.place(of: $0), $0) < (Articles.order.place(of: $1), $1) }
    }
}
