import Kernel
public import Storage

/// What the commands of the register are told by the program, which knows where entries come from and how files are fetched.
public struct RegisterSurroundings: Sendable {
    public var policy: TakingPolicy
    let fetching: Fetching
    /// Where the register of a service is read from.
    let source: @Sendable (Desk) -> RegisterSource
    let proofs: @Sendable (Desk) -> RegisterProofs

    public init(
        policy: TakingPolicy, fetching: Fetching, source: @escaping @Sendable (Desk) -> RegisterSource, proofs: @escaping @Sendable (Desk) -> RegisterProofs
    ) {
        (self.policy, self.fetching, self.source, self.proofs) = (policy, fetching, source, proofs)
    }

    /// The program binds it around its command tree.
    @TaskLocal public static var given: RegisterSurroundings?

    /// - Throws: `register-not-at-hand`
    static func needed() throws(Refusal) -> RegisterSurroundings {
        guard let given else { throw Refusal("register-not-at-hand", .unavailable, "No register is at hand here. Run the command of the program itself.") }
        return given
    }

    /// The register as it is today.
    func register(of desk: Desk) async throws -> Register { Register(try await source(desk).contents(desk.clock.today)) }
}
