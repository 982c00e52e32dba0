public import Kernel

/// A yearly number of enforcement that somebody states, with where it stands: for the years before notices were kept here, and for what is not kept here.
public struct StatedActivity: Codable, Equatable, Sendable {
    public let id: ID<StatedActivity>
    public var version: Int
    /// `2011`, or `2011/12` for a financial year.
    public let year: String
    public let measure: ActivityMeasure
    public var count: Quantity
    /// Where the number stands: a report, a return, an answer to a request.
    public var source: String
    /// The day from which it is known here: an earlier day is shown without it.
    public let since: Day

    public init(id: ID<StatedActivity>, version: Int = 1, year: String, measure: ActivityMeasure, count: Quantity, source: String, since: Day) {
        (self.id, self.version, self.year, self.measure) = (id, version, year, measure)
        (self.count, self.source, self.since) = (count, source, since)
    }

    public var period: ActivityPeriod? { ActivityPeriod(year: year) }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] { ["year": year, "measure": measure.rawValue, "count": count.description, "source": source].mapValues { [$0] } }
}

/// What a person enters of it.
public struct NewStatedActivity: Sendable, Equatable {
    public var year: String
    public var measure: ActivityMeasure
    public var count: Quantity
    public var source: String

    public init(year: String, measure: ActivityMeasure, count: Quantity, source: String) {
        (self.year, self.measure, self.count, self.source) = (year, measure, count, source)
    }

    public init(reading fields: inout Fields) {
        let written = fields.line("year", "The year", atMost: 9)
        year = ActivityPeriod(year: written)?.words ?? written
        measure = fields.choice("measure", "What is counted", default: .enforcement)
        count = fields.quantity("count", "The number")
        source = fields.text("source", "Where the number stands", atMost: 500)
        for wrong in amiss where !fields.errors.contains(where: { $0.name == wrong.name }) { fields.refuse(wrong.name, wrong.sentence) }
    }

    var amiss: [Refusal.Field] {
        var amiss: [Refusal.Field] = []
        if ActivityPeriod(year: year) == nil { amiss.append(.init("year", "“\(year)” is no year. Write 2011, or 2011/12 for a financial year.")) }
        if !measure.mayBeStated { amiss.append(.init("measure", "\(measure.words) are worked out from other numbers. State those instead.")) }
        let isWhole = count.millionths % 1_000_000 == 0
        if count < Quantity(0) || measure.isCount && !isWhole {
            amiss.append(.init("count", measure.isCount ? "Give a whole number, 0 or more." : "Give a number of 0 or more, such as 7.6."))
        }
        return amiss
    }
}
