import Storage

extension Session {
    /// What an action became when it was carried forward before, however often it was carried on from there; nil where it never was, and
    /// where nothing is left of that, as it was withdrawn or given up.
    func carriedBefore(_ action: Action) throws -> CarriedBefore? {
        var (last, from) = (Action?.none, action.id)
        while let item = try first(ClosureItem.self, "WHERE action = \(from) AND carried_as IS NOT NULL ORDER BY id DESC"),
              let there = try item.carriedAs.flatMap({ try find($0) }) {
            (last, from) = (there, there.id)
        }
        guard let last, let plan = try find(last.plan) else { return nil }
        let withdrawn = try count(Withdrawal.self, "WHERE (action = \(last.id) OR finding = \(last.finding)) AND restored_on IS NULL")
        let givenUp = try count(NotImplemented.self, "WHERE (action = \(last.id) OR finding = \(last.finding)) AND reopened_on IS NULL")
        guard withdrawn + givenUp == 0 else { return nil }
        return CarriedBefore(action: last, plan: plan, doneOn: try completion(of: last)?.on, closedOn: try closure(of: plan.id)?.decidedOn)
    }
}
