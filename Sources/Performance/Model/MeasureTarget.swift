public import Kernel

/// What a measure is to reach from a period on. A later one takes its place from its own first period, and one for the same period goes before an earlier.
public struct MeasureTarget: Codable, Equatable, Sendable {
    public let id: ID<MeasureTarget>
    public var version: Int
    public let measure: ID<PerformanceMeasure>
    /// The first day on which it counts.
    public let from: Day
    public let shape: Shape
    /// The level to hold, or the figure of a whole year.
    public let figure: Quantity
    /// Twelve figures from April to March; none unless the year is parted by months.
    public internal(set) var months: [Quantity]
    /// What is less far away than so many per cent of the target is near it. Of a target of nought, for which there is no per cent, it is in the measure’s own unit.
    public let tolerance: Quantity
    /// Who set it or why.
    public let reason: String?
    /// The day on which it was set.
    public let since: Day
    /// The day on which it was taken back.
    public var dropped: Day?

    public enum Shape: String, Codable, Sendable, CaseIterable {
        /// The same in each period.
        case level
        /// The figure of a year, in equal parts.
        case even
        /// The figure of a year, each month with its own part.
        case months

        public var words: String {
            switch self {
            case .level: "A level to hold in each period"
            case .even: "So much a year, evenly"
            case .months: "So much a year, month by month"
            }
        }
    }

    public init(
        id: ID<MeasureTarget>, version: Int = 1, measure: ID<PerformanceMeasure>, from: Day, shape: Shape, figure: Quantity, months: [Quantity] = [], tolerance: Quantity, reason: String? = nil,
        since: Day, dropped: Day? = nil
    ) {
        (self.id, self.version, self.measure, self.from, self.shape) = (id, version, measure, from, shape)
        (self.figure, self.months, self.tolerance, self.reason) = (figure, months, tolerance, reason)
        (self.since, self.dropped) = (since, dropped)
    }

    /// What is to be reached in the months from one day up to another.
    ///
    /// - Parameter parts: how many of the measure’s own periods lie there.
    func figure(of measure: PerformanceMeasure, _ period: ReportingPeriod, parts: Int) -> Quantity {
        switch shape {
        case .level: return measure.kind == .count ? Quantity(millionths: figure.millionths * Int64(parts)) : figure
        case .even: return figure.share(period.from.months(until: period.through) + 1, of: 12)
        case .months:
            let first = period.yearBegins.months(until: period.from)
            return (0..<period.frequency.months).reduce(Quantity(0)) { sum, month in sum + (months.indices.contains((first + month) % 12) ? months[(first + month) % 12] : Quantity(0)) }
        }
    }

    /// `95% in each month`, `1,200 audits a year, evenly`
    public func words(_ measure: PerformanceMeasure) -> String {
        switch shape {
        case .level: "\(measure.written(figure)) in each \(measure.frequency.rawValue)"
        case .even: "\(measure.written(figure)) a year, evenly"
        case .months: "\(measure.written(figure)) a year, month by month"
        }
    }
}

/// What a person enters of a target.
public struct NewMeasureTarget: Sendable, Equatable {
    public var from: Day
    public var shape: MeasureTarget.Shape
    public var figure: Quantity
    public var months: [Quantity]
    /// Ten per cent, or nothing of a target of nought, when left out.
    public var tolerance: Quantity?
    public var reason: String?

    public init(from: Day, shape: MeasureTarget.Shape = .level, figure: Quantity, months: [Quantity] = [], tolerance: Quantity? = nil, reason: String? = nil) {
        (self.from, self.shape, self.figure, self.months) = (from, shape, figure, months)
        (self.tolerance, self.reason) = (tolerance, reason)
    }

    /// What is near a target when nobody says otherwise: less than a tenth away, as Devon and Somerset’s performance reports have it.
    public static let usualTolerance = Quantity(10)

    public init(reading fields: inout Fields, of measure: PerformanceMeasure) {
        let written = fields.line("from", "From", atMost: 40)
        let period = ReportingPeriod(measure.frequency, written: written)
        if period == nil, !written.isEmpty { fields.refuse("from", "“\(written.prefix(40))” is no \(measure.frequency.rawValue). Write it as \(measure.frequency.example).") }
        from = period?.from ?? Day(number: 0)
        shape = fields.choice("shape", "Shape", default: .level)
        let parts = fields.written("months").split { $0.isWhitespace || $0 == ";" }.map { Quantity($0) }
        months = parts.compactMap(\.self)
        if shape == .months, fields.written("figure").isEmpty { figure = months.reduce(Quantity(0), +) } else { figure = fields.quantity("figure", "Target") }
        tolerance = fields.optionalQuantity("tolerance", "Tolerance")
        reason = fields.optionalText("reason", "Reason", atMost: 1000)
        if shape == .months, parts.count != 12 || months.count != 12 { fields.refuse("months", "Enter twelve numbers from April to March, with blanks between them; there are \(parts.count).") }
        if shape != .months, !parts.isEmpty { fields.refuse("months", "Leave the months empty, or part the year month by month.") }
        for wrong in amiss(for: measure) { fields.refuse(wrong.name, wrong.sentence) }
    }

    func amiss(for measure: PerformanceMeasure) -> [Refusal.Field] {
        var wrong: [Refusal.Field] = []
        if shape != .level, measure.kind != .count { wrong.append(.init("shape", "Only a count adds up to a figure of a year. Set a level to hold.")) }
        if shape == .months, months.count == 12, months.reduce(Quantity(0), +) != figure {
            wrong.append(.init("figure", "The twelve months add up to \(months.reduce(Quantity(0), +)), not to \(figure)."))
        }
        if !figure.isMeasurable || !months.allSatisfy(\.isMeasurable) { wrong.append(.init("figure", "A target is 1,000,000,000 at most.")) }
        if let tolerance, tolerance.millionths < 0 || tolerance > Quantity(1_000_000) { wrong.append(.init("tolerance", "A tolerance is from 0 to 1,000,000.")) }
        return wrong
    }
}
