import Kernel
import People
import Storage

/// Who owns actions and who ever did, by the journal: an owner who leaves the owners for a minute has owned it all the same.
struct PastOwners {
    private var owners: [ID<Action>: Set<ID<Party>>] = [:]
    /// The day on which the first of the actions came on record; nil where there is none.
    let since: Day?

    init(of actions: [Action], _ session: Session) throws {
        let journal = Journal(session)
        since = try actions.isEmpty ? nil : journal.first(aboutAnyOf: actions.map(\.subject))?.day
        for state in try journal.states(ofAnyOf: actions.map(\.id)) + actions {
            owners[state.id, default: []].formUnion(state.owners)
        }
    }

    /// - Parameter item: an action, or a finding with all that answers it.
    init<Item: PlanItem>(concernedBy item: Item, _ session: Session) throws {
        try self.init(of: (item as? Action).map { [$0] } ?? session.all(Action.self, "WHERE finding = \(item.id.number) ORDER BY place, id"), session)
    }

    var all: Set<ID<Party>> { owners.values.reduce(into: []) { $0.formUnion($1) } }

    func callAsFunction(_ action: Action) -> Set<ID<Party>> { owners[action.id] ?? Set(action.owners) }

    /// For whom somebody acts, or has acted on any day since the actions came on record.
    func parties(of actor: Actor, on today: Day, _ session: Session) throws -> Set<ID<Party>> {
        guard let person = actor.person else { return [] }
        return try Parties(session).actedFor(by: ID(person), from: min(since ?? today, today), through: today)
    }
}
