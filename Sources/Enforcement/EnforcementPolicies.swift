public import Kernel
import People
public import Storage

/// The verbs of the enforcement policy, done within one piece of work: each checks who may, asks the model, saves and journals.
///
/// An edition is a draft until it takes effect. From then on it stays as it is, since cases and entries of the register were decided by it.
public struct EnforcementPolicies: Sendable {
    public init() {}

    /// Begins a draft. Objectives of the edition before it come along, to be changed or dropped.
    ///
    /// - Throws: `not-allowed`, `policy-edition-taken`
    @discardableResult
    public func draft(_ new: NewEnforcementPolicy, _ work: Work) throws -> EnforcementPolicy {
        try ObjectivePolicy.keeps.check(work.actor)
        try refuseTaken(new.edition, by: nil, work)
        let before = try work.session.all(EnforcementPolicy.self, "WHERE effective_on IS NOT NULL ORDER BY effective_on").last
        let policy = try work.add("drafted the edition") { id in EnforcementPolicy(id: id, edition: new.edition, since: work.today).saying(new) }
        try work.save(policy.factors, of: policy.id, in: EnforcementPolicy.factorTable)
        for objective in try before.map({ try work.session.objectives(of: $0) }) ?? [] {
            try work.add("took over the objective", in: policy.subject) { id in EnforcementObjective(id: id, policy: policy.id, objective.new) }
        }
        return policy
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `policy-in-force`, `policy-edition-taken`, `changed-meanwhile`
    @discardableResult
    public func edit(_ policy: EnforcementPolicy, _ new: NewEnforcementPolicy, version: Int? = nil, _ work: Work) throws -> EnforcementPolicy {
        try ObjectivePolicy.keeps.check(work.actor)
        try refuseSettled(policy)
        try refuseTaken(new.edition, by: policy.id, work)
        var changed = policy.saying(new)
        changed.version = version ?? policy.version
        changed = try work.change("edited the edition", changed)
        try work.save(changed.factors, of: changed.id, in: EnforcementPolicy.factorTable)
        return changed
    }

    /// Has a draft take effect. The first edition may do so on a day that has passed; a later one only from today, since what went before was decided by another.
    ///
    /// - Throws: `not-allowed`, `policy-in-force`, `policy-out-of-order`
    @discardableResult
    public func takeEffect(_ policy: EnforcementPolicy, on day: Day, _ work: Work) throws -> EnforcementPolicy {
        try ObjectivePolicy.keeps.check(work.actor)
        try refuseSettled(policy)
        let last = try work.session.all(EnforcementPolicy.self, "WHERE effective_on IS NOT NULL ORDER BY id").compactMap(\.effective).max()
        if let last, day < work.today || day <= last {
            let earliest = max(work.today, last.adding(days: 1))
            let sentence = "An edition took or takes effect on \(last), so this one may from \(earliest)."
            throw Refusal("policy-out-of-order", .conflict, sentence, fields: [.init("on", sentence)])
        }
        var changed = policy
        changed.effective = day
        return try work.change("had the edition take effect", changed)
    }

    /// - Throws: `not-allowed`, `policy-in-force`, `fields-need-attention`
    @discardableResult
    public func aim(_ new: NewObjective, in policy: EnforcementPolicy, _ work: Work) throws -> EnforcementObjective {
        try ObjectivePolicy.keeps.check(work.actor)
        try refuseSettled(policy)
        if let wrong = new.amiss { throw Refusal.fields([wrong]) }
        return try work.add("added the objective", in: policy.subject) { EnforcementObjective(id: $0, policy: policy.id, new) }
    }

    /// - Throws: `not-allowed`, `policy-in-force`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func edit(
        _ objective: EnforcementObjective, of policy: EnforcementPolicy, _ new: NewObjective, version: Int? = nil, _ work: Work
    ) throws -> EnforcementObjective {
        try ObjectivePolicy.keeps.check(work.actor)
        try refuseSettled(policy)
        if let wrong = new.amiss { throw Refusal.fields([wrong]) }
        var changed = objective.saying(new)
        changed.version = version ?? objective.version
        return try work.change("edited the objective", changed, in: policy.subject)
    }

    /// Takes an objective out of a draft.
    ///
    /// - Throws: `not-allowed`, `policy-in-force`
    @discardableResult
    public func drop(_ objective: EnforcementObjective, of policy: EnforcementPolicy, _ work: Work) throws -> EnforcementObjective {
        try ObjectivePolicy.keeps.check(work.actor)
        try refuseSettled(policy)
        var changed = objective
        changed.dropped = work.today
        return try work.change("dropped the objective", changed, in: policy.subject)
    }

    private func refuseSettled(_ policy: EnforcementPolicy) throws(Refusal) {
        guard let effective = policy.effective else { return }
        throw .conflict("policy-in-force", "Edition \(policy.edition) counts from \(effective) and stays as it is. Draft a new edition instead.")
    }

    private func refuseTaken(_ edition: String, by own: ID<EnforcementPolicy>?, _ work: Work) throws {
        let taken: ID<EnforcementPolicy>? = try work.session.value("SELECT id FROM enforcement_policy WHERE edition_key = \(edition.lowercased())")
        guard taken == nil || taken == own else {
            throw Refusal("policy-edition-taken", .conflict, "There is an edition “\(edition)” already.", fields: [.init("edition", "Choose a name that no other edition has.")])
        }
    }
}
