import Kernel
public import People
public import Storage

extension Session {
    /// What happens now that somebody asked for a paper to be issued.
    func whatAskingDoes(for paper: Paper) throws -> String {
        try canBeIssued(paper) ? "Approvers are reminded that \(paper.title) waits to be issued."
            : "\(paper.title) waits to be issued, and nobody may do so yet: it takes an approver who wrote nothing in it. An administrator gives that role under Accounts."
    }
}

/// What becomes of a draft before anybody issues it.
extension Papers {
    /// Asks for a draft to be issued: whoever may issue it is reminded until they do.
    ///
    /// - Throws: `not-allowed`, `paper-issued`, `paper-discarded`, `paper-asked-for`
    @discardableResult
    public func ask(for paper: Paper, _ work: Work) throws -> IssueAsking {
        try PaperPolicy.writes.check(work.actor)
        let facts = try work.session.facts(of: paper)
        try facts.refuseDone()
        if let asking = facts.asking {
            throw Refusal.conflict("paper-asked-for", "\(try Parties(work.session).name(ofWho: asking.by)) asked on \(asking.on) for \(paper.title) to be issued. \(try work.session.whatAskingDoes(for: paper))")
        }
        return try work.add("asked for the paper to be issued", in: paper.subject) { id in
            IssueAsking(id: id, paper: paper.id, on: work.today, by: work.actor.subject)
        }
    }

    /// Lets a draft go. It stays on record and keeps its reference, and no list shows it unasked.
    ///
    /// - Throws: `not-allowed`, `paper-issued`, `paper-discarded`
    @discardableResult
    public func discard(_ paper: Paper, _ work: Work) throws -> Discard {
        try PaperPolicy.writes.check(work.actor)
        try work.session.facts(of: paper).refuseDone()
        return try work.add("discarded the paper", in: paper.subject) { id in Discard(id: id, paper: paper.id, on: work.today, by: work.actor.subject) }
    }

    /// Papers that wait to be issued, for each who may issue them.
    ///
    /// - Parameter boards: by whose names it is told.
    public static func reminders(_ boards: BoardCalendar) -> ReminderSource {
        ReminderSource { session, day in
            let asked = try session.papersAskedFor().filter { $0.asking.on <= day }
            guard !asked.isEmpty else { return { _ in [] } }
            let known = try boards.known(session)
            let waiting = try asked.map { paper, asking in
                (paper, asking, of: [known.board(paper.board)?.name, paper.meeting.flatMap(known.meeting)?.title].compactMap(\.self).joined(separator: ", "),
                 by: try Parties(session).person(ofWho: asking.by), policy: PaperPolicy.issues(writtenBy: try session.writers(of: paper)))
            }
            return { reminded in
                waiting.filter { $0.policy.allows(reminded.actor) }.map { paper, asking, of, by, _ in
                    Reminder(
                        .asked, paper.subject, "Issue \(paper.title)", of: of, because: "\(by.capitalisedFirst) asked for it on \(asking.on).", at: ["papers", paper.reference.text],
                        deeds: [.init("Read it", at: ["papers", paper.reference.text]), .init("Issue it", at: ["papers", paper.reference.text, "issue"])])
                }
            }
        }
    }
}
