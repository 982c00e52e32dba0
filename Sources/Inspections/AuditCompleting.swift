public import Kernel
import People
public import Storage

/// What is done once an audit is filled in.
extension Audits {
    /// Completes an audit, and opens what follows in the same piece of work: the follow-up, and elsewhere what App says.
    ///
    /// - Parameter version: the version that was read, when it was completed on a page.
    /// - Throws: `not-allowed`, `audit-completed`, `audit-abandoned`, `fields-need-attention`, `changed-meanwhile`, and the code of the first obstacle
    @discardableResult
    public func complete(_ audit: Audit, on day: Day, version: Int? = nil, _ work: Work) throws -> Audit {
        try checkKeeps(audit, work)
        try refuseEnded(audit, work)
        try refuseFuture(day, "on", work)
        try refuseObstacles(work.session.facts(of: audit).obstacles(on: day))
        var changed = audit
        changed.version = version ?? audit.version
        changed.completed = day
        changed = try work.keep("completed the audit", changed)
        try openFollowUp(of: changed, work)
        guard let opened = try neighbours.completed(work.session.facts(of: changed), work) else { return changed }
        changed.opened = opened
        return try work.keep("opened what follows from the audit", changed)
    }

    /// Puts right what a completed audit says, for a reason. What it opened stays open; whoever keeps that decides.
    ///
    /// - Throws: `not-allowed`, `audit-not-completed`, `officer-not-authorised`, `fields-need-attention`, `changed-meanwhile`, and the code of the first obstacle
    @discardableResult
    public func correct(_ audit: Audit, _ sheet: AuditSheet, because: String, version: Int? = nil, _ work: Work) throws -> Audit {
        try checkKeeps(audit, work)
        guard let completed = audit.completed else {
            throw Refusal.conflict("audit-not-completed", "\(audit.reference) is not completed, so there is nothing to correct. Fill it in.")
        }
        try refuseObstacles(sheet.obstacles(on: completed))
        var changed = audit
        changed.version = version ?? audit.version
        changed.sheet = sheet
        if let day = sheet.carriedOut, day != audit.sheet.carriedOut { try checkAuthorised(changed, on: day, "carried-out", work) }
        (changed.corrected, changed.correction) = (work.today, because)
        return try work.keep("corrected the audit", changed)
    }

    /// The first obstacle gives the code; all of them are told.
    private func refuseObstacles(_ obstacles: [AuditObstacle]) throws(Refusal) {
        guard let first = obstacles.first else { return }
        throw Refusal(first.code, .conflict, obstacles.map(\.sentence).joined(separator: " "), fields: obstacles.compactMap { obstacle in obstacle.field.map { Refusal.Field($0, obstacle.sentence) } })
    }

    private func openFollowUp(of audit: Audit, _ work: Work) throws {
        guard let day = audit.sheet.followUp else { return }
        let reference = try work.next("A", of: Audit.self, in: day)
        let asked = audit.sheet.findings.filter(\.level.isDeficient).map { "Article \($0.article): \($0.found ?? $0.level.words)" }
        try work.add("opened the follow-up", in: audit.subject) { id in
            Audit(
                id: id, reference: reference, premises: audit.premises, officer: audit.officer, kind: .followUp, origin: audit.origin, complexity: audit.complexity, band: audit.band,
                planned: day, brief: (["Follows up \(audit.reference)."] + asked).joined(separator: "\n"), follows: audit.id, since: work.today)
        }
    }
}
