public import Kernel

/// Everything that was recorded about premises, with no day in mind. A `PremisesView` looks at it on a day.
public struct PremisesFacts: Sendable {
    public var premises: Premises
    /// What it was merged into, and what that was merged into, to the last.
    public var survivors: [Premises]
    /// What was merged into it, and into those.
    public var merged: [Premises]
    /// Its own and those of what was merged into it, by their first day.
    public var responsibilities: [Responsibility]
    public var holders: [ID<DutyHolder>: DutyHolder]
    /// As they were recorded.
    public var addresses: [ID<DutyHolder>: [ServiceAddress]]

    public init(
        premises: Premises, survivors: [Premises] = [], merged: [Premises] = [], responsibilities: [Responsibility] = [],
        holders: [ID<DutyHolder>: DutyHolder] = [:], addresses: [ID<DutyHolder>: [ServiceAddress]] = [:]
    ) {
        (self.premises, self.survivors, self.merged) = (premises, survivors, merged)
        (self.responsibilities, self.holders, self.addresses) = (responsibilities, holders, addresses)
    }
}

/// Premises as they were on a day: who answered for them, and whether they were known to be others. A pure function of facts and day.
public struct PremisesView: Sendable {
    public let facts: PremisesFacts
    public let day: Day
    /// Who answered for it on the day, the responsible persons before others with control.
    public let recipients: [Recipient]
    /// Who did before, the latest first, and who was known to come.
    public let others: [Recipient]
    /// What counted as it by the day.
    public let merged: [Premises]

    public init(_ facts: PremisesFacts, on day: Day) {
        self.facts = facts
        self.day = day
        merged = facts.merged(on: day)
        let known = Set(merged.map(\.id) + [facts.premises.id])
        let all = facts.responsibilities.filter { known.contains($0.premises) }.compactMap { responsibility in
            facts.holders[responsibility.holder].map { holder in
                let addresses = (facts.addresses[holder.id] ?? []).filter { $0.holds(on: day) }.stablySorted { -$0.from.number }
                return Recipient(responsibility: responsibility, holder: holder, addresses: addresses)
            }
        }
        recipients = all.filter { $0.responsibility.holds(on: day) }.stablySorted { $0.responsibility.capacity.rank }
        others = all.filter { !$0.responsibility.holds(on: day) }.stablySorted { -$0.responsibility.from.number }
    }

    /// Whether it was on record.
    public var isHere: Bool { facts.premises.since <= day }

    /// What it counted as by the day, where that is another.
    public var survivor: Premises? {
        var (current, found): (Premises, Premises?) = (facts.premises, nil)
        for next in facts.survivors where current.isMerged(on: day) { (current, found) = (next, next) }
        return found
    }

    /// The responsible persons under article 3; those under article 5(3) are not among them.
    public var responsible: [Recipient] { recipients.filter(\.responsibility.capacity.isResponsible) }
}

extension PremisesFacts {
    /// What counted as it by a day, and what counted as those.
    fileprivate func merged(on day: Day) -> [Premises] {
        var (found, frontier): ([Premises], Set<ID<Premises>>) = ([], [premises.id])
        while !frontier.isEmpty {
            let next = merged.filter { $0.isMerged(on: day) && $0.mergedInto.map(frontier.contains) ?? false }
            found += next
            frontier = Set(next.map(\.id))
        }
        return found
    }
}

extension Premises {
    /// Whether it counted as another.
    public func isMerged(on day: Day) -> Bool { mergedOn.map { $0 <= day } ?? false }
}

extension Capacity {
    fileprivate var rank: Int { Capacity.allCases.firstIndex(of: self) ?? 0 }
}
