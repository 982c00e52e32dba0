import Kernel
public import People
public import Storage

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
            throw Refusal.conflict("paper-asked-for", "\(try Parties(work.session).name(ofWho: asking.by)) asked on \(asking.on) for \(paper.title) to be issued. An approver is reminded of it.")
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
    public static let reminders = ReminderSource { session, _ in
        let waiting = try session.papersAskedFor().map { paper, asking in
            (paper, asking, by: try Parties(session).name(ofWho: asking.by), policy: PaperPolicy.issues(writtenBy: try session.writers(of: paper)))
        }
        return { reminded in
            waiting.filter { $0.policy.allows(reminded.actor) }.map { paper, asking, by, _ in
                Reminder(
                    .asked, paper.subject, "Issue \(paper.title)", because: "\(by.capitalisedFirst) asked for it on \(asking.on).", at: ["papers", paper.reference.text],
                    deeds: [.init("Read it", at: ["papers", paper.reference.text]), .init("Issue it", at: ["papers", paper.reference.text, "issue"])])
            }
        }
    }
}
