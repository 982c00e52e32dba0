import Kernel
import People
import Storage
import Synchronization

/// The facts of plans, kept in memory for as long as the journal says nothing new about them.
///
/// Each use asks the journal first, in the caller's own snapshot, what was written since; so a change by another server
/// or a command is seen as soon as it is one's own.
final class PlanShelf: Sendable {
    /// The facts as one snapshot held them. The version is another each time they are read.
    struct Kept: Sendable {
        let facts: PlanFacts
        let version: Int
        /// The day on which they were read, which decides what is known of figures.
        let day: Day?
    }

    /// After more than so many lines it is quicker to read the plans anew.
    private static let mostNews = 200

    private struct State {
        var mark: JournalMark?
        var plans: [ID<Plan>: Kept] = [:]
        var versions = 0

        mutating func numbered(_ facts: PlanFacts, on day: Day?) -> Kept {
            versions += 1
            return Kept(facts: facts, version: versions, day: day)
        }

        /// A line that stands in a plan's scope says nothing of a plan that has no dependency on it. What stands in none is part of any plan's facts, or
        /// may be said of any on its page: then the facts stay, and their pages are made anew.
        mutating func forget(_ subject: Subject, _ scope: Subject) {
            if scope.kind == Plan.table.name, subject.kind != Dependency.table.name {
                let changed = ID<Plan>(scope.number)
                plans[changed] = nil
                // What depends on that plan shows how it stands.
                for (id, kept) in plans where kept.facts.others.contains(where: { $0.plan.id == changed }) { plans[id] = nil }
                // A measure of the service may count anything.
                forgetFigures()
            } else if PlanShelf.shared.contains(subject.kind) {
                plans.removeAll()
            } else if !PlanShelf.unrelated.contains(subject.kind) {
                forgetFigures()
                plans = plans.mapValues { numbered($0.facts, on: $0.day) }
            }
        }

        /// What rests on figures of other records is read anew: any of them may have moved one.
        private mutating func forgetFigures() { plans = plans.filter { !$0.value.facts.restsOnFigures } }
    }

    /// Kinds of records that plans' facts are made of, and that stand in no plan's scope or in more than one's.
    private static let shared: Set = [Party.table.name, Attachment.table.name, Dependency.table.name]

    /// Kinds of records that no plan's facts are made of, and that nothing says of a plan on its page. What is not named here
    /// counts as if it might be: a decision or a document, which another slice may offer as said of a plan, must not be.
    private static let unrelated: Set = [Account.table.name, Holding.table.name, Membership.table.name, ProgramToken.table.name]

    private let state = Mutex(State())
    private let most: Int

    /// - Parameter most: how many records are kept in all.
    init(most: Int) { self.most = most }

    /// What a transaction that writes sees is read anew, and not kept.
    ///
    /// - Returns: what `session.facts(of:)` would give.
    func facts(of plan: Plan, _ session: Session) throws -> Kept {
        guard session.isReading, most > 0 else { return numbered(try session.facts(of: plan), session) }
        let mark = try catchUp(session)
        if let kept = kept(plan.id, at: mark, session) { return kept }
        return keep([try session.facts(of: plan)], at: mark, session)[0]
    }

    /// - Returns: what `session.allFacts()` would give.
    func all(_ session: Session) throws -> [Kept] {
        guard session.isReading, most > 0 else { return try session.allFacts().map { numbered($0, session) } }
        let mark = try catchUp(session)
        let plans = try session.all(Plan.self, "ORDER BY ends_on DESC, id DESC")
        let missing = plans.count { kept($0.id, at: mark, session) == nil }
        if missing > max(2, plans.count / 4) { return keep(try session.allFacts(), at: mark, session) }
        return try plans.map { plan in
            try kept(plan.id, at: mark, session) ?? keep([session.facts(of: plan)], at: mark, session)[0]
        }
    }

    private func kept(_ plan: ID<Plan>, at mark: JournalMark, _ session: Session) -> Kept? {
        let kept = state.withLock { $0.mark == mark ? $0.plans[plan] : nil }
        // A period is over at midnight, and no line of the journal says so.
        return kept.flatMap { $0.facts.restsOnFigures && $0.day != session.today ? nil : $0 }
    }

    private func numbered(_ facts: PlanFacts, _ session: Session) -> Kept {
        let today = session.today
        return state.withLock { $0.numbered(facts, on: today) }
    }

    /// Keeps them unless the shelf has moved on meanwhile.
    private func keep(_ facts: [PlanFacts], at mark: JournalMark, _ session: Session) -> [Kept] {
        let today = session.today
        return state.withLock { state in
            let kept = facts.map { state.numbered($0, on: today) }
            guard state.mark == mark else { return kept }
            for one in kept { state.plans[one.facts.plan.id] = one }
            while state.plans.values.reduce(0, { $0 + $1.facts.count }) > most,
                  let oldest = state.plans.min(by: { $0.value.version < $1.value.version }) {
                state.plans[oldest.key] = nil
            }
            return kept
        }
    }

    /// Brings the shelf to the journal of this session's snapshot, where that is not an older one.
    ///
    /// - Returns: the snapshot's mark.
    private func catchUp(_ session: Session) throws -> JournalMark {
        let journal = Journal(session)
        let mark = try journal.mark()
        let before = state.withLock { $0.mark }
        guard before != mark, (before?.size ?? 0) <= mark.size else { return mark }
        let news = try before.flatMap { try journal.news(since: $0, limit: Self.mostNews) }
        state.withLock { state in
            guard state.mark == before else { return }
            if let news {
                for line in news { state.forget(line.subject, line.scope) }
            } else {
                state.plans.removeAll()
            }
            state.mark = mark
        }
        return mark
    }
}

extension PlanFacts {
    /// Whether evidence rests on figures of other records, or a measure follows one.
    var restsOnFigures: Bool { measures.contains { $0.follows != nil } || evidence.contains { $0.figure != nil } }

    /// How many records they are, give or take.
    var count: Int {
        findings.count + actions.count + milestones.count + updates.count + completions.count + withdrawals.count + moves.count + parties.count
            + measures.count + readings.count + evidence.count + looks.count + closing.count
            + overrides.count + dependencies.count + needs.count + others.reduce(0) { $0 + $1.count }
    }
}
