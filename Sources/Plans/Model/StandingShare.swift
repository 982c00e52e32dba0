import Kernel

/// So many actions of a plan that stand alike: in one colour, or ended without being done.
public struct StandingShare: Equatable, Sendable {
    public let count: Int
    public let colour: Colour
    /// How they ended without being done; nil of those that are done or open.
    public let ended: ClosureItem.Kind?

    /// As it follows their number: `late`, `carried forward`.
    public var words: String { (ended?.words ?? colour.words).lowercased() }
}

extension ActionView {
    /// How it ended without being done: carried forward with its plan, or given up. Nil of what is done or open.
    public var ended: ClosureItem.Kind? {
        guard completion == nil else { return nil }
        if closing.notImplemented != nil { return .notImplemented }
        return closing.closedOn == nil ? nil : closing.item?.kind
    }
}

extension PlanView {
    /// What its actions come to: what is done or on track first, then what is not scheduled or has ended, what is late last. What nothing
    /// stands in is left out.
    public var shares: [StandingShare] {
        [Colour.blue, .green, .grey, .amber, .red].flatMap { colour -> [StandingShare] in
            let own = actions.filter { $0.standing.colour == colour }
            return ([nil] + ClosureItem.Kind.allCases).map { ended in
                StandingShare(count: own.count { $0.ended == ended }, colour: colour, ended: ended)
            }
        }.filter { $0.count > 0 }
    }

    /// What it was closed with: `7 done, 2 carried forward and 1 closed, not implemented`; nil where it is open or holds nothing.
    public var endingInWords: String? {
        guard facts.closing.closure(on: day) != nil, !actions.isEmpty else { return nil }
        let done = actions.count { $0.completion != nil }
        let ended = ClosureItem.Kind.allCases.map { kind in (actions.count { $0.ended == kind }, kind.words.lowercased()) }
        return listed(([(done, "done")] + ended).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" })
    }
}
