import Kernel
import People
public import Storage

/// The verbs of plans, done within one piece of work: each checks the policy, asks the model, saves and journals.
///
///     try await desk.write(by: actor) { work in try plans.begin(new, work) }
///
/// What managers do to findings and actions is in `Keeping.swift`, `Ordering.swift` and `Withdrawing.swift`, what owners
/// report in `Reporting.swift`, and what documents bring in `Importing.swift` and `TakingNewer.swift`.
public struct Plans: Sendable {
    public init() {}

    /// - Throws: `not-allowed`, `reference-taken`, `fields-need-attention`, `period-ends-before-it-starts`
    @discardableResult
    public func begin(_ new: NewPlan, _ work: Work) throws -> Plan {
        try PlanPolicy.keeps.check(work.actor)
        let reference = try new.reference ?? .free(madeFrom: new.title, or: "plan") {
            try work.session.count(Plan.self, "WHERE reference_key = \($0.key)") > 0
        }
        try refuseTaken(reference, by: nil, work)
        let (period, sponsor) = (try Period(from: new.from, through: new.through), try sponsor(of: new, work))
        return try work.add("began the plan") { id in
            Plan(id: id, reference: reference, title: new.title, kind: new.kind, source: new.source,
                 period: period, sponsor: sponsor, rules: new.rules)
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `begin`, and `changed-meanwhile`
    @discardableResult
    public func edit(_ plan: Plan, _ new: NewPlan, version: Int? = nil, _ work: Work) throws -> Plan {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        var changed = plan
        changed.version = version ?? plan.version
        changed.reference = new.reference ?? plan.reference
        try refuseTaken(changed.reference, by: plan.id, work)
        changed.title = new.title
        changed.kind = new.kind
        changed.source = new.source
        changed.period = try Period(from: new.from, through: new.through)
        changed.sponsor = try sponsor(of: new, work)
        changed.rules = new.rules
        return try work.change("edited the plan", changed)
    }

    private func sponsor(of new: NewPlan, _ work: Work) throws -> ID<Party>? {
        try new.sponsor.map { try parties(named: [($0, "sponsor")], work)[0] }
    }

    private func refuseTaken(_ reference: Reference, by own: ID<Plan>?, _ work: Work) throws {
        try reference.refuseNew()
        let taken: ID<Plan>? = try work.session.value("SELECT id FROM plan WHERE reference_key = \(reference.key)")
        guard taken == nil || taken == own else {
            throw Refusal.referenceTaken("Another plan has the reference “\(reference)”.", "Choose a reference that no other plan has.")
        }
    }

    /// Those with these names on record, each name with the field it was entered in.
    ///
    /// - Throws: `fields-need-attention`, naming each that is not.
    func parties(named names: [(name: String, field: String)], _ work: Work) throws -> [ID<Party>] {
        var found: [ID<Party>] = []
        var errors: [Refusal.Field] = []
        for (name, field) in names {
            if let party = try Parties(work.session).named(name) {
                if !found.contains(party.id) { found.append(party.id) }
            } else {
                errors.append(.init(field, "“\(name)” is not on record. Choose a name from the list, or add it under People first."))
            }
        }
        guard errors.isEmpty else { throw Refusal.fields(errors) }
        return found
    }
}

extension Refusal {
    /// - Parameter remedy: what would be right, beside the field.
    static func referenceTaken(_ sentence: String, _ remedy: String) -> Refusal {
        Refusal("reference-taken", .conflict, sentence, fields: [.init("reference", remedy)])
    }
}
