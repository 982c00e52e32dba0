public import Kernel
import People
public import Storage

/// The order of findings in a plan and of actions under a finding.
extension Plans {
    /// One step towards the front, or away from it. The first stays first.
    public enum Step: String, CaseIterable, Sendable {
        case up, down

        /// - Throws: `no-such-step`
        public init(writing fields: Fields) throws(Refusal) {
            guard let step = Step(rawValue: fields.written("step")) else { throw .invalid("no-such-step", "A thing moves up or down.") }
            self = step
        }
    }

    /// Moves a finding past its neighbour, as a page shows them: what is withdrawn keeps its place between.
    ///
    /// - Throws: `not-allowed`, `changed-meanwhile`
    public func move(_ finding: Finding, _ step: Step, in plan: Plan, _ work: Work) throws {
        try PlanPolicy.keeps.check(work.actor)
        let line = try work.session.all(Finding.self, "WHERE plan = \(plan.id) ORDER BY place, id")
        for moved in try renumbered(line, moving: finding.id, step, skipping: withdrawnFindings(in: plan, work)) {
            try work.change("reordered the finding", moved, in: plan.subject)
        }
    }

    /// Moves an action past its neighbour under the same finding.
    ///
    /// - Throws: `not-allowed`, `changed-meanwhile`
    public func move(_ action: Action, _ step: Step, in plan: Plan, _ work: Work) throws {
        try PlanPolicy.keeps.check(work.actor)
        let line = try work.session.all(Action.self, "WHERE finding = \(action.finding) ORDER BY place, id")
        for moved in try renumbered(line, moving: action.id, step, skipping: withdrawnActions(in: plan, work)) {
            try work.change("reordered the action", moved, in: plan.subject)
        }
    }

    /// The records whose place changes, each in its new one.
    private func renumbered<R: Placed>(_ line: [R], moving id: ID<R>, _ step: Step, skipping hidden: Set<ID<R>>) -> [R] {
        let shown = line.indices.filter { !hidden.contains(line[$0].id) }
        guard let at = shown.firstIndex(where: { line[$0].id == id }) else { return [] }
        let other = step == .up ? at - 1 : at + 1
        guard shown.indices.contains(other) else { return [] }
        var order = Array(line.indices)
        order.swapAt(shown[at], shown[other])
        return order.enumerated().compactMap { place, index in
            guard line[index].place != place + 1 else { return nil }
            var moved = line[index]
            moved.place = place + 1
            return moved
        }
    }

    /// The place after the last of those that a condition selects.
    func nextPlace(_ table: SQL, _ within: SQL, _ work: Work) throws -> Int {
        try work.session.value("SELECT COALESCE(MAX(place), 0) + 1 FROM \(table) WHERE \(within)") ?? 1
    }
}

/// A record that has a place in a line.
private protocol Placed: Record { var place: Int { get set } }
extension Finding: Placed {}
extension Action: Placed {}
