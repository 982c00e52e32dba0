/// A kind of record that may come a million at a time, all under one entry of the journal.
public protocol BulkRecord: Record {
    /// Adds its canonical JSON: to the byte what the journal would hold of it. It is written for each of a million, so by hand.
    func writeState(onto bytes: inout [UInt8])
}

/// A record whose entry in the journal stands for many others, which have none of their own.
public protocol Committing: Record {
    var commitment: Commitment { get }
}

/// What an entry says of many records: a tree (RFC 9162, section 2.1) over their states, so that each can be proven and none changed.
///
/// A leaf is `SHA-256(0x00 ‖ salt ‖ state)`, where the salt is sixteen bytes and the state the record's canonical JSON. The records that were added come first, by number;
/// those that were changed follow.
public struct Commitment: Hashable, Sendable, Codable {
    /// The table of the records: `premises`.
    public let kind: String
    /// The number of the first that was added; those that follow it have the numbers that follow.
    public let first: Int64
    public let added: Int64
    public let changed: Int64
    public let root: Hash

    public init(kind: String, first: Int64, added: Int64, changed: Int64, root: Hash) {
        (self.kind, self.first, self.added, self.changed, self.root) = (kind, first, added, changed, root)
    }

    public var count: Int64 { added + changed }

    /// The numbers of those that were added.
    var numbers: Range<Int64> { first..<first + added }
}
