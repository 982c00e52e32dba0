internal import Kernel

/// What an operator's watch over the service asks of the database.
extension Store {
    /// Whether the database answers.
    public func answers() async throws -> Bool {
        try await read { session in try session.value("SELECT 1", as: Int64.self) == 1 }
    }

    /// The steps of the schema that the database has taken and this program does not know, and the other way round.
    /// None unless another version of Muster works on the same database.
    public func stepsAmiss(of migrations: [Migration]) async throws -> [String] {
        let known = Set((Journal.migrations + migrations).map(\.name))
        let taken = try await read { session in Set(try session.column("SELECT name FROM migration", as: String.self)) }
        return known.symmetricDifference(taken).sorted()
    }

    /// Takes the writer's turn and changes nothing; throws what would keep anybody from writing.
    public func tryWriting() async throws {
        _ = try await write { session in try session.run("UPDATE migration SET place = place WHERE 1 = 0") }
    }

    /// How many bytes the database takes, its log of writes left out.
    public func bytes() async throws -> Int64 {
        try await read { session in try session.value(session.dialect.databaseSize) ?? 0 }
    }

    public func journalSize() async throws -> Int64 {
        try await read { session in try Journal(session).size() }
    }
}
