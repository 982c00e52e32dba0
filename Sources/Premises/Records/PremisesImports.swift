import Kernel
public import Storage

extension Session {
    /// The files that were taken, the latest first.
    public func premisesImports(limit: Int = 100) throws -> [PremisesImport] { try all(PremisesImport.self, "ORDER BY id DESC LIMIT \(limit)") }

    /// The proof of what the last file made of premises.
    ///
    /// - Throws: `premises-not-imported`
    public func importProof(of premises: Premises) throws -> BulkProof {
        guard let proof = try Journal(self).bulkProof(of: premises.id) else {
            throw Refusal.missing("premises-not-imported", "\(premises.name) (\(premises.reference)) came in by no file, so its own entries in the journal prove it.")
        }
        return proof
    }

    /// The files that brought premises in or changed them, with the entries that stand for them, oldest first.
    func files(of premises: Premises) throws -> [(file: PremisesImport, entry: Int64)] {
        try Journal(self).bulkEntries(about: premises.subject).compactMap { entry in entry.record(PremisesImport.self).map { ($0, entry.sequence) } }
    }
}
