public import Kernel

/// One try to make a copy: when, by whose wish, and what came of it. Kept where it was made; in no copy and no journal,
/// since a copy that changed what it copies would never be the same twice.
public struct CopyRound: Sendable, Codable, Equatable {
    public enum Outcome: String, Sendable, Codable {
        /// A new copy is there.
        case kept
        /// Nothing had changed since the last copy, which was proven again.
        case unchanged
        case failed
    }

    public let id: Int64
    public let begunAt: Moment
    /// `muster` when it was time; otherwise who asked, as the journal names them.
    public let askedBy: String
    /// The name of the machine.
    public let place: String
    /// Nil while it is under way.
    public var endedAt: Moment?
    public var outcome: Outcome?
    /// Why it failed.
    public var sentence: String?
    public var file: String?
    public var bytes: Int64?
    public var sha256: String?
    public var entries: Int64?
    public var root: String?
    /// When the copy was last restored and found to be the same.
    public var provenAt: Moment?
    /// How long that took, in milliseconds.
    public var proving: Int64?
    /// When the file made room for newer ones.
    public var removedAt: Moment?

    public var isGood: Bool { outcome == .kept || outcome == .unchanged }

    /// A server that was killed never says so: after an hour nobody waits for it any longer.
    public func isUnderWay(at moment: Moment) -> Bool { endedAt == nil && begunAt.seconds(until: moment) < 3600 }
}

extension CopyRound {
    /// One that begins.
    public init(id: Int64, begunAt: Moment, askedBy: String, place: String) {
        self.init(id: id, begunAt: begunAt, askedBy: askedBy, place: place, endedAt: nil)
    }

    static let columns: SQL = """
        id, begun_at, asked_by, place, ended_at, outcome, sentence, file, bytes, sha256, entries, root, proven_at, proving, removed_at
        """

    init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), begunAt: try row.next(), askedBy: try row.next(), place: try row.next(), endedAt: try row.next(),
            outcome: try row.next(), sentence: try row.next(), file: try row.next(), bytes: try row.next(), sha256: try row.next(),
            entries: try row.next(), root: try row.next(), provenAt: try row.next(), proving: try row.next(), removedAt: try row.next())
    }
}

extension CopyRound.Outcome: Stored {}
