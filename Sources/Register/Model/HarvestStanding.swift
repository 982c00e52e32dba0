public import Kernel

/// What became of the last round at a source.
public struct HarvestTry: Equatable, Sendable {
    public var at: Moment
    /// Why nothing was taken over; nil when all went well.
    public var fault: String?
    /// How many rounds in a row went wrong.
    public var failures: Int

    public init(at: Moment, fault: String? = nil, failures: Int = 0) { (self.at, self.fault, self.failures) = (at, fault, failures) }

    /// A source that fails is left alone for longer each time, up to a day.
    ///
    /// - Parameter minutes: how often a source that is well is asked.
    public func isDue(at moment: Moment, every minutes: Int) -> Bool {
        at.seconds(until: moment) >= min(86_400, max(1, minutes) * 60 << min(failures, 10))
    }
}

extension HarvestSource {
    /// When its copy was last found to be what the service publishes; nil before the first time.
    func checked(by lastTry: HarvestTry?) -> Moment? {
        copy.map { copy in lastTry.flatMap { $0.fault == nil ? $0.at : nil } ?? copy.at }
    }
}

/// How fresh the copy of a source is.
public enum HarvestStanding: String, Codable, Sendable, CaseIterable {
    case never, fresh, stale

    /// Hours after which a copy that could not be checked again is called stale.
    public static let freshness = 48

    public init(of source: HarvestSource, lastTry: HarvestTry?, at moment: Moment) {
        guard let checked = source.checked(by: lastTry) else { self = .never; return }
        self = checked.seconds(until: moment) < HarvestStanding.freshness * 3600 ? .fresh : .stale
    }

    public var words: String {
        switch self {
        case .never: "Not taken over yet"
        case .fresh: "Up to date"
        case .stale: "Not checked lately"
        }
    }
}
