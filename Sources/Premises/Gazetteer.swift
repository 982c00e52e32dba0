public import Kernel
import People
public import Storage

/// The verbs of the gazetteer: the premises of the area, and who answers for them. Each checks the policy, asks the model, saves and journals.
///
///     try await desk.write(by: actor) { work in try gazetteer.register(new, work) }
///
/// What is merged is in `Merging.swift`, who answers for premises in `Answering.swift`, duty holders in `DutyHolders.swift`.
public struct Gazetteer: Sendable {
    public init() {}

    /// - Parameter since: the day from which they are on record, where that was before: in the system that the service had. Today when nil.
    /// - Throws: `not-allowed`, `premises-reference-taken`, `reference-not-usable`
    @discardableResult
    public func register(_ new: NewPremises, since: Day? = nil, _ work: Work) throws -> Premises {
        try GazetteerPolicy.keeps.check(work.actor)
        if let reference = new.reference { try refuseTaken(reference, by: nil, work) }
        return try work.add("registered the premises") { id in
            try Premises(id: id, reference: new.reference ?? free(for: id, work), new, since: min(since ?? work.today, work.today))
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `register`, `premises-merged` and `changed-meanwhile`
    @discardableResult
    public func edit(_ premises: Premises, _ new: NewPremises, version: Int? = nil, _ work: Work) throws -> Premises {
        try GazetteerPolicy.keeps.check(work.actor)
        try refuseMerged(premises, work)
        var changed = premises.changing(to: new)
        changed.version = version ?? premises.version
        if changed.reference.text != premises.reference.text { try refuseTaken(changed.reference, by: premises.id, work) }
        return try work.change("edited the premises", changed)
    }

    /// What counts as another is left as it was.
    func refuseMerged(_ premises: Premises, _ work: Work) throws {
        guard premises.mergedInto != nil else { return }
        let survivor = try work.session.survivor(of: premises)
        throw Refusal.conflict(
            "premises-merged", "\(premises.name) (\(premises.reference)) was merged into \(survivor.name) (\(survivor.reference)). Change that, or part the two first.")
    }

    private func refuseTaken(_ reference: Reference, by own: ID<Premises>?, _ work: Work) throws {
        try reference.refuseNew()
        if reference.isKept {
            let sentence = "“\(reference)” can't be a reference, since a page of the list has that name. Choose another."
            throw Refusal.invalid("reference-not-usable", sentence, fields: [.init("reference", sentence)])
        }
        let taken: ID<Premises>? = try work.session.value("SELECT id FROM premises WHERE reference_key = \(reference.key)")
        guard taken == nil || taken == own else {
            throw Refusal("premises-reference-taken", .conflict, "Other premises have the reference “\(reference)”.",
                          fields: [.init("reference", "Choose a reference that no other premises have.")])
        }
    }

    /// `P-17`, with a further number where somebody chose that one already. It tells nothing of who is there.
    private func free(for id: ID<Premises>, _ work: Work) throws -> Reference {
        var attempt = 1
        while true {
            let reference = try Reference(attempt == 1 ? "P-\(id)" : "P-\(id)-\(attempt)")
            if try work.session.value("SELECT id FROM premises WHERE reference_key = \(reference.key)", as: Int64.self) == nil { return reference }
            attempt += 1
        }
    }
}

extension Reference {
    /// What stands beside `premises/{reference}` as a page of its own.
    var isKept: Bool { ["export", "import", "imports", "search", "map"].contains(key) }
}
