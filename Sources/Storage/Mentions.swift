public import Kernel

/// What one slice has to say of another's thing, on a day: a decision about a plan, a document that answers a finding.
public struct Mention: Hashable, Sendable {
    /// What it comes to for the thing, from which a page takes its colour.
    public enum Sense: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is told, and changes nothing.
        case told
        case agreed
        /// Agreed, and something is still to be done for it.
        case partly
        case refused
        /// It counts no more, or not yet.
        case idle
    }

    /// The day it is of.
    public let day: Day
    /// Who or what says it: `Performance Board`, `Policy`.
    public let by: String
    /// What it says, in a line.
    public let words: String
    /// What hangs on it, in a line: the conditions of a decision.
    public let more: String?
    /// `Approved with conditions`
    public let outcome: String
    public let sense: Sense
    /// Those of the things asked about that it speaks of.
    public let about: [Subject]
    /// The parts of the address at which it is shown.
    public let address: [String]

    public init(
        day: Day, by: String, words: String, more: String? = nil, outcome: String, sense: Sense, about: [Subject], address: [String]
    ) {
        self.day = day
        self.by = by
        self.words = words
        self.more = more
        self.outcome = outcome
        self.sense = sense
        self.about = about
        self.address = address
    }

    /// The same, of some of the things alone.
    public func about(_ some: [Subject]) -> Mention {
        Mention(day: day, by: by, words: words, more: more, outcome: outcome, sense: sense, about: some, address: address)
    }
}

/// One kind of thing that speaks of others' things, as the slice that keeps it offers it.
///
///     static let mentions = [MentionSource("Decisions", .boardsRead) { subjects, day, session in … }]
public struct MentionSource: Sendable {
    /// `Decisions`
    public let title: String
    /// What a program must be let do to hear it.
    public let scope: Scope
    let find: @Sendable ([Subject], Day, Session) throws -> [Mention]

    /// - Parameter find: what is said on a day of any of some subjects, each once, the latest first.
    public init(_ title: String, _ scope: Scope, _ find: @escaping @Sendable ([Subject], Day, Session) throws -> [Mention]) {
        self.title = title
        self.scope = scope
        self.find = find
    }
}

/// What one source says.
public struct MentionGroup: Sendable {
    public let title: String
    /// The latest first.
    public let mentions: [Mention]

    public init(_ title: String, _ mentions: [Mention]) {
        self.title = title
        self.mentions = mentions
    }
}

/// What all slices say of each other's things, put together by App. A slice that is handed this can show what is said of
/// its own things without knowing who says it.
public struct Mentions: Sendable {
    private let sources: [MentionSource]

    public init(_ sources: [MentionSource] = []) { self.sources = sources }

    /// What is said of any of some things, in the order in which the sources were put together. Who says nothing is left out.
    ///
    /// - Parameter scopes: what a program may hear of; nil for all.
    public func about(
        _ subjects: [Subject], on day: Day, hearing scopes: Set<Scope>? = nil, _ session: Session
    ) throws -> [MentionGroup] {
        guard !subjects.isEmpty else { return [] }
        return try sources.filter { scopes?.contains($0.scope) ?? true }.compactMap { source in
            let mentions = try source.find(subjects, day, session)
            return mentions.isEmpty ? nil : MentionGroup(source.title, mentions)
        }
    }
}
