/// What an account may do, from least to most. A person may hold several.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
    /// Reads everything that is not personal.
    case reader
    /// Reports on the actions that are theirs.
    case owner
    /// Inspects premises: keeps what is on record of them, and takes enforcement.
    case officer
    /// Keeps plans: imports, edits, reorders, withdraws.
    case manager
    /// Agrees what others ask for.
    case approver
    /// Keeps persons, accounts and settings.
    case administrator

    public static func < (a: Role, b: Role) -> Bool { rank(a) < rank(b) }

    private static func rank(_ role: Role) -> Int { allCases.firstIndex(of: role) ?? 0 }
}

/// Who acts, as the journal names them: a person with an account, or the operator at the command line.
public struct Actor: Hashable, Sendable, Codable {
    /// The person's number; nil for the operator and for the system itself.
    public let person: Int64?
    public let name: String
    public let roles: Set<Role>
    /// What the person acted through, where it was a program: `program_token/7`. Nil when they acted themselves.
    public let through: String?

    public init(person: Int64?, name: String, roles: Set<Role>, through: String? = nil) {
        self.person = person
        self.name = name
        self.roles = roles
        self.through = through
    }

    /// Whoever can run commands on the machine that keeps the data. May do everything.
    public static let `operator` = Actor(person: nil, name: "operator", roles: Set(Role.allCases))

    /// Muster itself, where nobody asked: housekeeping and what must follow by rule.
    public static let muster = Actor(person: nil, name: "muster", roles: [])

    public func holds(_ role: Role) -> Bool { roles.contains(role) }
    public func holds(anyOf wanted: Role...) -> Bool { wanted.contains(where: roles.contains) }

    /// How the journal writes who: `person/3`, `person/3 through program_token/7`, `operator` or `muster`.
    public var subject: String {
        let who = person.map { "person/\($0)" } ?? name
        return through.map { "\(who) through \($0)" } ?? who
    }

    /// Whether a record or the journal names this person, whatever program either acted through.
    public func isSame(as who: String) -> Bool { Actor.person(behind: subject) == Actor.person(behind: who) }

    /// `person/3` for `person/3 through program_token/7`.
    private static func person(behind who: String) -> Substring { who.prefix(upTo: who.firstRange(of: " through ")?.lowerBound ?? who.endIndex) }
}
