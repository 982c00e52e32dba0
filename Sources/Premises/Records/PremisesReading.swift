public import Kernel
public import Storage

extension Session {
    /// Premises by their reference, those that were merged into others too.
    ///
    /// - Throws: `premises-not-found`
    public func premises(_ reference: String) throws -> Premises {
        try first(
            Premises.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("premises-not-found", "There are no premises “\(reference.prefix(60))”. The list shows those there are."))
    }

    /// What premises were merged into, and what that was merged into, to the last; none where they were not.
    public func survivors(of premises: Premises) throws -> [Premises] {
        var (survivors, next) = ([Premises](), premises.mergedInto)
        while let id = next, let survivor = try find(id) {
            survivors.append(survivor)
            next = survivor.mergedInto
        }
        return survivors
    }

    /// The premises that these count as: themselves, or what they were merged into at last.
    public func survivor(of premises: Premises) throws -> Premises { try survivors(of: premises).last ?? premises }

    /// Everything that was merged into premises, and into that. Whoever keeps things of premises finds them under these too.
    public func merged(into premises: [ID<Premises>]) throws -> [Premises] {
        var (found, frontier) = ([Premises](), premises)
        while !frontier.isEmpty {
            let next = try all(Premises.self, "WHERE merged_into IN (\(list: frontier)) ORDER BY id")
            found += next
            frontier = next.map(\.id)
        }
        return found
    }

    /// The numbers that premises are known by: their own, and those of what was merged into them.
    public func numbers(of premises: Premises) throws -> [ID<Premises>] { try [premises.id] + merged(into: [premises.id]).map(\.id) }

    /// Everything recorded about premises.
    public func facts(of premises: Premises) throws -> PremisesFacts {
        let merged = try merged(into: [premises.id])
        let numbers = [premises.id] + merged.map(\.id)
        let responsibilities = try all(Responsibility.self, "WHERE premises IN (\(list: numbers)) ORDER BY from_on, id")
        let holders = Set(responsibilities.map(\.holder))
        let addresses = try all(ServiceAddress.self, "WHERE holder IN (\(list: holders.sorted())) ORDER BY id")
        return PremisesFacts(
            premises: premises, survivors: try survivors(of: premises), merged: merged, responsibilities: responsibilities,
            holders: try byNumber(DutyHolder.self, holders), addresses: Dictionary(grouping: addresses, by: \.holder))
    }

    /// Premises as they were on a day.
    ///
    /// - Throws: `premises-not-known-then`
    public func view(of premises: Premises, on day: Day) throws -> PremisesView {
        let view = PremisesView(try facts(of: premises), on: day)
        guard view.isHere else {
            throw Refusal.missing("premises-not-known-then", "\(premises.name) came on record on \(premises.since), and was not on \(day). Choose another day.")
        }
        return view
    }

    /// Who answers for premises on a day, with where they are served: whom a notice can go to. What was merged into them counts.
    public func recipients(of premises: Premises, on day: Day) throws -> [Recipient] {
        PremisesView(try facts(of: premises), on: day).recipients
    }

    /// - Throws: `responsibility-not-found`
    func responsibility(_ id: ID<Responsibility>, of premises: Premises) throws -> Responsibility {
        let numbers = try numbers(of: premises)
        return try first(
            Responsibility.self, "WHERE id = \(id) AND premises IN (\(list: numbers))",
            or: Refusal.missing("responsibility-not-found", "Nobody answers for \(premises.name) under the number \(id)."))
    }
}

extension Session {
    /// Other premises under the same UPRN or at the same postcode, which count: so many at most.
    func likelyDuplicates(of premises: Premises, limit: Int = 8) throws -> [Premises] {
        let same = try premises.uprn.map { uprn in
            try all(Premises.self, "WHERE uprn = \(uprn.number) AND id <> \(premises.id) AND merged_into IS NULL ORDER BY id LIMIT \(limit)")
        } ?? []
        let near = try premises.postcode.map { postcode in
            try all(Premises.self, "WHERE postcode = \(postcode.text) AND id <> \(premises.id) AND merged_into IS NULL ORDER BY id LIMIT \(limit)")
        } ?? []
        return Array((same + near.filter { !same.contains($0) }).prefix(limit))
    }
}
