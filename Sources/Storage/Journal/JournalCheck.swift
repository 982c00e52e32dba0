/// What a verification of the journal found.
public struct JournalCheck: Hashable, Sendable, Codable {
    /// How many entries match, from the first on.
    public let entries: Int64
    /// The root of the tree over these entries, made anew from them.
    public let root: Hash
    /// The first thing that does not match; nil when all does.
    public let mismatch: Mismatch?

    public init(entries: Int64, root: Hash, mismatch: Mismatch?) {
        self.entries = entries
        self.root = root
        self.mismatch = mismatch
    }

    public var isWhole: Bool { mismatch == nil }

    public struct Mismatch: Hashable, Sendable, Codable {
        /// The entry at which it shows.
        public let sequence: Int64
        public let sentence: String
    }
}

extension Journal {
    /// Makes every commitment, leaf and node anew from the first entry on, and compares each with what is kept.
    ///
    /// Whoever can write to the database's files could make all of it anew, consistently. Only a head that was kept
    /// elsewhere (it is printed on every paper) shows that, so give one where there is one.
    /// - Parameters:
    ///   - known: a head from a paper, to compare with when the journal is as long as it was then.
    ///   - progress: told how many entries are done, of how many. What it throws ends the verification.
    public func verify(
        against known: Head? = nil, progress: (_ done: Int64, _ all: Int64) throws -> Void = { _, _ in }
    ) throws -> JournalCheck {
        let size = try size()
        var verification = Verification(known: known)
        var chunk = Chunk()
        while verification.mismatch == nil, verification.done < size {
            try read(&chunk, after: verification.done)
            verification.takeOn(chunk)
            try progress(verification.done, size)
        }
        if verification.mismatch == nil { verification.mismatch = try leftOver(size, known) }
        return JournalCheck(entries: verification.done, root: verification.root, mismatch: verification.mismatch)
    }

    /// What is kept beyond the entries: the traces of entries that were taken from the end.
    private func leftOver(_ size: Int64, _ known: Head?) throws -> JournalCheck.Mismatch? {
        let nodes = try session.value("SELECT COUNT(*) FROM journal_node", as: Int64.self)
        // All up to the size were there; the range is asked of the key, where counting would read every payload again.
        let payloads = try session.value(
            "SELECT COUNT(*) FROM journal_payload WHERE sequence < 1 OR sequence > \(size)", as: Int64.self)
        if nodes != size - Int64(size.nonzeroBitCount) || payloads != 0 {
            return .init(sequence: size + 1, sentence: "The journal ends with entry \(size), but there are remains of entry \(size + 1) or a later one.")
        }
        if let known, known.size > size {
            return .init(sequence: size + 1, sentence: "The journal had \(known.size) entries when its head was noted; entry \(size + 1) is missing.")
        }
        return nil
    }
}
