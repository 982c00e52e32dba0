import Kernel
public import Storage

/// What forms and programs write into a field of premises.
extension Session {
    /// Premises as a field names them: by reference; of two that were merged, the one that is left.
    ///
    /// - Throws: `fields-need-attention`
    public func premises(named reference: String, field: String) throws -> Premises {
        guard let found = try first(Premises.self, "WHERE reference_key = \(reference.lowercased())") else {
            let likely = try premises(matching: reference, limit: 5)
            // Words may fit the wrong ones, so they are offered and never taken.
            throw Refusal.fields([.init(field, likely.isEmpty
                ? "“\(reference.prefix(60))” is the reference of no premises on record, and its words are found in none. Find them under Premises, or put them on record there first."
                : "“\(reference.prefix(60))” is the reference of no premises on record. Enter the reference of those you mean: \(listed(likely.map { "\($0.reference) for \($0.line)" }, joinedBy: "or")).")])
        }
        return try survivor(of: found)
    }

    /// What a form offers for what stands in its field of premises: those with that reference, or else the likeliest by its words.
    public func premisesMeant(by written: String) throws -> [Premises] {
        guard !written.isEmpty else { return [] }
        if let found = try first(Premises.self, "WHERE reference_key = \(written.lowercased())") { return [found] }
        return try premises(matching: written, limit: 12)
    }
}
