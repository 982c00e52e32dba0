import Kernel
import People
public import Storage

/// The verbs of papers, done within one piece of work: each checks the policy, asks the model, saves and journals.
///
///     try await desk.write(by: actor) { work in try papers.begin(new, work) }
///
/// How a paper goes to its board is in `Issuing.swift`, and what headings it has in `Templates.swift`.
public struct Papers: Sendable {
    let sources: PaperSources

    public init(sources: PaperSources = PaperSources()) { self.sources = sources }

    /// Begins a paper with a section for each heading of its board's template. What is left out is proposed.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`, `paper-reference-taken`, `reference-not-usable`, `no-board-to-report-to`
    @discardableResult
    public func begin(_ new: NewPaper, _ work: Work) throws -> Paper {
        try PaperPolicy.writes.check(work.actor)
        let made = try proposal(new, work.today, work.session)
        try refuseUnknown(made, work.session)
        let title = made.title ?? "Progress report"
        let reference = try made.reference ?? .free(madeFrom: title, or: "paper") {
            try work.session.count(Paper.self, "WHERE reference_key = \($0.key)") > 0
        }
        try refuseTaken(reference, by: nil, work)
        guard let board = made.board, let from = made.from, let to = made.to else { throw Refusal.noBoard }
        let template = try template(for: board, work)
        let paper = try work.add("began the paper") { id in
            Paper(
                id: id, reference: reference, title: title, board: board, meeting: made.meeting, template: template.id, covers: made.covers, from: from, to: to,
                next: made.next, begunOn: work.today, author: work.actor.subject)
        }
        try work.save(paper.covers, of: paper.id, in: Paper.subjectTable)
        let parts = template.headings.flatMap { heading in paper.covers(under: heading).map { (heading, $0) } }
        for (index, (heading, about)) in parts.enumerated() { try add(heading, about: about, at: index + 1, to: paper, work) }
        return paper
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// What is left out stays, but for the title, which is then made from what the paper covers.
    ///
    /// - Throws: as `begin`, and `changed-meanwhile`, `paper-issued`, `paper-discarded`
    @discardableResult
    public func edit(_ paper: Paper, _ new: NewPaper, version: Int? = nil, _ work: Work) throws -> Paper {
        try PaperPolicy.writes.check(work.actor)
        try work.session.facts(of: paper).refuseDone()
        var changed = paper
        changed.version = version ?? paper.version
        changed.reference = new.reference ?? paper.reference
        (changed.board, changed.meeting, changed.covers) = (new.board ?? paper.board, new.meeting, new.covers)
        (changed.from, changed.to, changed.next) = (new.from ?? paper.from, new.to ?? paper.to, new.next)
        try refuseUnknown(NewPaper(changed), work.session)
        try refuseTaken(changed.reference, by: paper.id, work)
        changed.title = try new.title ?? title(of: changed.covers, to: changed.to, work.session)
        let saved = try work.change("edited the paper", changed)
        try work.save(saved.covers, of: saved.id, in: Paper.subjectTable)
        try coverAnew(saved, before: paper, work)
        return saved
    }

    /// Sections for what the paper covers newly, and none for what it covers no more.
    private func coverAnew(_ paper: Paper, before: Paper, _ work: Work) throws {
        let sections = try work.session.facts(of: paper).sections
        for var section in sections {
            guard let about = section.about, paper.covers.contains(about) == section.isLeftOut, paper.covers.contains(about) != before.covers.contains(about) else { continue }
            section.isLeftOut.toggle()
            try work.change(section.isLeftOut ? "left out the section" : "took in the section", section, in: paper.subject)
        }
        let known = Set(sections.compactMap(\.about))
        guard let template = try work.session.find(paper.template) else { return }
        for subject in paper.covers where !known.contains(subject) {
            for heading in template.headings where heading.content == .updates || heading.content == .fullPlan {
                // Among its like: of two sections in one place the earlier stands first.
                let place = sections.last { $0.content == heading.content }?.place ?? sections.last?.place ?? 0
                try add(heading, about: subject, at: place, to: paper, work)
            }
        }
    }

    private func add(_ heading: Heading, about subject: Subject?, at place: Int, to paper: Paper, _ work: Work) throws {
        try work.add("added the section", in: paper.subject) { id in
            Section(id: id, paper: paper.id, place: place, heading: heading.title, content: heading.content, about: subject, standing: heading.words)
        }
    }

    /// Writes the author's words into a section, or lets the records speak again.
    ///
    /// - Throws: `not-allowed`, `paper-issued`, `changed-meanwhile`
    @discardableResult
    public func write(_ new: NewSection, in section: Section, of paper: Paper, version: Int? = nil, _ work: Work) throws -> Section {
        try PaperPolicy.writes.check(work.actor)
        try work.session.facts(of: paper).refuseDone()
        var changed = section
        changed.version = version ?? section.version
        (changed.heading, changed.isLeftOut) = (new.heading, new.isLeftOut)
        changed.write(new.words, beside: section.generated(from: try sources.read(paper, work.session)))
        return try work.change("wrote the section", changed, in: paper.subject)
    }

    /// Writes all that was typed into a draft at once, or nothing of it.
    ///
    /// - Throws: `not-allowed`, `paper-issued`, `section-not-found`, `changed-meanwhile`
    func write(_ entries: [SectionEntry], of paper: Paper, _ work: Work) throws {
        try PaperPolicy.writes.check(work.actor)
        let facts = try work.session.facts(of: paper)
        try facts.refuseDone()
        let read = try sources.read(paper, work.session)
        for entry in entries where entry.isTouched {
            guard let section = facts.sections.first(where: { $0.id == entry.id }) else { throw Refusal.noSection(entry.id, of: paper) }
            let changed = entry.applied(to: section, beside: section.generated(from: read))
            if changed != section { try work.change("wrote the section", changed, in: paper.subject) }
        }
    }

    /// A section under a heading of its own, after the others.
    ///
    /// - Throws: `not-allowed`, `paper-issued`
    @discardableResult
    public func add(_ new: NewSection, to paper: Paper, _ work: Work) throws -> Section {
        try PaperPolicy.writes.check(work.actor)
        let facts = try work.session.facts(of: paper)
        try facts.refuseDone()
        // The appendices stay last.
        let appendices = facts.sections.filter { $0.content == .fullPlan }
        let last = facts.sections.filter { $0.content != .fullPlan }.map(\.place).max() ?? 0
        let place = appendices.contains { $0.place > last } ? last : (facts.sections.last?.place ?? 0) + 1
        return try work.add("added the section", in: paper.subject) { id in
            Section(id: id, paper: paper.id, place: place, heading: new.heading, content: .words, words: new.words, seen: new.words == nil ? nil : "")
        }
    }

    private func refuseTaken(_ reference: Reference, by own: ID<Paper>?, _ work: Work) throws {
        try reference.refuseNew()
        let taken: ID<Paper>? = try work.session.value("SELECT id FROM paper WHERE reference_key = \(reference.key)")
        guard taken == nil || taken == own else {
            throw Refusal("paper-reference-taken", .conflict, "Another paper has the reference “\(reference)”.",
                          fields: [.init("reference", "Choose a reference that no other paper has.")])
        }
    }

    /// - Throws: `fields-need-attention`, naming each that is nothing on record.
    private func refuseUnknown(_ new: NewPaper, _ session: Session) throws {
        var wrong: [Refusal.Field] = []
        let names = try sources.naming.names(of: new.covers.filter { sources.tellings.known.contains($0.kind) }, session)
        for subject in new.covers where names[subject] == nil { wrong.append(.init("covers", "“\(subject)” is nothing on record that a paper can cover.")) }
        let boards = try sources.boards.known(session)
        if let board = new.board, boards.board(board) == nil { wrong.append(.init("board", "“\(board)” is no board on record.")) }
        if let meeting = new.meeting {
            let known = boards.meeting(meeting)
            if let known, known.board != new.board {
                let other = boards.board(known.board)?.name ?? "another board"
                wrong.append(.init("meeting", "\(known.title), on \(known.on), is a meeting of the \(other). Choose one of the board that receives the paper."))
            } else if known == nil {
                wrong.append(.init("meeting", "“\(meeting)” is no meeting on record."))
            }
        }
        if let to = new.to, let next = new.next, next < to { wrong.append(.init("next", "The next meeting, \(next), is before the last day of the paper, \(to).")) }
        if let from = new.from, let to = new.to, to < from { wrong.append(.init("to", "The last day, \(to), is before the first, \(from).")) }
        guard wrong.isEmpty else { throw Refusal.fields(wrong) }
    }
}

extension Paper {
    /// What a heading has a section for: each thing that is covered, or all of it in one.
    fileprivate func covers(under heading: Heading) -> [Subject?] {
        switch heading.content {
        case .updates, .fullPlan: covers
        case .words, .recommendations, .background, .financial, .workforce: [nil]
        }
    }
}

extension Refusal {
    static let noBoard = Refusal.conflict("no-board-to-report-to", "There is no board to report to yet. Begin one under Boards first, then write the paper.")
}
