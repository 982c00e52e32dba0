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

    /// Moves a finding, or an action under the same finding, past its neighbour as a page shows them: what is withdrawn keeps
    /// its place between.
    ///
    /// - Throws: `not-allowed`, `changed-meanwhile`
    public func move<Item: PlanItem>(_ item: Item, _ step: Step, in plan: Plan, _ work: Work) throws {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        let line = try work.session.all(Item.self, "WHERE \(item.line) ORDER BY place, id")
        for moved in renumbered(line, moving: item.id, step, skipping: try withdrawn(Item.self, in: plan.id, work)) {
            try work.change("reordered the \(Item.noun)", moved, in: plan.subject)
        }
    }

    /// The records whose place changes, each in its new one.
    private func renumbered<Item: PlanItem>(_ line: [Item], moving id: ID<Item>, _ step: Step, skipping hidden: Set<ID<Item>>) -> [Item] {
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
