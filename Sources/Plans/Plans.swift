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
        let reference = try new.reference ?? freeReference(for: new.title, work)
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

    /// `peer-review-response` for “Peer review response”, with a number behind it where that is taken.
    private func freeReference(for title: String, _ work: Work) throws -> Reference {
        let base = Reference.made(from: title) ?? "plan"
        var number = 1
        while true {
            let candidate = try Reference(number == 1 ? base : "\(base.prefix(36))-\(number)")
            if !candidate.isNew, try work.session.count(Plan.self, "WHERE reference_key = \(candidate.key)") == 0 { return candidate }
            number += 1
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

extension Reference {
    /// `new` in an address is the form for what is not there yet, so nothing can be found under it.
    var isNew: Bool { key == "new" }

    /// - Throws: `reference-not-usable`
    func refuseNew() throws(Refusal) {
        guard isNew else { return }
        let sentence = "“\(text)” can't be a reference, since pages for adding things have that name. Choose another."
        throw .invalid("reference-not-usable", sentence, fields: [.init("reference", sentence)])
    }

    /// Lower-case words joined by dashes, at most 40 characters; nil when the text has none that can be used.
    static func made(from text: some StringProtocol) -> String? {
        var slug = ""
        for character in text.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        slug = String(slug.prefix(40))
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? nil : slug
    }
}
