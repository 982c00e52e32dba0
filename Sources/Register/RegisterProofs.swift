import Kernel
public import Storage

/// What shows that an edition of an entry is in the service's journal: which line of it, what that line hashes to, and the way from there to the head.
///
/// What the line holds is not told: a leaf is a salted hash, from which nothing can be read or guessed.
public struct EditionProof: Equatable, Sendable {
    /// The edition that the line of the journal made; nil for one that took the entry out.
    public let edition: Int?
    /// The salted hash of what the line holds, which is a part of its leaf.
    public let commitment: Hash
    public let proof: InclusionProof

    public init(edition: Int?, commitment: Hash, proof: InclusionProof) { (self.edition, self.commitment, self.proof) = (edition, commitment, proof) }
}

/// Where proofs come from: the service's own journal, or nowhere, where a register is read from a file.
public struct RegisterProofs: Sendable {
    /// The proofs of an entry's editions, the first edition first; none where the journal knows no such entry.
    let prove: @Sendable (_ reference: String) async throws -> [EditionProof]

    public init(_ prove: @escaping @Sendable (_ reference: String) async throws -> [EditionProof]) { self.prove = prove }

    public static let none = RegisterProofs { _ in [] }

    /// The proofs of an entry's editions; none of another service's, whose own journal holds it, and none of one that shows three particulars alone,
    /// since the lines tell how much happened when.
    func editions(of entry: PublicEntry) async throws -> [EditionProof] { entry.source == nil && entry.full != nil ? try await prove(entry.reference) : [] }

    /// From the service's own journal.
    ///
    /// - Parameter lines: which lines of the journal made the editions of an entry, the first edition first.
    public static func journal(
        of desk: Desk, lines: @escaping @Sendable (_ reference: String, Session) throws -> [(edition: Int?, sequence: Int64)]
    ) -> RegisterProofs {
        RegisterProofs { reference in
            try await desk.read { session in
                try lines(reference, session).compactMap { line in
                    let commitment: Hash? = try session.value("SELECT commitment FROM journal WHERE sequence = \(line.sequence)")
                    return try commitment.map { EditionProof(edition: line.edition, commitment: $0, proof: try Journal(session).inclusionProof(of: line.sequence)) }
                }
            }
        }
    }
}
