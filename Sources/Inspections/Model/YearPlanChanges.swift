import Kernel
import Premises

/// What one edition of a year's plan has otherwise than another: who moved, what came in and what fell out.
public struct YearPlanChanges: Equatable, Sendable {
    public struct Moved: Equatable, Sendable {
        public let before: YearPlanEntry
        public let after: YearPlanEntry
        public var isOtherOfficer: Bool { before.officer != after.officer }
    }

    public private(set) var moved: [Moved] = []
    public private(set) var added: [YearPlanEntry] = []
    public private(set) var dropped: [YearPlanEntry] = []
    public private(set) var kept = 0

    public init(from before: YearPlan, to after: YearPlan) {
        let old = Dictionary(before.allotted.map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        var now: Set<ID<Premises>> = []
        for entry in after.allotted {
            now.insert(entry.premises)
            guard let own = old[entry.premises] else {
                added.append(entry)
                continue
            }
            if own.officer == entry.officer, own.month == entry.month { kept += 1 } else { moved.append(Moved(before: own, after: entry)) }
        }
        dropped = before.allotted.filter { !now.contains($0.premises) }
    }

    public var isEmpty: Bool { moved.isEmpty && added.isEmpty && dropped.isEmpty }

    /// `412 as they were, 8 moved, 3 added and 5 dropped`
    public var words: String { "\(kept) as they were, \(moved.count) moved, \(added.count) added and \(dropped.count) dropped" }
}
