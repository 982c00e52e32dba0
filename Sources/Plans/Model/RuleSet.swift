public import Kernel

/// How a standing is computed: a named, versioned set of limits that a plan chooses and its page shows.
///
/// There is no national meaning of red, amber and green, so each plan says which it uses. A published set never
/// changes; a better one gets a new name.
public struct RuleSet: Sendable {
    /// Kept in the plan.
    public enum Name: String, Codable, Sendable, CaseIterable {
        case standard = "standard-1"
        /// As `standard-1`, no claim is blue without evidence, and what was verified stays watched.
        case evidence = "standard-2"
        case datesOnly = "dates-only-1"
        case monthOfGrace = "month-of-grace-1"

        /// What a plan is begun with where nobody chooses.
        public static let usual = Name.evidence
    }

    public let name: Name
    public let title: String
    /// The day this version was published.
    public let takesEffect: Day
    /// So many days past its due day an action is amber before it is red.
    public let grace: Int
    /// An action this near its due day needs its milestones reached and a recent update.
    public let nearDays: Int?
    /// The most days between two updates.
    public let updateEvery: Int?
    /// Whether an owner's forecast later than the due day makes it amber.
    public let heedsForecast: Bool
    /// Whether an action that is said to be done needs evidence that holds on the day.
    public let needsEvidence: Bool
    /// Whether a measure that has fallen since something was verified turns it amber.
    public let watchesMeasures: Bool
    /// In the order in which they are tried: the first that fits gives the standing, and the last fits always.
    public let rules: [Rule]

    private init(
        _ name: Name, _ title: String, takesEffect: Day, grace: Int = 0, nearDays: Int? = nil, updateEvery: Int? = nil,
        heedsForecast: Bool = false, needsEvidence: Bool = false, watchesMeasures: Bool = false
    ) {
        self.name = name
        self.title = title
        self.takesEffect = takesEffect
        self.grace = grace
        self.nearDays = nearDays
        self.updateEvery = updateEvery
        self.heedsForecast = heedsForecast
        self.needsEvidence = needsEvidence
        self.watchesMeasures = watchesMeasures
        rules = (needsEvidence ? [.saidToBeDone] : []) + [.done, .noDayAgreed, .notBegun, .late(grace: grace)]
            + (grace > 0 ? [.withinGrace(grace)] : []) + (heedsForecast ? [.expectedLate] : [])
            + (nearDays.map { [.milestoneMissed, .near($0, silentFor: updateEvery)] } ?? []) + (updateEvery.map { [.silent($0)] } ?? []) + [.onTrack]
    }

    public static func named(_ name: Name) -> RuleSet {
        let published = Day(2026, 11, 21) ?? Day(number: 0)
        return switch name {
        case .standard:
            RuleSet(name, "Dates, milestones and updates", takesEffect: published, nearDays: 30, updateEvery: 60, heedsForecast: true)
        case .evidence:
            RuleSet(
                name, "Dates, milestones, updates and evidence", takesEffect: Day(2026, 11, 27) ?? published, nearDays: 30, updateEvery: 60,
                heedsForecast: true, needsEvidence: true, watchesMeasures: true)
        case .datesOnly:
            RuleSet(name, "Dates only", takesEffect: published)
        case .monthOfGrace:
            RuleSet(name, "Amber for the first month late", takesEffect: published, grace: 31, updateEvery: 60, heedsForecast: true)
        }
    }
}
