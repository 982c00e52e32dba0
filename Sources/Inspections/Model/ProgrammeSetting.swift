public import Kernel
import Premises

/// What the audits of a year are to reach, and what they take: one edition of the objectives.
public struct ProgrammeSetting: Codable, Equatable, Sendable {
    /// Hours that an audit takes, travel and writing included.
    public var full: Hundredths
    public var short: Hundredths
    /// The bands of which a short audit is enough.
    public var shortBands: [AuditRisk]
    /// Hours of the year kept for what arrives otherwise, by the code of its origin.
    public var demand: [String: Hundredths]
    public var targets: [ProgrammeTarget]
    public var themes: [ProgrammeTheme]
    /// Premises of a low band that are drawn at random, to test the method.
    public var sample: ProgrammeSample?

    public init(
        full: Hundredths = Hundredths(900), short: Hundredths = Hundredths(400), shortBands: [AuditRisk] = [.veryLow, .low], demand: [String: Hundredths] = [:],
        targets: [ProgrammeTarget] = [], themes: [ProgrammeTheme] = [], sample: ProgrammeSample? = nil
    ) {
        (self.full, self.short, self.shortBands, self.demand) = (full, short, shortBands, demand)
        (self.targets, self.themes, self.sample) = (targets, themes, sample)
    }

    /// What arrives without being planned.
    public static let demandOrigins: [AuditOrigin] = [.complaint, .postFire, .falseAlarm, .consultation]
    /// What an audit is worth beside others where hours are short: by band, so that the higher come first. The service's own weights, not taken from anywhere.
    static let worth = ["very-high": 60, "high": 30, "medium": 10, "low": 3, "very-low": 1]

    public var demandHours: Hundredths { demand.values.reduce(.zero) { $0 + $1 } }
    func kind(of band: AuditRisk) -> AuditKind { shortBands.contains(band) ? .short : .full }
    func hours(of kind: AuditKind) -> Hundredths { kind == .short ? short : full }

    /// The targets, and the themes as targets.
    var allTargets: [ProgrammeTarget] { targets + themes.map { ProgrammeTarget(theme: $0.title, least: $0.count) } }
}

/// Premises of some kinds that are looked at for a reason of the year's own.
public struct ProgrammeTheme: Codable, Equatable, Sendable {
    public var title: String
    public var count: Int
    /// Codes of premises types, or of markers that officers put on premises.
    public var covers: [String]

    public init(_ title: String, _ count: Int, _ covers: [String]) { (self.title, self.count, self.covers) = (title, count, covers) }

    func takes(_ type: PremisesType, _ markers: [String]) -> Bool { covers.contains(type.rawValue) || covers.contains(where: markers.contains) }

    /// `Licensed premises at night: 20 | licensed, hotel`
    public var written: String { "\(title): \(count) | \(covers.joined(separator: ", "))" }

    /// `Licensed premises, hotels`
    public func words(_ markers: [String: String] = [:]) -> String {
        listed(covers.map { code in PremisesType(rawValue: code)?.words.lowercased() ?? markers[code]?.lowercased() ?? code })
    }
}

extension ProgrammeTarget {
    /// `care-home, Q2: 10`, `very-high: 100%`, `all, June: 30`
    public var written: String {
        let parts = [type, band, theme].compactMap(\.self) + [quarter.map { "Q\($0)" }, month.map { Day.months[$0 - 1] }].compactMap(\.self)
        let what = type == nil && band == nil && theme == nil ? ["all"] + parts : parts
        return "\(what.joined(separator: ", ")): " + (percent.map { "\($0)%" } ?? "\(least ?? 0)")
    }

    /// `Care homes of very high risk`, as a person reads it.
    public var subject: String {
        let what = type.flatMap(PremisesType.init)?.words ?? theme.map { "Theme “\($0)”" }
        let risk = band.flatMap(AuditRisk.init).map { "\($0.words.lowercased()) risk" }
        return [what ?? (risk == nil ? "All premises" : "Premises"), risk].compactMap(\.self).joined(separator: " of ")
    }

    /// `The year`, `April to June`, `August`
    public var timeWords: String {
        if let month { return Day.months[month - 1] }
        return quarter.map { ["April to June", "July to September", "October to December", "January to March"][$0 - 1] } ?? "The year"
    }

    /// `At least 20`, `100% of those due`
    public var askedWords: String { percent.map { "\($0)% of those due" } ?? "At least \(least ?? 0)" }
}
