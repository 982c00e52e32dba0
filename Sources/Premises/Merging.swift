import Kernel
import People
public import Storage

/// The same premises on record twice: one comes to count as the other. It can still be read, and be parted again.
extension Gazetteer {
    /// Who answers for it, and whatever else is kept of it, is found under the other from then on.
    ///
    /// - Parameters:
    ///   - reference: of what it is merged into.
    ///   - version: the version that was read, when it was thought out on a page.
    /// - Throws: `not-allowed`, `premises-merged`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func merge(_ duplicate: Premises, into reference: String, version: Int? = nil, _ work: Work) throws -> Premises {
        try GazetteerPolicy.keeps.check(work.actor)
        try refuseMerged(duplicate, work)
        guard let other = try work.session.first(Premises.self, "WHERE reference_key = \(reference.lowercased())") else {
            throw Refusal.fields([.init("into", "There are no premises “\(reference.prefix(60))”. Give the reference of those that stay.")])
        }
        guard other.id != duplicate.id else { throw Refusal.fields([.init("into", "Premises can’t be merged into themselves. Give the reference of the others.")]) }
        if other.mergedInto != nil {
            let survivor = try work.session.survivor(of: other)
            throw Refusal.fields([.init("into", "\(other.reference) was itself merged into \(survivor.reference). Merge into that.")])
        }
        var changed = duplicate
        changed.version = version ?? duplicate.version
        (changed.mergedInto, changed.mergedOn) = (other.id, work.today)
        return try work.change("merged the premises into \(other.reference)", changed)
    }

    /// Undoes a merge: both count again from now on.
    ///
    /// - Throws: `not-allowed`, `premises-not-merged`
    @discardableResult
    public func part(_ premises: Premises, _ work: Work) throws -> Premises {
        try GazetteerPolicy.keeps.check(work.actor)
        guard let id = premises.mergedInto, let other = try work.session.find(id) else {
            throw Refusal.conflict("premises-not-merged", "\(premises.name) (\(premises.reference)) counts as itself, so there is nothing to part.")
        }
        var changed = premises
        (changed.mergedInto, changed.mergedOn) = (nil, nil)
        return try work.change("parted the premises from \(other.reference)", changed)
    }
}
