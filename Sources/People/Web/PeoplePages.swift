public import Kernel
public import Markup
public import Storage
public import Web

/// The pages of people and of signing in, to be hung on the site's routes.
public struct PeoplePages: Sendable {
    let door: FrontDoor
    let people = People()
    let scopes: [OfferedScope]
    /// What other parts of the service show on one's own account's page.
    let ownCards: @Sendable (MemberContext, Session) throws -> HTML
    /// Guessing at one account is slowed sooner than trying from one address, which a whole office may share; there only what
    /// was wrong is counted, so that those who come in rightly keep nobody out.
    let byEmail = Throttle(free: 5)
    let byAddress = Throttle(free: 30)

    /// - Parameters:
    ///   - scopes: what programs may be let do, by all the slices there are.
    ///   - ownCards: what other parts of the service show on one's own account's page.
    public init(
        door: FrontDoor, scopes: [OfferedScope] = People.scopes,
        ownCards: @escaping @Sendable (MemberContext, Session) throws -> HTML = { _, _ in .empty }
    ) {
        self.door = door
        self.scopes = scopes
        self.ownCards = ownCards
    }

    var desk: Desk { door.desk }

    public func hang(on routes: SiteRoutes) {
        hangSignIn(on: routes.everyone)
        hangInvitations(on: routes.everyone)
        hangOwnAccount(on: routes.members)
        hangParties(on: routes.members)
        hangTies(on: routes.members)
        hangAccounts(on: routes.members)
        hangTokens(on: routes.members)
    }

    /// This slice's entries of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        guard let visit else { return [] }
        let accounts = PeoplePolicy.keepsAccounts.allows(visit.actor) ? [NavigationItem("Accounts", .accounts)] : []
        return [NavigationItem("People", .people)] + accounts
    }
}
