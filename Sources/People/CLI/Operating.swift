public import ArgumentParser
public import Kernel
public import Storage

/// What a command works on. The program binds these around its command tree.
public enum Operating {
    /// What App knows of all the slices and of the service, told to the commands of each.
    public struct Surroundings: Sendable {
        /// Where people find the service, for links that are printed: `https://muster.northshire.example`.
        public var address = ""
        /// What the service is called and where it is, for letters that are printed; nil where nobody said.
        public var service: String?
        public var serviceAddress: String?
        /// What programs may be let do, by all the slices there are.
        public var scopes: [OfferedScope] = People.scopes
        /// What the things of all slices are called, for commands that speak of another slice's.
        public var naming = Naming()
        /// The door that files come in by.
        public var intake = Intake()
        /// What all slices say of each other's things.
        public var mentions = Mentions()
        /// What the things of all slices tell of themselves.
        public var tellings = Tellings()
        /// Boards and when they meet, for commands of slices that know no boards.
        public var boards = BoardCalendar()
        /// Does long work, showing how far it is. The work may be stopped by what its watch throws.
        public var showing: @Sendable (_ work: @escaping @Sendable (@escaping CopyWatch) async throws -> Void) async throws -> Void = { work in try await work { _ in } }

        public init() {}
    }

    /// Opens the database that the options and the environment name.
    @TaskLocal public static var open: Opening?
    @TaskLocal public static var surroundings = Surroundings()

    public static var address: String { surroundings.address }
    public static var scopes: [OfferedScope] { surroundings.scopes }
    public static var naming: Naming { surroundings.naming }
    public static var intake: Intake { surroundings.intake }
    public static var mentions: Mentions { surroundings.mentions }
    public static var tellings: Tellings { surroundings.tellings }
    public static var boards: BoardCalendar { surroundings.boards }

    /// Takes what is bound here along into `body`, for it runs on a thread of the database, where nothing is bound.
    static func carried<each Given, Result>(
        into body: @escaping @Sendable (repeat each Given) throws -> Result
    ) -> @Sendable (repeat each Given) throws -> Result {
        let surroundings = surroundings
        return { (given: repeat each Given) in
            try $surroundings.withValue(surroundings) { try body(repeat each given) }
        }
    }
}

extension Operating.Surroundings {
    public init(naming: Naming) {
        self.init()
        self.naming = naming
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
