/// Somebody who answers for premises on a day, with where they are served.
public struct Recipient: Equatable, Sendable {
    public let responsibility: Responsibility
    public let holder: DutyHolder
    /// Those in force on the day, the newest first.
    public let addresses: [ServiceAddress]

    public init(responsibility: Responsibility, holder: DutyHolder, addresses: [ServiceAddress] = []) {
        (self.responsibility, self.holder, self.addresses) = (responsibility, holder, addresses)
    }
}
