import Kernel
public import Storage

extension People {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Party.self), RecordKind(Holding.self), RecordKind(Membership.self), RecordKind(Account.self), RecordKind(ProgramToken.self),
    ]
}

extension PartyKind: Stored {}

extension Party: Record {
    public static let table = Table("party", ["id", "version", "kind", "name", "key", "email", "left_on"])

    public init(_ row: inout Row) throws {
        let (id, version, kind, name): (ID<Party>, Int, PartyKind, String) =
            try (row.next(), row.next(), row.next(), row.next())
        let _: String = try row.next()
        self.init(id: id, version: version, kind: kind, name: name, email: try row.next(), leftOn: try row.next())
    }

    public var values: [Value] { Value.row(id, version, kind, name, key, email, leftOn) }
}

extension Holding: Record {
    public static let table = Table("holding", ["id", "version", "post", "person", "from_on", "through_on"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), post: try row.next(), person: try row.next(),
            from: try row.next(), through: try row.next())
    }

    public var values: [Value] { Value.row(id, version, post, person, from, through) }
}

extension Membership: Record {
    public static let table = Table("membership", ["id", "version", "team", "person", "from_on", "through_on"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), team: try row.next(), person: try row.next(),
            from: try row.next(), through: try row.next())
    }

    public var values: [Value] { Value.row(id, version, team, person, from, through) }
}

extension Account: Record {
    public static let table = Table(
        "account", ["id", "version", "person", "email", "email_key", "roles", "suspended_on"])

    public init(_ row: inout Row) throws {
        let (id, version, person, email): (ID<Account>, Int, ID<Party>, String) =
            try (row.next(), row.next(), row.next(), row.next())
        let _: String = try row.next()
        let roles: String = try row.next()
        self.init(
            id: id, version: version, person: person, email: email, roles: Account.roles(stored: roles),
            suspendedOn: try row.next())
    }

    /// Roles are kept as their codes with spaces between.
    static func roles(stored text: String) -> Set<Role> { Set(text.split(separator: " ").compactMap { Role(rawValue: String($0)) }) }

    public var values: [Value] {
        Value.row(id, version, person, email, emailKey, roles.map(\.rawValue).joined(separator: " "), suspendedOn)
    }
}
