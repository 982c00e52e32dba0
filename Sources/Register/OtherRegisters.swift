import Kernel
public import Storage

/// The other services whose registers are shown here, as the public is told of them.
public struct OtherRegister: Equatable, Sendable {
    let code: String
    let name: String
    let package: WebAddress
    let entries: Int
    let standing: HarvestStanding
    /// When the copy that is shown was taken over.
    let taken: Moment?
    /// When it was last found to be what that service publishes.
    let checked: Moment?
}

/// Where it is asked which there are.
public struct OtherRegisters: Sendable {
    let list: @Sendable (Moment) async throws -> [OtherRegister]

    public static let none = OtherRegisters { _ in [] }

    private init(_ list: @escaping @Sendable (Moment) async throws -> [OtherRegister]) { self.list = list }

    /// Those that the service's own records name.
    public static func records(of desk: Desk) -> OtherRegisters {
        OtherRegisters { moment in
            try await desk.read { session in
                let tries = try session.harvestTries()
                return try session.harvestSources().map { source in
                    let last = tries[source.id]
                    return OtherRegister(
                        code: source.code.text, name: source.name, package: source.package, entries: source.copy?.entries ?? 0,
                        standing: HarvestStanding(of: source, lastTry: last, at: moment), taken: source.copy?.at, checked: source.checked(by: last))
                }
            }
        }
    }
}
