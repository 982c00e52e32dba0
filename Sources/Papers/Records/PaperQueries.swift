public import Kernel
import People
public import Storage

extension Session {
    /// - Throws: `paper-not-found`
    public func paper(_ reference: String) throws -> Paper {
        try first(
            Paper.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("paper-not-found", "There is no paper “\(reference.prefix(60))”. The list of papers shows those there are."))
    }

    /// - Throws: `section-not-found`
    public func section(_ id: ID<Section>, of paper: Paper) throws -> Section {
        try first(
            Section.self, "WHERE id = \(id) AND paper = \(paper.id)",
            or: Refusal.noSection(id, of: paper))
    }

    /// - Throws: `template-not-found`
    public func template(_ reference: String) throws -> Template {
        try first(
            Template.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("template-not-found", "There is no template “\(reference.prefix(60))”. The list of templates shows those there are."))
    }

    /// Everything recorded about a paper.
    public func facts(of paper: Paper) throws -> PaperFacts {
        PaperFacts(
            paper: paper, sections: try all(Section.self, "WHERE paper = \(paper.id) ORDER BY place, id"),
            asking: try first(IssueAsking.self, "WHERE paper = \(paper.id)"), issue: try first(PaperIssue.self, "WHERE paper = \(paper.id)"),
            recall: try first(Recall.self, "WHERE paper = \(paper.id)"), discard: try first(Discard.self, "WHERE paper = \(paper.id)"))
    }

    /// All papers, the latest first, or those that tell of a thing.
    public func papers(about subject: Subject? = nil) throws -> [PaperLine] {
        try lines(subject.map { "WHERE id IN (SELECT paper FROM paper_subject WHERE subject = \($0))" } ?? "")
    }

    /// Papers that tell of any of some things, go to any of them or are for any of them as a meeting; the latest first, and none that
    /// was discarded.
    public func papers(concerningAnyOf subjects: [Subject]) throws -> [PaperLine] {
        try lines("""
            WHERE (id IN (SELECT paper FROM paper_subject WHERE subject IN (\(list: subjects))) OR board IN (\(list: subjects)) OR meeting IN (\(list: subjects)))
            AND id NOT IN (SELECT paper FROM paper_discard)
            """)
    }

    /// What papers say is long and is left where it is.
    private func lines(_ clause: SQL) throws -> [PaperLine] {
        let papers = try all(Paper.self, clause + " ORDER BY to_on DESC, id DESC")
        let ids = papers.map(\.id)
        let issued: [(ID<Paper>, Moment)] = try rows("SELECT paper, issued_at FROM paper_issue WHERE paper IN (\(list: ids))") { (try $0.next(), try $0.next()) }
        let moments = Dictionary(uniqueKeysWithValues: issued)
        let askings = Dictionary(uniqueKeysWithValues: try all(IssueAsking.self, "WHERE paper IN (\(list: ids))").map { ($0.paper, $0) })
        let recalls = Dictionary(uniqueKeysWithValues: try all(Recall.self, "WHERE paper IN (\(list: ids))").map { ($0.paper, $0) })
        let discards = Dictionary(uniqueKeysWithValues: try all(Discard.self, "WHERE paper IN (\(list: ids))").map { ($0.paper, $0) })
        return papers.map { PaperLine(paper: $0, asking: askings[$0.id], issued: moments[$0.id], recall: recalls[$0.id], discard: discards[$0.id]) }
    }

    /// The papers that somebody asked to have issued, and that still wait for it.
    func papersAskedFor() throws -> [(paper: Paper, asking: IssueAsking)] {
        let askings = try all(IssueAsking.self, """
            WHERE paper NOT IN (SELECT paper FROM paper_issue) AND paper NOT IN (SELECT paper FROM paper_discard) ORDER BY id
            """)
        return try askings.compactMap { asking in try find(asking.paper).map { ($0, asking) } }
    }

