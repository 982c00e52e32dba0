import Kernel

/// How premises stand against one article of the Order, and what was seen there. Internal.
public struct AuditFinding: Codable, Equatable, Sendable {
    /// The code of the article: `14`, `21A`.
    public var article: String
    public var level: ComplianceLevel
    /// Needed from level 3 on.
    public var found: String?

    public init(_ article: String, _ level: ComplianceLevel, _ found: String? = nil) { (self.article, self.level, self.found) = (article, level, found) }

    /// `14: 4 | Bins on the stairs`
    public var written: String { "\(article): \(level.rawValue)" + (found.map { " | \($0)" } ?? "") }
}

/// Somebody whom the officer met: the name, and in what capacity. Nothing else of them is kept.
public struct PersonMet: Codable, Equatable, Sendable {
    public var name: String
    public var capacity: String?

    public init(_ name: String, _ capacity: String? = nil) { (self.name, self.capacity) = (name, capacity) }

    /// `J. Owner | Manager`
    public var written: String { [name, capacity].compactMap { $0 }.joined(separator: " | ") }

    public init?(written line: some StringProtocol) {
        let parts = line.split(separator: "|", maxSplits: 1).map { String($0.trimmed) }
        guard let name = parts.first, !name.isEmpty else { return nil }
        self.init(name, parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil)
    }

    /// `J. Owner (Manager)`
    public var words: String { name + (capacity.map { " (\($0))" } ?? "") }
}

extension Fields {
    /// What was found, of each article its own fields (`level-14`, `found-14`), or lines such as `14: 4 | Bins on the stairs`.
    ///
    /// - Parameter day: the day of the audit, on which the articles must have stood; nil where it is not known yet.
    mutating func findings(on day: Day?) -> [AuditFinding] {
        let codes = Array(Set(Articles.order.all.map(\.code))).sorted { Articles.order.place(of: $0) < Articles.order.place(of: $1) }
        let asked = codes.filter { wasSent("level-\($0)") || wasSent("found-\($0)") }
        let found = asked.isEmpty ? findingLines() : asked.compactMap { findingFields($0) }
        if let day {
            for finding in found where Articles.order.article(finding.article, on: day)?.role != .duty {
                let sentence = "Article \(finding.article) set no duty on \(day). Leave it out, or correct the day of the audit."
                refuse(asked.isEmpty ? "findings" : "level-\(finding.article)", sentence)
            }
        }
        return found.stablySorted { Articles.order.place(of: $0.article) }
    }

    private mutating func findingFields(_ code: String) -> AuditFinding? {
        let (written, found) = (written("level-\(code)"), optionalText("found-\(code)", "What was seen for article \(code)", atMost: 8000))
        guard !written.isEmpty else {
            if found != nil { refuse("level-\(code)", "Say how article \(code) stands, from 1 to 5, or leave out what was seen.") }
            return nil
        }
        guard let level = Int(written).flatMap(ComplianceLevel.init) else {
            refuse("level-\(code)", "Article \(code) stands at a level from 1 to 5, not “\(written.prefix(20))”.")
            return nil
        }
        return AuditFinding(code, level, found)
    }

    private mutating func findingLines() -> [AuditFinding] {
        var found: [AuditFinding] = []
        for line in lines("findings") {
            let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map { String($0.trimmed) }
            let head = (parts.first ?? "").split(separator: ":", maxSplits: 1).map { String($0.trimmed) }
            guard head.count == 2, let code = Article.code(written: head[0]), let level = Int(head[1]).flatMap(ComplianceLevel.init) else {
                refuse("findings", "“\(line.prefix(40))” is no finding. Write the article, its level and what was seen: 14: 4 | Bins on the stairs.")
                continue
            }
            guard !found.contains(where: { $0.article == code }) else {
                refuse("findings", "Article \(code) stands there twice. Put both in one line.")
                continue
            }
            found.append(AuditFinding(code, level, parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil))
        }
        return found
    }
}
