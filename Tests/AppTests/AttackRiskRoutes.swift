import Inspections
import Kernel
import Premises
import Storage

/// Who may use the addresses of the risk method and of scores.
extension Known {
    static let riskRoutes: [String: Known] = [
        "GET /risk": Known(.member), "GET /risk/scores": Known(.member), "GET /risk/scores/export/{format}": Known(.member), "GET /risk/premises/{premises}": Known(.member),
        "GET /risk/methods": Known(.member), "GET /risk/methods/{method}": Known(.member), "GET /risk/methods/{method}/file": Known(.member), "GET /risk/comparison": Known(.member),
        "GET /risk/comparison/export/{format}": Known(.member), "GET /risk/back-test": Known(.member), "GET /risk/methods/new": Known(.keepsRisk),
        "POST /risk/methods": Known(.keepsRisk, ["method": "{\"edition\": \"9\"}"]), "GET /risk/methods/{method}/edit": Known(.keepsRisk),
        "POST /risk/methods/{method}/edit": Known(.keepsRisk, ["method": "{\"edition\": \"9\"}", "version": "1"]), "GET /risk/methods/{method}/adoption": Known(.keepsRisk),
        "POST /risk/methods/{method}/adoption": Known(.keepsRisk, ["on": "2026-05-01"]), "GET /risk/premises/{premises}/markers/new": Known(.marksPremises),
        "POST /risk/premises/{premises}/markers": Known(.marksPremises, ["marker": "lifeline", "since": "2026-04-01", "why": "x"]),
        "GET /risk/premises/{premises}/markers/{marker}/ending": Known(.marksPremises),
        "POST /risk/premises/{premises}/markers/{marker}/ending": Known(.marksPremises, ["on": "2026-04-15", "why": "x"]), "GET /risk/premises/{premises}/compliance/new": Known(.marksPremises),
        "POST /risk/premises/{premises}/compliance": Known(.marksPremises, ["on": "2026-01-01", "level": "3", "source": "x"]),
        "GET /risk/premises/{premises}/compliance/{compliance}/retraction": Known(.marksPremises),
        "POST /risk/premises/{premises}/compliance/{compliance}/retraction": Known(.marksPremises, ["why": "x"]),
    ]
}

extension Risk {
    /// A method in force and a draft, and what premises have by it: the numbers of the draft, of a marker and of compliance that is noted.
    func open(on premises: Premises, _ work: Work) throws -> (method: ID<RiskEdition>, marker: ID<PremisesMarker>, compliance: ID<NotedCompliance>) {
        try adopt(add(.plain("In force"), work), on: work.today.adding(days: -20), work)
        let draft = try add(.plain("Open edition"), work)
        let marker = try put(NewPremisesMarker(marker: "listed", since: work.today.adding(days: -10), why: "On the list"), on: premises, work)
        let noted = try note(NewNotedCompliance(on: work.today.adding(days: -100), level: 4, source: "A file"), of: premises, work)
        return (draft.id, marker.id, noted.id)
    }
}
