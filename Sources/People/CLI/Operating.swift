public import ArgumentParser
public import Kernel
public import Storage

/// What a command works on. The program binds these around its command tree.
public enum Operating {
    /// Opens the database that the options and the environment name.
    @TaskLocal public static var open: Opening?
    /// Where people find the service, for links that are printed: `https://muster.northshire.example`.
    @TaskLocal public static var address = ""
    /// What programs may be let do, by all the slices there are.
    @TaskLocal public static var scopes: [OfferedScope] = People.scopes
    /// What the things of all slices are called, for commands that speak of another slice's.
    @TaskLocal public static var naming = Naming()
    /// The door that files come in by.
    @TaskLocal public static var intake = Intake()

    /// Takes what is bound here along into `body`, for it runs on a thread of the database, where nothing is bound.
    static func carried<each Given, Result>(
        into body: @escaping @Sendable (repeat each Given) throws -> Result
    ) -> @Sendable (repeat each Given) throws -> Result {
        let (address, scopes, naming) = (address, scopes, naming)
        return { (given: repeat each Given) in
            try $address.withValue(address) {
                try $scopes.withValue(scopes) { try $naming.withValue(naming) { try body(repeat each given) } }
            }
        }
    }
}

/// How a command comes by its desk. A type with a name: bound as a bare closure, its value ends a release build at once.
public struct Opening: Sendable {
    private let open: @Sendable (_ making: Bool) async throws -> Desk

    public init(_ open: @escaping @Sendable (_ making: Bool) async throws -> Desk) { self.open = open }

    /// - Parameter making: whether a service is begun where there is none; false for whoever only reads, who must have
    ///   mistyped its place then.
    public func callAsFunction(making: Bool = true) async throws -> Desk { try await open(making) }
}

/// Who acts at the command line: the operator, or somebody by their account.
public struct OperatorOptions: ParsableArguments, Sendable {
    @Option(name: .customLong("as"), help: "Act as the account with this e-mail instead of as the operator.", completion: .accounts)
    public var email: String?

    public init() {}

    /// Opens the database and says who acts.
    ///
    /// - Parameter making: whether a service is begun where there is none.
    /// - Throws: `account-not-found`, `account-is-suspended`, `no-data-here`
    public func begin(making: Bool = true) async throws -> (desk: Desk, actor: Actor) {
        guard let open = Operating.open else { throw NothingToOperateOn() }
        let desk = try await open(making: making)
        guard let email else { return (desk, .operator) }
        let actor = try await desk.read { session in
            let account = try Accounts(session).get(email: email)
            if let day = account.suspendedOn {
                throw Refusal.forbidden("account-is-suspended", "The account of \(account.email) has been suspended since \(day).")
            }
            return try Accounts(session).actor(account)
        }
        return (desk, actor)
    }
}

/// A command ran outside the program that binds `Operating.open`.
struct NothingToOperateOn: Error {}
