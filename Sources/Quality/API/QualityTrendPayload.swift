import Kernel
import Web

/// What checks show together, as programs read it.
struct QualityTrendPayload: Encodable {
    static let schema = Schema.object("QualityTrend", [
        "from": .day, "through": .day, "criterion": Schema.text.optional.meaning("What officers and offices are compared by; anything that did not pass when left out."), "checks": .count,
        "criteria": .list(.object("QualityTrendCriterion", ["code": .text, "title": .text, "counts": counts])),
        "officers": .list(own), "offices": .list(own),
        "standouts": .list(.object("QualityTrendStandout", [
            "name": .text, "isOffice": .flag, "criterion": .text, "counts": counts, "all": Schema.share.meaning("Of all together, from 0 to 1."), "standing": .choice(FunnelLimits.Standing.self),
        ])),
        "judged": Schema.count.meaning("Pairs of a criterion and an officer or office with cases enough."),
        "byChance": Schema.real(0...1e6).meaning("How many of those lie above the limits by chance alone."),
    ])

    private static let own = Schema.object("QualityTrendParty", ["name": .text, "checks": .count, "counts": counts, "standing": .choice(FunnelLimits.Standing.self)])
    private static let counts = Schema.object("QualityTrendCounts", [
        "passed": .count, "failed": .count, "notEvidenced": .count, "notApplicable": .count,
        "didNotPass": Schema.share.optional.meaning("Of those judged, from 0 to 1; left out where none is."),
    ])

    struct Counts: Encodable {
        let passed, failed, notEvidenced, notApplicable: Int
        let didNotPass: Double?

        init(_ counts: AnswerCounts) {
            (passed, failed, notEvidenced, notApplicable, didNotPass) = (counts.pass, counts.fail, counts.notEvidenced, counts.notApplicable, counts.share)
        }
    }

    struct Criterion: Encodable {
        let code, title: String
        let counts: Counts
    }

    struct Own: Encodable {
        let name: String
        let checks: Int
        let counts: Counts
        let standing: FunnelLimits.Standing
    }

    struct Standout: Encodable {
        let name: String
        let isOffice: Bool
        let criterion: String
        let counts: Counts
        let all: Double
        let standing: FunnelLimits.Standing
    }

    let from: Day
    let through: Day
    let criterion: String?
    let checks: Int
    let criteria: [Criterion]
    let officers: [Own]
    let offices: [Own]
    let standouts: [Standout]
    let judged: Int
    let byChance: Double

    init(_ facts: QualityReportFacts, _ trend: QualityTrend) {
        (from, through, criterion, checks) = (trend.period.from, trend.period.through, trend.criterion, trend.checks.count)
        criteria = trend.criteria.map { code, counts in Criterion(code: code, title: facts.title(code), counts: Counts(counts)) }
        func own(_ parties: [QualityTrend.Own]) -> [Own] {
            parties.map { Own(name: facts.names[$0.party] ?? "", checks: $0.checks, counts: Counts($0.counts), standing: $0.standing) }
        }
        (officers, offices) = (own(trend.officers), own(trend.offices))
        standouts = trend.standouts.map {
            Standout(name: facts.names[$0.party] ?? "", isOffice: $0.isOffice, criterion: $0.criterion, counts: Counts($0.counts), all: $0.share, standing: $0.standing)
        }
        (judged, byChance) = (trend.judged, trend.byChance)
    }
}
