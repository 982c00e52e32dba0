public import Kernel

/// Between which days a thing is to tell of itself, and as known when.
public struct TellingQuery: Sendable, Hashable {
    public let from: Day
    public let to: Day
    public let next: Day?
    /// As the journal knew it after so many entries; nil for now.
    public let asKnownAt: Int64?

    public init(from: Day, to: Day, next: Day? = nil, asKnownAt: Int64? = nil) {
        self.from = from
        self.to = to
        self.next = next
        self.asKnownAt = asKnownAt
    }
}

/// One kind of thing that can tell of itself in a paper.
public struct TellingKind: Sendable {
    let kind: String
    let tell: @Sendable (Session, Int64, TellingQuery) throws -> Telling?
    let compare: @Sendable (Session, Int64, Day, Int64) throws -> [Telling.Line]

    /// - Parameters:
    ///   - tell: nil where there was no such thing.
    ///   - compare: how it stood on a day, as known after so many entries of the journal and as known now: a line for each difference.
    public init<R: Record>(
        _ type: R.Type, tell: @escaping @Sendable (Session, ID<R>, TellingQuery) throws -> Telling?,
        compare: @escaping @Sendable (Session, ID<R>, _ on: Day, _ asKnownAt: Int64) throws -> [Telling.Line]
    ) {
        kind = R.table.name
        self.tell = { session, number, query in try tell(session, ID(number), query) }
        self.compare = { session, number, day, known in try compare(session, ID(number), day, known) }
    }
}

/// What all slices offer to be told of in papers, put together by App. Whoever writes papers knows no slice besides.
public struct Tellings: Sendable {
    private let kinds: [String: TellingKind]

    public init(_ kinds: [TellingKind] = []) {
        self.kinds = Dictionary(kinds.map { ($0.kind, $0) }) { first, _ in first }
    }

    /// The kinds of things that can be told of.
    public var known: Set<String> { Set(kinds.keys) }

    /// Nil where a thing can't tell of itself, or is not there.
    public func telling(of subject: Subject, _ query: TellingQuery, _ session: Session) throws -> Telling? {
        try kinds[subject.kind]?.tell(session, subject.number, query)
    }

    /// How a thing stood on a day as known after so many entries of the journal, beside how it is now known to have stood.
    public func differences(of subject: Subject, on day: Day, asKnownAt size: Int64, _ session: Session) throws -> [Telling.Line] {
        try kinds[subject.kind]?.compare(session, subject.number, day, size) ?? []
    }
}
