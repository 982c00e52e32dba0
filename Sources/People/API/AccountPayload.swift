import Kernel
import Storage
import Web

/// An account, for those who keep accounts.
struct AccountPayload: Encodable {
    static let schema = Schema.object("Account", [
        "number": .number, "version": .number, "person": .number, "name": .text, "email": .text,
        "roles": .list(.choice(Role.self)), "suspendedOn": .day.optional, "hasPassword": .flag,
    ])

    let number: Int64
    let version: Int
    let person: Int64
    let name: String
    let email: String
    let roles: [Role]
    let suspendedOn: Day?
    let hasPassword: Bool

    init(_ account: Account, _ session: Session) throws {
        (number, version, person) = (account.id.number, account.version, account.person.number)
        name = try Parties(session).get(account.person).name
        (email, roles, suspendedOn) = (account.email, account.roles, account.suspendedOn)
        hasPassword = try Accounts(session).hasPassword(account.id)
    }
}

/// Whom a token acts as, and what it may do.
struct OwnPayload: Encodable {
    static let schema = Schema.object("Me", [
        "account": .number, "person": .number.optional, "name": .text, "roles": .list(.choice(Role.self)), "scopes": .list(.text),
    ])

    let account: Int64
    let person: Int64?
    let name: String
    let roles: [Role]
    let scopes: [Scope]

    init(_ visit: Visit) {
        (account, person, name) = (visit.account, visit.person, visit.name)
        (roles, scopes) = (visit.actor.roles.sorted(), (visit.scopes ?? []).sorted())
    }
}
