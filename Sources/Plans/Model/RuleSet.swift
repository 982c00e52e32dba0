public import Kernel

/// How a standing is computed: a named, versioned set of limits that a plan chooses and its page shows.
///
/// There is no national meaning of red, amber and green, so each plan says which it uses. A published set never
/// changes; a better one gets a new name.
public struct RuleSet: Sendable, Equatable {
    /// Kept in the plan.
    public enum Name: String, Codable, Sendable, CaseIterable {
        case standard = "standard-1"
        case datesOnly = "dates-only-1"
        case monthOfGrace = "month-of-grace-1"
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

    public static func named(_ name: Name) -> RuleSet {
        let published = Day(2026, 11, 21) ?? Day(number: 0)
        return switch name {
        case .standard:
            RuleSet(name: name, title: "Dates, milestones and updates", takesEffect: published,
                    grace: 0, nearDays: 30, updateEvery: 60, heedsForecast: true)
        case .datesOnly:
            RuleSet(name: name, title: "Dates only", takesEffect: published,
                    grace: 0, nearDays: nil, updateEvery: nil, heedsForecast: false)
        case .monthOfGrace:
            RuleSet(name: name, title: "Amber for the first month late", takesEffect: published,
                    grace: 31, nearDays: nil, updateEvery: 60, heedsForecast: true)
        }
    }

    /// The rules as a person reads them, one for each colour, in the order in which they are tried.
    public var sentences: [(colour: Colour, sentence: String)] {
        var rules: [(Colour, String)] = [
            (.blue, "Its owner has recorded it as done by the day shown."),
            (.grey, "No due day is agreed, or the plan has not begun."),
            (.red, grace == 0
                ? "Its due day has passed and it is not recorded as done."
                : "Its due day passed more than \(grace) days ago and it is not recorded as done."),
        ]
        if grace > 0 { rules.append((.amber, "Its due day passed within the last \(grace) days.")) }
        if heedsForecast { rules.append((.amber, "Its owner’s latest forecast is later than its due day.")) }
        if let nearDays {
            rules.append((.amber, "A milestone’s own day has passed and the milestone is not reached."))
            rules.append((.amber, "It is due within \(nearDays) days and has a milestone not reached, or no update within \(nearDays) days."))
        }
        if let updateEvery { rules.append((.amber, "Nobody has updated it for more than \(updateEvery) days.")) }
        rules.append((.green, "None of these."))
        return rules
    }
}