    /// The draft that tells of these things, and perhaps of others; the latest where there are several.
    func draft(about covers: [Subject]) throws -> Paper? {
        guard let subject = covers.first else { return nil }
        return try all(Paper.self, """
            WHERE id IN (SELECT paper FROM paper_subject WHERE subject = \(subject)) AND id NOT IN (SELECT paper FROM paper_issue)
            AND id NOT IN (SELECT paper FROM paper_discard) ORDER BY id DESC
            """).first { Set(covers).isSubset(of: $0.covers) }
    }

    /// The last paper about a thing that was neither withdrawn nor discarded, drafts among them.
    func lastPaper(about subject: Subject) throws -> Paper? { try lastPaper(about: subject, "") }

    /// The last that its board was given.
    func lastIssued(about subject: Subject) throws -> Paper? { try lastPaper(about: subject, "AND id IN (SELECT paper FROM paper_issue)") }

    private func lastPaper(about subject: Subject, _ further: SQL) throws -> Paper? {
        try first(Paper.self, """
            WHERE id IN (SELECT paper FROM paper_subject WHERE subject = \(subject)) AND id NOT IN (SELECT paper FROM paper_recall)
            AND id NOT IN (SELECT paper FROM paper_discard) \(further)
            ORDER BY to_on DESC, id DESC LIMIT 1
            """)
    }
}

extension Session {
    /// What a paper asks of a thing that it tells of.
    func query(of paper: Paper, about subject: Subject, asKnownAt size: Int64? = nil, isDrawn: Bool = false) throws -> TellingQuery {
        TellingQuery(from: paper.from, to: paper.to, next: paper.next, report: try reported(before: paper, about: subject), asKnownAt: size, isDrawn: isDrawn)
    }

    /// What boards had been given about a thing when a paper was issued, or by now for a draft, and was not withdrawn.
    private func reported(before paper: Paper, about subject: Subject) throws -> Telling.Report {
        let issue: ID<PaperIssue>? = try value("SELECT id FROM paper_issue WHERE paper = \(paper.id)")
        let earlier: SQL = issue.map { "AND id < \($0)" } ?? ""
        let last = try first(Paper.self, """
            WHERE id <> \(paper.id) AND to_on < \(paper.to) AND id IN (SELECT paper FROM paper_subject WHERE subject = \(subject))
            AND id IN (SELECT paper FROM paper_issue WHERE paper <> \(paper.id) \(earlier)) AND id NOT IN (SELECT paper FROM paper_recall)
            ORDER BY to_on DESC, id DESC LIMIT 1
            """)
        return last.map { .last($0.to) } ?? .first
    }
}

/// What papers need to know of other slices, put together by App.
public struct PaperSources: Sendable {
    let naming: Naming
    let tellings: Tellings
    let boards: BoardCalendar

    public init(naming: Naming = Naming(), tellings: Tellings = Tellings(), boards: BoardCalendar = BoardCalendar()) {
        self.naming = naming
        self.tellings = tellings
        self.boards = boards
    }

    /// What a paper is written from, as the records are now or as they were known earlier.
    ///
    /// - Parameter isDrawn: whether a document is made of it, with its charts.
    func read(_ paper: Paper, asKnownAt size: Int64? = nil, isDrawn: Bool = false, _ session: Session) throws -> Sources {
        let boards = try boards.known(session)
        let meeting = paper.meeting.flatMap(boards.meeting)
        return Sources(
            paper: paper, board: boards.board(paper.board)?.name ?? "board that is no longer on record",
            meeting: meeting.map { .init(title: $0.title, on: $0.on) },
            tellings: try paper.covers.compactMap { try tellings.telling(of: $0, session.query(of: paper, about: $0, asKnownAt: size, isDrawn: isDrawn), session) })
    }

    /// What a paper can cover, by the kinds that can tell of themselves, and what it covers already.
    func offered(besides covers: [Subject] = [], _ session: Session) throws -> [(subject: Subject, name: Name)] {
        try naming.offered(naming.all(session, of: tellings.known), besides: covers.filter { tellings.known.contains($0.kind) }, session)
    }
}

extension Refusal {
    static func noSection(_ id: ID<Section>, of paper: Paper) -> Refusal {
        .missing("section-not-found", "\(paper.title) has no section with the number \(id).")
    }
}
