import Dispatch
public import Kernel
import People
import Premises
public import Storage
public import Solver
import Synchronization

/// A plan of a year that was made and is not kept yet.
public struct MadeYear: Sendable {
    let basis: YearBasis
    let outcome: AuditProgramme
}

extension Programmes {
    /// How long a solver may take unless somebody says otherwise, and at most, in seconds.
    public static let seconds = 8
    static let mostSeconds = 30
    /// Solvers that are on every machine, for whoever needs the same plan everywhere.
    public static let reproducible: [Solver] = [.cbc]

    /// Makes a plan of a year and keeps it: reads what it is made from, lets the solver work while nobody waits for it, and keeps the plan if nothing that it
    /// was made from changed meanwhile.
    ///
    /// - Parameter from: the first day that is planned anew; today, or the year's first day where that is to come, when nil.
    /// - Throws: `not-allowed`, `no-risk-method`, `programme-without-officers`, `programme-over`, `programme-basis-amiss`, `programme-not-solved`, `programme-basis-moved`, `too-busy`
    public func make(
        of reference: String, from: Day? = nil, seconds: Int = Programmes.seconds, by actor: Actor, because reason: String? = nil, at desk: Desk, solvers: [Solver] = Solver.present
    ) async throws -> (Programme, YearPlan) {
        let today = desk.clock.today
        let basis = try await desk.read { session in try self.basis(of: reference, from: from, by: actor, on: today, session) }
        let made = try await solve(basis, within: seconds, by: solvers)
        return (basis.programme, try await desk.write(by: actor, because: reason) { work in try keep(made, work) })
    }

    /// What a plan is made from.
    func basis(of reference: String, from: Day?, by actor: Actor, on today: Day, _ session: Session) throws -> YearBasis {
        try ProgrammePolicy.keeps.check(actor)
        let programme = try session.programme(reference)
        return try session.yearBasis(of: programme, from: try start(from, programme, today), on: today)
    }

    /// What is over is not planned anew.
    private func start(_ from: Day?, _ programme: Programme, _ today: Day) throws -> Day {
        let earliest = max(today.startOfMonth, programme.begins)
        guard let from else { return max(today, programme.begins) }
        guard from >= earliest else { throw Refusal.fields([.init("from", "What was before \(earliest) is over. Give that day or a later one.")]) }
        guard from <= programme.ends else { throw Refusal.fields([.init("from", "\(programme.title) ends on \(programme.ends). Give an earlier day.")]) }
        return from
    }

    /// - Throws: `too-busy`, `programme-basis-amiss`, `programme-not-solved`
    public func solve(_ basis: YearBasis, within seconds: Int, by solvers: [Solver] = Solver.present) async throws -> MadeYear {
        try queue.enter()
        defer { queue.leave() }
        return try await withCheckedThrowingContinuation { told in
            DispatchQueue.global(qos: .utility).async { told.resume(with: Result { try Self.solved(basis, within: seconds, by: solvers) }) }
        }
    }

    /// The same on this thread, for whoever has one.
    static func solved(_ basis: YearBasis, within seconds: Int, by solvers: [Solver] = Solver.present) throws -> MadeYear {
        MadeYear(basis: basis, outcome: try Allotting(basis.basis).solved(within: Double(seconds), by: solvers, isNearEnough: true))
    }

    /// Keeps a plan that was made as the programme's next.
    ///
    /// - Throws: `not-allowed`, `programme-basis-moved`
    @discardableResult
    public func keep(_ made: MadeYear, _ work: Work) throws -> YearPlan {
        try ProgrammePolicy.keeps.check(work.actor)
        let programme = made.basis.programme
        if let changed = try work.session.changed(since: made.basis.seen) {
            throw Refusal.conflict("programme-basis-moved", "While the plan was being made, \(changed) changed, which it was made from. Make it again.")
        }
        let number = (try work.session.value("SELECT MAX(number) FROM year_plan WHERE programme = \(programme.id)", as: Int.self) ?? 0) + 1
        return try work.keep({ id in
            YearPlan(
                id: id, programme: programme.id, number: number, from: made.basis.from, content: made.content, entries: made.entries, made: work.today, by: work.actor.subject)
        }, in: programme)
    }
}

/// How many plans are being made or wait for their turn: the solver makes one after the other.
final class PlanQueue: Sendable {
    private static let most = 4
    private let waiting = Mutex(0)

    /// - Throws: `too-busy`
    func enter() throws(Refusal) {
        let hasRoom = waiting.withLock { count in
            guard count < Self.most else { return false }
            count += 1
            return true
        }
        guard hasRoom else { throw Refusal("too-busy", .tooMany, "\(Self.most) plans are being made just now. Try again in a minute.", wait: 60) }
    }

    func leave() { waiting.withLock { $0 -= 1 } }
}

extension MadeYear {
    var content: YearPlanContent {
        YearPlanContent(
            setting: basis.programme.setting, method: basis.method, solver: outcome.solver, isBest: outcome.isBest,
            gap: outcome.gap.map { Hundredths(Int64(min($0 * 10_000, 1e9).rounded(.up))) }, targets: outcome.targets,
            officers: outcome.officers.compactMap { load in
                basis.officers[load.name].map { YearPlanContent.OfficerHours(officer: $0, free: load.free, planned: load.planned) }
            })
    }

    var entries: [YearPlanEntry] {
        let allotted = Dictionary(outcome.allotted.map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        let left = Dictionary(outcome.left.map { ($0.premises, $0.reason) }, uniquingKeysWith: { first, _ in first })
        return basis.basis.premises.compactMap { premises -> YearPlanEntry? in
            guard let id = basis.premises[premises.reference], let reason = basis.reasons[premises.reference], let band = AuditRisk(rawValue: premises.band) else { return nil }
            let own = allotted[premises.reference]
            let officer = own.flatMap { basis.officers[$0.officer] }
            guard officer != nil || left[premises.reference] != nil else { return nil }
            return YearPlanEntry(
                premises: id, kind: AuditKind(rawValue: premises.kind) ?? .full, complexity: reason.complexity, band: band, why: reason.why, theme: premises.theme, officer: officer,
                month: officer == nil ? nil : own?.month, left: officer == nil ? left[premises.reference] : nil)
        }
    }
}

extension Session {
    /// What changed since the journal had so many entries, of what a plan is made from; nil where nothing did.
    fileprivate func changed(since seen: Int64) throws -> String? {
        let kinds: [String: String] = [
            Programme.table.name: "the objectives", OfficerCapacity.table.name: "an officer’s time", YearPlanAdoption.table.name: "the adopted plan", RiskEdition.table.name: "the risk method",
            Authorisation.table.name: "an authorisation", AuthorisationLevel.table.name: "a level of authorisation", Premises.table.name: "the premises", PremisesImport.table.name: "the premises",
            PremisesMarker.table.name: "a marker", NotedCompliance.table.name: "known compliance", Audit.table.name: "an audit",
        ]
        let subjects: [Subject] = try column("SELECT DISTINCT subject FROM journal WHERE sequence > \(seen) ORDER BY subject LIMIT 2000")
        for subject in subjects {
            guard let words = kinds[subject.kind] else { continue }
            // What an officer types on a visit changes nothing of when premises are due.
            if subject.kind == Audit.table.name, try count(Audit.self, "WHERE id = \(subject.number) AND carried_out_on IS NOT NULL AND completed_on IS NULL AND abandoned_on IS NULL") > 0 { continue }
            return words
        }
        return nil
    }
}
