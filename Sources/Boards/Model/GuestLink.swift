public import Kernel

/// Lets somebody outside the service read what one board has before it and decides, without an account and until a day.
///
/// The secret in its address is not in it: see `GuestLinks`.
public struct GuestLink: Codable, Equatable, Sendable {
    public let id: ID<GuestLink>
    public var version: Int
    public let board: ID<Board>
    /// Whom it is for: `The commissioner’s office`. One link of a board that opens has it.
    public let name: String
    public let madeOn: Day
    /// The last day it opens.
    public let expiresOn: Day
    /// The day from which it opens nothing, because somebody ended it.
    public var endedOn: Day?

    public init(id: ID<GuestLink>, version: Int = 1, board: ID<Board>, name: String, madeOn: Day, expiresOn: Day, endedOn: Day? = nil) {
        self.id = id
        self.version = version
        self.board = board
        self.name = name
        self.madeOn = madeOn
        self.expiresOn = expiresOn
        self.endedOn = endedOn
    }

    public func opens(on day: Day) -> Bool { endedOn == nil && day <= expiresOn }

    /// - Throws: `guest-link-ended`
    func ending(on day: Day) throws(Refusal) -> GuestLink {
        if let endedOn { throw .conflict("guest-link-ended", "The link for \(name) was ended on \(endedOn).") }
        var ended = self
        ended.endedOn = day
        return ended
    }

    /// Days that a link opens unless its maker says otherwise.
    static let usualDays = 90
    /// Days that a link opens at most.
    static let mostDays = 366
}

/// What somebody enters to let a guest in.
public struct NewGuestLink: Sendable, Equatable {
    public let name: String
    /// The last day it opens.
    public let expiresOn: Day

    public init(name: String, expiresOn: Day) {
        self.name = name
        self.expiresOn = expiresOn
    }

    /// Reads `name` and `expires`, which is 90 days from now when it is left out.
    public init(reading fields: inout Fields, today: Day) {
        name = fields.line("name", "Whom it is for", atMost: 80)
        let last = today.adding(days: GuestLink.mostDays)
        let asked = fields.optionalDay("expires", "The last day")
        if let asked, asked < today || asked > last {
            fields.refuse("expires", "The last day must be from \(today) to \(last), \(GuestLink.mostDays) days from now.")
        }
        expiresOn = asked ?? today.adding(days: GuestLink.usualDays)
    }
}
