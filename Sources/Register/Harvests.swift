import Kernel
import People
public import Storage

/// The verbs of what is taken over from other services: each checks the policy, saves and journals.
public struct Harvests: Sendable {
    public init() {}

    /// - Throws: `not-allowed`, `harvest-source-taken`, `reference-not-usable`
    @discardableResult
    public func add(_ new: NewHarvestSource, _ work: Work) throws -> HarvestSource {
        try HarvestPolicy.keeps.check(work.actor)
        let code = try new.code ?? .free(madeFrom: new.name, or: "service") { try isTaken($0, work) }
        try code.refuseNew()
        if try isTaken(code, work) {
            throw Refusal("harvest-source-taken", .conflict, "Another service is or was known here as “\(code)”.",
                          fields: [.init("code", "Choose a code that no other service has or had.")])
        }
        return try work.add("added the other service’s register") { id in
            HarvestSource(id: id, code: code, name: new.name, package: new.package, allowsPrivate: new.allowsPrivate, addedOn: work.today)
        }
    }

    /// Its code stays: its entries are known by it. What was taken over stays until the new address gives something else.
    ///
    /// - Throws: `not-allowed`, `harvest-source-not-found`, `changed-meanwhile`
    @discardableResult
    public func edit(_ source: HarvestSource, _ new: NewHarvestSource, version: Int? = nil, _ work: Work) throws -> HarvestSource {
        try HarvestPolicy.keeps.check(work.actor)
        guard source.removedOn == nil else { throw Refusal.missing("harvest-source-not-found", "\(source.name) was removed before.") }
        var edited = source
        (edited.version, edited.name, edited.package, edited.allowsPrivate) = (version ?? source.version, new.name, new.package, new.allowsPrivate)
        return try work.change("edited the other service’s register", edited)
    }

    /// Its entries are shown no more; what was taken over is deleted.
    ///
    /// - Throws: `not-allowed`, `harvest-source-not-found`
    @discardableResult
    public func remove(_ source: HarvestSource, _ work: Work) throws -> HarvestSource {
        try HarvestPolicy.keeps.check(work.actor)
        guard source.removedOn == nil else { throw Refusal.missing("harvest-source-not-found", "\(source.name) was removed before.") }
        var removed = source
        removed.removedOn = work.today
        try work.session.run("DELETE FROM harvested_entry WHERE source = \(source.id)")
        try work.session.run("DELETE FROM harvest_try WHERE source = \(source.id)")
        return try work.change("removed the other service’s register", removed)
    }

    /// Puts what was fetched in place of the last copy, where it is another. Asked by the program itself, after its own look at every line.
    func take(_ harvest: Harvest, of source: HarvestSource, _ work: Work) throws {
        // Of a source that was removed or is elsewhere meanwhile nothing is taken.
        guard let current = try work.session.find(source.id), current.removedOn == nil, current.package == source.package else { return }
        try note(HarvestTry(at: work.moment), of: current, work.session)
        guard current.copy?.hash != harvest.hash else { return }
        var taken = current
        taken.copy = .init(at: work.moment, entries: harvest.entries.count, refused: harvest.refused, hash: harvest.hash)
        try work.session.run("DELETE FROM harvested_entry WHERE source = \(source.id)")
        let json = CanonicalJSON()
        let rows = try harvest.entries.enumerated().flatMap { place, entry in
            var entry = entry
            entry.source = .init(code: taken.code.text, name: taken.name, page: entry.source?.page, fetched: work.moment)
            return Value.row(source.id, place, try json.text(entry))
        }
        try work.session.insert(rows, into: HarvestSource.entries)
        try work.change("took over the other service’s register", taken)
    }

    /// Notes that nothing could be taken over, and leaves the last good copy as it is.
    func fail(_ source: HarvestSource, because fault: String, at moment: Moment, _ session: Session) throws {
        guard let current = try session.find(source.id), current.removedOn == nil else { return }
        let before = try session.harvestTries()[source.id]?.failures ?? 0
        try note(HarvestTry(at: moment, fault: fault, failures: before + 1), of: current, session)
    }

    private func note(_ one: HarvestTry, of source: HarvestSource, _ session: Session) throws {
        try session.run("DELETE FROM harvest_try WHERE source = \(source.id)")
        try session.run("INSERT INTO harvest_try (source, at, fault, failures) VALUES (\(source.id), \(one.at), \(one.fault), \(one.failures))")
    }

    private func isTaken(_ code: Reference, _ work: Work) throws -> Bool { try work.session.count(HarvestSource.self, "WHERE code_key = \(code.key)") > 0 }
}
