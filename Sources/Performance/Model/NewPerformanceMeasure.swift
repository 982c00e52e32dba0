public import Kernel

/// What a person enters of a measure.
public struct NewPerformanceMeasure: Sendable, Equatable {
    /// The next `PM-…` where nothing was chosen.
    public var reference: Reference?
    public var title: String
    public var meaning: String
    public var kind: PerformanceMeasure.Kind
    public var unit: String
    public var decimals: Int
    public var polarity: PerformanceMeasure.Polarity
    public var numerator: String?
    public var denominator: String?
    public var multiplier: Int
    public var frequency: Frequency
    /// As the service calls them.
    public var owner: String?
    public var source: PerformanceMeasure.Source
    public var figure: String?
    public var isCumulative: Bool
    public var measuredFrom: Day?

    public init(
        reference: Reference? = nil, title: String, meaning: String, kind: PerformanceMeasure.Kind = .count, unit: String = "", decimals: Int = 0, polarity: PerformanceMeasure.Polarity = .higher,
        numerator: String? = nil, denominator: String? = nil, multiplier: Int = 1, frequency: Frequency = .month, owner: String? = nil, source: PerformanceMeasure.Source = .typed,
        figure: String? = nil, isCumulative: Bool = false, measuredFrom: Day? = nil
    ) {
        (self.reference, self.title, self.meaning, self.kind, self.unit, self.decimals) = (reference, title, meaning, kind, unit, decimals)
        (self.polarity, self.numerator, self.denominator, self.multiplier) = (polarity, numerator, denominator, multiplier)
        (self.frequency, self.owner, self.source, self.figure) = (frequency, owner, source, figure)
        (self.isCumulative, self.measuredFrom) = (isCumulative, measuredFrom)
    }

    /// For every so many of the denominator.
    public static let multipliers = [1, 100, 1000, 10_000, 100_000]

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        if reference?.isNew ?? false { fields.refuse("reference", "“new” can’t be a reference, since the page for adding a measure has that name.") }
        title = fields.line("title", "Title", atMost: 200)
        meaning = fields.text("meaning", "What it means", atMost: 4000)
        kind = fields.choice("kind", "Kind", default: .count)
        unit = fields.optionalLine("unit", "Unit", atMost: 30) ?? ""
        decimals = fields.number("decimals", "Places after the point", in: 0...4) ?? 0
        polarity = fields.choice("polarity", "Which way is better", default: .higher)
        numerator = fields.optionalLine("numerator", "Numerator", atMost: 300)
        denominator = fields.optionalLine("denominator", "Denominator", atMost: 300)
        multiplier = fields.number("multiplier", "For every", in: 1...100_000) ?? 1
        frequency = fields.choice("frequency", "Frequency", default: .month)
        owner = fields.optionalLine("owner", "Owner", atMost: 200)
        source = fields.choice("source", "Source", default: .typed)
        figure = fields.optionalLine("figure", "Live figure", atMost: 60)
        isCumulative = fields.isOn("cumulative")
        measuredFrom = fields.optionalDay("measured-from", "Measured from")
        if kind == .rate, denominator == nil { fields.refuse("denominator", "Say what the number under the line is of, since this is a rate.") }
        if kind != .rate, denominator != nil { fields.refuse("denominator", "Only a rate has a denominator. Leave it empty, or choose a rate.") }
        if !NewPerformanceMeasure.multipliers.contains(multiplier) { fields.refuse("multiplier", "A rate is for every 1, 100, 1,000, 10,000 or 100,000.") }
        if kind != .rate { multiplier = 1 }
        if kind == .level, isCumulative { fields.refuse("cumulative", "A level does not add up over the year, so it can’t be cumulative.") }
        if source == .live, figure == nil { fields.refuse("figure", "Choose the live figure that it shows.") }
        if source == .live, measuredFrom == nil { fields.refuse("measured-from", "Say from which day the live figure is shown.") }
        if source != .live { figure = nil }
    }
}

extension PerformanceMeasure {
    /// What it holds now, under the names of its form.
    ///
    /// - Parameter owner: what its owner is called.
    func entries(owner: String?) -> [String: [String]] {
        [
            "reference": reference.text, "title": title, "meaning": meaning, "kind": kind.rawValue, "unit": unit, "decimals": "\(decimals)", "polarity": polarity.rawValue,
            "numerator": numerator ?? "", "denominator": denominator ?? "", "multiplier": "\(multiplier)", "frequency": frequency.rawValue, "owner": owner ?? "",
            "source": source.rawValue, "figure": figure ?? "", "cumulative": isCumulative ? "yes" : "", "measured-from": measuredFrom?.iso ?? "",
        ].mapValues { [$0] }
    }
}
