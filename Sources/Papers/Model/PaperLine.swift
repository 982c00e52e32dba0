public import Kernel

/// A paper and what became of it, without a word of what it says: as much of it as a list shows.
public struct PaperLine: Sendable {
    public let paper: Paper
    /// When it went to its board; nil for a draft.
    public let issued: Moment?
    /// That somebody asked for it to be issued.
    public let asking: IssueAsking?
    public let recall: Recall?
    public let discard: Discard?

    public init(paper: Paper, asking: IssueAsking? = nil, issued: Moment? = nil, recall: Recall? = nil, discard: Discard? = nil) {
        self.paper = paper
        self.asking = asking
        self.issued = issued
        self.recall = recall
        self.discard = discard
    }

    /// That it was asked for, while it waits to be issued.
    var waiting: IssueAsking? { issued == nil && discard == nil ? asking : nil }

    public func standing(on day: Day) -> PaperFacts.Standing {
        if let recall, recall.on <= day { return .withdrawn }
        if let discard, discard.on <= day { return .discarded }
        return issued(by: day) == nil ? .draft : .issued
    }

    /// Whether a list that is narrowed to a standing shows it. One that is not shows all but what was discarded.
    func fits(_ wanted: PaperFacts.Standing?, on day: Day) -> Bool { wanted.map { $0 == standing(on: day) } ?? (discard == nil) }

    /// The day it went to its board, where that was no later.
    public func issued(by day: Day) -> Day? { issued.flatMap { $0.day <= day ? $0.day : nil } }
}

extension PaperFacts {
    public var line: PaperLine { PaperLine(paper: paper, asking: asking, issued: issue?.at, recall: recall, discard: discard) }

    public func standing(on day: Day) -> Standing { line.standing(on: day) }
}
