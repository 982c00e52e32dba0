import HTTPTypes
import Kernel
import Markup
import Storage
import Web

/// What administrators do with accounts by their programs. A link by which a password is chosen is made by no program: whoever
/// has it signs in with all that the person may.
extension PeopleOperations {
    var accounts: [Operation] {
        let refused = ["account-not-found", "own-administration", "last-administrator"]
        return [
            .listing("listAccounts", "accounts", "Every account", .scope(.accountsRead), of: AccountPayload.schema) { call, session in
                try PeoplePolicy.keepsAccounts.check(call.actor)
                return try call.page(Accounts(session).all().map(\.account), by: { "\($0.id)" }) { try AccountPayload($0, session) }
            },
            .adding("openAccount", "accounts", "Open an account; its person chooses a password by a link", .scope(.accountsWrite),
                    from: .input("NewAccount", ["name": .words(atMost: 120), "email": .email, "roles": .list(.choice(Role.self))]),
                    gives: AccountPayload.schema, refuses: ["account-already-there", "party-is-of-another-kind"]) { call, work in
                var fields = call.fields
                let new = NewAccount(reading: &fields)
                try fields.finish()
                let account = try people.openAccount(new, work).account
                return try shown(account, work.session).added(at: .account(account.id))
            }.calling(["roles": ["role"]]),
            .reading("showAccount", "accounts/{account}", "One account", .scope(.accountsRead), takes: [.id("account")], gives: AccountPayload.schema,
                     refuses: ["account-not-found"]) { call, session in
                try PeoplePolicy.keepsAccounts.check(call.actor)
                return try shown(Accounts(session).get(call.id("account")), session)
            },
            .changing("setRoles", "accounts/{account}/roles", "Set what an account may do", .scope(.accountsWrite), takes: [.id("account")],
                      from: .input("NewRoles", ["roles": .list(.choice(Role.self))]), gives: AccountPayload.schema, refuses: refused) { call, work in
                var fields = call.fields
                let roles = NewAccount.roles(reading: &fields)
                try fields.finish()
                return try change(call, work) { try people.setRoles(roles, of: $0, version: $1, work) }
            }.calling(["roles": ["role"]]),
            .changing("setEmail", "accounts/{account}/email", "Set the e-mail that an account signs in with", .scope(.accountsWrite),
                      takes: [.id("account")], from: .input("NewEmail", ["email": .email]), gives: AccountPayload.schema,
                      refuses: ["account-not-found", "account-already-there"]) { call, work in
                var fields = call.fields
                let email = fields.email("email", "E-mail") ?? ""
                if email.isEmpty { fields.refuse("email", "Enter an e-mail address.") }
                try fields.finish()
                return try change(call, work) { try people.setEmail(email, of: $0, version: $1, work) }
            },
            .changing("suspend", "accounts/{account}/suspension", "Let nobody in with an account", .scope(.accountsWrite), takes: [.id("account")],
                      gives: AccountPayload.schema, refuses: refused + ["account-already-suspended"]) { call, work in
                try change(call, work) { try people.suspend($0, version: $1, work) }
            },
            .changing("reinstate", "accounts/{account}/suspension", "Let an account be used again", .scope(.accountsWrite), by: .delete,
                      takes: [.id("account")], gives: AccountPayload.schema, refuses: ["account-not-found", "account-not-suspended"]) { call, work in
                try change(call, work) { try people.restore($0, version: $1, work) }
            },
        ]
    }

    private func change(_ call: Call, _ work: Work, _ deed: (ID<Account>, Int) throws -> Account) throws -> Reply {
        // Who keeps no accounts is told that, and nothing of which there are.
        try PeoplePolicy.keepsAccounts.check(call.actor)
        let account = try Accounts(work.session).get(call.id("account"))
        return try shown(deed(account.id, call.matched(account.version)), work.session)
    }

    private func shown(_ account: Account, _ session: Session) throws -> Reply {
        try .showing(AccountPayload(account, session), version: account.version)
    }
}
