import Kernel
import People
public import Storage

/// How a paper goes to its board, and how it is taken back.
extension Papers {
    /// Freezes a paper: its content and files as they were prepared, the journal that they rest on, and their hashes.
    ///
    /// - Parameters:
    ///   - seen: whoever issues it has read what is contradicted, unanswered or overtaken.
    ///   - read: the mark of what they read, where they say so.
    /// - Throws: `not-allowed`, `paper-issued`, `paper-of-days-to-come`, `paper-moved-meanwhile`, `paper-has-open-questions`
    @discardableResult
    public func issue(_ paper: Paper, _ prepared: Prepared, seen: Bool, read mark: String? = nil, _ work: Work) throws -> PaperIssue {
        let facts = try work.session.checkIssuing(paper, work.actor)
        try paper.refuseFuture(work.today)
        let read = try sources.read(paper, isDrawn: true, work.session)
        if let mark, mark != facts.mark(from: read) {
            throw Refusal.conflict("paper-moved-meanwhile", "\(paper.title) has changed since you read it. Read it once more, then issue it.")
        }
        guard try isCurrent(prepared, facts, read, by: work.actor, work.session) else {
            throw Refusal.conflict("paper-moved-meanwhile", "The records changed while \(paper.title) was being printed. Look at it once more, then issue it.")
        }
        let open = Rehearsal(facts.sections, read).openCount
        guard open == 0 || seen else {
            throw Refusal.conflict("paper-has-open-questions", "\(paper.title) has \(counted(open, "open question")): claims that the records contradict or don’t answer. Rehearse it first; then issue it saying that you have read them.")
        }
        return try work.add("issued the paper", in: paper.subject) { id in
            PaperIssue(
                id: id, paper: paper.id, at: prepared.at, by: work.actor.subject, content: prepared.content, contentHash: prepared.contentHash,
                journalSize: prepared.mark.size, journalHead: prepared.mark.head.description, files: prepared.files)
        }
    }

    /// - Throws: `not-allowed`, `paper-not-issued`, `paper-withdrawn`
    @discardableResult
    public func recall(_ paper: Paper, because: String, _ work: Work) throws -> Recall {
        try PaperPolicy.recalls.check(work.actor)
        let facts = try work.session.facts(of: paper)
        guard facts.issue != nil else { throw Refusal.notIssued(paper) }
        if let recall = facts.recall { throw Refusal.conflict("paper-withdrawn", "\(paper.title) was withdrawn on \(recall.on).") }
        return try work.add("withdrew the paper", in: paper.subject) { id in
            Recall(id: id, paper: paper.id, on: work.today, because: because, by: work.actor.subject)
        }
    }

    /// How what the paper tells of stood on its last day, as was known when it was issued and as is known now.
    ///
    /// - Throws: `paper-not-issued`
    func differences(of facts: PaperFacts, _ session: Session) throws -> [KnownTwice] {
        guard let issue = facts.issue else { throw Refusal.notIssued(facts.paper) }
        let paper = facts.paper
        return try paper.covers.map { subject in
            let teller = try sources.tellings.teller(of: subject, session)
            return KnownTwice(
                subject: subject, then: try teller?.telling(session.query(of: paper, about: subject, asKnownAt: issue.journalSize)),
                now: try teller?.telling(session.query(of: paper, about: subject)),
                lines: try teller?.differences(on: paper.to, asKnownAt: issue.journalSize) ?? [])
        }
    }

    /// The issued paper that a file is, byte for byte, and as what.
    func verify(_ bytes: [UInt8], _ session: Session) throws -> (paper: PaperFacts, format: String)? {
        let hash = Hash(of: bytes).description
        for issue in try session.all(PaperIssue.self, "WHERE files LIKE \("%\(hash)%") ORDER BY id") {
            guard let format = issue.files.first(where: { $0.value == hash })?.key, let paper = try session.find(issue.paper) else { continue }
            return (try session.facts(of: paper), format)
        }
        return nil
    }
}

extension Session {
    /// The facts of a paper that an actor may issue.
    ///
    /// - Throws: `not-allowed`, `paper-issued`, `paper-discarded`
    func checkIssuing(_ paper: Paper, _ actor: Actor) throws -> PaperFacts {
        // Who may issue nothing is told so, whatever became of the paper.
        try PaperPolicy.issues(writtenBy: []).check(actor)
        let facts = try facts(of: paper)
        try facts.refuseDone()
        try PaperPolicy.issues(writtenBy: writers(of: paper)).check(actor)
        return facts
    }

    /// Whether anybody who has an account may issue a paper.
    func canBeIssued(_ paper: Paper) throws -> Bool {
        let (accounts, policy) = (Accounts(self), PaperPolicy.issues(writtenBy: try writers(of: paper)))
        return try accounts.all().contains { one in try !one.account.isSuspended && policy.allows(accounts.actor(one.account)) }
    }

    /// Whoever began a paper or changed anything in it: the journal keeps them all. To ask for it to be issued changes nothing in it.
    func writers(of paper: Paper) throws -> Set<String> {
        try Journal(self).whos(within: paper.subject, without: IssueAsking.table.name)
    }
}

extension Paper {
    /// What is not known yet is told by no paper that goes out.
    func refuseFuture(_ today: Day) throws(Refusal) {
        guard to > today else { return }
        throw .conflict("paper-of-days-to-come", "\(title) tells of days up to \(to), which have not come. Issue it then, or let it end on an earlier day.")
    }
}

/// A thing as the board saw it, and as it is now known to have stood.
struct KnownTwice {
    let subject: Subject
    let then: Telling?
    let now: Telling?
    /// A line for each difference.
    let lines: [Telling.Line]
}

extension Refusal {
    static func notIssued(_ paper: Paper) -> Refusal { .conflict("paper-not-issued", "\(paper.title) is a draft: it was never issued.") }
}

extension Papers {
    /// The reference of the issued paper that a file is, and as what, in words; nil where it is none.
    public func verifies(_ bytes: [UInt8], _ session: Session) throws -> String? {
        try verify(bytes, session).map { "\($0.paper.paper.reference) \($0.format)" }
    }
}
