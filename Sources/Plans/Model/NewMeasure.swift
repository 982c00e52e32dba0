public import Kernel

/// What a person enters to add or edit a measure.
public struct NewMeasure: Sendable, Equatable {
    public var title: String
    public var unit: String
    public var polarity: SuccessMeasure.Polarity
    public var threshold: Quantity
    /// The record whose figure it is; nil where people read it.
    public var follows: Subject?
    public var since: Day?

    public init(title: String, unit: String, polarity: SuccessMeasure.Polarity = .higher, threshold: Quantity, follows: Subject? = nil, since: Day? = nil) {
        self.title = title
        self.unit = unit
        self.polarity = polarity
        self.threshold = threshold
        self.follows = follows
        self.since = since
    }

    public init(reading fields: inout Fields) {
        title = fields.line("title", "What it measures", atMost: 200)
        unit = fields.line("unit", "Unit", atMost: 40)
        polarity = fields.choice("polarity", "Which way is better", default: .higher)
        threshold = fields.quantity("threshold", "The number at which it holds")
        if let written = fields.optionalLine("follows", "What it follows", atMost: 100) {
            follows = Subject(written)
            if follows == nil { fields.refuse("follows", "“\(written)” names no record. Write its kind and number, such as performance_measure/1.") }
        }
        since = fields.optionalDay("since", "In the plan since")
    }
}

/// What a person enters to say what a measure was on a day.
public struct NewReading: Sendable, Equatable {
    public var on: Day
    public var value: Quantity
    public var note: String?

    public init(on: Day, value: Quantity, note: String? = nil) {
        self.on = on
        self.value = value
        self.note = note
    }

    public init(reading fields: inout Fields, today: Day) {
        on = fields.optionalDay("on", "The day it speaks of") ?? today
        value = fields.quantity("value", "What was read")
        note = fields.optionalText("note", "Note", atMost: 2000)
    }
}

extension SuccessMeasure {
    /// What it holds, under the names of its form.
    var entries: [String: [String]] {
        ["title": title, "unit": unit, "polarity": polarity.rawValue, "threshold": "\(threshold)", "follows": follows?.description ?? "", "since": since.iso].mapValues { [$0] }
    }

    /// - Throws: `measure-follows`, `reading-of-the-future`, `measure-not-there-then`
    func read(_ new: NewReading, by who: String, id: ID<MeasureReading>, today: Day) throws(Refusal) -> MeasureReading {
        if let follows {
            throw .conflict("measure-follows", "“\(title)” is what \(follows) says, so nobody reads it. Record the value there.")
        }
        guard new.on <= today else {
            throw .invalid("reading-of-the-future", "A reading speaks of a day that has come; \(new.on) is after today, \(today).",
                           fields: [.init("on", "Choose today or an earlier day.")])
        }
        if let endedOn, new.on >= endedOn {
            throw .invalid("measure-not-there-then", "“\(title)” is watched no more since \(endedOn).",
                           fields: [.init("on", "Choose a day before \(endedOn).")])
        }
        return MeasureReading(id: id, plan: plan, measure: self.id, on: new.on, value: new.value, note: new.note, by: who)
    }
}
