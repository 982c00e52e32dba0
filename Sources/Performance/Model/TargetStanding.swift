public import Kernel

/// How a figure stands against its target, in the words that fire and rescue services report by.
public enum TargetStanding: String, Codable, Sendable, CaseIterable {
    case succeeding
    /// Missed by less than the tolerance, a tenth unless the target says otherwise.
    case near
    /// Missed by the tolerance or more: why, and what is done about it, has to be written.
    case needsImprovement = "needs-improvement"
    /// Nothing is to be reached.
    case noTarget = "no-target"
    /// The figure is not known, or not the whole of it.
    case unknown

    public var words: String {
        switch self {
        case .succeeding: "Succeeding"
        case .near: "Near target"
        case .needsImprovement: "Needs improvement"
        case .noTarget: "No target"
        case .unknown: "Not judged"
        }
    }

    /// Whether a report of the period has to say why.
    public var forcesException: Bool { self == .needsImprovement }

    /// - Parameters:
    ///   - tolerance: in per cent of the target; of a target that was set to nought, in the measure’s unit.
    ///   - isNought: whether the target was set to nought, rather than having a part of a year that happens to be.
    init(_ value: Quantity, against target: Quantity, _ polarity: PerformanceMeasure.Polarity, tolerance: Quantity, isNought: Bool) {
        let shortfall = polarity == .lower ? value - target : target - value
        guard polarity != .neutral, shortfall.millionths > 0 else {
            self = polarity == .neutral ? .noTarget : .succeeding
            return
        }
        if target.millionths == 0 {
            self = isNought && shortfall < tolerance ? .near : .needsImprovement
            return
        }
        // shortfall / |target| < tolerance / 100, without a division.
        let (gap, room) = (Int128(shortfall.millionths) * 100 * 1_000_000, Int128(tolerance.millionths) * Int128(target.magnitude.millionths))
        self = gap < room ? .near : .needsImprovement
    }
}

/// A figure with what it was to be.
public struct JudgedFigure: Sendable, Equatable {
    public let figure: MeasureFigure
    /// What was to be reached in just these periods; nil where nothing was.
    public let target: Quantity?
    public let standing: TargetStanding

    /// How far from the target it is, in per cent of it, to one place; nil where there is none, and of a target of nought.
    public var gap: Quantity? {
        guard let target, let value = figure.value, target.millionths != 0 else { return nil }
        return (value - target).rate(of: target.magnitude, times: 100)
    }
}

/// Which way a figure went since another.
public enum Travel: String, Codable, Sendable, CaseIterable {
    case better, worse, same
    /// Where neither way is better.
    case higher, lower
    case unknown

    init(from earlier: MeasureFigure, to later: MeasureFigure, _ polarity: PerformanceMeasure.Polarity) {
        guard let before = earlier.value, let now = later.value, earlier.isWhole, later.isWhole else {
            self = .unknown
            return
        }
        let rises = now > before
        self = if now == before { .same } else if polarity == .neutral { rises ? .higher : .lower } else { rises == (polarity == .higher) ? .better : .worse }
    }

    public var words: String { self == .unknown ? "Not known" : rawValue.capitalisedFirst }
}
