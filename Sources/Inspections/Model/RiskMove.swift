import Kernel

/// What premises come to by one method and by another, and why they differ.
public struct RiskMove: Hashable, Sendable {
    /// A factor whose points differ, or which only one of the methods has.
    public struct Reason: Hashable, Sendable {
        /// The factor’s code; empty where the tables agree and the bands or their combination differ.
        public let code: String
        public let title: String
        /// Points by weight; nil where the method has no such factor.
        public let before, after: RiskPoints?

        /// In hundredths of a point; above nought where the later method gives more.
        public var difference: Int64 { (after?.count ?? 0) - (before?.count ?? 0) }

        /// `Known compliance: 60 to 90`
        public var words: String {
            guard !code.isEmpty else { return title }
            return "\(title): \(before?.words ?? "not asked") to \(after?.words ?? "not asked")"
        }
    }

    public let before, after: RiskScore
    /// The factors that make the difference, the greatest first.
    public let reasons: [Reason]

    public init(_ before: RiskScore, _ after: RiskScore) {
        (self.before, self.after) = (before, after)
        let old = Dictionary(before.lines.map { ($0.code, $0) }) { first, _ in first }
        let new = Dictionary(after.lines.map { ($0.code, $0) }) { first, _ in first }
        let codes = before.lines.map(\.code) + after.lines.map(\.code).filter { old[$0] == nil }
        let differing = codes.compactMap { code -> Reason? in
            let reason = Reason(code: code, title: new[code]?.title ?? old[code]?.title ?? code, before: old[code]?.product, after: new[code]?.product)
            return reason.difference == 0 ? nil : reason
        }.stablySorted { -abs($0.difference) }
        let words = before.score == after.score ? "The score is the same and the bands begin elsewhere" : "The tables give the same and are combined otherwise"
        reasons = differing.isEmpty ? [Reason(code: "", title: words, before: nil, after: nil)] : differing
    }
}
