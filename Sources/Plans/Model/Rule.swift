import Kernel

/// One rule of a set: the colour it gives, what a person reads of it, and whether it fits.
public struct Rule: Sendable {
    public let colour: Colour
    public let sentence: String
    /// What it adds to the reasons where it fits, which may be nothing; nil where it doesn't fit.
    let fits: @Sendable (Circumstances) -> [String]?

    private init(_ colour: Colour, _ sentence: String, fits: @escaping @Sendable (Circumstances) -> [String]?) {
        self.colour = colour
        self.sentence = sentence
        self.fits = fits
    }

    static let done = Rule(.blue, "Its owner has recorded it as done by the day shown.") { now in now.finished.map { [$0] } }

    static let saidToBeDone = Rule(.amber, "Its owner has recorded it as done by the day shown, and no evidence that holds on that day shows it.") { now in
        guard now.shown == 0, let finished = now.finished else { return nil }
        return ["said to be done, nothing shows it", finished]
    }

    static let noDayAgreed = Rule(.grey, "No due day is agreed.") { now in
        guard now.due == nil else { return nil }
        return [now.dueWritten.map { "no due day is agreed (“\($0)” was written)" } ?? "no due day is agreed"]
    }

    static let notBegun = Rule(.grey, "The plan has not begun, and its due day has not passed.") { now in
        guard now.day < now.begins, let left = now.daysLeft, left >= 0 else { return nil }
        return ["not begun: the plan runs from \(now.begins)"] + now.timeLeft
    }

    /// - Parameter grace: so many days past its due day it is not late yet.
    static func late(grace: Int) -> Rule {
        let sentence = grace == 0
            ? "Its due day has passed and it is not recorded as done."
            : "Its due day passed more than \(grace) days ago and it is not recorded as done."
        return Rule(.red, sentence) { now in
            guard let left = now.daysLeft, left < -grace else { return nil }
            return now.timeLeft.map { "\($0) and not recorded as done" }
        }
    }

    static func withinGrace(_ grace: Int) -> Rule {
        Rule(.amber, "Its due day passed within the last \(grace) days.") { now in
            now.daysLeft.flatMap { (-grace..<0).contains($0) ? [] : nil }
        }
    }

    static let expectedLate = Rule(.amber, "Its owner’s latest forecast is later than its due day.") { now in
        guard let due = now.due, let forecast = now.forecast, forecast > due else { return nil }
        return ["its owner expects \(forecast), \(counted(due.days(until: forecast), "day")) late"]
    }

    static let milestoneMissed = Rule(.amber, "A milestone’s own day has passed and the milestone is not reached.") { now in
        now.missed.map { ["milestone “\($0.text)” was due on \($0.due)"] }
    }

    /// - Parameter longest: the most days between two updates of an action that is not near its day.
    static func near(_ days: Int, silentFor longest: Int?) -> Rule {
        let sentence = "It is due within \(days) days and has a milestone not reached, or no update within \(days) days."
        return Rule(.amber, sentence) { now in
            guard let left = now.daysLeft, left <= days else { return nil }
            let open = now.milestones.count - now.reached
            let isQuiet = now.daysSinceUpdate.map { $0 > days } ?? true
            guard open > 0 || isQuiet else { return nil }
            // Whoever has been silent for longer still is told of that alone.
            let isTold = isQuiet && now.daysOfSilence <= longest ?? .max
            return (open > 0 ? ["\(counted(open, "milestone")) still to be reached so near its day"] : [])
                + (isTold ? ["an update is expected every \(days) days so near its day"] : [])
        }
    }

    static func silent(_ days: Int) -> Rule {
        Rule(.amber, "Nobody has updated it for more than \(days) days.") { now in
            now.daysOfSilence > days ? ["an update is expected every \(days) days"] : nil
        }
    }

    static let onTrack = Rule(.green, "None of these.") { _ in [] }
}
