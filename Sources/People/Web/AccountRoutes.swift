import Hummingbird
import Kernel
import Markup
import Storage
import Web

/// What administrators do with accounts.
extension PeoplePages {
    func hangAccounts(on members: Routes<MemberContext>) {
        members.get("accounts") { _, context in
            try PeoplePolicy.keepsAccounts.check(context.actor)
            let lines = try await desk.read { session in
                try Accounts(session).all().map {
                    AccountsPage.Line(account: $0.account, name: $0.person.name, hasPassword: try Accounts(session).hasPassword($0.account.id))
                }
            }
            return context.page(AccountsPage(lines: lines).page)
        }
        members.get("accounts/new") { _, context in
            try PeoplePolicy.keepsAccounts.check(context.actor)
            return context.page(NewAccountPage(csrf: context.csrf, written: context.query.fields).page)
        }
        members.post("accounts") { request, context in try await open(request, context) }
        members.get("accounts/:account") { _, context in context.page(try await account(context)) }
        members.post("accounts/:account/roles") { request, context in
            try await change(request, context, saying: "The roles are set.") { [people] id, fields in
                let (roles, version) = (NewAccount.roles(reading: &fields), fields.version())
                return { work in try people.setRoles(roles, of: id, version: version, work) }
            }
        }
        members.post("accounts/:account/email") { request, context in
            try await change(request, context, saying: "The e-mail is changed.") { [people] id, fields in
                let (email, version) = (fields.email("email", "E-mail") ?? "", fields.version())
                if email.isEmpty { fields.refuse("email", "Enter an e-mail address.") }
                return { work in try people.setEmail(email, of: id, version: version, work) }
            }
        }
        members.post("accounts/:account/suspension") { request, context in
            try await change(request, context, saying: "The account is suspended, its person signed out, and its tokens for programs revoked.") { [people] id, fields in
                let version = fields.version()
                return { work in try people.suspend(id, version: version, work) }
            }
        }
        members.post("accounts/:account/return") { request, context in
            try await change(request, context, saying: "The account is in use again.") { [people] id, fields in
                let version = fields.version()
                return { work in try people.restore(id, version: version, work) }
            }
        }
        members.post("accounts/:account/links") { request, context in
            _ = try await Form(request, context)
            let id = try context.id("account", of: Account.self)
            let (link, email) = try await desk.write(by: context.actor) { [people] work in
                (try people.makeLink(for: id, work), try Accounts(work.session).get(id).email)
            }
            return context.page(LinkPage(email: email, link: link, address: context.house.address).page, status: .created)
        }
    }

    private func open(_ request: Request, _ context: MemberContext) async throws -> Response {
        let written = try await Form(request, context).fields
        return try await context.trying {
            var fields = written
            let new = NewAccount(reading: &fields)
            try fields.finish()
            let link = try await desk.write(by: context.actor) { [people] work in try people.openAccount(new, work).link }
            return context.page(LinkPage(email: new.email, link: link, address: context.house.address).page, status: .created)
        } orShowing: { refusal in
            NewAccountPage(csrf: context.csrf, written: written, refusal: refusal).page
        }
    }

    private func account(_ context: MemberContext, refusal: Refusal? = nil, written: Fields? = nil) async throws -> Page {
        try PeoplePolicy.keepsAccounts.check(context.actor)
        let id = try context.id("account", of: Account.self)
        let (account, name, hasPassword, latest, tokens) = try await desk.read { session in
            let account = try Accounts(session).get(id)
            return try (
                account, Parties(session).get(account.person).name, Accounts(session).hasPassword(id),
                SignIns(session).latest(of: id, limit: 1).first, TokenLines(of: id, session))
        }
        return AccountPage(
            account: account, name: name, hasPassword: hasPassword, lastSeen: latest?.seenAt, isOwn: context.visit.account == id.number,
            tokens: tokens, today: context.today, csrf: context.csrf, written: written, refusal: refusal
        ).page
    }

    /// Reads a form into a change of an account, makes it, and comes back.
    private func change(
        _ request: Request, _ context: MemberContext, saying sentence: String,
        _ read: (ID<Account>, inout Fields) -> @Sendable (Work) throws -> Account
    ) async throws -> Response {
        let id = try context.id("account", of: Account.self)
        return try await context.writing(request, in: desk, saying: sentence) { fields in
            let deed = read(id, &fields)
            return { work in .account(try deed(work).id) }
        } orShowing: { filled in
            try await account(context, refusal: filled.refusal, written: filled.fields)
        }
    }
}
