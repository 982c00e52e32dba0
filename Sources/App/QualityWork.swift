import Inspections
import Kernel
import Plans
import Premises
import Quality
import Storage

/// What checks of quality hear of audits and plans, and cause in plans, put together here since no slice knows another.
let qualityNeighbours = QualityNeighbours(
    outcomes: AuditOutcome.allCases.map { QualityCode($0.rawValue, $0.words) }, types: PremisesType.allCases.map { QualityCode($0.rawValue, $0.words) },
    always: [AuditOutcome.prohibitionNotice.rawValue],
    audits: { span, day, session in try session.completedAudits(carriedOut: span, by: day).compactMap(AuditedWork.init) },
    audit: { reference, session in
        guard let audit = try? session.audit(reference) else { return nil }
        return AuditedWork(try session.facts(of: audit))
    },
    findings: { session in
        let closed = try session.all(PlanClosure.self, "WHERE outcome = 'agreed' AND reopened_on IS NULL").map(\.plan)
        let open = try session.all(Plan.self, "ORDER BY id DESC").filter { !closed.contains($0.id) }
        return try open.flatMap { plan in
            try session.all(Finding.self, "WHERE plan = \(plan.id) AND id NOT IN (SELECT finding FROM withdrawal WHERE finding IS NOT NULL AND restored_on IS NULL) ORDER BY place")
                .map { (finding: $0.subject, words: "\(plan.title), \($0.reference): \($0.text.asOneLine.prefix(80))") }
        }
    },
    openAction: { finding, what, owner, due, work in try openAction(under: finding, what, owner: owner, due: due, work) })

extension AuditedWork {
    /// Nil where it is not completed.
    fileprivate init?(_ facts: AuditFacts) {
        let (audit, sheet) = (facts.audit, facts.audit.sheet)
        guard audit.completed != nil, let carriedOut = sheet.carriedOut else { return nil }
        self.init(
            SampledAudit(
                reference: audit.reference, officer: facts.officer, office: facts.offices.first, premisesType: facts.premises.type.rawValue, outcomes: Set(sheet.outcomes.map(\.rawValue))),
            subject: audit.subject, officer: audit.officer, carriedOut: carriedOut, place: facts.premises.name)
    }
}
