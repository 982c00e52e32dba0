public import Kernel

/// A year's programme: who audits what in which month, and what could not be reached.
public struct AuditProgramme: Encodable, Sendable, Equatable {
    /// By month, officer and premises.
    public let allotted: [Allotment]
    public let officers: [OfficerLoad]
    public let targets: [TargetReached]
    /// Drawn at random to test the method, in order.
    public let sampled: [String]
    /// Those that nobody audits this year, with the reason, in the order of the basis.
    public let left: [LeftOut]
    /// Of those that were planned before, how many stand as they were, and how many moved to somebody or some quarter else.
    public let kept: Int
    public let moved: Int
    /// Whether no programme of those thought of is better; else the time was up, and none is better by more than `gap`.
    public let isBest: Bool
    /// By how much a better one could be better at the most, as a share of what those that are allotted are worth; 0 where it is the best, nil where nothing is known of it.
    public let gap: Double?
    public let solver: String
    /// What the solver made least: its own measure, by which programmes from one basis compare.
    public let cost: Double

    public struct OfficerLoad: Codable, Sendable, Equatable {
        public let name: String
        /// For each quarter, the hours free for the programme.
        public let free: [Hundredths]
        public let planned: [Hundredths]
        public let audits: Int
    }

    public struct TargetReached: Codable, Sendable, Equatable {
        public let target: String
        public let asked: Int
        public let reached: Int
        /// Why it is not reached, as a sentence; nil where it is.
        public let why: String?
    }

    public struct LeftOut: Codable, Sendable, Equatable {
        public enum Reason: String, Codable, Sendable, CaseIterable {
            case nobodyAuthorised = "nobody-authorised"
            case noHours = "no-hours"
        }

        public let premises: String
        public let reason: Reason
    }
}

