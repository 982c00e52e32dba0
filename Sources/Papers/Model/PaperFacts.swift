import Kernel

/// Everything that was recorded about one paper.
public struct PaperFacts: Sendable {
    public enum Standing: String, Codable, Sendable, CaseIterable {
        case draft, issued, withdrawn, discarded

        public var words: String {
            switch self {
            case .draft: "Draft"
            case .issued: "Issued"
            case .withdrawn: "Withdrawn"
            case .discarded: "Discarded"
            }
        }
    }

    public let paper: Paper
    /// In their places.
    public let sections: [Section]
    public let asking: IssueAsking?
    public let issue: PaperIssue?
    public let recall: Recall?
    public let discard: Discard?

    public init(
        paper: Paper, sections: [Section], asking: IssueAsking? = nil, issue: PaperIssue? = nil, recall: Recall? = nil, discard: Discard? = nil
    ) {
        self.paper = paper
        self.sections = sections
        self.asking = asking
        self.issue = issue
        self.recall = recall
        self.discard = discard
    }

    /// Whether it may still be written.
    public var isDraft: Bool { issue == nil && discard == nil }

    /// - Throws: `paper-issued`, `paper-discarded`
    func refuseDone() throws(Refusal) {
        if let issue { throw .conflict("paper-issued", "\(paper.title) was issued on \(issue.at.day), so it stays as it is. Write another paper instead.") }
        if let discard { throw .conflict("paper-discarded", "\(paper.title) was discarded on \(discard.on). Write another paper instead.") }
    }
}
