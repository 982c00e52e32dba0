import Kernel
import Premises
import Storage
import Web

/// An edition of the risk method without its tables.
struct RiskEditionLine: Encodable {
    static let schema = Schema.object("RiskEdition", members)
    static let members: KeyValuePairs<String, Schema> = [
        "number": .number, "version": .number, "edition": .text, "title": .text, "adopted": Schema.day.optional.meaning("The first day on which premises are scored by it; left out of a draft."),
        "weights": Schema.text.meaning("Where its weights come from."), "since": .day,
    ]

    let number: Int64
    let version: Int
    let edition: String
    let title: String
    let adopted: Day?
    let weights: String
    let since: Day

    init(_ edition: RiskEdition) {
        (number, version, self.edition, title) = (edition.id.number, edition.version, edition.name, edition.method.title)
        (adopted, weights, since) = (edition.adopted, edition.method.weights, edition.since)
    }
}

/// An edition with its whole method.
struct RiskEditionPayload: Encodable {
    static let schema = Schema.object("RiskEditionWithMethod", ["edition": RiskEditionLine.schema, "method": Schema.anything.meaning("The method as its file has it.")])

    let edition: RiskEditionLine
    let method: RiskMethod

    init(_ edition: RiskEdition) { (self.edition, method) = (RiskEditionLine(edition), edition.method) }
}

/// A score with its arithmetic.
struct RiskScorePayload: Encodable {
    static let schema = Schema.object("RiskScore", [
        "premises": .reference, "name": .text, "on": .day, "edition": Schema.text.meaning("The edition of the method that it is scored by."),
        "lines": .list(Line.schema), "sums": .list(Sum.schema), "combination": .choice(RiskCombination.self), "score": Schema.text.meaning("Points, as an exact decimal: 58.5."),
        "band": .text, "bandTitle": .text, "months": Schema.count.optional.meaning("From one audit to the next; left out where premises are looked at by sample."),
        "interval": Schema.text.meaning("How the interval came about."), "due": Schema.choice(["now", "day", "sample"]).meaning("Whether the next audit is due now, by a day, or when a sample is drawn."),
        "dueOn": .day.optional, "overdue": .flag, "markers": Schema.list(PremisesMarkerPayload.schema).meaning("As they were ever put."),
        "compliance": Schema.list(NotedCompliancePayload.schema).meaning("As it was noted, the latest first."),
    ])

    struct Line: Encodable {
        static let schema = Schema.object("RiskLine", [
            "factor": .text, "title": .text, "class": .choice(RiskClass.self), "known": Schema.text.optional.meaning("Left out where it is not known."),
            "row": Schema.text.meaning("The row of the table that was used."), "points": .text, "weight": .count, "product": Schema.text.meaning("Points by weight."),
            "why": Schema.text.optional.meaning("Why what is not known counts so."),
        ])

        let factor, title: String
        let category: RiskClass
        let known: String?
        let row, points: String
        let weight: Int
        let product: String
        let why: String?

        private enum CodingKeys: String, CodingKey {
            case factor, title, known, row, points, weight, product, why
            case category = "class"
        }
    }

    struct Sum: Encodable {
        static let schema = Schema.object("RiskSum", ["class": .choice(RiskClass.self), "points": .text])

        let category: RiskClass
        let points: String

        private enum CodingKeys: String, CodingKey {
            case points
            case category = "class"
        }
    }

    let premises, name: String
    let on: Day
    let edition: String
    let lines: [Line]
    let sums: [Sum]
    let combination: RiskCombination
    let score, band, bandTitle: String
    let months: Int?
    let interval, due: String
    let dueOn: Day?
    let overdue: Bool
    let markers: [PremisesMarkerPayload]
    let compliance: [NotedCompliancePayload]

    init(_ scored: ScoredPremises) {
        let score = scored.score
        (premises, name, on, edition) = (scored.premises.reference.text, scored.premises.name, scored.day, scored.edition.name)
        lines = score.lines.map {
            Line(factor: $0.code, title: $0.title, category: $0.category, known: $0.known, row: $0.row, points: $0.points.words, weight: $0.weight, product: $0.product.words, why: $0.why)
        }
        sums = score.sums.map { Sum(category: $0.category, points: $0.points.words) }
        (combination, self.score, band, bandTitle) = (score.combination, score.score.words, score.band.code, score.band.title)
        (months, interval, due, dueOn) = (score.interval.months, score.interval.sentence, score.due.code, score.due.day)
        overdue = score.due.isOverdue(on: scored.day)
        (markers, compliance) = (scored.markers.map(PremisesMarkerPayload.init), scored.noted.map(NotedCompliancePayload.init))
    }
}

struct PremisesMarkerPayload: Encodable {
    static let schema = Schema.object("PremisesMarker", [
        "number": .number, "version": .number, "marker": .text, "since": .day, "ended": Schema.day.optional.meaning("The first day on which it is so no more."), "why": .text, "whyEnded": .text.optional,
    ])

    let number: Int64
    let version: Int
    let marker: String
    let since: Day
    let ended: Day?
    let why: String
    let whyEnded: String?

    init(_ marker: PremisesMarker) {
        (number, version, self.marker, since) = (marker.id.number, marker.version, marker.marker, marker.since)
        (ended, why, whyEnded) = (marker.ended, marker.why, marker.whyEnded)
    }
}

struct NotedCompliancePayload: Encodable {
    static let schema = Schema.object("NotedCompliance", [
        "number": .number, "version": .number, "on": .day, "level": Schema.whole(1...5).meaning("From 1, the best, to 5, the poorest."), "source": .text,
        "struck": Schema.text.optional.meaning("Why it counts no more."),
    ])

    let number: Int64
    let version: Int
    let on: Day
    let level: Int
    let source: String
    let struck: String?

    init(_ noted: NotedCompliance) {
        (number, version, on, level) = (noted.id.number, noted.version, noted.on, noted.level)
        (source, struck) = (noted.source, noted.struck)
    }
}

extension RiskDue {
    var code: String {
        switch self {
        case .atOnce: "now"
        case .by: "day"
        case .sample: "sample"
        }
    }

    var day: Day? { if case .by(let day) = self { day } else { nil } }
}
