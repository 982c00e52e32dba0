public import Storage

extension Journal {
    /// A page of the whole journal, oldest first: the entries that follow a number.
    public func entries(after sequence: Int64, limit: Int) throws -> [Entry] {
        Array(try entries(before: nil, limit: .max).filter { $0.sequence > sequence }.reversed().prefix(limit))
    }
}
