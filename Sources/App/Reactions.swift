import Enforcement
import Inspections
import Kernel
import Plans
import Premises
import Storage

/// What one slice causes in another, each in the same transaction, since no slice knows another.
func reactions(with enforcement: Enforcement) -> AuditNeighbours {
    AuditNeighbours(
        letterDue: { try letterDays($0) },
        band: { try methodRisk(of: $0, on: $1, $2) },
        completed: { facts, work in try openCase(after: facts, with: enforcement, work) })
}

/// The risk of premises by the method in force on a day; nil where none is, or where its bands are called otherwise.
func methodRisk(of premises: Premises, on day: Day, _ session: Session) throws -> AuditRisk? {
    try session.riskEdition(inForceOn: day)?.method.score(session.riskFacts(of: premises, on: day), on: day).flatMap { AuditRisk(rawValue: $0.band.code) }
}

/// The working days that the edition of the enforcement policy in force allows for the letter after an audit.
private func letterDays(_ session: Session) throws -> (Day) -> Day? {
    let editions = try session.all(EnforcementPolicy.self, "WHERE effective_on IS NOT NULL ORDER BY id")
    return { completed in editions.inForce(on: completed)?.letterWithin.map { completed.adding(workingDays: $0) } }
}

/// A notice that is to follow from an audit is served from a case, which holds what the audit found.
private func openCase(after facts: AuditFacts, with enforcement: Enforcement, _ work: Work) throws -> Subject? {
    let (audit, sheet) = (facts.audit, facts.audit.sheet)
    guard !sheet.formal.isEmpty, let found = sheet.carriedOut else { return nil }
    let own = try enforcement.open(NewCase(
        title: "\(listed(sheet.formal.map(\.words))) after audit \(audit.reference)", origin: .audit, officer: facts.officer, premises: facts.premises.reference.text,
        opened: found, summary: sheet.notes), work)
    for finding in sheet.findings where finding.level.isDeficient {
        try enforcement.find(NewCaseFinding(on: found, article: finding.article, found: finding.found ?? finding.level.words), in: own, work)
    }
    return own.subject
}

/// What a check of quality found is put right as an action of a plan, under a finding of it. Whoever may add to plans may do this.
///
/// - Throws: `finding-not-open`, and what keeps an action from being added
func openAction(under finding: Subject, _ what: String, owner: String, due: Day, _ work: Work) throws -> Subject {
    guard finding.kind == Finding.table.name, let found = try work.session.find(ID<Finding>(finding.number)), let plan = try work.session.find(found.plan) else {
        throw Refusal.missing("finding-not-open", "There is no finding “\(finding)” of a plan. Choose one that is on record.")
    }
    return try Plans().add(NewAction(text: what, owners: [owner], due: due), to: found, of: plan, work).subject
}
