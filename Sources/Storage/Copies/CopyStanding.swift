public import Kernel

/// How the copies of a service stand: for the administrator's page, the command line and a health probe.
public struct CopyStanding: Sendable, Codable, Equatable {
    /// The last that is good: new, or the same as the one before.
    public let lastGood: CopyRound?
    /// The last that was really restored.
    public let lastProven: CopyRound?
    public let lastTry: CopyRound?
    public let underWay: CopyRound?
    /// What an administrator has to look after; empty when all is well.
    public let warnings: [String]
    /// Since the last copy was really restored; nil when none ever was.
    public let secondsSinceProven: Int?

    /// - Parameter rounds: newest first.
    public init(_ rounds: [CopyRound], at moment: Moment) {
        lastGood = rounds.first(where: \.isGood)
        lastProven = rounds.first { $0.provenAt != nil }
        lastTry = rounds.first { $0.endedAt != nil }
        underWay = rounds.first { $0.isUnderWay(at: moment) }
        secondsSinceProven = lastProven?.provenAt?.seconds(until: moment)
        var warnings: [String] = []
        if let failed = lastTry, failed.outcome == .failed {
            warnings.append("The last try to make a copy, on \(failed.begunAt.inWords), failed: \(failed.sentence ?? "no reason was kept.")")
        }
        if let lastGood {
            let days = lastGood.begunAt.seconds(until: moment) / 86_400
            if days >= 7 { warnings.append("The last copy is \(counted(days, "day")) old.") }
        } else {
            warnings.append("There is no copy of this service yet. What is lost now can't be brought back.")
        }
        if let proven = lastProven?.provenAt {
            let days = proven.seconds(until: moment) / 86_400
            if days >= 7 { warnings.append("The last restore that was proven is \(counted(days, "day")) ago.") }
        } else if lastGood != nil {
            warnings.append("No copy was ever restored to prove it.")
        }
        self.warnings = warnings
    }

    public static func read(_ session: Session, at moment: Moment) throws -> CopyStanding {
        CopyStanding(try CopyRounds(session).latest(limit: 1000), at: moment)
    }
}
