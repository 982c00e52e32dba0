import Kernel
public import Markup
import Storage
public import Web

/// The pages of people and of signing in, to be hung on the site's routes.
public struct PeoplePages: Sendable {
    let door: FrontDoor
    let people = People()
    /// Guessing at one account is slowed sooner than trying from one address, which a whole office may share.
    let byEmail = Throttle(free: 5)
    let byAddress = Throttle(free: 30)

    public init(door: FrontDoor) { self.door = door }

    var desk: Desk { door.desk }

    public func hang(on routes: SiteRoutes) {
        hangSignIn(on: routes.everyone)
        hangInvitations(on: routes.everyone)
        hangOwnAccount(on: routes.members)
        hangParties(on: routes.members)
        hangTies(on: routes.members)
        hangAccounts(on: routes.members)
    }

    /// This slice's entries of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        guard let visit else { return [] }
        let accounts = PeoplePolicy.keepsAccounts.allows(visit.actor) ? [NavigationItem("Accounts", .accounts)] : []
        return [NavigationItem("People", .people)] + accounts
    }
}
