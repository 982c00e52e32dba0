import Kernel
import Storage
import Web

/// Scored premises in a list.
struct ScoredLine: Encodable {
    static let schema = Schema.object("ScoredPremises", [
        "premises": .reference, "name": .text, "type": .choice(PremisesType.self), "area": .text.optional, "score": .text, "band": .text, "due": .choice(["now", "day", "sample"]),
        "dueOn": .day.optional, "overdue": .flag, "compliance": Schema.whole(1...5).optional.meaning("As last found; left out where it is not known."), "foundOn": .day.optional,
    ])

    let premises, name: String
    let type: PremisesType
    let area: String?
    let score, band, due: String
    let dueOn: Day?
    let overdue: Bool
    let compliance: Int?
    let foundOn: Day?

    init(_ scored: ScoredItem, on day: Day) {
        let (item, result) = (scored.item, scored.result)
        (premises, name, type, area) = (item.reference, item.name, item.facts.type, item.area)
        (score, band, due, dueOn) = (scored.score.words, scored.band.code, result.due.code, result.due.day)
        overdue = result.due.isOverdue(on: day)
        (compliance, foundOn) = (item.facts.compliance?.level, item.facts.compliance?.on)
    }
}

/// How the stock stands by a method.
struct RiskStandingPayload: Encodable {
    static let schema = Schema.object("RiskStanding", [
        "edition": .text, "on": .day, "premises": Schema.count.meaning("How many counted on the day."), "overdue": .count,
        "unknownCompliance": Schema.count.meaning("Those of which no compliance is known."), "bands": .list(Band.schema), "types": .list(TypeLine.schema), "shares": .list(Share.schema),
    ])

    struct Band: Encodable {
        static let schema = Schema.object("RiskBandCount", [
            "band": .text, "title": .text, "from": Schema.text.meaning("The least score in it."), "months": .count.optional, "premises": .count, "overdue": .count, "neverAudited": .count,
        ])

        let band, title, from: String
        let months: Int?
        let premises, overdue, neverAudited: Int
    }

    struct TypeLine: Encodable {
        static let schema = Schema.object("RiskTypeCount", ["type": .choice(PremisesType.self), "premises": .count, "overdue": .count, "bands": Schema.map(.count).meaning("How many are in each band, by its code.")])

        let type: PremisesType
        let premises, overdue: Int
        let bands: [String: Int]
    }

    struct Share: Encodable {
        static let schema = Schema.object("RiskShare", [
            "types": .list(.choice(PremisesType.self)), "percent": .count, "poor": Schema.count.meaning("Premises of the types whose compliance counts as poor."),
            "least": Schema.count.meaning("How many are to be audited in a year."), "audited": Schema.count.meaning("How many of the types were in the twelve months up to the day."), "met": .flag,
        ])

        let types: [PremisesType]
        let percent, poor, least, audited: Int
        let met: Bool
    }

    let edition: String
    let on: Day
    let premises, overdue, unknownCompliance: Int
    let bands: [Band]
    let types: [TypeLine]
    let shares: [Share]

    init(_ standing: RiskStanding) {
        let (method, tally) = (standing.edition.method, standing.tally)
        (edition, on, premises, overdue, unknownCompliance) = (method.edition, standing.day, tally.total, tally.overdue, tally.unknownCompliance)
        bands = method.bands.enumerated().map { place, band in
            Band(band: band.code, title: band.title, from: band.from.words, months: band.months, premises: tally.count(place), overdue: tally.overdue(place), neverAudited: tally.never(place))
        }
        types = PremisesType.allCases.map { type in
            TypeLine(
                type: type, premises: tally.count(type), overdue: tally.overdue(type),
                bands: Dictionary(method.bands.enumerated().map { ($1.code, tally.count($0, type)) }) { first, _ in first })
        }
        shares = method.shares.map { tally.standing(of: $0) }.map {
            Share(types: $0.share.knownTypes, percent: $0.share.percent, poor: $0.poor, least: $0.least, audited: $0.audited, met: $0.isMet)
        }
    }
}

/// Who moves between two editions.
struct RiskComparisonPayload: Encodable {
    static let schema = Schema.object("RiskComparison", [
        "before": .text, "after": .text, "on": .day, "premises": .count, "moved": .count, "moreOften": Schema.count.meaning("Those that the second edition’s band has looked at more often."),
        "lessOften": .count, "bands": .list(Cell.schema), "reasons": .list(Reason.schema), "types": Schema.map(.count).meaning("How many of each type move."),
    ])

