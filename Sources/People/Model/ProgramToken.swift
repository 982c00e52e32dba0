public import Kernel

/// What lets a program act as a person: never with more than the person's roles, and only within its scopes.
///
/// Its secret is not in it: see `ProgramTokens`.
public struct ProgramToken: Codable, Equatable, Sendable {
    public let id: ID<ProgramToken>
    public var version: Int
    /// Whose it is and who it acts as.
    public let account: ID<Account>
    /// What the person calls the program; one of their tokens in force alone has it.
    public let name: String
    /// Sorted, each once.
    public let scopes: [Scope]
    public let madeOn: Day
    /// The last day it works.
    public let expiresOn: Day
    /// The day from which it does not work, because somebody took it back.
    public let revokedOn: Day?

    public init(
        id: ID<ProgramToken>, version: Int = 1, account: ID<Account>, name: String, scopes: some Sequence<Scope>,
        madeOn: Day, expiresOn: Day, revokedOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.account = account
        self.name = name
        self.scopes = Set(scopes).sorted()
        self.madeOn = madeOn
        self.expiresOn = expiresOn
        self.revokedOn = revokedOn
    }

    public func isInForce(on day: Day) -> Bool { revokedOn == nil && day <= expiresOn }

    func revoked(on day: Day) -> ProgramToken {
        ProgramToken(
            id: id, version: version, account: account, name: name, scopes: scopes, madeOn: madeOn, expiresOn: expiresOn,
            revokedOn: day)
    }

    /// Days that a token works unless its maker says otherwise.
    public static let usualDays = 90
    /// Days that a token works at most.
    public static let mostDays = 366
    /// What every secret begins with, so that people and scanners of code know one when they see it.
    public static let prefix = "mst_"
    /// How many letters a secret has: the prefix, and 32 bytes in an alphabet of 64.
    static let secretLength = 47
}

/// What a form or a command says of a new token.
public struct NewProgramToken: Sendable, Equatable {
    public let name: String
    public let scopes: Set<Scope>
    /// The last day it works.
    public let expiresOn: Day

    /// Reads `name`, one or more of `scope`, and `expires`, which is 90 days from now when it is left out.
    ///
    /// - Parameter offered: the scopes that there are to choose from.
    public init(reading fields: inout Fields, offered: [OfferedScope], today: Day) {
        name = fields.line("name", "The name", atMost: 80)
        var scopes: Set<Scope> = []
        for written in fields.all("scope") {
            if offered.contains(where: { $0.scope.rawValue == written }) {
                scopes.insert(Scope(written))
            } else {
                fields.refuse("scope", "“\(written.prefix(40))” is not a scope. Choose from \(listed(offered.map(\.scope.rawValue))).")
            }
        }
        if fields.all("scope").isEmpty { fields.refuse("scope", "Choose at least one scope.") }
        self.scopes = scopes
        let last = today.adding(days: ProgramToken.mostDays)
        let asked = fields.optionalDay("expires", "Last day it works")
        if let asked, asked < today || asked > last {
            fields.refuse("expires", "The last day it works must be from \(today) to \(last), \(ProgramToken.mostDays) days from now.")
        }
        expiresOn = asked ?? today.adding(days: ProgramToken.usualDays)
    }
}
