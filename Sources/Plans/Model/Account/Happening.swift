public import Kernel

/// One way in which a plan differs between two views of it: on two days, or on one day as it was known at two moments.
public struct Happening: Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case completed, reopened
        /// A milestone was reached.
        case reached
        /// A milestone counts as reached no more.
        case unreached
        /// A milestone joined or left its action.
        case planned, dropped
        /// The first that was said about it.
        case started
        case reported
        /// Evidence was put there; or evidence holds no more.
        case shown, lapsed
        /// Its owner expects it later, or earlier, than before.
        case slipped, advanced
        /// Another day was agreed.
        case moved
        /// Its day was written wrongly, or is the first that was agreed.
        case corrected, scheduled
        /// Another day is asked for; or that was decided without a change.
        case asked, answered
        case added, withdrawn
        /// It stands in another colour than before.
        case late
        case atRisk = "at-risk"
        case recovered, unscheduled

        public var words: String {
            switch self {
            case .completed: "Completed"
            case .reopened: "Reopened"
            case .reached: "Milestones reached"
            case .unreached: "Milestones taken back"
            case .planned: "Milestones added"
            case .dropped: "Milestones taken out"
            case .started: "Started"
            case .reported: "Reported on"
            case .shown: "Evidence put there"
            case .lapsed: "Evidence that holds no more"
            case .slipped: "Expected later"
            case .advanced: "Expected earlier"
            case .moved: "Moved"
            case .corrected: "Days corrected"
            case .scheduled: "First days agreed"
            case .asked: "Another day asked for"
            case .answered: "Requests decided"
            case .added: "Added"
            case .withdrawn: "Withdrawn"
            case .late: "Became late"
            case .atRisk: "Came to be at risk"
            case .recovered: "Back on track"
            case .unscheduled: "No longer scheduled"
            }
        }
    }

    public let kind: Kind
    /// The finding or the action that it is about.
    public let subject: Subject
    public let reference: Reference
    /// What it is about, short enough for a line.
    public let thing: String
    /// What happened, as it follows the thing: `completed on 26 February 2025`.
    public let words: String
    /// What was recorded of it.
    public let records: [Subject]
    /// The differences that it tells, each of which nothing else tells.
    let tells: Set<Aspect>

    public var sentence: String { "\(reference) \(thing): \(words)\(words.endsSentence ? "" : ".")" }
}

extension String {
    var endsSentence: Bool { last.map { ".!?…”".contains($0) } ?? false }

    /// Its first paragraph, at most so many characters of it, cut between words; without the stop at its end.
    func inOneLine(atMost limit: Int = 140) -> String {
        var line = split(whereSeparator: \.isNewline).first.map { String($0.trimmed) } ?? ""
        if line.count > limit {
            let cut = line.prefix(limit - 1)
            line = String(cut.prefix(upTo: cut.lastIndex(of: " ") ?? cut.endIndex)) + "…"
        }
        while line.last == "." { line.removeLast() }
        return line
    }
}
