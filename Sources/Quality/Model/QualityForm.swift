public import Kernel

/// One thing that a check looks at.
public struct QualityCriterion: Codable, Hashable, Sendable {
    /// What it is called across editions, so that trends follow it: `outcome-coded`.
    public let code: String
    public let title: String
    /// What a pass looks like.
    public let guidance: String?

    public init(_ code: String, _ title: String, _ guidance: String? = nil) { (self.code, self.title, self.guidance) = (code, title, guidance) }

    /// Small letters, digits and dashes, 40 at most.
    public static func isUsable(_ code: String) -> Bool {
        (1...40).contains(code.utf8.count) && code.first != "-" && code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// `outcome-coded | The outcome is coded rightly | It is the one that the findings lead to.`
    public var written: String { ([code, title] + [guidance].compactMap(\.self)).joined(separator: " | ") }
}

/// An edition of the form that checks are made by. Once adopted it stays as it is, and a check keeps the edition that it was made with.
public struct QualityForm: Codable, Equatable, Sendable {
    public let id: ID<QualityForm>
    public var version: Int
    /// 1 for the first, one more for each.
    public let edition: Int
    public var title: String
    public var criteria: [QualityCriterion]
    /// Who drafted it, as the journal names them; somebody else adopts it.
    public let draftedBy: String
    /// The day from which it stands here.
    public let since: Day
    /// The first day on which checks are begun with it; nil while it is a draft.
    public var effective: Day?
    /// Who adopted it, as the journal names them.
    public var adoptedBy: String?

    public init(
        id: ID<QualityForm>, version: Int = 1, edition: Int, title: String, criteria: [QualityCriterion], draftedBy: String, since: Day, effective: Day? = nil, adoptedBy: String? = nil
    ) {
        (self.id, self.version, self.edition, self.title, self.criteria) = (id, version, edition, title, criteria)
        (self.draftedBy, self.since, self.effective, self.adoptedBy) = (draftedBy, since, effective, adoptedBy)
    }

    public var name: String { "edition \(edition)" }
    public func criterion(_ code: String) -> QualityCriterion? { criteria.first { $0.code == code } }

    /// What it says now, under the names of its form.
    var entries: [String: [String]] { ["title": [title], "criteria": criteria.map(\.written)] }
}

extension [QualityForm] {
    /// The one that checks are begun with on a day.
    public func inForce(on day: Day) -> QualityForm? {
        filter { $0.effective.map { $0 <= day } ?? false }.max { ($0.effective ?? day, $0.id) < ($1.effective ?? day, $1.id) }
    }
}

/// What a person enters to draft an edition of the form.
public struct NewQualityForm: Sendable, Equatable {
    public var title: String
    public var criteria: [QualityCriterion]

    public init(title: String, criteria: [QualityCriterion]) { (self.title, self.criteria) = (title, criteria) }

    public init(reading fields: inout Fields) {
        title = fields.line("title", "Title", atMost: 200)
        criteria = fields.criteria()
    }
}

extension Fields {
    /// Each on a line of its own: a code, what it asks, and what a pass looks like, between bars.
    fileprivate mutating func criteria() -> [QualityCriterion] {
        let written = lines("criteria")
        if written.isEmpty { refuse("criteria", "Write at least one criterion: a code, what it asks, and what a pass looks like, with bars between.") }
        if written.count > 60 { refuse("criteria", "A form has 60 criteria at most; more are not answered with care.") }
        var criteria: [QualityCriterion] = []
        for line in written {
            let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map { String($0.trimmed) }
            guard parts.count >= 2, QualityCriterion.isUsable(parts[0]), !parts[1].isEmpty else {
                refuse("criteria", "“\(line.prefix(40))” is no criterion. Write a code of small letters, digits and dashes, a bar, and what it asks: letter-sent | The letter was sent in time.")
                continue
            }
            if line.count > 2000 { refuse("criteria", "The criterion \(parts[0]) is \(line.count) characters long; 2000 is the most.") }
            if criteria.contains(where: { $0.code == parts[0] }) { refuse("criteria", "The code \(parts[0]) stands there twice. Give each criterion a code of its own.") }
            criteria.append(QualityCriterion(parts[0], parts[1], parts.count == 3 && !parts[2].isEmpty ? parts[2] : nil))
        }
        return criteria
    }
}
