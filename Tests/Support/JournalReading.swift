public import Kernel
public import Storage

extension Journal {
    /// A page of the whole journal, oldest first: the entries that follow a number.
    public func entries(after sequence: Int64, limit: Int) throws -> [Entry] {
        Array(try entries(before: nil, limit: .max).filter { $0.sequence > sequence }.reversed().prefix(limit))
    }
}

extension Desk {
    /// What the journal says happened to a record and to all that belongs to it, oldest first: `person/2 edited the board`.
    public func told(_ subject: Subject) async throws -> [String] {
        try await read { session in try Journal(session).entries(within: subject).map { "\($0.who) \($0.verb)" } }
    }
}