    struct Cell: Encodable {
        static let schema = Schema.object("RiskMoveCount", ["from": .text, "to": .text, "premises": .count])

        let from, to: String
        let premises: Int
    }

    struct Reason: Encodable {
        static let schema = Schema.object("RiskMoveReason", ["factor": Schema.text.meaning("Its code; empty where the tables agree."), "title": .text, "premises": .count])

        let factor, title: String
        let premises: Int
    }

    let before, after: String
    let on: Day
    let premises, moved, moreOften, lessOften: Int
    let bands: [Cell]
    let reasons: [Reason]
    let types: [String: Int]

    init(_ compared: ComparedEditions) {
        let comparison = compared.comparison
        (before, after, on) = (compared.before.name, compared.after.name, compared.day)
        (premises, moved) = (comparison.total, comparison.moved)
        (moreOften, lessOften) = comparison.direction
        bands = comparison.before.bands.enumerated().flatMap { from, old in
            comparison.after.bands.enumerated().map { to, new in Cell(from: old.code, to: new.code, premises: comparison.count(from, to)) }
        }.filter { $0.premises > 0 }
        types = Dictionary(PremisesType.allCases.map { ($0.rawValue, comparison.moved($0)) }) { first, _ in first }.filter { $0.value > 0 }
        reasons = comparison.reasons.map { Reason(factor: $0.code, title: $0.title, premises: $0.count) }
    }
}

/// Premises that move, and why.
struct MovedLine: Encodable {
    static let schema = Schema.object("MovedPremises", [
        "premises": .reference, "name": .text, "type": .choice(PremisesType.self), "from": .text, "to": .text, "scoreBefore": .text, "scoreAfter": .text,
        "reasons": Schema.list(.text).meaning("The tables that make the difference, the greatest first, with points by weight before and after."),
    ])

    let premises, name: String
    let type: PremisesType
    let from, to, scoreBefore, scoreAfter: String
    let reasons: [String]

    init(_ moved: MovedItem) {
        let move = moved.move
        (premises, name, type) = (moved.item.reference, moved.item.name, moved.item.facts.type)
        (from, to, scoreBefore, scoreAfter) = (move.before.band.code, move.after.band.code, move.before.score.words, move.after.score.words)
        reasons = move.reasons.map(\.words)
    }
}

/// What a method would have found, and when.
struct BackTestPayload: Encodable {
    static let schema = Schema.object("RiskBackTest", [
        "edition": .text, "from": .day, "through": .day, "audits": .count, "foundPoor": .count, "leftOut": Schema.count.meaning("Audits at premises that were not on record before the period."),
        "meanDaysEarlier": Schema.real(-100_000...100_000).optional.meaning("Over those found poor; below nought where the method is later."),
        "firstHalfActual": Schema.share.optional.meaning("The share of what was found poor that was found in the first half of the audits."), "firstHalfByMethod": Schema.share.optional,
        "auc": Schema.share.optional.meaning("The area under the curve (Mann–Whitney)."), "aucLow": Schema.share.optional.meaning("The lower end of DeLong’s interval, 95 per cent."), "aucHigh": .share.optional,
        "bandsKept": Schema.share.optional.meaning("The share of premises that stayed in their band over the period."), "losers": Schema.list(Loser.schema).meaning("Those that the method would have found later."),
    ])

    struct Loser: Encodable {
        static let schema = Schema.object("RiskBackTestLoser", ["premises": .reference, "name": .text, "found": .day, "daysLater": .real(0...100_000)])

        let premises, name: String
        let found: Day
        let daysLater: Double
    }

    let edition: String
    let from, through: Day
    let audits, foundPoor, leftOut: Int
    let meanDaysEarlier, firstHalfActual, firstHalfByMethod, auc, aucLow, aucHigh, bandsKept: Double?
    let losers: [Loser]

    init(_ report: BackTestReport) {
        let test = report.test
        (edition, from, through) = (report.edition.name, report.from, report.through)
        (audits, foundPoor, leftOut) = (test.count, test.findings.count, report.leftOut)
        (meanDaysEarlier, firstHalfActual, firstHalfByMethod) = (test.meanDaysEarlier, test.firstHalfActual, test.firstHalfByMethod)
        (auc, aucLow, aucHigh) = (test.auc?.value, test.auc?.interval?.lowerBound, test.auc?.interval?.upperBound)
        bandsKept = report.stability.share
        losers = test.losers.compactMap { loser in
            report.names[loser.premises].map { Loser(premises: $0.reference, name: $0.name, found: loser.found, daysLater: -loser.daysEarlier) }
        }
    }
}
