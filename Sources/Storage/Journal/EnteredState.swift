/// An entry of the journal with its payload: what its leaf is made of, so that anyone can make it again.
public struct EnteredState: Hashable, Sendable, Codable {
    public let at, who, verb, subject, scope: String
    /// Sixteen bytes in hexadecimal.
    public let salt: String
    public let reason: String?
    public let state: String

    /// The leaf that comes of it under a number.
    func leaf(_ sequence: Int64) -> Hash? {
        guard let salt = [UInt8](hex: salt) else { return nil }
        var bytes = EntryBytes()
        return bytes.leaf(sequence, [at, who, verb, subject, scope].map(\.utf8), EntryBytes.commitment(salt: salt, reason: reason?.utf8, state: state.utf8))
    }

    /// Whether the state says that it stands for so many records with this root over them.
    func commits(to root: Hash, count: Int64) -> Bool {
        guard let said = try? CanonicalJSON().value(state, as: Said.self) else { return false }
        return said.root == root.description && said.count == count
    }

    /// What a state commits to, wherever in it that stands.
    private struct Said: Decodable {
        let root: String
        let count: Int64

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let object = try decoder.container(keyedBy: Key.self)
            if let root = try? object.decode(String.self, forKey: Key(stringValue: "root")) {
                self.root = root
                count = try object.decode(Int64.self, forKey: Key(stringValue: "added")) + object.decode(Int64.self, forKey: Key(stringValue: "changed"))
            } else if let inner = object.allKeys.lazy.compactMap({ try? object.decode(Said.self, forKey: $0) }).first {
                self = inner
            } else {
                throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no root over records"))
            }
        }
    }
}

extension Journal {
    /// An entry with its payload; nil where that was removed.
    func enteredState(_ sequence: Int64) throws -> EnteredState? {
        try session.rows("""
            SELECT j.at, j.who, j.verb, j.subject, j.scope, p.salt, p.reason, p.state
            FROM journal j JOIN journal_payload p ON p.sequence = j.sequence WHERE j.sequence = \(sequence)
            """) { row in
            EnteredState(
                at: try row.next(), who: try row.next(), verb: try row.next(), subject: try row.next(), scope: try row.next(),
                salt: (try row.next() as [UInt8]).hex, reason: try row.next(), state: try row.next())
        }.first
    }
}
