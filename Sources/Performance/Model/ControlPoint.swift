/// One value on a control chart, and what it tells.
public struct ControlPoint: Sendable, Equatable {
    public let place: Int
    public let value: Double
    /// Which of the chart’s segments it lies in.
    public let segment: ControlSegment
    /// From the value before it in its segment; nil of the first.
    public let movingRange: Double?
    /// What makes it stand out; nil where it does not.
    public let signal: ControlSignal?
    public let variation: Variation

    /// Whether its moving range was left out of the limits as far too large.
    public var isScreenedOut: Bool { segment.screenedOut.contains(place) }
}

/// Why a point is no mere chance, the first of four reasons that holds.
public struct ControlSignal: Hashable, Sendable {
    /// In their order of precedence.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Beyond a limit.
        case outside
        /// One of seven that each rise, or each fall.
        case trend
        /// One of two, in three points on one side of the mean, that lie between the inner limit and the limit.
        case twoInThree = "two-in-three"
        /// One of seven on one side of the mean.
        case run
    }

    public enum Way: String, Codable, Sendable, CaseIterable { case high, low }

    public let kind: Kind
    /// Which side of the mean it lies on; of a trend, which way it goes.
    public let way: Way

    public init(_ kind: Kind, _ way: Way) { (self.kind, self.way) = (kind, way) }

    /// `Above the upper limit`
    public var words: String {
        switch (kind, way) {
        case (.outside, .high): "Above the upper limit"
        case (.outside, .low): "Below the lower limit"
        case (.trend, .high): "One of seven that rise"
        case (.trend, .low): "One of seven that fall"
        case (.twoInThree, .high): "Two of three near the upper limit"
        case (.twoInThree, .low): "Two of three near the lower limit"
        case (.run, .high): "One of seven above the mean"
        case (.run, .low): "One of seven below the mean"
        }
    }
}

/// What kind of movement a point is part of.
public enum Variation: String, Codable, Sendable, CaseIterable {
    /// Nothing but chance.
    case common
    case improving, concerning
    /// Something has changed, and neither way is better.
    case neutralHigh = "neutral-high"
    case neutralLow = "neutral-low"

    init(_ signal: ControlSignal?, _ improvement: ControlChart.Improvement) {
        guard let signal else {
            self = .common
            return
        }
        self = switch (improvement, signal.way) {
        case (.increase, .high), (.decrease, .low): .improving
        case (.increase, .low), (.decrease, .high): .concerning
        case (.neutral, .high): .neutralHigh
        case (.neutral, .low): .neutralLow
        }
    }

    public var words: String {
        switch self {
        case .common: "Common cause"
        case .improving: "Improving"
        case .concerning: "Concerning"
        case .neutralHigh: "Higher"
        case .neutralLow: "Lower"
        }
    }
}

/// Whether a target will be met as long as nothing changes.
public enum Assurance: String, Codable, Sendable, CaseIterable {
    case passing, failing
    case hitOrMiss = "hit-or-miss"

    /// Nil where neither way is better.
    init?(of target: Double, _ limits: ControlSegment.Limits, _ improvement: ControlChart.Improvement) {
        guard improvement != .neutral else { return nil }
        self = if target > limits.upper { improvement == .increase ? .failing : .passing }
            else if target < limits.lower { improvement == .increase ? .passing : .failing } else { .hitOrMiss }
    }

    public var words: String {
        switch self {
        case .passing: "Will be met"
        case .failing: "Will be missed"
        case .hitOrMiss: "Hit or miss"
        }
    }
}
