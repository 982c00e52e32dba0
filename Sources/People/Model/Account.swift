public import Kernel

/// A person's right to sign in, and what they may do then.
public struct Account: Codable, Equatable, Sendable {
    public let id: ID<Account>
    public var version: Int
    public let person: ID<Party>
    /// As it was written; unique without regard to case.
    public let email: String
    public let emailKey: String
    /// From least to most, each once.
    public let roles: [Role]
    /// The day from which nobody may sign in with it; nil while it is in use.
    public let suspendedOn: Day?

    public init(
        id: ID<Account>, version: Int = 1, person: ID<Party>, email: String, roles: some Sequence<Role>,
        suspendedOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.person = person
        self.email = String(email.trimmed)
        emailKey = Email.key(email)
        self.roles = Set(roles).sorted()
        self.suspendedOn = suspendedOn
    }

    public var isSuspended: Bool { suspendedOn != nil }
    public func holds(_ role: Role) -> Bool { roles.contains(role) }

    func having(roles: Set<Role>) -> Account {
        Account(id: id, version: version, person: person, email: email, roles: roles, suspendedOn: suspendedOn)
    }

    func having(email: String) -> Account {
        Account(id: id, version: version, person: person, email: email, roles: roles, suspendedOn: suspendedOn)
    }

    func suspended(on day: Day?) -> Account {
        Account(id: id, version: version, person: person, email: email, roles: roles, suspendedOn: day)
    }

    /// What a change of roles is called in the journal: `gave the account the role manager and took away reader`.
    func verb(forHaving new: Set<Role>) -> String {
        let given = listed(new.subtracting(roles).sorted().map(\.rawValue))
        let taken = listed(Set(roles).subtracting(new).sorted().map(\.rawValue))
        func role(_ names: String) -> String { names.contains(" ") ? "the roles \(names)" : "the role \(names)" }
        return switch (given.isEmpty, taken.isEmpty) {
        case (true, true): "confirmed the roles of the account"
        case (false, true): "gave the account \(role(given))"
        case (true, false): "took \(role(taken)) from the account"
        case (false, false): "gave the account \(role(given)) and took away \(role(taken))"
        }
    }
}

/// What a form or a command says of a new account.
public struct NewAccount: Sendable, Equatable {
    public let name: String
    public let email: String
    public let roles: Set<Role>

    /// - Throws: `fields-need-attention`
    public init(name: String, email: String, roles: Set<Role>) throws(Refusal) {
        var fields = Fields(["name": [name], "email": [email], "role": roles.map(\.rawValue)])
        self = NewAccount(reading: &fields)
        try fields.finish()
    }

    /// Reads `name`, `email` and one or more of `role`.
    public init(reading fields: inout Fields) {
        let owner = NewAccount.owner(reading: &fields)
        (name, email) = (owner.name, owner.email)
        roles = NewAccount.roles(reading: &fields)
    }

    static func owner(reading fields: inout Fields) -> (name: String, email: String) {
        let name = fields.line("name", "The name", atMost: 120)
        if !name.isEmpty, Party.key(name).isEmpty { fields.refuse("name", "The name needs at least one letter or digit.") }
        let email = fields.email("email", "E-mail")
        if fields.written("email").isEmpty { fields.refuse("email", "Enter an e-mail address.") }
        return (name, email ?? "")
    }

    public static func roles(reading fields: inout Fields) -> Set<Role> {
        var roles: Set<Role> = []
        for written in fields.all("role") {
            if let role = Role(rawValue: written.lowercased()) {
                roles.insert(role)
            } else {
                fields.refuse("role", "“\(written.prefix(40))” is not a role. Choose from \(listed(Role.allCases.map(\.rawValue))).")
            }
        }
        if roles.isEmpty { fields.refuse("role", "Choose at least one role.") }
        return roles
    }
}

extension Role {
    /// What the role lets a person do, in a few words for the page where it is given.
    public var meaning: String {
        switch self {
        case .reader: "Reads plans, papers and figures"
        case .owner: "Reports on the actions that are theirs"
        case .officer: "Keeps premises and who answers for them, and takes enforcement"
        case .manager: "Keeps plans: imports, edits, reorders, withdraws"
        case .approver: "Agrees what others ask for"
        case .administrator: "Keeps persons, accounts and settings"
        }
    }
}
