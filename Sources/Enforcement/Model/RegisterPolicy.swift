public import Kernel

/// What the service settles for its public register within what the law leaves open.
public struct RegisterPolicy: Codable, Hashable, Sendable {
    /// How the days before an entry is made are counted.
    public enum Count: String, Codable, Sendable, CaseIterable {
        case days
        case workingDays = "working-days"
    }

    /// Whether notices that were withdrawn stay in what is given to the national register. In the local one they are deleted: section 3(4).
    public enum Withdrawn: String, Codable, Sendable, CaseIterable {
        case leftOut = "left-out"
        case exported

        public var words: String { self == .leftOut ? "Left out of the national export" : "In the national export, as withdrawn" }
    }

    /// What of the substance the public reads.
    public enum Sensitive: String, Codable, Sendable, CaseIterable {
        /// The words written for the public, whatever the type.
        case substance
        /// Of enforcement and alterations notices the articles alone, since a defect that is not put right yet is a danger when it is known; of a prohibition the substance.
        case articlesUnlessProhibition = "articles-unless-prohibition"
        /// Articles alone.
        case articles

        public var words: String {
            switch self {
            case .substance: "The substance, in the words written for the public"
            case .articlesUnlessProhibition: "The substance of prohibitions; of other notices the articles alone"
            case .articles: "The articles alone"
            }
        }
    }

    /// At least 3, counted from the day of service: section 3(5).
    public var retentionYears: Int
    /// So many days after the first on which it may be made, an entry is made; never after the last.
    public var publishAfter: Int
    public var count: Count
    public var exportsWithdrawn: Withdrawn
    public var sensitive: Sensitive

    public init(
        retentionYears: Int = 3, publishAfter: Int = 0, count: Count = .days, exportsWithdrawn: Withdrawn = .leftOut, sensitive: Sensitive = .substance
    ) {
        (self.retentionYears, self.publishAfter, self.count) = (retentionYears, publishAfter, count)
        (self.exportsWithdrawn, self.sensitive) = (exportsWithdrawn, sensitive)
    }

    /// What holds where a service has settled nothing: entries on the first day, for 3 years.
    public static let law = RegisterPolicy()

    init(reading fields: inout Fields) {
        self.init(
            retentionYears: fields.number("retention", "Years that an entry is kept", in: 3...99) ?? 3,
            publishAfter: fields.number("publish-after", "Days before an entry is made", in: 0...13) ?? 0,
            count: fields.choice("count", "Counted in", default: .days), exportsWithdrawn: fields.choice("withdrawn", "Withdrawn notices", default: .leftOut),
            sensitive: fields.choice("sensitive", "What the public reads", default: .substance))
    }

    var lag: StatutoryPeriod.Length { count == .days ? .days(publishAfter) : .workingDays(publishAfter) }

    /// The day on which an entry is made, within the days that the law gives for it.
    public func day(in window: ClosedRange<Day>) -> Day { min(lag.end(after: window.lowerBound), window.upperBound) }

    /// `on the first day that the law allows`; `3 working days (weekends left out) after 26 January 2021`
    public func words(in window: ClosedRange<Day>) -> String {
        guard publishAfter > 0 else { return "on the first day that the law allows, \(window.lowerBound)" }
        let day = day(in: window)
        if lag.end(after: window.lowerBound) > window.upperBound { return "on \(day), the last day that the law allows, since the service’s \(lag.words) would end later" }
        return "on \(day), \(lag.words(after: window.lowerBound)) after \(window.lowerBound)"
    }

    /// Whether the public reads the substance of a notice of this type.
    public func showsSubstance(of type: NoticeType) -> Bool {
        switch sensitive {
        case .substance: true
        case .articlesUnlessProhibition: type == .prohibition
        case .articles: false
        }
    }
}

extension StatutoryPeriods {
    /// The same, with entries kept for as long as the editions of a service's policy say where that is longer than the law asks. What was served under an
    /// edition is kept by it.
    public func keeping(by policies: [EnforcementPolicy]) -> StatutoryPeriods {
        StatutoryPeriods(all + policies.compactMap { policy in
            guard let effective = policy.effective else { return nil }
            let years = max(3, policy.register.retentionYears)
            return StatutoryPeriod(
                rule: .retention, length: .years(years), since: effective, provision: years == 3 ? "section 3(5)" : "section 3(5) and the service’s policy")
        })
    }
}
