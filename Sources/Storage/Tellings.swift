public import Kernel

/// Between which days a thing is to tell of itself, and as known when.
public struct TellingQuery: Sendable, Hashable {
    public let from: Day
    public let to: Day
    public let next: Day?
    /// What was reported before; nil where whoever asks writes no report.
    public let report: Telling.Report?
    /// As the journal knew it after so many entries; nil for now.
    public let asKnownAt: Int64?
    /// Whether charts are made of it: how it stood on other days is looked up for them alone.
    public let isDrawn: Bool

    public init(from: Day, to: Day, next: Day? = nil, report: Telling.Report? = nil, asKnownAt: Int64? = nil, isDrawn: Bool = false) {
        self.from = from
        self.to = to
        self.next = next
        self.report = report
        self.asKnownAt = asKnownAt
        self.isDrawn = isDrawn
    }
}

/// A thing that tells of itself, from one reading of what is recorded about it.
public struct Teller {
    private let tell: (TellingQuery) throws -> Telling
    private let compare: (Day, Int64) throws -> [Telling.Line]

    /// - Parameter compare: how it stood on a day, as known after so many entries of the journal and as known now: a line for each difference.
    public init(_ tell: @escaping (TellingQuery) throws -> Telling, compare: @escaping (_ on: Day, _ asKnownAt: Int64) throws -> [Telling.Line]) {
        self.tell = tell
        self.compare = compare
    }

    public func telling(_ query: TellingQuery) throws -> Telling { try tell(query) }

    /// How it stood on a day as known after so many entries of the journal, beside how it is now known to have stood.
    public func differences(on day: Day, asKnownAt size: Int64) throws -> [Telling.Line] { try compare(day, size) }
}

/// One kind of thing that can tell of itself in a paper.
public struct TellingKind: Sendable {
    let kind: String
    let open: @Sendable (Session, Int64) throws -> Teller?

    /// - Parameter open: reads what is recorded about one; nil where there is no such thing.
    public init<R: Record>(_ type: R.Type, _ open: @escaping @Sendable (Session, ID<R>) throws -> Teller?) {
        kind = R.table.name
        self.open = { session, number in try open(session, ID(number)) }
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
    public func teller(of subject: Subject, _ session: Session) throws -> Teller? { try kinds[subject.kind]?.open(session, subject.number) }

    /// What a thing tells once; whoever asks it more takes its teller.
    public func telling(of subject: Subject, _ query: TellingQuery, _ session: Session) throws -> Telling? {
        try teller(of: subject, session)?.telling(query)
    }
}
