public import Kernel
public import Storage

extension Session {
    /// An edition by its number.
    ///
    /// - Throws: `policy-edition-not-found`
    public func enforcementPolicy(_ id: ID<EnforcementPolicy>) throws -> EnforcementPolicy {
        try first(EnforcementPolicy.self, "WHERE id = \(id)", or: Refusal.noEdition("\(id)"))
    }

    /// An edition by what its cover says, or by its number.
    ///
    /// - Throws: `policy-edition-not-found`
    func enforcementPolicy(named name: String) throws -> EnforcementPolicy {
        if let found = try first(EnforcementPolicy.self, "WHERE edition_key = \(name.lowercased())") { return found }
        guard let number = Int64(name) else { throw Refusal.noEdition(name) }
        return try enforcementPolicy(ID(number))
    }

    /// All editions that were here by a day, as they were recorded.
    public func enforcementPolicies(on day: Day) throws -> [EnforcementPolicy] { try all(EnforcementPolicy.self, "WHERE since_on <= \(day) ORDER BY id") }

    /// The edition that counts on a day; nil where none has taken effect.
    public func enforcementPolicy(inForceOn day: Day) throws -> EnforcementPolicy? {
        try all(EnforcementPolicy.self, "WHERE effective_on <= \(day) ORDER BY id").inForce(on: day)
    }

    /// What an edition sets out to reach, as it was recorded; what was dropped is left out.
    public func objectives(of policy: EnforcementPolicy) throws -> [EnforcementObjective] {
        try all(EnforcementObjective.self, "WHERE policy = \(policy.id) AND dropped_on IS NULL ORDER BY id")
    }

    /// - Throws: `objective-not-found`
    func objective(_ id: ID<EnforcementObjective>, of policy: EnforcementPolicy) throws -> EnforcementObjective {
        try first(
            EnforcementObjective.self, "WHERE id = \(id) AND policy = \(policy.id) AND dropped_on IS NULL",
            or: Refusal.missing("objective-not-found", "Edition \(policy.edition) has no objective of the number \(id)."))
    }

    /// What is stated of years, by year and measure, as it was known on a day.
    func statedActivity(on day: Day) throws -> [StatedActivity] { try all(StatedActivity.self, "WHERE since_on <= \(day) ORDER BY year DESC, measure, id") }

    /// - Throws: `stated-activity-not-found`
    func statedActivity(_ id: ID<StatedActivity>) throws -> StatedActivity {
        try first(StatedActivity.self, "WHERE id = \(id)", or: Refusal.missing("stated-activity-not-found", "No yearly number is on record under \(id)."))
    }
}

extension Refusal {
    fileprivate static func noEdition(_ name: String) -> Refusal {
        .missing("policy-edition-not-found", "There is no edition “\(name.prefix(60))” of the enforcement policy. Its page shows those there are.")
    }
}
