public import Kernel

/// What was measured in one period, as it was recorded on a day. It is never changed: a revision is another value that takes its place.
public struct MeasureValue: Codable, Equatable, Sendable {
    public let id: ID<MeasureValue>
    public var version: Int
    public let measure: ID<PerformanceMeasure>
    /// The first day of its period, which is as long as the measure is frequent.
    public let from: Day
    /// The count, the level, or the number above the line.
    public let numerator: Quantity
    /// The number under the line; nil unless the measure is a rate.
    public let denominator: Quantity?
    /// Whether it may still be revised as a matter of course.
    public let isProvisional: Bool
    /// Where it comes from or why it was revised.
    public let note: String?
    /// The value of the same period in whose place it stands; nil of the first.
    public let replaces: ID<MeasureValue>?
    public let recorded: Day
    /// Who recorded it, as the journal names them.
    public let by: String

    public init(
        id: ID<MeasureValue>, version: Int = 1, measure: ID<PerformanceMeasure>, from: Day, numerator: Quantity, denominator: Quantity? = nil, isProvisional: Bool = false, note: String? = nil,
        replaces: ID<MeasureValue>? = nil, recorded: Day, by: String
    ) {
        (self.id, self.version, self.measure, self.from) = (id, version, measure, from)
        (self.numerator, self.denominator, self.isProvisional, self.note) = (numerator, denominator, isProvisional, note)
        (self.replaces, self.recorded, self.by) = (replaces, recorded, by)
    }
}

/// What a person enters of a value, or a row of a file gives.
public struct NewMeasureValue: Sendable, Equatable {
    public var from: Day
    public var numerator: Quantity
    public var denominator: Quantity?
    public var isProvisional: Bool
    public var note: String?

    public init(from: Day, numerator: Quantity, denominator: Quantity? = nil, isProvisional: Bool = false, note: String? = nil) {
        (self.from, self.numerator, self.denominator) = (from, numerator, denominator)
        (self.isProvisional, self.note) = (isProvisional, note)
    }

    /// - Parameter measure: which says how long the period is, and whether there is anything under the line.
    public init(reading fields: inout Fields, of measure: PerformanceMeasure) {
        let written = fields.line("period", "Period", atMost: 40)
        let period = ReportingPeriod(measure.frequency, written: written)
        if period == nil, !written.isEmpty { fields.refuse("period", "“\(written.prefix(40))” is no \(measure.frequency.rawValue). Write it as \(measure.frequency.example).") }
        from = period?.from ?? Day(number: 0)
        numerator = fields.quantity("numerator", measure.kind == .rate ? "Numerator" : "Value")
        denominator = fields.optionalQuantity("denominator", "Denominator")
        isProvisional = fields.choice("standing", "Standing", default: Standing.final) == .provisional
        note = fields.optionalText("note", "Note", atMost: 1000)
        if measure.kind == .rate, denominator == nil, fields.written("denominator").isEmpty { fields.refuse("denominator", "Enter the denominator: \(measure.denominator ?? "so many of so many").") }
        if measure.kind != .rate, denominator != nil { fields.refuse("denominator", "\(measure.reference) is no rate, so nothing stands under the line.") }
        if let sentence = amiss { fields.refuse("numerator", sentence) }
    }

    public enum Standing: String, CaseIterable, Sendable { case final, provisional }

    /// What can’t be measured, in a sentence; nil where there is nothing amiss.
    var amiss: String? {
        if !numerator.isMeasurable || !(denominator?.isMeasurable ?? true) { return "A value is 1,000,000,000 at most." }
        if let denominator, denominator.millionths < 0 { return "A denominator is not below nought." }
        return nil
    }

    func says(_ value: MeasureValue) -> Bool {
        value.numerator == numerator && value.denominator == denominator && value.isProvisional == isProvisional
    }
}

extension Frequency {
    /// How a period of it is written.
    public var example: String {
        switch self {
        case .month: "2026-03"
        case .quarter: "2025-26-q4"
        case .year: "2025-26"
        }
    }
}
