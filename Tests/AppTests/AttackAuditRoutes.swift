/// Who may use the addresses of audits.
extension Known {
    private static let audit: KeyValuePairs<String, String> = ["premises": "enforced-premises", "officer": "O. Owner", "planned": "2026-04-15", "version": "1"]

    static let auditRoutes: [String: Known] = [
        "GET /audits": Known(.readsAudits), "GET /audits/export/{format}": Known(.readsAudits), "GET /audits/{audit}": Known(.readsAudits),
        "GET /audits/{audit}/history": Known(.readsAudits), "GET /audits/return": Known(.readsAudits), "GET /audits/return/export/{format}": Known(.readsAudits),
        "GET /audits/new": Known(.plansAudits), "POST /audits": Known(.plansAudits, audit),
        "GET /audits/{audit}/edit": Known(.keepsAudits), "POST /audits/{audit}/edit": Known(.keepsAudits, audit),
        "GET /audits/{audit}/sheet": Known(.keepsAudits), "POST /audits/{audit}/sheet": Known(.keepsAudits, ["notes": "x", "version": "1"]),
        "POST /audits/{audit}/saving": Known(.keepsAudits, ["notes": "x", "version": "1"]),
        "GET /audits/{audit}/completion": Known(.keepsAudits), "POST /audits/{audit}/completion": Known(.keepsAudits, ["on": "2026-04-15", "version": "1"]),
        "GET /audits/{audit}/correction": Known(.keepsAudits), "POST /audits/{audit}/correction": Known(.keepsAudits, ["because": "x", "version": "1"]),
        "GET /audits/{audit}/abandonment": Known(.keepsAudits), "POST /audits/{audit}/abandonment": Known(.keepsAudits, ["on": "2026-04-15", "because": "x"]),
        "GET /audits/{audit}/exception": Known(.exceptsAudits), "POST /audits/{audit}/exception": Known(.exceptsAudits, ["because": "x"]),
        "GET /audits/{audit}/letter": Known(.keepsAudits), "POST /audits/{audit}/letter": Known(.keepsAudits, ["on": "2026-04-15", "recipients": "x"]),
        "GET /audits/{audit}/letter/files/{file}": Known(.readsAudits), "POST /audits/{audit}/letter/printing/{file}": Known(.readsAudits),
        "GET /audits/{audit}/letters/{letter}/files/{file}": Known(.readsAudits), "POST /audits/{audit}/letters/{letter}/printing/{file}": Known(.readsAudits),
        "GET /audits/authorisations": Known(.readsAudits), "POST /audits/authorisations": Known(.authorisesOfficers, ["officer": "V. Victim", "level": "open", "from": "2026-04-15"]),
        "POST /audits/authorisations/{authorisation}/end": Known(.authorisesOfficers, ["until": "2026-04-15"]),
        "GET /audits/levels/new": Known(.authorisesOfficers),
        "POST /audits/levels": Known(.authorisesOfficers, ["code": "another", "name": "x", "kinds": "full", "complexity": "simple", "band": "low", "from": "2026-04-15"]),
        "POST /audits/levels/{level}/end": Known(.authorisesOfficers, ["until": "2026-04-15"]),
    ]
}
