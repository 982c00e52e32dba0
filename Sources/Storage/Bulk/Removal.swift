public import Kernel

/// The state that an entry made of one record among many was removed, because the law gives a person that right. The hash of its leaf stays,
/// so that all else still proves.
public struct Removal: Record {
    public let id: ID<Removal>
    public var version: Int
    /// Whose state it was, and in which version.
    public let record: Subject
    public let recordVersion: Int
    /// The entry that stands for it, and the leaf’s index in its tree, from 0.
    public let entry: Int64
    public let place: Int64
    public let leaf: Hash

    public static let table = Table("bulk_removal", ["id", "version", "record", "record_version", "entry", "place", "leaf"])
    public static let records = [RecordKind(Removal.self)]

    init(id: ID<Removal>, record: Subject, recordVersion: Int, entry: Int64, place: Int64, leaf: Hash) {
        (self.id, version, self.record, self.recordVersion) = (id, 1, record, recordVersion)
        (self.entry, self.place, self.leaf) = (entry, place, leaf)
    }

    public init(_ row: inout Row) throws {
        (id, version, record, recordVersion) = (try row.next(), try row.next(), try row.next(), try row.next())
        (entry, place, leaf) = (try row.next(), try row.next(), try row.next())
    }

    public var values: [Value] { Value.row(id, version, record, recordVersion, entry, place, leaf) }
}

extension Work {
    /// Removes what an entry that stands for many made of a record, where the record has moved on since. The entry, and every other row of it,
    /// still prove; what is gone can't be guessed, since the salt of its leaf goes too. Copies that were made before still have it.
    ///
    /// - Throws: `state-still-stands`, `state-not-kept`
    @discardableResult
    public func removeState(of record: Subject, version: Int) throws -> Removal {
        guard let (line, place) = try session.bulkPlace(of: record, version: version) else {
            throw Refusal.missing("state-not-kept", "No import made version \(version) of \(record), so nothing of it is kept apart. muster journal show \(record) tells what was done to it.")
        }
        guard let state = try session.keptBulkState(of: record, version: version) else {
            let gone: Int64? = try session.value("SELECT id FROM bulk_removal WHERE entry = \(line.sequence) AND place = \(place)")
            throw gone == nil
                ? Refusal.conflict("state-still-stands", "\(record) is still as entry \(line.sequence) made it. Take out of the record itself what has to go; what it was before can be removed then.")
                : Refusal.missing("state-not-kept", "Version \(version) of \(record) was removed already.")
        }
        var salts = BulkSalts(session, line)
        let salt = try salts.salt(at: place) ?? []
        let removal = try add("removed what an import made of it", in: record) { id in
            Removal(id: id, record: record, recordVersion: version, entry: line.sequence, place: place, leaf: MerkleTree.leaf(state.utf8, salt: salt))
        }
        try session.run("DELETE FROM bulk_state WHERE kind = \(record.kind) AND record = \(record.number) AND version = \(version)")
        try salts.remove(at: place)
        return removal
    }
}
