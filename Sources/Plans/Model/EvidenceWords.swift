import Kernel

extension EvidenceView {
    /// `The rota is published (rota.pdf)`, for tables and terminals; of a figure what it said, and that it has moved.
    var inWords: String { "\(evidence.shows) (\(([place, stated?.words, stale] as [String?]).compactMap(\.self).joined(separator: "; ")))" }

    /// What it shows; of a figure also what it said, and that it has moved.
    var inOneLine: String { ([evidence.shows.inOneLine(atMost: 300), stated.map(\.words), stale] as [String?]).compactMap(\.self).joined(separator: "; ") }

    /// Whether the numbers that it rests on are known to be others now.
    public var isStale: Bool { stated.map { stated in !isWithdrawn && !(current.map(stated.says) ?? false) } ?? false }

    /// `stale: was 92.1% when it was put here on 3 March 2026, is 88.4% now`; nil where it is not.
    public var stale: String? {
        guard isStale, let stated else { return nil }
        let since = lastLook?.stated != nil ? "when it was looked at on \(lastSeenOn)" : "when it was put here on \(evidence.on)"
        return "stale: " + (current.map { stated.moved(to: $0, since: since) } ?? "was \(stated.written) \(since), and is not known now")
    }

    /// Where it is to be seen: a file's name, an address, a record.
    var place: String { file?.name ?? evidence.link ?? evidence.record?.description ?? "a file" }
}

extension PlanFacts {
    /// What an action or a finding is known by, of which a piece of evidence shows something.
    func reference(shownBy evidence: Evidence) -> (action: Reference?, finding: Reference?) {
        (evidence.action.flatMap { id in actions.first { $0.id == id }?.reference },
         evidence.finding.flatMap { id in findings.first { $0.id == id }?.reference })
    }
}
