/// Who may use the addresses of cases and notices.
extension Known {
    /// Every address of the site.
    static let routes = others.merging(enforcementRoutes) { first, _ in first }.merging(registerRoutes) { first, _ in first }
        .merging(riskRoutes) { first, _ in first }.merging(performanceRoutes) { first, _ in first }.merging(auditRoutes) { first, _ in first }.merging(qualityRoutes) { first, _ in first }.merging(programmeRoutes) { first, _ in first }
        .merging(togetherRoutes) { first, _ in first }

    static let enforcementRoutes: [String: Known] = [
        "GET /enforcement": Known(.readsCases), "GET /enforcement/notices/export/{format}": Known(.readsCases), "GET /enforcement/cases/export/{format}": Known(.readsCases), "GET /enforcement/cases": Known(.readsCases), "GET /enforcement/cases/new": Known(.opensCases),
        "POST /enforcement/cases": Known(.opensCases, ["title": "x", "officer": "O. Owner", "premises": "enforced-premises", "opened": "2026-04-15"]),
        "GET /enforcement/cases/{case}": Known(.readsCases), "GET /enforcement/cases/{case}/history": Known(.readsCases), "GET /enforcement/cases/{case}/edit": Known(.keepsCases),
        "POST /enforcement/cases/{case}/edit": Known(.keepsCases, ["title": "x", "officer": "O. Owner", "premises": "enforced-premises", "opened": "2026-04-15", "version": "1"]),
        "GET /enforcement/cases/{case}/closure": Known(.keepsCases), "POST /enforcement/cases/{case}/closure": Known(.keepsCases, ["on": "2026-04-15", "because": "x"]),
        "POST /enforcement/cases/{case}/reopening": Known(.keepsCases), "GET /enforcement/cases/{case}/findings/new": Known(.keepsCases),
        "POST /enforcement/cases/{case}/findings": Known(.keepsCases, ["on": "2026-04-15", "article": "14", "found": "x"]),
        "GET /enforcement/cases/{case}/findings/{finding}/retraction": Known(.keepsCases),
        "POST /enforcement/cases/{case}/findings/{finding}/retraction": Known(.keepsCases, ["because": "x"]),
        "GET /enforcement/cases/{case}/rationale": Known(.keepsCases), "POST /enforcement/cases/{case}/rationale": Known(.keepsCases, ["conclusion": "none", "expectation": "none"]),
        "GET /enforcement/cases/{case}/outcomes/new": Known(.keepsCases), "POST /enforcement/cases/{case}/outcomes": Known(.keepsCases, ["on": "2026-04-15", "words": "x"]),
        "GET /enforcement/cases/{case}/outcomes/{outcome}/result": Known(.keepsCases),
        "POST /enforcement/cases/{case}/outcomes/{outcome}/result": Known(.keepsCases, ["result": "x", "result-on": "2026-04-15"]),
        "GET /enforcement/cases/{case}/notices/new": Known(.keepsCases), "POST /enforcement/cases/{case}/notices": Known(.keepsCases, ["type": "enforcement"]),
        "GET /enforcement/notices/{notice}": Known(.readsCases), "GET /enforcement/notices/{notice}/files/{file}": Known(.readsCases),
        "POST /enforcement/notices/{notice}/printing/{file}": Known(.readsCases), "GET /enforcement/notices/{notice}/edit": Known(.keepsCases), "POST /enforcement/notices/{notice}/edit": Known(.keepsCases, ["type": "enforcement", "version": "1"]),
        "GET /enforcement/notices/{notice}/amendments": Known(.keepsCases),
        "POST /enforcement/notices/{notice}/amendments": Known(.keepsCases, ["on": "2026-04-15", "substance": "x", "note": "x", "version": "1"]),
        "GET /enforcement/notices/{notice}/events/{event}/retraction": Known(.keepsCases),
        "POST /enforcement/notices/{notice}/events/{event}/retraction": Known(.keepsCases, ["because": "x"]),
        "GET /enforcement/signing": Known(.readsCases), "POST /enforcement/signing": Known(.givesAuthority, ["party": "O. Owner", "from": "2026-04-15"]),
        "POST /enforcement/signing/{authority}/end": Known(.givesAuthority, ["until": "2026-04-15"]),
        "GET /enforcement/notices/{notice}/consultations": Known(.keepsCases), "POST /enforcement/notices/{notice}/consultations": Known(.keepsCases, ["on": "2026-04-15", "consultee": "local-authority", "who": "x"]),
        "GET /enforcement/notices/{notice}/approval": Known(.approvesNotices), "POST /enforcement/notices/{notice}/approval": Known(.approvesNotices, ["on": "2026-04-15", "note": "x", "version": "1"]),
        "GET /enforcement/notices/{notice}/sending-back": Known(.sendsNoticesBack), "POST /enforcement/notices/{notice}/sending-back": Known(.sendsNoticesBack, ["on": "2026-04-15", "note": "x"]),
        "GET /enforcement/notices/{notice}/abandonment": Known(.keepsCases), "POST /enforcement/notices/{notice}/abandonment": Known(.keepsCases, ["on": "2026-04-15", "note": "x"]),
        "GET /enforcement/notices/{notice}/services": Known(.keepsCases), "POST /enforcement/notices/{notice}/services": Known(.keepsCases, ["on": "2026-04-15", "who": "x", "method": "post", "note": "x"]),
        "GET /enforcement/notices/{notice}/extensions": Known(.keepsCases), "POST /enforcement/notices/{notice}/extensions": Known(.keepsCases, ["on": "2026-04-15", "until": "2026-09-15", "note": "x"]),
        "GET /enforcement/notices/{notice}/appeals": Known(.keepsCases), "POST /enforcement/notices/{notice}/appeals": Known(.keepsCases, ["on": "2026-04-15", "who": "x"]),
        "GET /enforcement/notices/{notice}/disposals": Known(.keepsCases), "POST /enforcement/notices/{notice}/disposals": Known(.keepsCases, ["on": "2026-04-15", "outcome": "affirmed"]),
        "GET /enforcement/notices/{notice}/directions": Known(.keepsCases), "POST /enforcement/notices/{notice}/directions": Known(.keepsCases, ["on": "2026-04-15", "who": "x"]),
        "GET /enforcement/notices/{notice}/objections": Known(.keepsCases), "POST /enforcement/notices/{notice}/objections": Known(.keepsCases, ["on": "2026-04-15", "note": "x"]),
        "GET /enforcement/notices/{notice}/resolutions": Known(.keepsCases), "POST /enforcement/notices/{notice}/resolutions": Known(.keepsCases, ["on": "2026-04-15", "note": "x"]),
        "GET /enforcement/notices/{notice}/inspections": Known(.keepsCases), "POST /enforcement/notices/{notice}/inspections": Known(.keepsCases, ["on": "2026-04-15", "satisfied": "no", "note": "x"]),
        "GET /enforcement/notices/{notice}/withdrawal": Known(.keepsCases), "POST /enforcement/notices/{notice}/withdrawal": Known(.keepsCases, ["on": "2026-04-15", "note": "x"]),
    ]
}
